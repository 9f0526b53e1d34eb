"""What speaks for each analysis of a word, and the likeliest of them.

Every way to take off affixes that ends in a known root is a candidate, and so is the word as it stands.
A candidate's score is the sum of the weights of its features: which affixes it has and how well they go
together, how news uses the root, whether the word is a name. The weights are learned
(training/ranking_weights.py) and lie in ``data/ranking_weights.tsv``.
"""

from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from newskit.lexicon import gazetteer, lists, usage
from newskit.lexicon.usage import EVENLY, UNSEEN
from newskit.stemming.affixes import COUNTED
from newskit.stemming.morphology import LABELS, MORPHEMES, SUFFIXES, Analysis, analyses, whole
from newskit.stemming.roots import Roots
from newskit.stemming.variants import otherwise

VERBAL = frozenset({"meN", "peN", "di", "ter", "ber"})  # prefixes next to a preferred root
Features = Iterator[tuple[str, float]]
Values = tuple[float, ...]
ROOT_FEATURES = {
    "{0}": (1, 1),
    "{0} level": (0, 14),
    "{0} capital": (0, 4),
    "{0} unseen": (0, 1),
    "length {1}": (1, 1),
    "preferred": (0, 1),
}
RELATED_FORM_FEATURES = {
    "passive {}": (0, 14),
    "same passive {}": (0, 14),
    "kin {}": (0, 14),
    "idle {}": (0, 14),
    "no kin {}": (0, 1),
}
"""Features of a root, by its kind and length and by the prefix next to it, with the least and the most that
their values can be: see _root_features."""


def best_analysis(word: str, roots: Roots, capital: bool = False) -> Analysis:
    """The best analysis of a lower-case word, the word itself when none is better.

    ``capital``: the word is written with one inside a sentence, as names are.
    """
    if word in roots.listed:
        return whole(word)
    if not (found := analyses(word, roots.known)):
        return otherwise(word, roots, capital, best_analysis) or whole(word)
    if word in gazetteer.place_names() or (capital and gazetteer.names_a_place(word)):
        return whole(word)
    use = _use(word, capital)
    best, most = None, _whole_score(False, *use)
    if len(found) == 1 and _score(*found[0], roots.listed, use, _least_root_score) > most:
        return found[0]  # whatever news says of the root, which takes half the time to find out
    for analysis in found:
        score = _score(*analysis, roots.listed, use)
        if score > most:
            best, most = analysis, score
    return best or whole(word)


def total(word: str, a: Analysis, roots: Roots) -> float:
    """The score of an analysis of a lower-case word: the sum of its features' weights."""
    use = _use(word, False)
    return _whole_score(word in roots.listed, *use) if a.root == word else _score(*a, roots.listed, use)


class Use(NamedTuple):
    """How news uses a word: how often its number of articles doubles from 0, its share of capitals in per
    cent; and whether it has a capital inside the sentence here."""

    log2_df: int
    capitalization_rate: int
    capital: bool


UNSEEN_USE = {capital: Use(0, 0, capital) for capital in (False, True)}


def _use(word: str, capital: bool) -> Use:
    known = usage.words().get(word)
    return Use(known[0].bit_length(), known[1], capital) if known else UNSEEN_USE[capital]


class Affixes(NamedTuple):
    """What the affixes of an analysis say for it, and which ones stand next to the root."""

    score: float
    prefix: str  # the morpheme
    form: str
    suffix: str  # derivational


@lru_cache(1 << 14)
def _root_score(root: str, listed: bool, prefix: str, suffix: str) -> float:
    kind, root_values, related_values = _root_features(root, listed, prefix, suffix)
    weights, values = _root_weights(prefix, *kind), (*root_values, *related_values)
    return sum([weight * value for weight, value in zip(weights, values, strict=True)])


def _least_root_score(root: str, listed: bool, prefix: str, suffix: str) -> float:
    return _least_sum(prefix, *_kind(root, listed))


@cache
def _least_sum(prefix: str, kind: str, length: int) -> float:
    weights = _root_weights(prefix, kind, length)
    bounds = (*ROOT_FEATURES.values(), *RELATED_FORM_FEATURES.values())
    return sum([min(w * least, w * most) for w, (least, most) in zip(weights, bounds, strict=True)])


def _score(
    root: str,
    prefixes: tuple[str, ...],
    suffixes: tuple[str, ...],
    listed: Set[str],
    use: Use,
    root_score: Callable[[str, bool, str, str], float] = _root_score,
) -> float:
    score, prefix, form, suffix = _affixes(prefixes, suffixes, root[-1] == "k")
    score += root_score(root, root in listed, prefix, suffix)
    if cuts := _competing_cuts(root, prefix, suffix, form, listed):
        score += _competing_cuts_score(*cuts)
    if use.capital or (use.capitalization_rate > EVENLY and (prefix != "se" or root not in COUNTED)):
        score += _name_score(prefixes[:1], suffixes[-1:], use)
    return score


@lru_cache(1 << 12)
def _affixes(prefixes: tuple[str, ...], suffixes: tuple[str, ...], k: bool) -> Affixes:
    """``k``: the root ends in k, so that -an after meN- or di- is -kan, misspelt (menunjukan)."""
    suffix = suffixes[-1] if suffixes and suffixes[-1] in SUFFIXES else ""
    score = _suffix_score(*suffixes)
    if not prefixes:
        return Affixes(score, "", "", suffix)
    outer, inner = MORPHEMES[prefixes[0]], MORPHEMES[prefixes[-1]]
    if k and suffix == "an" and outer in ("meN", "di"):
        suffix = "kan"
    score += _prefix_score(*prefixes) + _confix_score(outer, inner, suffix)
    return Affixes(score, inner, LABELS[prefixes[-1]].form, suffix)


def _root_features(
    root: str, listed: bool, prefix: str, suffix: str
) -> tuple[tuple[str, int], Values, Values]:
    """What dictionaries and news say of a root, and of the words that are made from it.

    Its kind and length, the values of ROOT_FEATURES and those of RELATED_FORM_FEATURES. The passive shows
    the letter that meN- and peN- swallow (dipakai, never dimakai), best when it is like the word: mengawal
    and pengawal are from dikawal, mengawali is from diawali.
    """
    use = usage.words().get
    documents, capitalization_rate = use(root, UNSEEN)
    log2_df = documents.bit_length()
    passive = max(
        use("di" + root, UNSEEN)[0],
        use(f"di{root}kan", UNSEEN)[0],
        use(f"di{root}i", UNSEEN)[0],
        use("ter" + root, UNSEEN)[0],
    ).bit_length()
    others = max(
        use(root + "nya", UNSEEN)[0],
        use(root + "an", UNSEEN)[0],
        use(root + "kan", UNSEEN)[0],
        use(f"ke{root}an", UNSEEN)[0],
    ).bit_length()
    alike = {"meN": f"di{root}{suffix}", "peN": f"di{root}"}.get(prefix, "")
    same = use(alike, UNSEEN)[0].bit_length()
    idle = 0 if passive else log2_df
    return (
        _kind(root, listed),
        (1, log2_df, capitalization_rate // 25, not log2_df, 1, _is_preferred(root, prefix, suffix)),
        (passive, same, others, idle, not passive and not others),
    )


def _is_preferred(root: str, prefix: str, suffix: str) -> bool:
    """Whether a root, or one before this suffix, is listed as meant where another cut gives the same form."""
    preferred = lists.word_list("stemming/preferred_roots")
    if f"{root}+{suffix}" in preferred or (prefix == "se" and root in COUNTED):
        return True
    return root in preferred and prefix in VERBAL


def _kind(root: str, listed: bool) -> tuple[str, int]:
    return "root" if listed else "news", min(len(root), 6)


def _competing_cuts(root: str, prefix: str, suffix: str, form: str, listed: Set[str]) -> tuple[str, ...]:
    """The ways to cut the word that give another root, or an ending that this one keeps."""
    found: tuple[str, ...] = ()
    if suffix:
        if root + suffix in listed:  # menelan is men-telan before it is men-tel-an
            found += (f"past {suffix}", f"past {suffix} {prefix}")
        if suffix == "kan" and root + "k" in listed:  # desakan is desak-an before it is desa-kan
            found += (f"past k {prefix}",)
    elif form and root.endswith(("an", "i")):
        found += (f"kept {prefix} {root[-1]}",)
    if form and form + root in listed:  # terbangnya is terbang-nya before it is ter-bang-nya
        found += ("past prefix", f"past {prefix}")
    return found


def features(word: str, a: Analysis, roots: Roots, capital: bool) -> Features:
    """All that speaks for or against an analysis, by name: what the weights are learned from."""
    use = _use(word, capital)
    if a.root == word:
        yield from whole_features(word in roots.listed, *use)
        return
    root, prefixes, suffixes = a
    _, prefix, form, suffix = _affixes(prefixes, suffixes, root[-1] == "k")
    kind, root_values, related_values = _root_features(root, root in roots.listed, prefix, suffix)
    yield from affix_features(prefixes, suffixes, suffix)
    yield from competing_cut_features(*_competing_cuts(root, prefix, suffix, form, roots.listed))
    yield from zip(_named(ROOT_FEATURES, *kind), root_values, strict=True)
    yield from zip(_named(RELATED_FORM_FEATURES, prefix), related_values, strict=True)
    if use.capital or prefix != "se" or root not in COUNTED:
        yield from name_features(prefixes[:1], suffixes[-1:], use)


def _named(templates: Iterable[str], *kind: Any) -> list[str]:
    return [template.format(*kind) for template in templates]


@cache
def _root_weights(prefix: str, kind: str, length: int) -> list[float]:
    names = _named(ROOT_FEATURES, kind, length) + _named(RELATED_FORM_FEATURES, prefix)
    return [lists.weights("stemming/ranking_weights").get(name, 0.0) for name in names]


def affix_features(prefixes: tuple[str, ...], suffixes: tuple[str, ...], suffix: str) -> Features:
    """Which affixes there are, and which of them go together; ``suffix``: the one that the verb has."""
    yield from suffix_features(*suffixes)
    if prefixes:
        yield from prefix_features(*prefixes)
        yield from confix_features(MORPHEMES[prefixes[0]], MORPHEMES[prefixes[-1]], suffix)


def suffix_features(*suffixes: str) -> Features:
    """Which suffixes and clitics there are."""
    return ((f"suffix {suffix}", 1) for suffix in suffixes)


def prefix_features(*prefixes: str) -> Features:
    """Which prefixes there are, and which follow one another."""
    morphemes = [MORPHEMES[prefix] for prefix in prefixes]
    for form, morpheme in zip(prefixes, morphemes, strict=True):
        yield f"form {form}", 1
        yield f"prefix {morpheme}", 1
    for outer, inner in pairwise(morphemes):
        yield "chain", 1
        yield f"chain {outer} {inner}", 1


def confix_features(outer: str, inner: str, suffix: str) -> Features:
    """How the outermost prefix and the one next to the root go with the suffix."""
    yield f"confix {outer} {suffix}", 1
    yield f"inner {inner} {suffix}", 1


def competing_cut_features(*found: str) -> Features:
    """Which other cuts there are."""
    return ((name, 1) for name in found)


def name_features(prefix: tuple[str, ...], suffix: tuple[str, ...], use: Use) -> Features:
    """What speaks against an analysis of a name: Bekasi is no bekas-i, but Kejaksaan is ke-jaksa-an."""
    ending = "".join(suffix)
    shape = f"{'prefix' if prefix else ''} {ending}"
    if use.capitalization_rate > EVENLY:
        capitalization_rate = (use.capitalization_rate / 100) ** 8
        yield f"name {shape}", capitalization_rate
        yield "name level", capitalization_rate * use.log2_df
        if prefix:
            yield f"name {MORPHEMES[prefix[0]]} {ending}", capitalization_rate
    if use.capital:
        yield f"capital {shape}", 1
        if not use.log2_df:
            yield f"capital unseen {shape}", 1


def whole_features(listed: bool, log2_df: int, capitalization_rate: int, capital: bool) -> Features:
    """What speaks for a word that is its own root."""
    kind = "listed" if listed else "seen" if log2_df else "unseen"
    yield f"whole {kind}", 1
    yield f"whole {kind} level", log2_df
    yield f"whole {kind} capital", capitalization_rate / 100
    if capital:
        yield f"capital {kind}", 1
        yield f"capital {kind} share", capitalization_rate / 100


def _sum(found: Features) -> float:
    weights = lists.weights("stemming/ranking_weights")
    return sum(weights.get(name, 0.0) * value for name, value in found)


def _score_of(source: Callable[..., Features]) -> Callable[..., float]:
    """The sum of the weights of the features, remembered: the same few come again and again."""

    @lru_cache(1 << 13)
    def score(*key: Any) -> float:
        return _sum(source(*key))

    return score


_suffix_score = _score_of(suffix_features)
_prefix_score = _score_of(prefix_features)
_confix_score = _score_of(confix_features)
_competing_cuts_score = _score_of(competing_cut_features)
_name_score = _score_of(name_features)
_whole_score = _score_of(whole_features)
