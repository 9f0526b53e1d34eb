"""Full stops that end a sentence, and those that belong to a name, a short form or a number.

The one home of the rule that sentences and tokens share: ``negara.Memuji`` is two sentences glued together,
``KOMPAS.com``, ``S.Sos`` and ``A.H.Nasution`` are one word each. Two lists stand behind it: the full stop of
``abbreviations.txt`` (``Prof.``, ``Jl.``, ``No.``) never ends a sentence; that of ``abbreviations_final.txt``
(``Tbk.``, ``S.H.``), of an initial and of a short form without a vowel ends one only before a word that news
writes small elsewhere: ``PT X Tbk. Menurut dia``, but ``PT X Tbk. Prijono Sugiarto``.
"""

import re
from functools import lru_cache

from newskit.lexicon import lists, usage
from newskit.lexicon.usage import HARDLY_EVER

GLUED_ITEM = r"\d{1,2}[.)][ ]?[A-Z]"  # dengan PIN.2. Unggah
CAPITALISED_SITES = frozenset(("Com", "Co", "Id", "Net", "Org", "Tv"))
NUMBERED = frozenset(  # hal. 12, pk. 14.30, 12 Jun. 2021, et al. 2018
    """
    agt agu ags agus al apr ayat bab des feb hal jan jul jun km mar nov okt pasal pk pkl sep sept
    """.split()  # noqa: SIM905
)
WEEKDAYS = frozenset(("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min", "Mgg"))  # Sen. 5/3, Kam. (5/3)
CITED = frozenset(("dkk", "al"))  # dkk. (2004)
CONSONANTS = re.compile(r"[b-df-hj-np-tv-z]{2,4}", re.IGNORECASE)
LONGEST_SHORT = 5  # letters in a short form without full stops
MOSTLY_FIRST = 80  # per cent of a word's capitals that begin a sentence
COMMON = 5  # articles of news that have a word


def is_common_word_capitalized(word: str) -> bool:
    """Tell whether a word that begins sentences, or that news writes small, stands here with a capital.

    >>> [is_common_word_capitalized(word) for word in ("Dia", "Adapun", "Prijono", "dia")]
    [True, True, False, False]
    """
    return word[:1].isupper() and (word.lower() in lists.weights("text/sentence_openers") or is_common(word))


def is_common(word: str) -> bool:
    """Tell whether a word stands here with a capital that news writes small."""
    use = usage.words().get(word.lower())
    return (
        word[:1].isupper()
        and use is not None
        and use.capitalization_rate < HARDLY_EVER
        and use.document_frequency > COMMON
    )


@lru_cache(1 << 14)
def is_opener(word: str) -> bool:
    """Tell whether a word with a capital nearly always begins a sentence: ``Selain``, not ``Wali``."""
    return word[:1].isupper() and lists.weights("text/sentence_openers").get(word.lower(), 0) >= MOSTLY_FIRST


@lru_cache(1 << 14)
def never_ends(word: str) -> bool:
    """Tell whether a name or a number follows this short form, so that its full stop ends nothing.

    >>> never_ends("Prof"), never_ends("Tbk"), never_ends("s.d")
    (True, False, True)
    """
    small, known = word.lower(), lists.word_list("text/abbreviations")
    return small in known or small.rpartition(".")[2] in known


def takes_number(word: str) -> bool:
    """Tell whether a number belongs to this word, with or without a full stop: ``hal. 12``, ``No.5``."""
    return word.lower() in NUMBERED or word in WEEKDAYS or never_ends(word) or may_end(word)


def cites(word: str) -> bool:
    """Tell whether a number in brackets belongs to this word: ``dkk. (2004)``, ``Kam. (5/3)``."""
    return word in CITED or word in WEEKDAYS


@lru_cache(1 << 14)
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


def is_missing_space_boundary(left: str, right: str) -> bool:
    """Tell whether the full stop between two words, with no blank on either side, ends a sentence.

    >>> together = ("negara.Memuji", "KOMPAS.com", "S.Sos", "2017.Dia")
    >>> [is_missing_space_boundary(*two.split(".")) for two in together]
    [True, False, False, True]
    """
    if right[:1].isdigit():
        return len(left) > 3 and left.isalpha() and left.islower() and not takes_number(left)
    if not right[:1].isupper() or is_site(left, right):
        return False
    if len(right) == 1:
        return len(left) > 2 and left.isalpha() and left.islower()
    if never_ends(left):
        return False
    return not may_end(left) or is_opener(right) or is_common(right)


def is_site(left: str, right: str) -> bool:
    """Tell whether two words make a name of a site or a file: ``TEMPO.CO``, ``Merdeka.com``, ``foto.jpg``."""
    if right.lower() not in lists.word_list("lexicon/domain_and_file_endings"):
        return False
    if right.islower() or right in CAPITALISED_SITES or (left.isupper() and right.isupper()):
        return True
    return left[:1].isupper() and right.capitalize() in CAPITALISED_SITES  # Kompas.TV
