"""Spaces that a scraper lost: at a link (``KerajaanArab``) or a paragraph's end (``BandungSaat``).

A word is divided only where news knows both halves and hardly ever writes them together. A name that is
written with capitals inside (``TransJakarta``, ``detikNews``) stays whole, and so does what is doubtful.
"""

import re
from functools import lru_cache

from newskit.lexicon import usage
from newskit.lexicon.usage import Usage
from newskit.text.abbreviations import is_opener

CAPITAL_INSIDE = re.compile(r"(?<=[^\W\d_A-Z])[A-Z]")
SMALL = re.compile(  # what follows a name: Saudimemastikan, Iranyang
    r"(?:me[mnlrwy]|di|[bt]er|[ks]e|pe)\w{3,}|adalah|akan|dalam|dari|dengan|juga|kembali|kepada|oleh|pada|saat"
    r"|sudah|telah|terhadap|tersebut|tidak|untuk|yang"
)
OUTLETS = frozenset(("berita", "detik", "harian", "kompas", "media", "radar", "suara", "tribun"))  # detikNews
ENDINGS = frozenset(("ku", "mu", "nya"))  # hamba-Nya
NAME, COMMON = 80, 20  # per cent of capitals inside a sentence: at least, and below
RARE, OFTEN, USUAL, EVERYWHERE = 3, 10, 50, 5000  # articles that hold a word
TOGETHER = 20  # a name that is written together stands in a twentieth of the articles of its halves
SHORTEST, LONG, LONGEST = 6, 7, 40  # letters


@lru_cache(maxsize=1 << 16)
def lost_spaces(word: str) -> tuple[int, ...]:
    """Where spaces are missing in a word of letters.

    >>> lost_spaces("KerajaanArab"), lost_spaces("udaraIsraelterhadap"), lost_spaces("TransJakarta")
    ((8,), (5, 11), ())
    """
    if word.islower() or not SHORTEST <= len(word) <= LONGEST:
        return ()
    if word[1:].islower() and _use(word).documents > RARE:
        return ()
    inside = [found.start() for found in CAPITAL_INSIDE.finditer(word)]
    if not inside:
        return tuple(at for at in range(2, len(word) - 2) if _goes_on(word[:at], word[at:]))[:1]
    for at in inside:
        rest = lost_spaces(word[at:])
        if _are_apart(word[:at], word[at : at + rest[0]] if rest else word[at:]):
            return (at, *(at + further for further in rest))
    return ()


def _goes_on(left: str, right: str) -> bool:
    """Tell whether a name and a small word are glued: ``Saudimemastikan``, ``KPKmenyita``."""
    if not right.islower() or len(left) < (2 if left.isupper() else 4) or not SMALL.fullmatch(right):
        return False
    name, small, whole = (_use(word) for word in (left, right, left + right))
    known = name.documents >= OFTEN and small.documents >= USUAL
    return known and whole.documents <= RARE and name.capital >= NAME and small.capital < COMMON


def _are_apart(left: str, right: str) -> bool:
    """Tell whether a word and one with a capital are glued: ``kepadaAFP``, ``JugaDia``."""
    first, second = _use(left), _use(right)
    if not first.documents or not second.documents or left.lower() in OUTLETS or right.lower() in ENDINGS:
        return False
    if left.islower():
        return first.capital < COMMON and first.documents >= USUAL
    if TOGETHER * max(_use(left + right).documents, 2) > min(first.documents, second.documents):
        return False
    is_long = max(len(left), len(right)) >= LONG and len(right) > 2
    return is_opener(right) or first.documents >= EVERYWHERE or (is_long and second.capital >= NAME)


def _use(word: str) -> Usage:
    return usage.words().get(word.lower()) or Usage(0, 0)
