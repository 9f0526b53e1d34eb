"""The analyses that a word allows, each a root with its affixes, and the likeliest of them.

Every way to take off affixes that ends in a known root is a candidate, and so is the word as it stands.
A candidate's score is the sum of the weights of its features: which affixes it has and how well they go
together, how news uses the root, whether the word is a name. The weights are learned
(tests/measure/affixes.py) and lie in ``data/affixes.tsv``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from math import log1p
from typing import NamedTuple

from newskit import lexicon
from newskit.affixes import PARTICLES, POSSESSIVES, PREFIXES, Allomorph

SUFFIXES = ("kan", "an", "i")
DEPTH = 3  # prefixes in a row: ke-tidak-ber-daya-an
SHORTEST = 2  # letters of a root: es, om
SYLLABLE = re.compile("ai|au|oi|[aiueo]")
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


def _forms() -> Mapping[str, list[Form]]:
    """By a word's first two letters: the form, its length, what may follow, (letters, label) of each recoding."""
    table: dict[str, list[Form]] = {}
    for a in PREFIXES:
        becomes = tuple((letters, label(a, letters)) for letters in a.becomes)
        table.setdefault(a.form[:2], []).append((a.form, len(a.form), a.before, becomes))
    return table


FORMS = _forms()


def analyses(word: str, roots: Set[str]) -> list[Analysis]:
    """Every root of ``roots`` that the word may come from, with the affixes taken off; not the word itself.

    >>> [a.root for a in analyses("memakan", {"makan", "pakan", "akan"})]
    ['pakan', 'makan']
    """
    found: list[Analysis] = []
    for stem, suffixes in _endings(word):
        if suffixes and stem in roots:
            found.append(Analysis(stem, (), suffixes))
        if stem[:2] in FORMS:
            _peel(stem, (), suffixes, roots, found)
    return found


def _endings(word: str) -> list[tuple[str, tuple[str, ...]]]:
    """The word without particle, possessive and suffix, each taken off or not."""
    found: list[tuple[str, tuple[str, ...]]] = [(word, ())]
    for endings in (PARTICLES, POSSESSIVES, SUFFIXES):
        for stem, suffixes in found[:]:
            if stem.endswith(endings):
                found += [
                    (stem[: -len(ending)], (*suffixes, ending))
                    for ending in endings
                    if stem.endswith(ending) and len(stem) - len(ending) >= SHORTEST
                ]
    return found


def _peel(
    word: str, prefixes: tuple[str, ...], suffixes: tuple[str, ...], roots: Set[str], found: list[Analysis]
) -> None:
    for form, length, before, becomes in FORMS[word[:2]]:
        if not word.startswith(form):
            continue
        rest = word[length:]
        if rest[:1] not in before and rest[:3] not in before:
            continue
        for letters, name in becomes:
            stem = letters + rest
            if stem in roots and (form[2:] != "nge" or len(SYLLABLE.findall(stem)) == 1):
                found.append(Analysis(stem, (*prefixes, name), suffixes))
            if len(prefixes) < DEPTH - 1 and stem[:2] in FORMS:
                _peel(stem, (*prefixes, name), suffixes, roots, found)


def likeliest(word: str, roots: Roots, capital: bool = False) -> Analysis:
    """The best analysis of a lower-case word, the word itself when none is better.

    ``capital``: the word is written with one inside a sentence, as names are.
    """
    whole = Analysis(word)
    if word in roots.listed:
        return whole
    found = analyses(word, roots.known)
    return max([whole, *found], key=lambda a: total(word, a, roots, capital)) if found else whole


def total(word: str, a: Analysis, roots: Roots, capital: bool = False) -> float:
    """The score of an analysis: the sum of its features' weights."""
    if a.root == word:
        return _sum(whole_features(word, word in roots.listed, capital))
    score = _affix_score(a.prefixes, a.suffixes)
    score += _root_score(a.root, a.root in roots.listed, *_neighbours(a))
    return score + _sum(shape_features(a, roots.listed)) + _sum(name_features(word, a, capital))


@lru_cache(1 << 14)
def _affix_score(prefixes: tuple[str, ...], suffixes: tuple[str, ...]) -> float:
    return _sum(affix_features(prefixes, suffixes))


@lru_cache(1 << 16)
def _root_score(root: str, listed: bool, prefix: str, suffix: str) -> float:
    return _sum(root_features(root, listed, prefix, suffix))


def _neighbours(a: Analysis) -> tuple[str, str]:
    """The prefix and the suffix next to the root."""
    return MORPHEMES[a.prefixes[-1]] if a.prefixes else "", _derivational(a.suffixes)


def _sum(features: Iterable[tuple[str, float]]) -> float:
    weights = lexicon.weights("affixes")
    return sum(weights.get(name, 0.0) * value for name, value in features)


def features(word: str, a: Analysis, roots: Roots, capital: bool) -> Features:
    """All that speaks for or against an analysis, by name: what the weights are learned from."""
    if a.root == word:
        yield from whole_features(word, word in roots.listed, capital)
        return
    yield from affix_features(a.prefixes, a.suffixes)
    yield from root_features(a.root, a.root in roots.listed, *_neighbours(a))
    yield from shape_features(a, roots.listed)
    yield from name_features(word, a, capital)


def affix_features(prefixes: tuple[str, ...], suffixes: tuple[str, ...]) -> Features:
    """Which affixes there are, and which of them go together."""
    morphemes = [MORPHEMES[prefix] for prefix in prefixes]
    for form, morpheme in zip(prefixes, morphemes, strict=True):
        yield f"form {form}", 1
        yield f"prefix {morpheme}", 1
    for outer, inner in zip(morphemes, morphemes[1:], strict=False):
        yield "chain", 1
        yield f"chain {outer} {inner}", 1
    for suffix in suffixes:
        yield f"suffix {suffix}", 1
    if prefixes:
        suffix = _derivational(suffixes)
        yield f"confix {morphemes[0]} {suffix}", 1
        yield f"inner {morphemes[-1]} {suffix}", 1


def _derivational(suffixes: tuple[str, ...]) -> str:
    return suffixes[-1] if suffixes and suffixes[-1] in SUFFIXES else ""


def shape_features(a: Analysis, listed: Set[str]) -> Features:
    """What the letters say: an ending kept in the root, a shorter way to the word by another root."""
    suffix = _derivational(a.suffixes)
    if suffix and a.root + suffix in listed:  # menelan is men-telan before it is men-tel-an
        yield f"past {suffix}", 1
    if not a.prefixes:
        return
    if not suffix and a.root.endswith(("an", "i")):
        yield f"kept {MORPHEMES[a.prefixes[0]]} {a.root[-1]}", 1
    if a.prefixes[-1].partition(">")[0] + a.root in listed:  # terbangnya is terbang before it is ter-bang
        yield "past prefix", 1
        yield f"past {MORPHEMES[a.prefixes[-1]]}", 1


def root_features(root: str, listed: bool, prefix: str, suffix: str) -> Features:
    """What speaks for a root: dictionaries list it, news uses it and words made from it, not as a name.

    Of those words, the passive shows the letter that meN- and peN- swallow (dipakai, never dimakai), best
    when it has the same suffix (dikawal but diawali).
    """
    kind = "root" if listed else "news"
    words = lexicon.words()
    documents, capital = words.get(root, NEVER)
    passive = max(words.get(f"di{root}{ending}", NEVER)[0] for ending in ("", *SUFFIXES))
    kin = max(words.get(form, NEVER)[0] for form in (f"{root}nya", f"{root}an", f"{root}kan", f"ke{root}an"))
    yield kind, 1
    yield f"{kind} documents", log1p(documents)
    yield f"{kind} capital", capital / 100
    yield f"length {min(len(root), 6)}", 1
    yield f"passive {prefix}", log1p(passive)
    yield f"kin {prefix}", log1p(kin)
    if prefix == "meN":
        yield "same passive", log1p(words.get(f"di{root}{suffix}", NEVER)[0])
    if not documents:
        yield f"{kind} unseen", 1
    if not passive and not kin:
        yield f"no kin {prefix}", 1


def name_features(word: str, a: Analysis, capital: bool) -> Features:
    """What speaks against an analysis when the word is a name: Bekasi is no bekas-i, Kejaksaan is ke-jaksa-an."""
    documents, share = lexicon.words().get(word, NEVER)
    if share <= 50 and not capital:
        return
    shape = f"{'prefix' if a.prefixes else ''} {a.suffixes[-1] if a.suffixes else ''}"
    if share > 50:
        yield f"name {shape}", (share / 100) ** 8
        yield "name documents", (share / 100) ** 8 * log1p(documents)
    if capital:
        yield f"capital {shape}", 1
        if not documents:
            yield f"capital unseen {shape}", 1


def whole_features(word: str, listed: bool, capital: bool) -> Features:
    """What speaks for a word that is its own root."""
    documents, share = lexicon.words().get(word, NEVER)
    kind = "listed" if listed else "seen" if documents else "unseen"
    yield f"whole {kind}", 1
    yield f"whole {kind} documents", log1p(documents)
    yield f"whole {kind} capital", share / 100
    if capital:
        yield f"capital {kind}", 1
        yield f"capital {kind} share", share / 100
