"""Full stops that end a sentence, and those that belong to a word, a name or a number.

The one home of the rule that both the sentences and the tokens follow: ``negara.Memuji`` is two sentences
glued together, ``KOMPAS.com``, ``S.Sos`` and ``A.H.Nasution`` are one word.
"""

import re

from newskit import lexicon

# A web or file name ends in one of these: TEMPO.CO, Merdeka.com, foto.jpg
SUFFIXES = frozenset(
    "com co id net org go ac or sch web my sg tv info news io ai us uk au jp cn edu gov ly me in app html htm "
    "php js pdf doc jpg jpeg png gif webp mp mp3 mp4 exe apk".split()
)
VOWEL = re.compile(r"[aiueoy]", re.IGNORECASE)
LOWER_SHARE, COMMON = 20, 60


def opens(word: str) -> bool:
    """Tell whether a word with a capital is one that news writes small, so that it opens a sentence."""
    use = lexicon.words().get(word.lower())
    return use is not None and use.capital < LOWER_SHARE and use.documents > COMMON


def is_short(word: str) -> bool:
    """Tell whether a word is a short form whose full stop says nothing about the sentence.

    >>> [is_short(word) for word in ("Prof", "S.H", "M", "PBB", "negara")]
    [True, True, True, False, False]
    """
    last = word.rpartition(".")[2]
    if len(last) == 1:
        return last.isalpha()
    if word.lower() in lexicon.word_list("abbreviations"):
        return True
    return (
        "." in word
        and last.lower() not in SUFFIXES
        and len(last) < 4
        and is_short(word[: -len(last) - 1][-4:])
    )


def glued(left: str, right: str) -> bool:
    """Tell whether the full stop between two words, with no blank, ends a sentence.

    >>> glued("negara", "Memuji"), glued("KOMPAS", "com"), glued("S", "Sos"), glued("2017", "Dia")
    (True, False, False, True)
    """
    if not right[:1].isupper() or right.lower() in SUFFIXES or len(right) < 2:
        return False
    if is_short(left):
        return opens(right)
    return True
