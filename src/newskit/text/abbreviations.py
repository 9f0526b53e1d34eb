"""Full stops that end a sentence, and those that belong to a name, a short form or a number.

The one home of the rule that sentences and tokens share: ``negara.Memuji`` is two sentences glued together,
``KOMPAS.com``, ``S.Sos`` and ``A.H.Nasution`` are one word each. Two lists stand behind it: the full stop of
``abbreviations.txt`` (``Prof.``, ``Jl.``, ``No.``) never ends a sentence; that of ``abbreviations_final.txt``
(``Tbk.``, ``S.H.``), of an initial and of a short form without a vowel ends one only before a word that news
writes small elsewhere: ``PT X Tbk. Menurut dia``, but ``PT X Tbk. Prijono Sugiarto``.
"""

import re

from newskit.lexicon import lists, usage

CAPITALISED_SITES = frozenset(("Com", "Co", "Id", "Net", "Org", "Tv"))
NUMBERED = frozenset(("ayat", "bab", "hal", "km", "pasal", "pkl"))  # hal. 12
CONSONANTS = re.compile(r"[b-df-hj-np-tv-z]{2,4}", re.IGNORECASE)
SMALL_SHARE, COMMON = 20, 5  # per cent of capitals inside sentences; articles of words.tsv


def opens(word: str) -> bool:
    """Tell whether a word that news writes small stands here with a capital, so that it opens a sentence.

    >>> opens("Dia"), opens("Prijono"), opens("dia")
    (True, False, False)
    """
    use = usage.words().get(word.lower())
    return word[:1].isupper() and use is not None and use.capital < SMALL_SHARE and use.documents > COMMON


def never_ends(word: str) -> bool:
    """Tell whether a name or a number follows this short form, so that its full stop ends nothing.

    >>> never_ends("Prof"), never_ends("Tbk"), never_ends("s.d")
    (True, False, True)
    """
    small, known = word.lower(), lists.word_list("text/abbreviations")
    return small in known or small.rpartition(".")[2] in known


def counts(word: str) -> bool:
    """Tell whether a number belongs to this word, with or without a full stop: ``hal. 12``, ``No.5``."""
    return word.lower() in NUMBERED or never_ends(word) or may_end(word)


def may_end(word: str) -> bool:
    """Tell whether a word is an initial, a degree or another short form that can close a sentence too.

    >>> [may_end(word) for word in ("M", "S.H", "A.S.A", "Tbk", "Sp.OG", "Sltn", "KPK", "tempo.co", "negara")]
    [True, True, True, True, True, True, False, False, False]
    """
    first, _, last = word.rpartition(".")
    if len(last) == 1:
        return last.isalpha()
    if first and is_site(first, last):
        return False
    if last.lower() in lists.word_list("text/abbreviations_final"):
        return True
    if first:  # M.Hum, Sp.OG
        return last.isalpha() and len(last) < 7 and may_end(first.rpartition(".")[2])
    return last.istitle() and CONSONANTS.fullmatch(last) is not None


def glued(left: str, right: str) -> bool:
    """Tell whether the full stop between two words, with no blank on either side, ends a sentence.

    >>> glued("negara", "Memuji"), glued("KOMPAS", "com"), glued("S", "Sos"), glued("2017", "Dia")
    (True, False, False, True)
    """
    if right[:1].isdigit():
        return len(left) > 3 and left.isalpha() and left.islower() and not counts(left)
    if not right[:1].isupper() or is_site(left, right):
        return False
    if len(right) == 1:
        return len(left) > 2 and left.isalpha() and left.islower()
    if never_ends(left):
        return False
    return opens(right) if may_end(left) else True


def is_site(left: str, right: str) -> bool:
    """Tell whether two words make a name of a site or a file: ``TEMPO.CO``, ``Merdeka.com``, ``foto.jpg``."""
    if right.lower() not in lists.word_list("lexicon/domain_and_file_endings"):
        return False
    if right.islower() or right in CAPITALISED_SITES or (left.isupper() and right.isupper()):
        return True
    return left[:1].isupper() and right.capitalize() in CAPITALISED_SITES  # Kompas.TV
