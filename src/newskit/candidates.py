"""The words and phrases of an article that may be keywords, each with plain features that tell how likely.

A candidate is a content word, or a run of them within a sentence, that recurs, or is a name that stands early.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from operator import mul
from typing import NamedTuple, TypeAlias

from newskit import lexicon
from newskit.pieces import DIGITS, END, FACTS, MARK, NAME, WORD, Reading, Word

CONTENT = frozenset(NAME + WORD)
PARTS = frozenset(NAME + WORD + DIGITS)
EARLY = 100  # pieces of the body within which a name need not recur
MOST = 20  # candidates that are looked at closely

PLACED = (
    "count",
    "first",
    "last",
    "runs_on_left",
    "runs_on_right",
    "names_left",
    "names_right",
    "left_variety",
    "letters",
    "in_title",
)
FEATURES = (*PLACED, *(f"{fact}_first" for fact in FACTS), *(f"{fact}_last" for fact in FACTS))
FIRST_WORD, LAST_WORD = len(PLACED), len(PLACED) + len(FACTS)  # where the facts of each begin

Places: TypeAlias = Mapping[str, list[int]]


def places(reading: Reading, max_words: int) -> dict[str, list[int]]:
    """The candidates, in lower case, with the places where they begin.

    A single word that never stands outside one phrase is no candidate.
    """
    title, early, shape = reading.title, reading.title + EARLY, reading.shape
    found = {}
    most: dict[str, int] = {}  # the count of the most frequent phrase around a part
    for phrase, at in _phrases(reading, max_words).items():
        count = len(at)
        if count == 1:
            place = at[0]
            if not title < place < early or WORD in shape[place : place + phrase.count(" ") + 1]:
                continue
        found[phrase] = at
        if " " in phrase:
            for part in phrase.split(" "):
                if most.get(part, 0) < count:
                    most[part] = count
    for word, count in most.items():
        if word in found and len(found[word]) <= count:
            del found[word]
    return found


def _phrases(reading: Reading, max_words: int) -> dict[str, list[int]]:
    """Every run of up to so many live pieces that begins with a word."""
    lower, live = reading.lower, _live(reading)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, (kind, phrase) in enumerate(zip(live, lower, strict=True)):
        if kind not in CONTENT:
            continue
        found[phrase].append(place)
        for last in range(place + 1, place + max_words):
            if live[last] not in PARTS:
                break
            phrase += " " + lower[last]
            found[phrase].append(place)
    return found


def _live(reading: Reading) -> list[str]:
    """The shape, place by place, with only those pieces left that recur, stand in the title or are early names."""
    shape, title, early = reading.shape, reading.title, reading.title + EARLY
    counts = [*map(reading.counts.__getitem__, reading.lower[title:])]
    near = [k if n > 1 or k == NAME else MARK for k, n in zip(shape[title:early], counts, strict=False)]
    far = [k if n > 1 else MARK for k, n in zip(shape[early:], counts[EARLY:], strict=True)]
    return [*shape[:title], *near, *far]


PROMISE = ("count", "near", "in_title", "name", "words")  # what is cheap to tell of a candidate
COUNTS = [0.0, *map(math.log, range(1, 50)), 4.0]
NEAR = [1 / math.log(2 + place) for place in range(2_000)]
NEVER = 1 << 60


def promise(reading: Reading, candidates: Places) -> list[tuple[float, ...]]:
    """A row of ``PROMISE`` for each candidate."""
    shape, title, far, rows = reading.shape, reading.title, len(NEAR) - 1, []
    for phrase, at in candidates.items():
        first, count = at[0], len(at)
        near = at[1] if first < title and count > 1 else first
        rows.append(
            (
                COUNTS[count if count < 50 else 50],
                NEAR[near if near < far else far],
                first < title,
                shape[first] == NAME,
                " " in phrase,
            )
        )
    return rows


def promising(reading: Reading, candidates: Places) -> list[str]:
    """The candidates that are worth a closer look: by their words, and by what is cheap to tell of them."""
    if len(candidates) <= MOST:
        return list(candidates)
    words = reading.words
    a, b, c, d, e = _weights()
    values = []
    for (phrase, at), (count, near, titled, name, several) in zip(
        candidates.items(), promise(reading, candidates), strict=True
    ):
        first = at[0]
        head, tail = words[first].verdict, words[first + phrase.count(" ")].verdict
        of_words = head.promise_first + tail.promise_last
        values.append(of_words + a * count + b * near + c * titled + d * name + e * several)
    least = sorted(values)[-MOST]
    return [phrase for phrase, value in zip(candidates, values, strict=True) if value >= least]


@cache
def _weights() -> list[float]:
    table = lexicon.weights("keywords")
    return [table[name] for name in PROMISE]


@cache
def _fact_weights() -> tuple[list[float], list[float]]:
    table = lexicon.weights("keywords")
    return [table[f"{fact}_first"] for fact in FACTS], [table[f"{fact}_last"] for fact in FACTS]


def promise_of_word(facts: Sequence[int]) -> tuple[float, float]:
    """What the facts of a word promise, in log odds, for a phrase that begins, or ends, with it."""
    first, last = _fact_weights()
    return sum(map(mul, first, facts)), sum(map(mul, last, facts))


class Row(NamedTuple):
    """A candidate, its first and last words, and its values of ``PLACED``."""

    phrase: str
    head: Word
    tail: Word
    placed: tuple[int, ...]


def rows(reading: Reading, candidates: Places) -> list[Row]:
    """What a closer look tells of the promising candidates."""
    lower, shape, words, title, _ = reading
    in_title = {word.stem for word in words[:title] if word.stem}
    size = len(lower)
    left_at, word_left_at = (END + shape).__getitem__, (END, *lower).__getitem__
    right_at = [shape[k:].__getitem__ for k in range(max(map(_length, candidates), default=0) + 1)]
    result = []
    for phrase in promising(reading, candidates):
        at = candidates[phrase]
        k, n, first = phrase.count(" ") + 1, len(at), at[0]
        head, tail = words[first], words[first + k - 1]
        if first < title:
            in_heading = bisect_left(at, title)
            first = at[in_heading] if in_heading < n else NEVER
        before = "".join(map(left_at, at))
        after = "".join(map(right_at[k], at))
        names_left, names_right = before.count(NAME), after.count(NAME)
        placed = (
            n if n < 127 else 127,
            (first - title) // 2 if first < title + 250 else 127,
            100 * at[-1] // size,
            100 * (names_left + before.count(WORD)) // n,
            100 * (names_right + after.count(WORD)) // n,
            100 * names_left // n,
            100 * names_right // n,
            100 * len(set(map(word_left_at, at))) // n if n > 1 else 100,
            len(phrase) if len(phrase) < 127 else 127,
            (head.stem in in_title) + (tail.stem in in_title),
        )
        result.append(Row(phrase, head, tail, placed))
    return result


def _length(phrase: str) -> int:
    return phrase.count(" ") + 1
