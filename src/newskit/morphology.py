"""The analyses that a word allows, each a root with its affixes, and the likeliest of them.

Every way to take off affixes that ends in a known root is a candidate, and so is the word as it stands.
A candidate's score is the sum of the weights of its features: which affixes it has and how well they go
together, how news uses the root, whether the word is a name. The weights are learned
(tests/measure/affixes.py) and lie in ``data/affixes.tsv``.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from newskit import lexicon
from newskit.affixes import PARTICLES, POSSESSIVES, PREFIXES, Allomorph

SUFFIXES = ("kan", "an", "i")
DEPTH = 3  # prefixes in a row: ke-tidak-ber-daya-an
SHORTEST = 2  # letters of a root: es, om
SYLLABLE = re.compile("ai|au|oi|[aiueo]")
LAST = frozenset(ending[-1] for ending in (*PARTICLES, *POSSESSIVES, *SUFFIXES))
NO_ENDINGS: list[tuple[int, tuple[str, ...]]] = [(0, ())]
NEVER = (0, 0)  # the use of a word that news does not have

Form = tuple[str, int, frozenset[str], tuple[tuple[str, str], ...]]
Features = Iterator[tuple[str, float]]


class Analysis(NamedTuple):
    """A root and what stands round it, from the outside in; prefixes with the letter swallowed: ``mem>p``."""

    root: str
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()


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


def _forms(prefixes: Iterable[Allomorph]) -> Mapping[str, list[Form]]:
    """By a word's first two letters: form, length, what may follow, (letters, label) of each recoding."""
    table: dict[str, list[Form]] = {}
    for a in prefixes:
        becomes = tuple((letters, label(a, letters)) for letters in a.becomes)
        table.setdefault(a.form[:2], []).append((a.form, len(a.form), a.before, becomes))
    return table


FORMS = _forms(PREFIXES)
INNER = _forms(a for a in PREFIXES if a.morpheme in ("peN", "per", "ber", "ter", "ke", "se", "tidak"))


def analyses(word: str, roots: Set[str]) -> list[Analysis]:
    """Every root of ``roots`` that the word may come from, with the affixes taken off; not the word itself.

    >>> [a.root for a in analyses("memakan", {"makan", "pakan", "akan"})]
    ['pakan', 'makan']
    """
    endings = _endings(word) if word[-1:] in LAST else NO_ENDINGS
    found = [
        Analysis(word[:end], (), suffixes) for end, suffixes in endings if word[:end] in roots and suffixes
    ]
    if forms := FORMS.get(word[:2]):
        for stem, prefixes in _peel(word, forms, ()):
            for end, suffixes in endings:
                root = stem[: end or None]
                if root in roots and (prefixes[-1][2:] != "nge" or len(SYLLABLE.findall(root)) == 1):
                    found.append(Analysis(root, prefixes, suffixes))
    return found


def _endings(word: str) -> list[tuple[int, tuple[str, ...]]]:
    """Where the word ends without particle, possessive and suffix, each taken off or not: 0, -3, -5..."""
    found: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for endings in (PARTICLES, POSSESSIVES, SUFFIXES):
        for end, suffixes in found[:]:
            stem = word[: end or None]
            if stem.endswith(endings):
                for ending in endings:
                    if stem.endswith(ending) and len(stem) - len(ending) >= SHORTEST:
                        found.append((end - len(ending), (*suffixes, ending)))
    return found


def _peel(word: str, forms: list[Form], outer: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """What is left, and the prefixes, after each prefix of ``forms`` and those that may stand inside it."""
    found = []
    for form, length, before, becomes in forms:
        if not word.startswith(form):
            continue
        rest = word[length:]
        if rest[:1] not in before and rest[:3] not in before:
            continue
        for letters, name in becomes:
            stem, prefixes = letters + rest, (*outer, name)
            found.append((stem, prefixes))
            if (inner := INNER.get(stem[:2])) and len(prefixes) < DEPTH:
                found += _peel(stem, inner, prefixes)
    return found


def likeliest(word: str, roots: Roots, capital: bool = False) -> Analysis:
    """The best analysis of a lower-case word, the word itself when none is better.

    ``capital``: the word is written with one inside a sentence, as names are.
    """
    best = Analysis(word)
    if word in roots.listed or not (found := analyses(word, roots.known)):
        return best
    documents, share = lexicon.words().get(word, NEVER)
    use = Use(documents.bit_length(), share, capital)
    most = _whole_score(False, use)
    for analysis in found:
        score = _analysis_score(analysis, roots.listed, use)
        if score > most:
            best, most = analysis, score
    return best


def total(word: str, a: Analysis, roots: Roots) -> float:
    """The score of an analysis of a lower-case word: the sum of its features' weights."""
    documents, share = lexicon.words().get(word, NEVER)
    use = Use(documents.bit_length(), share, False)
    return (
        _whole_score(word in roots.listed, use) if a.root == word else _analysis_score(a, roots.listed, use)
    )


class Use(NamedTuple):
    """How news uses a word: how often its number of articles doubles from 0, its share of capitals in per
    cent; and whether it has a capital inside the sentence here."""

    level: int
    share: int
    capital: bool


class Evidence(NamedTuple):
    """What speaks for a root: a dictionary, its use in news, the passives and other words made from it."""

    listed: bool
    level: int
    quarter: int  # of its share of capitals
    length: int


class Kin(NamedTuple):
    """How news uses words made from a root: the passives, that with the same suffix, and others."""

    prefix: str
    passive: int
    same: int
    others: int
    idle: int  # how news uses a root that has no passive


def _evidence(root: str, listed: bool) -> Evidence:
    documents, share = lexicon.words().get(root, NEVER)
    return Evidence(listed, documents.bit_length(), share // 25, min(len(root), 6))


def _kin(root: str, prefix: str, suffix: str) -> Kin:
    passive, others = _made_from(root)
    use = lexicon.words().get
    same = use(f"di{root}{suffix}", NEVER)[0].bit_length() if prefix == "meN" else 0
    return Kin(prefix, passive, same, others, 0 if passive else use(root, NEVER)[0].bit_length())


@lru_cache(1 << 16)
def _made_from(root: str) -> tuple[int, int]:
    """How much news uses the passives of a root, and other words made from it."""
    use = lexicon.words().get
    passive = max(
        use(f"di{root}", NEVER)[0],
        use(f"di{root}kan", NEVER)[0],
        use(f"di{root}i", NEVER)[0],
        use(f"ter{root}", NEVER)[0],
    )
    others = max(
        use(f"{root}nya", NEVER)[0],
        use(f"{root}an", NEVER)[0],
        use(f"{root}kan", NEVER)[0],
        use(f"ke{root}an", NEVER)[0],
    )
    return passive.bit_length(), others.bit_length()


def _analysis_score(a: Analysis, listed: Set[str], use: Use) -> float:
    root, prefixes, suffixes = a
    prefix, suffix, form = _neighbours(prefixes, suffixes)
    score = _affix_score(prefixes, suffixes) + _root_weight(root, root in listed, prefix, suffix)
    if past := _past(root, prefix, suffix, form, listed):
        score += _past_score(*past)
    if use.share > 50 or use.capital:
        score += _name_score(bool(prefixes), suffixes[-1:], use)
    return score


@lru_cache(1 << 16)
def _root_weight(root: str, listed: bool, prefix: str, suffix: str) -> float:
    return _evidence_score(_evidence(root, listed)) + _kin_score(_kin(root, prefix, suffix))


@lru_cache(1 << 12)
def _neighbours(prefixes: tuple[str, ...], suffixes: tuple[str, ...]) -> tuple[str, str, str]:
    """The prefix and the derivational suffix next to the root, and the prefix's form there."""
    suffix = suffixes[-1] if suffixes and suffixes[-1] in SUFFIXES else ""
    return (MORPHEMES[prefixes[-1]], suffix, LABELS[prefixes[-1]].form) if prefixes else ("", suffix, "")


def _past(root: str, prefix: str, suffix: str, form: str, listed: Set[str]) -> tuple[str, ...]:
    """The ways to cut the word that give another root, or an ending that this one keeps."""
    found: tuple[str, ...] = ()
    if suffix:
        if root + suffix in listed:  # menelan is men-telan before it is men-tel-an
            found += (f"past {suffix}",)
        if suffix == "kan" and f"{root}k" in listed:  # desakan is desak-an before it is desa-kan
            found += (f"past k {prefix}",)
    elif form and root.endswith(("an", "i")):
        found += (f"kept {prefix} {root[-1]}",)
    if form and form + root in listed:  # terbangnya is terbang-nya before it is ter-bang-nya
        found += ("past prefix", f"past {prefix}")
    return found


def features(word: str, a: Analysis, roots: Roots, capital: bool) -> Features:
    """All that speaks for or against an analysis, by name: what the weights are learned from."""
    documents, share = lexicon.words().get(word, NEVER)
    use = Use(documents.bit_length(), share, capital)
    if a.root == word:
        yield from whole_features(word in roots.listed, use)
        return
    root, prefixes, suffixes = a
    prefix, suffix, form = _neighbours(prefixes, suffixes)
    yield from affix_features(prefixes, suffixes)
    yield from past_features(*_past(root, prefix, suffix, form, roots.listed))
    yield from evidence_features(_evidence(root, root in roots.listed))
    yield from kin_features(_kin(root, prefix, suffix))
    yield from name_features(bool(prefixes), suffixes[-1:], use)


def affix_features(prefixes: tuple[str, ...], suffixes: tuple[str, ...]) -> Features:
    """Which affixes there are, and which of them go together."""
    morphemes = [MORPHEMES[prefix] for prefix in prefixes]
    for form, morpheme in zip(prefixes, morphemes, strict=True):
        yield f"form {form}", 1
        yield f"prefix {morpheme}", 1
    for outer, inner in pairwise(morphemes):
        yield "chain", 1
        yield f"chain {outer} {inner}", 1
    for suffix in suffixes:
        yield f"suffix {suffix}", 1
    if prefixes:
        suffix = suffixes[-1] if suffixes and suffixes[-1] in SUFFIXES else ""
        yield f"confix {morphemes[0]} {suffix}", 1
        yield f"inner {morphemes[-1]} {suffix}", 1


def past_features(*found: str) -> Features:
    """Which other cuts there are."""
    return ((name, 1) for name in found)


def evidence_features(e: Evidence) -> Features:
    """What speaks for a root by itself."""
    kind = "root" if e.listed else "news"
    yield kind, 1
    yield f"{kind} level", e.level
    yield f"{kind} capital", e.quarter
    yield f"length {e.length}", 1
    if not e.level:
        yield f"{kind} unseen", 1


def kin_features(k: Kin) -> Features:
    """What other words say of a root after a prefix.

    The passive shows the letter that meN- and peN- swallow (dipakai, never dimakai), best when it has the
    same suffix (dikawal but diawali).
    """
    yield f"passive {k.prefix}", k.passive
    yield f"kin {k.prefix}", k.others
    yield "same passive", k.same
    yield f"idle {k.prefix}", k.idle
    if not k.passive and not k.others:
        yield f"no kin {k.prefix}", 1


def name_features(prefixed: bool, suffix: tuple[str, ...], use: Use) -> Features:
    """What speaks against an analysis of a name: Bekasi is no bekas-i, but Kejaksaan is ke-jaksa-an."""
    shape = f"{'prefix' if prefixed else ''} {''.join(suffix)}"
    if use.share > 50:
        yield f"name {shape}", (use.share / 100) ** 8
        yield "name level", (use.share / 100) ** 8 * use.level
    if use.capital:
        yield f"capital {shape}", 1
        if not use.level:
            yield f"capital unseen {shape}", 1


def whole_features(listed: bool, use: Use) -> Features:
    """What speaks for a word that is its own root."""
    kind = "listed" if listed else "seen" if use.level else "unseen"
    yield f"whole {kind}", 1
    yield f"whole {kind} level", use.level
    yield f"whole {kind} capital", use.share / 100
    if use.capital:
        yield f"capital {kind}", 1
        yield f"capital {kind} share", use.share / 100


def _score_of(source: Callable[..., Features]) -> Callable[..., float]:
    """The sum of the weights of the features, remembered: the same few come again and again."""

    @lru_cache(1 << 15)
    def score(*key: Any) -> float:
        weights = lexicon.weights("affixes")
        return sum(weights.get(name, 0.0) * value for name, value in source(*key))

    return score


_affix_score = _score_of(affix_features)
_past_score = _score_of(past_features)
_evidence_score = _score_of(evidence_features)
_kin_score = _score_of(kin_features)
_name_score = _score_of(name_features)
_whole_score = _score_of(whole_features)
