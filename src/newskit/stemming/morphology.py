"""The analyses that a word allows: each a known root, or two of them, with the affixes round it.

Which of them is likeliest is for ``newskit.evidence`` to say.
"""

import re
from collections.abc import Iterable, Mapping, Set
from functools import cache, partial
from itertools import product
from typing import NamedTuple

from newskit.lexicon import usage
from newskit.stemming.affixes import PARTICLES, POSSESSIVES, PREFIXES, Allomorph

SUFFIXES = ("kan", "an", "i")
DEPTH = 3  # prefixes in a row: ke-tidak-ber-daya-an
SHORTEST = 2  # letters of a root: es, om
TAILS = 1 << 12  # last letters of words that are remembered
CONFIXES = frozenset((  # round compounds; per- may stand inside
    ("meN", "kan"), ("meN", "i"), ("di", "kan"), ("di", "i"),
    ("ke", "an"), ("peN", "an"), ("per", "an"), ("ber", "an"),
))  # fmt: skip
HALF_USE, SHORT_HALF_USE = 3, 200  # articles that have half a compound, and one of three letters: uji, api
SYLLABLE = re.compile("ai|au|oi|ee|oo|[aiueo]")
Ending = tuple[int, tuple[str, ...]]  # minus the number of its letters, the suffixes that they are
Cut = tuple[int, str, tuple[str, ...]]  # letters of a prefix, letters that it swallowed, its label


class Analysis(NamedTuple):
    """A root and what stands round it, from the outside in; prefixes with the letter swallowed: ``mem>p``."""

    root: str
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()


_analysis = partial(tuple.__new__, Analysis)  # at half the price of Analysis itself


def whole(word: str) -> Analysis:
    """The analysis of a word that is its own root."""
    return _analysis((word, (), ()))


def label(allomorph: Allomorph, letters: str) -> str:
    """The name of a prefix in an analysis: its form, and the letters that it swallowed.

    >>> label(Allomorph("13", "meN", "mem", frozenset("aiueo"), ("p", "m")), "p")
    'mem>p'
    """
    return f"{allomorph.form}>{letters}" if letters else allomorph.form


LABELS = {label(a, letters): a for a in PREFIXES for letters in a.restored_initial}
MORPHEMES = {name: a.morpheme for name, a in LABELS.items()}


def _cuts(prefixes: Iterable[Allomorph]) -> Mapping[str, list[Cut]]:
    """The prefixes by what a word that has them begins with: their letters and what must follow."""
    table: dict[str, list[Cut]] = {}
    for a in prefixes:
        for context in a.context:
            found = table.setdefault(a.form + context, [])
            found += [(len(a.form), letters, (label(a, letters),)) for letters in a.restored_initial]
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
    sure, longer = BY_TAIL[word[-3:]]
    endings = sure if not longer else _endings(word)
    found = []
    if len(endings) > 1:
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
    if word[:2] not in LENGTHS:
        return None
    endings = [(end, suffixes) for end, suffixes in _endings(word) if suffixes and suffixes[-1] in SUFFIXES]
    if not endings:
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
    known = usage.words().get(root) if root in roots else None
    use = known.document_frequency if known else 0
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
