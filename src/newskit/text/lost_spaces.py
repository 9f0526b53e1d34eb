"""Spaces that a scraper lost: at a link (``KerajaanArab``) or a paragraph's end (``BandungSaat``).

A word is divided only where news knows both halves and hardly ever writes them together. A name that is
written with capitals inside (``TransJakarta``, ``detikNews``) stays whole, and so does what is doubtful.
"""

import re
from functools import lru_cache

from newskit.lexicon import usage
from newskit.lexicon.usage import HARDLY_EVER, USUALLY, Usage
from newskit.text.abbreviations import is_opener

CAPITAL_INSIDE = re.compile(r"(?<=[^\W\d_A-Z])[A-Z]")
SMALL = re.compile(  # what follows a name: Saudimemastikan, Iranyang
    r"(?:me[mnlrwy]|di|[bt]er|[ks]e|pe)\w{3,}|adalah|akan|dalam|dari|dengan|juga|kembali|kepada|oleh|pada|saat"
    r"|sudah|telah|terhadap|tersebut|tidak|untuk|yang"
)
OUTLETS = frozenset(("berita", "detik", "harian", "kompas", "media", "radar", "suara", "tribun"))  # detikNews
ENDINGS = frozenset(("ku", "mu", "nya"))  # hamba-Nya
RARE, OFTEN, USUAL, EVERYWHERE = 3, 10, 50, 5000  # articles that hold a word
TOGETHER = 20  # a name that is written together stands in a twentieth of the articles of its halves
SHORTEST, LONG, LONGEST = 6, 7, 40  # letters
PART = {4: 100, 5: 100, 6: 30, 7: 30}  # articles that hold a part of some words, by its letters
LONG_PART = 10  # and one that is longer
SHORT_WORDS = frozenset(  # that may be a part, too
    "di ke ini itu dan yang dari pada saat akan juga oleh agar atas atau".split()  # noqa: SIM905
)
BOUND = re.compile("antar|anti|maha|mega|mini|multi|pasca|pra|semi|super|tuna|ultra")  # no words of their own


@lru_cache(maxsize=1 << 16)
def lost_spaces(word: str) -> tuple[int, ...]:
    """Where spaces are missing in a word of letters.

    >>> lost_spaces("KerajaanArab"), lost_spaces("udaraIsraelterhadap"), lost_spaces("TransJakarta")
    ((8,), (5, 11), ())
    """
    if word.islower() or not SHORTEST <= len(word) <= LONGEST:
        return ()
    if word[1:].islower() and _use(word).document_frequency > RARE:
        return ()
    inside = [found.start() for found in CAPITAL_INSIDE.finditer(word)]
    if not inside:
        return tuple(at for at in range(2, len(word) - 2) if _goes_on(word[:at], word[at:]))[:1]
    for at in inside:
        rest = lost_spaces(word[at:])
        if _are_apart(word[:at], word[at : at + rest[0]] if rest else word[at:]):
            return (at, *(at + further for further in rest))
    return ()


@lru_cache(maxsize=1 << 14)
def words_apart(word: str) -> tuple[str, ...]:
    """The words of one that news does not know, each of them known well; none where it is one word.

    With a capital it must hold one like ``di`` or a long one, as names are made of words: ``Muaradua``.

    >>> words_apart("targetpajakdi"), words_apart("antarkelompok"), words_apart("Polrimemusnahkan")
    (('target', 'pajak', 'di'), (), ('Polri', 'memusnahkan'))
    """
    lower = word.lower()
    if not LONG <= len(word) <= LONGEST or not word[1:].islower() or lower in usage.words():
        return ()
    parts = _known_parts(lower, 4)
    if BOUND.match(lower) or not parts[1:]:
        return ()
    if word[0].islower():
        return parts
    if len(parts[0]) < SHORTEST - 1 or (SHORT_WORDS.isdisjoint(parts) and max(map(len, parts[1:])) < LONG):
        return ()
    return word[: len(parts[0])], *parts[1:]


def _known_parts(lower: str, most: int) -> tuple[str, ...]:
    """The fewest known words, at most so many, that make up one; none if there are none."""
    if _is_part(lower):
        return (lower,)
    found: tuple[str, ...] = ()
    for cut in range(len(lower) - 2, 2, -1) if most > 1 else ():
        rest = _known_parts(lower[cut:], most - 1) if _is_part(lower[:cut]) else ()
        if rest and (not found or len(rest) + 1 < len(found)):
            found = (lower[:cut], *rest)
    return found


def _is_part(lower: str) -> bool:
    return lower in SHORT_WORDS or (
        len(lower) > 3 and _use(lower).document_frequency >= PART.get(len(lower), LONG_PART)
    )


def _goes_on(left: str, right: str) -> bool:
    """Tell whether a name and a small word are glued: ``Saudimemastikan``, ``KPKmenyita``."""
    if not right.islower() or len(left) < (2 if left.isupper() else 4) or not SMALL.fullmatch(right):
        return False
    name, small, whole = (_use(word) for word in (left, right, left + right))
    known = name.document_frequency >= OFTEN and small.document_frequency >= USUAL
    return (
        known
        and whole.document_frequency <= RARE
        and name.capitalization_rate >= USUALLY
        and small.capitalization_rate < HARDLY_EVER
    )


def _are_apart(left: str, right: str) -> bool:
    """Tell whether a word and one with a capital are glued: ``kepadaAFP``, ``JugaDia``."""
    first, second = _use(left), _use(right)
    if (
        not first.document_frequency
        or not second.document_frequency
        or left.lower() in OUTLETS
        or right.lower() in ENDINGS
    ):
        return False
    if left.islower():
        return first.capitalization_rate < HARDLY_EVER and first.document_frequency >= USUAL
    if TOGETHER * max(_use(left + right).document_frequency, 2) > min(
        first.document_frequency, second.document_frequency
    ):
        return False
    is_long = max(len(left), len(right)) >= LONG and len(right) > 2
    return (
        is_opener(right)
        or first.document_frequency >= EVERYWHERE
        or (is_long and second.capitalization_rate >= USUALLY)
    )


def _use(word: str) -> Usage:
    return usage.words().get(word.lower()) or Usage(0, 0)
