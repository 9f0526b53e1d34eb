"""The analyses that a word allows, each a root with its affixes, and the likeliest of them.

Every way to take off affixes that ends in a known root is a candidate, and so is the word as it stands.
A candidate's score is the sum of the weights of its features: which affixes it has and how well they go
together, how news uses the root, whether the word is a name. The weights are learned
(tests/measure/affixes.py) and lie in ``data/affixes.tsv``.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cache, lru_cache, partial
from itertools import pairwise, product
from typing import Any, NamedTuple

from newskit import lexicon
from newskit.affixes import PARTICLES, POSSESSIVES, PREFIXES, Allomorph

SUFFIXES = ("kan", "an", "i")
DEPTH = 3  # prefixes in a row: ke-tidak-ber-daya-an
SHORTEST = 2  # letters of a root: es, om
TAILS = 1 << 12  # last letters of words that are remembered
CONFIXES = frozenset((  # round compounds; per- may stand inside
    ("meN", "kan"), ("meN", "i"), ("di", "kan"), ("di", "i"),
    ("ke", "an"), ("peN", "an"), ("per", "an"), ("ber", "an"),
))  # fmt: skip
HALF_USE, SHORT_HALF_USE = 3, 200  # articles that have half a compound, and one of three letters: uji, api
SYLLABLE = re.compile("ai|au|oi|[aiueo]")
NEVER = (0, 0)  # the use of a word that news does not have

Ending = tuple[int, tuple[str, ...]]  # minus the number of its letters, the suffixes that they are
Cut = tuple[int, str, tuple[str, ...]]  # letters of a prefix, letters that it swallowed, its label
Features = Iterator[tuple[str, float]]
Values = tuple[float, ...]

EVIDENCE = {
    "{0}": (1, 1),
    "{0} level": (0, 14),
    "{0} capital": (0, 4),
    "{0} unseen": (0, 1),
    "length {1}": (1, 1),
}
KIN = {
    "passive {}": (0, 14),
    "same passive {}": (0, 14),
    "kin {}": (0, 14),
    "idle {}": (0, 14),
    "no kin {}": (0, 1),
}
"""Features of a root, by its kind and length and by the prefix next to it, with the least and the most that
their values can be: see _evidence."""


class Analysis(NamedTuple):
    """A root and what stands round it, from the outside in; prefixes with the letter swallowed: ``mem>p``."""

    root: str
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()


_analysis = partial(tuple.__new__, Analysis)  # at half the price of Analysis itself


class Roots(NamedTuple):
    """The roots that dictionaries list, and the words of news that stand as roots where those give none."""

    listed: Set[str]
    known: Set[str]


def label(allomorph: Allomorph, letters: str) -> str:
    """The name of a prefix in an analysis: its form, and the letters that it swallowed.

    >>> label(Allomorph("13", "meN", "mem", frozenset("aiueo"), ("p", "m")), "p")
    'mem>p'
    """
    return f"{allomorph.form}>{letters}" if letters else allomorph.form


LABELS = {label(a, letters): a for a in PREFIXES for letters in a.becomes}
MORPHEMES = {name: a.morpheme for name, a in LABELS.items()}


def _cuts(prefixes: Iterable[Allomorph]) -> Mapping[str, list[Cut]]:
    """The prefixes by what a word that has them begins with: their letters and what must follow."""
    table: dict[str, list[Cut]] = {}
    for a in prefixes:
        for before in a.before:
            found = table.setdefault(a.form + before, [])
            found += [(len(a.form), letters, (label(a, letters),)) for letters in a.becomes]
    return table


OUTER = _cuts(PREFIXES)
INNER = _cuts(a for a in PREFIXES if a.morpheme in ("peN", "per", "ber", "ter", "ke", "se", "tidak"))
LENGTHS = {
    head: tuple(sorted({len(beginning) for beginning in OUTER if beginning[:2] == head}))
    for head in {beginning[:2] for beginning in OUTER}
}


ENDINGS = {
    suffix + possessive + particle: tuple(filter(None, (particle, possessive, suffix)))
    for suffix, possessive, particle in product(("", *SUFFIXES), ("", *POSSESSIVES), ("", *PARTICLES))
}


class Tails(dict[str, tuple[list[Ending], list[tuple[str, Ending]]]]):
    """By its last three letters, the endings that a word has, none first, and those that it may have."""

    def __missing__(self, tail: str) -> tuple[list[Ending], list[tuple[str, Ending]]]:
        if len(self) >= TAILS:
            self.clear()
        last = [tail[-n:] if n else "" for n in range(4)]
        sure = [(-len(letters), ENDINGS[letters]) for letters in dict.fromkeys(last) if letters in ENDINGS]
        self[tail] = sure, _longer().get(tail, [])
        return self[tail]


@cache
def _longer() -> dict[str, list[tuple[str, Ending]]]:
    by_tail: dict[str, list[tuple[str, Ending]]] = {}
    for letters, suffixes in ENDINGS.items():
        if len(letters) > 3:
            by_tail.setdefault(letters[-3:], []).append((letters, (-len(letters), suffixes)))
    return by_tail


BY_TAIL = Tails()


def analyses(word: str, roots: Set[str]) -> list[Analysis]:
    """Every root of ``roots`` that the word may come from, with the affixes taken off; not the word itself.

    >>> [a.root for a in analyses("memakan", {"makan", "pakan", "akan"})]
    ['pakan', 'makan']
    """
    endings = _endings(word)
    found = []
    for end, suffixes in endings[1:]:
        if (root := word[:end]) in roots and len(root) >= SHORTEST:
            found.append(_analysis((root, (), suffixes)))
    if word[:2] in LENGTHS:
        for stem, prefixes in _peel(word, OUTER, ()):
            for end, suffixes in endings:
                if (root := stem[:end] if end else stem) in roots and _fits(root, prefixes[-1]):
                    found.append(_analysis((root, prefixes, suffixes)))
    return found


def _fits(root: str, prefix: str) -> bool:
    """Whether a root is a word at all, and one of one syllable after menge- and penge-."""
    return len(root) >= SHORTEST and (prefix[2:] != "nge" or len(SYLLABLE.findall(root)) == 1)


def _endings(word: str) -> list[Ending]:
    """The endings that a word has, none first."""
    sure, longer = BY_TAIL[word[-3:]]
    return sure + [ending for letters, ending in longer if word.endswith(letters)] if longer else sure


def compound(word: str, roots: Set[str]) -> Analysis | None:
    """The compound that a word has within a confix, of two roots that news uses: the most used ones.

    Two words are written as one there alone (Ejaan yang Disempurnakan): ``anak tiri``, ``menganaktirikan``.

    >>> compound("menganaktirikannya", {"anak", "tiri"})
    Analysis(root='anaktiri', prefixes=('meng',), suffixes=('nya', 'kan'))
    """
    endings = [(end, suffixes) for end, suffixes in _endings(word) if suffixes and suffixes[-1] in SUFFIXES]
    if not endings or word[:2] not in LENGTHS:
        return None
    best, most = None, 0.0
    for stem, prefixes in _peel(word, OUTER, ()):
        outer, *inner = (MORPHEMES[prefix] for prefix in prefixes)
        for end, suffixes in endings:
            if (outer, suffixes[-1]) not in CONFIXES or inner not in ([], ["per"]):
                continue
            root = stem[:end]
            for cut in range(3, len(root) - 2):
                use = min(_use_as_half(root[:cut], roots), _use_as_half(root[cut:], roots))
                if use > most:
                    best, most = Analysis(root, prefixes, suffixes), use
    return best


def _use_as_half(root: str, roots: Set[str]) -> int:
    """In how many articles a root stands; none where it is too rare to be known as half of a compound."""
    use = lexicon.words().get(root, NEVER)[0] if root in roots else 0
    return use if use > (HALF_USE if len(root) > 3 else SHORT_HALF_USE) else 0


def _peel(
    word: str, table: Mapping[str, list[Cut]], outer: tuple[str, ...]
) -> list[tuple[str, tuple[str, ...]]]:
    """What is left, and the prefixes, after each prefix of a table and those that may stand inside it."""
    found = []
    for length in LENGTHS[word[:2]]:
        for size, letters, name in table.get(word[:length], ()):
            stem, prefixes = letters + word[size:], outer + name
            found.append((stem, prefixes))
            if stem[:2] in LENGTHS and len(prefixes) < DEPTH:
                found += _peel(stem, INNER, prefixes)
    return found


def likeliest(word: str, roots: Roots, capital: bool = False) -> Analysis:
    """The best analysis of a lower-case word, the word itself when none is better.

    ``capital``: the word is written with one inside a sentence, as names are.
    """
    whole = _analysis((word, (), ()))
    if word in roots.listed:
        return whole
    if not (found := analyses(word, roots.known)):
        return (None if capital else compound(word, roots.listed)) or whole
    use = _use(word, capital)
    best, most = whole, _whole_score(False, *use)
    if len(found) == 1 and _score(*found[0], roots.listed, use, _least_root_score) > most:
        return found[0]  # whatever news says of the root, which takes half the time to find out
    for analysis in found:
        score = _score(*analysis, roots.listed, use)
        if score > most:
            best, most = analysis, score
    return best


def total(word: str, a: Analysis, roots: Roots) -> float:
    """The score of an analysis of a lower-case word: the sum of its features' weights."""
    use = _use(word, False)
    return _whole_score(word in roots.listed, *use) if a.root == word else _score(*a, roots.listed, use)


class Use(NamedTuple):
    """How news uses a word: how often its number of articles doubles from 0, its share of capitals in per
    cent; and whether it has a capital inside the sentence here."""

    level: int
    share: int
    capital: bool


UNSEEN = {capital: Use(0, 0, capital) for capital in (False, True)}


def _use(word: str, capital: bool) -> Use:
    known = lexicon.words().get(word)
    return Use(known[0].bit_length(), known[1], capital) if known else UNSEEN[capital]


class Affixes(NamedTuple):
    """What the affixes of an analysis say for it, and which ones stand next to the root."""

    score: float
    prefix: str  # the morpheme
    form: str
    suffix: str  # derivational


@lru_cache(1 << 14)
def _root_score(root: str, listed: bool, prefix: str, suffix: str) -> float:
    kind, evidence, kin = _evidence(root, listed, prefix, suffix)
    weights, values = _root_weights(prefix, *kind), (*evidence, *kin)
    return sum([weight * value for weight, value in zip(weights, values, strict=True)])


def _least_root_score(root: str, listed: bool, prefix: str, suffix: str) -> float:
    return _least_sum(prefix, *_kind(root, listed))


@cache
def _least_sum(prefix: str, kind: str, length: int) -> float:
    weights = _root_weights(prefix, kind, length)
    bounds = (*EVIDENCE.values(), *KIN.values())
    return sum([min(w * least, w * most) for w, (least, most) in zip(weights, bounds, strict=True)])


def _score(
    root: str,
    prefixes: tuple[str, ...],
    suffixes: tuple[str, ...],
    listed: Set[str],
    use: Use,
    root_score: Callable[[str, bool, str, str], float] = _root_score,
) -> float:
    score, prefix, form, suffix = _affixes(prefixes, suffixes)
    score += root_score(root, root in listed, prefix, suffix)
    if past := _past(root, prefix, suffix, form, listed):
        score += _past_score(*past)
    if use.share > 50 or use.capital:
        score += _name_score(prefixes[:1], suffixes[-1:], use)
    return score


@lru_cache(1 << 12)
def _affixes(prefixes: tuple[str, ...], suffixes: tuple[str, ...]) -> Affixes:
    suffix = suffixes[-1] if suffixes and suffixes[-1] in SUFFIXES else ""
    score = _suffix_score(*suffixes)
    if not prefixes:
        return Affixes(score, "", "", suffix)
    inner = MORPHEMES[prefixes[-1]]
    score += _prefix_score(*prefixes) + _confix_score(MORPHEMES[prefixes[0]], inner, suffix)
    return Affixes(score, inner, LABELS[prefixes[-1]].form, suffix)


def _evidence(root: str, listed: bool, prefix: str, suffix: str) -> tuple[tuple[str, int], Values, Values]:
    """What dictionaries and news say of a root, and of the words that are made from it.

    Its kind and length, the values of EVIDENCE and those of KIN. The passive shows the letter that meN- and
    peN- swallow (dipakai, never dimakai), best when it is like the word: mengawal and pengawal are from
    dikawal, mengawali is from diawali.
    """
    use = lexicon.words().get
    documents, share = use(root, NEVER)
    level = documents.bit_length()
    passive = max(
        use("di" + root, NEVER)[0],
        use(f"di{root}kan", NEVER)[0],
        use(f"di{root}i", NEVER)[0],
        use("ter" + root, NEVER)[0],
    ).bit_length()
    others = max(
        use(root + "nya", NEVER)[0],
        use(root + "an", NEVER)[0],
        use(root + "kan", NEVER)[0],
        use(f"ke{root}an", NEVER)[0],
    ).bit_length()
    alike = {"meN": f"di{root}{suffix}", "peN": f"di{root}"}.get(prefix, "")
    same = use(alike, NEVER)[0].bit_length()
    idle = 0 if passive else level
    return (
        _kind(root, listed),
        (1, level, share // 25, not level, 1),
        (passive, same, others, idle, not passive and not others),
    )


def _kind(root: str, listed: bool) -> tuple[str, int]:
    return "root" if listed else "news", min(len(root), 6)


def _past(root: str, prefix: str, suffix: str, form: str, listed: Set[str]) -> tuple[str, ...]:
    """The ways to cut the word that give another root, or an ending that this one keeps."""
    found: tuple[str, ...] = ()
    if suffix:
        if root + suffix in listed:  # menelan is men-telan before it is men-tel-an
            found += (f"past {suffix}",)
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
    _, prefix, form, suffix = _affixes(prefixes, suffixes)
    kind, evidence, kin = _evidence(root, root in roots.listed, prefix, suffix)
    yield from affix_features(prefixes, suffixes)
    yield from past_features(*_past(root, prefix, suffix, form, roots.listed))
    yield from zip(_named(EVIDENCE, *kind), evidence, strict=True)
    yield from zip(_named(KIN, prefix), kin, strict=True)
    yield from name_features(prefixes[:1], suffixes[-1:], use)


def _named(templates: Iterable[str], *kind: Any) -> list[str]:
    return [template.format(*kind) for template in templates]


@cache
def _root_weights(prefix: str, kind: str, length: int) -> list[float]:
    names = _named(EVIDENCE, kind, length) + _named(KIN, prefix)
    return [lexicon.weights("affixes").get(name, 0.0) for name in names]


def affix_features(prefixes: tuple[str, ...], suffixes: tuple[str, ...]) -> Features:
    """Which affixes there are, and which of them go together."""
    yield from suffix_features(*suffixes)
    if prefixes:
        suffix = _affixes(prefixes, suffixes).suffix
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


def past_features(*found: str) -> Features:
    """Which other cuts there are."""
    return ((name, 1) for name in found)


def name_features(prefix: tuple[str, ...], suffix: tuple[str, ...], use: Use) -> Features:
    """What speaks against an analysis of a name: Bekasi is no bekas-i, but Kejaksaan is ke-jaksa-an."""
    ending = "".join(suffix)
    shape = f"{'prefix' if prefix else ''} {ending}"
    if use.share > 50:
        share = (use.share / 100) ** 8
        yield f"name {shape}", share
        yield "name level", share * use.level
        if prefix:
            yield f"name {MORPHEMES[prefix[0]]} {ending}", share
    if use.capital:
        yield f"capital {shape}", 1
        if not use.level:
            yield f"capital unseen {shape}", 1


def whole_features(listed: bool, level: int, share: int, capital: bool) -> Features:
    """What speaks for a word that is its own root."""
    kind = "listed" if listed else "seen" if level else "unseen"
    yield f"whole {kind}", 1
    yield f"whole {kind} level", level
    yield f"whole {kind} capital", share / 100
    if capital:
        yield f"capital {kind}", 1
        yield f"capital {kind} share", share / 100


def _sum(found: Features) -> float:
    weights = lexicon.weights("affixes")
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
_past_score = _score_of(past_features)
_name_score = _score_of(name_features)
_whole_score = _score_of(whole_features)
