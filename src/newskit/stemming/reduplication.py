"""Words with hyphens: doubled ones, and affixes that a hyphen joins to a name or a number.

A doubled word has the root that its halves share: they may differ by affixes (``meniru-nirukan``), by a vowel
(``gerak-gerik``), an infix (``tali-temali``) or the first letter of a word that news does not use
(``sayur-mayur``). Those that dictionaries list as roots by themselves (``kupu-kupu``) and two different words
(``suami-istri``) stay.
"""

from functools import lru_cache

from newskit.lexicon import usage
from newskit.stemming.affixes import INFIXES, PARTICLES, POSSESSIVES, PREFIXES
from newskit.stemming.morphology import Analysis, analyses
from newskit.stemming.ranking import best_analysis, total
from newskit.stemming.roots import Roots

ENCLITICS = frozenset((*PARTICLES, *POSSESSIVES, "an", "kan", "i"))
PROCLITICS = frozenset({a.form for a in PREFIXES if a.morpheme != "Ce"} | {"me", "pe", "be", "te"})
SAME_VOWELS = str.maketrans("aiueo", "-----")
RARE = 8  # articles that have a word that only rhymes with another


def hyphenated(word: str, roots: Roots, capital: bool = False) -> tuple[Analysis, str]:
    """The analysis of a lower-case word with hyphens, and its rule: ``reduplication`` or ``hyphen``.

    >>> roots = Roots({"tiru"}, {"tiru"})
    >>> hyphenated("meniru-nirukan", roots)
    (Analysis(root='tiru', prefixes=('men>t',), suffixes=('kan',)), 'reduplication')
    >>> hyphenated("kpu-nya", roots)
    (Analysis(root='kpu', prefixes=(), suffixes=('nya',)), 'hyphen')
    """
    parts = [part for part in word.split("-") if part]
    after = (parts.pop(),) if len(parts) > 1 and parts[-1] in ENCLITICS else ()  # malaikat-malaikat-nya
    before = (parts.pop(0),) if len(parts) > 1 and parts[0] in PROCLITICS else ()  # se-Indonesia, ke-2
    if len(parts) == 1:
        found, rule = best_analysis(parts[0], roots, capital), "hyphen"
    elif len(parts) == 2 and (shared := doubled(parts[0], parts[1], roots, capital)):
        found, rule = shared, "reduplication"
    else:
        return Analysis(word), "hyphen"
    return Analysis(found.root, before + found.prefixes, after + found.suffixes), rule


def doubled(first: str, second: str, roots: Roots, capital: bool = False) -> Analysis | None:
    """The analysis of a doubled word: the prefixes of its first half, the suffixes of its second.

    ``capital``: it is written with one inside a sentence: a name of halves that only rhyme stays (Sun-sin).
    """
    known, listed = roots.known, f"{first}-{second}" in roots.listed
    one = {a.root: a for a in [Analysis(first), *analyses(first, known)]}
    two = {a.root: a for a in [*analyses(f"me{second}", known), Analysis(second), *analyses(second, known)]}
    shared = [root for root in one if root in two and root in known]
    if listed and (first == second or (first not in roots.listed and shared in ([], [first]))):
        return None  # kupu-kupu, kura-kura
    if first != second and (pair := _listed_pair(first, second, roots)):
        return pair
    if shared:
        root = max(shared, key=lambda r: total(first, one[r], roots) + total(second, two[r], roots))
        whole = f"{root}-{root}" if f"{root}-{root}" in roots.listed else root  # berpura-pura
        return Analysis(whole, one[root].prefixes, two[root].suffixes)
    infixed = second[1:3] in INFIXES and second[:1] + second[3:] == first
    rhymes = first in roots.listed and not capital and (infixed or (not listed and _rhyme(first, second)))
    if rhymes or first == second:
        return Analysis(first)
    return next(
        (a for a in one.values() if a.prefixes and a.root in roots.listed and _rhyme(a.root, second)), None
    )


def _listed_pair(first: str, second: str, roots: Roots) -> Analysis | None:
    """A listed root of two halves, with affixes: ``terombang-ambing``, ``kupu-kupunya``."""
    halves = _halves(frozenset(roots.listed))
    firsts = [a for a in (Analysis(first), *analyses(first, halves)) if a.root in halves and not a.suffixes]
    seconds = (Analysis(second), *analyses(second, halves)) if firsts else ()
    for one in firsts:
        for two in seconds:
            whole = f"{one.root}-{two.root}"
            if (one.prefixes or two.suffixes) and not two.prefixes and whole in roots.listed:
                return Analysis(whole, one.prefixes, two.suffixes)
    return None


@lru_cache(8)
def _halves(listed: frozenset[str]) -> frozenset[str]:
    return frozenset(half for root in listed if root.count("-") == 1 for half in root.split("-"))


def _rhyme(first: str, second: str) -> bool:
    use = usage.words().get(second)
    rare = not use or use.document_frequency < RARE
    same = first.translate(SAME_VOWELS) == second.translate(SAME_VOWELS)
    return same or (rare and first[1:] == second[1:])
