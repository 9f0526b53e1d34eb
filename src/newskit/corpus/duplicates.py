"""Articles that tell the same in nearly the same words: pairs by their Jaccard index, and clusters of them.

Two articles are compared by their sets of shingles, three words in a row each, where words are runs of
letters and digits in lower case. Their Jaccard index is the number of shingles that both have, divided by the
number that either has; it is exact. Candidates come from sketches, the least hashes of each set (Broder 1997,
bottom-k): of two sets with the index J a share J of the least hashes of both together stands in both
sketches, so that few others are compared. A pair at the threshold is missed once in 30,000 times.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, combinations
from math import sqrt
from typing import NamedTuple

from newskit.article.parse import parse
from newskit.document import Document

WORD = re.compile(r"\w+")
WORDS = 3  # in a shingle
SKETCH = 64  # hashes; twice and four times as many for low thresholds, which share fewer
SLICE = 400_000  # hashes that are counted at once
DEVIATIONS = 4  # standard deviations below the hashes that two sketches are expected to share


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """An article as it is compared: its shingles, and what tells it from others."""

    id: str
    source: str
    index: int
    date: str | None
    outlet: str | None
    title: str | None
    shingles: "array[int]"


class Pair(NamedTuple):
    """Two texts by their numbers, the lower one first, and their Jaccard index."""

    a: int
    b: int
    jaccard: float


def fingerprint(document: Document) -> Fingerprint:
    """What is compared of a document: its text after the header, where it has one."""
    article = parse(document)
    header = article.image or article.title or article.date
    title, outlet = article.title, article.outlet
    return Fingerprint(
        document.id,
        document.source,
        document.index,
        article.published or (article.date.text if article.date else document.date),
        document.outlet or (outlet.text if outlet else None),
        title.text if title else document.title,
        shingles(document.text[header.end if header else 0 :]),
    )


def by_age(articles: Sequence[Fingerprint]) -> list[Fingerprint]:
    """Articles from the oldest on; those of one day, and last those without a date, as they came."""
    return sorted(articles, key=lambda article: article.date or "~")


class _Hashes(dict[str, int]):
    """A number for each word, the same in every process and on every day."""

    def __missing__(self, word: str) -> int:
        if len(self) > 1 << 18:
            self.clear()
        value = self[word] = int.from_bytes(blake2b(word.encode(), digest_size=7).digest(), "little")
        return value


_hashes = _Hashes()


def shingles(text: str) -> "array[int]":
    """The sorted hashes (64 bits) of the shingles of a text; a text of one or two words is one shingle.

    >>> len(shingles("Harga beras naik di pasar.")), len(shingles("Harga")), len(shingles(""))
    (3, 1, 0)
    """
    words = list(map(_hashes.__getitem__, WORD.findall(text.lower())))
    if 0 < len(words) < WORDS:
        return array("q", [hash(tuple(words))])
    return array("q", sorted(set(map(hash, zip(words, words[1:], words[2:], strict=False)))))


def jaccard(a: "array[int]", b: "array[int]") -> float:
    """The share of the shingles of two texts that both have, 0 where neither has any.

    >>> jaccard(shingles("harga beras naik di pasar"), shingles("harga beras naik di kota"))
    0.5
    """
    both = len(set(a).intersection(b))
    return both / (len(a) + len(b) - both or 1)


def pairs(texts: Sequence["array[int]"], threshold: float = 0.5) -> Iterator[Pair]:
    """The pairs of texts, given by their ``shingles``, with at least this Jaccard index, in the order of
    ``b``, ``a``.

    >>> beras, lain = shingles("harga beras naik di pasar"), shingles("harga beras naik di kota")
    >>> list(pairs([beras, shingles("hujan turun di Medan"), lain]))
    [Pair(a=0, b=2, jaccard=0.5)]
    """
    copies = _copies(texts)
    first = {same[0]: same for same in copies}
    found = [(a, b, 1.0) for same in copies for a, b in combinations(same, 2)]
    for one, other, index in _distinct_pairs(texts, sorted(first), threshold):
        found += ((min(a, b), max(a, b), index) for a in first[one] for b in first[other])
    found.sort(key=lambda pair: (pair[1], pair[0]))
    return map(Pair._make, found)


def clusters(texts: Sequence["array[int]"], threshold: float = 0.5) -> list[list[int]]:
    """The texts that have duplicates, in clusters by complete linking: any two of a cluster reach the
    threshold.

    The likest are joined first. A cluster is in the order of its texts, the clusters in that of their first
    ones.

    >>> clusters([shingles(text) for text in ("a b c d e", "x y z", "a b c d e f", "x y z")])
    [[0, 2], [1, 3]]
    """
    copies = _copies(texts)
    first = {same[0]: same for same in copies}
    linked = _complete_links(_distinct_pairs(texts, sorted(first), threshold))
    joined = {text for cluster in linked for text in cluster}
    alone = [same for same in copies if len(same) > 1 and same[0] not in joined]
    return sorted([*alone, *(sorted(chain.from_iterable(map(first.__getitem__, c))) for c in linked)])


def _copies(texts: Sequence["array[int]"]) -> list[list[int]]:
    """The texts in groups with the very same shingles; those without any are left out."""
    groups: dict[bytes, list[int]] = {}
    for number, text in enumerate(texts):
        if text:
            groups.setdefault(blake2b(text, digest_size=16).digest(), []).append(number)
    return list(groups.values())


def _distinct_pairs(
    texts: Sequence["array[int]"], numbers: Sequence[int], threshold: float
) -> Iterator[tuple[int, int, float]]:
    """The pairs among texts that are no copies of each other."""
    size = SKETCH * (1 if threshold >= 0.5 else 2 if threshold >= 0.25 else 4)
    shared, counts = _shared_hashes(texts, numbers, size)
    holders: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        hashes = sorted(shared.get(number, ()), key=lambda value: (counts[value], value))
        least = _shared_at_least(min(size, len(texts[number])), threshold)
        if len(hashes) < least:
            continue
        rarest = hashes[: len(hashes) - least + 1]  # two with ``least`` in common have one of these in common
        sketch, whole = set(hashes), set(texts[number])
        for other in sorted(set(chain.from_iterable(map(holders.__getitem__, rarest)))):
            if not threshold <= len(texts[other]) / len(whole) <= 1 / threshold:
                continue
            if len(sketch.intersection(shared[other])) < least:
                continue
            both = len(whole.intersection(texts[other]))
            index = both / (len(whole) + len(texts[other]) - both)
            if index >= threshold:
                yield other, number, index
        for value in rarest:
            holders[value].append(number)


def _shared_at_least(size: int, threshold: float) -> int:
    """How many hashes two sketches of this size share, but for the rarest chance, when their texts are
    alike.
    """
    expected = size * threshold
    return max(1, int(expected - DEVIATIONS * sqrt(expected * (1 - threshold))))


def _shared_hashes(
    texts: Sequence["array[int]"], numbers: Sequence[int], size: int
) -> tuple[dict[int, "array[int]"], dict[int, int]]:
    """The hashes of each text's sketch that other sketches have, too, and how many have each.

    Hashes are counted in slices of their range: few at once, of which most are of one text alone.
    """
    shared: dict[int, array[int]] = defaultdict(lambda: array("q"))
    counts: dict[int, int] = {}
    slices = 1 + len(numbers) * size // SLICE
    step = (1 << 64) // slices + 1
    for low in range(-(1 << 63), 1 << 63, step):
        parts = {n: _between(texts[n], low, low + step, size) for n in numbers}
        counted = Counter(chain.from_iterable(parts.values()))
        repeated = {value: count for value, count in counted.items() if count > 1}
        for number, part in parts.items():
            if common := repeated.keys() & part:
                shared[number].extend(sorted(common))
        counts |= repeated
    return shared, counts


def _between(text: "array[int]", low: int, high: int, size: int) -> "array[int]":
    """The hashes of a text's sketch, its first ``size``, in a range."""
    end = min(size, len(text))
    return text[bisect_left(text, low, 0, end) : bisect_left(text, high, 0, end)]


def _complete_links(found: Iterable[tuple[int, int, float]]) -> list[list[int]]:
    """Clusters whose texts are pairs each with each, joined from the likest pair on."""
    edges = sorted(found, key=lambda edge: (-edge[2], edge[:2]))
    members = {text: [text] for a, b, _ in edges for text in (a, b)}
    home = {text: text for text in members}
    links: dict[int, Counter[int]] = defaultdict(Counter)
    for a, b, _ in edges:
        links[a][b] += 1
        links[b][a] += 1
    for a, b, _ in edges:
        one, other = home[a], home[b]
        if one == other or links[one][other] < len(members[one]) * len(members[other]):
            continue
        for text in members[other]:
            home[text] = one
        members[one] += members.pop(other)
        for third, count in links.pop(other).items():
            del links[third][other]
            if third != one:
                links[one][third] += count
                links[third][one] += count
    return [cluster for cluster in members.values() if len(cluster) > 1]
