"""The words and phrases of an article that may be keywords, each with plain features that tell how likely.

A candidate is a content word, or a run of them within a sentence, that recurs, or is a name that stands early.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from newskit.pieces import DIGITS, FACTS, MARK, NAME, WORD, Reading, Word

CONTENT = frozenset(NAME + WORD)
PARTS = frozenset(NAME + WORD + DIGITS)
EARLY = 50  # pieces of the body within which a name need not recur
NEAR = 25  # pieces of the body within which a common word need not be frequent
OFTEN = 4

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


def places(reading: Reading, max_words: int) -> dict[str, list[int]]:
    """The candidates, in lower case, with the places where they begin.

    A single word that never stands outside one phrase is no candidate.
    """
    title, shape = reading.title, reading.shape
    near, early = title + NEAR, title + EARLY
    found = {}
    most: dict[str, int] = {}  # the count of the most frequent phrase around a part
    for phrase, at in _phrases(reading, max_words).items():
        count, place = len(at), at[0]
        if count == 1 and (
            not title < place < early or WORD in shape[place : place + phrase.count(" ") + 1]
        ):
            continue
        if count < OFTEN and place > near and shape[place] == WORD and " " not in phrase:
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


NEVER = 1 << 60


class Row(NamedTuple):
    """A candidate, its first and last words, and its values of ``PLACED``."""

    phrase: str
    head: Word
    tail: Word
    placed: tuple[int, ...]


def rows(reading: Reading, candidates: Mapping[str, list[int]]) -> list[Row]:
    """A row for each candidate."""
    lower, shape, words, title, _ = reading
    in_title = {word.stem for word in words[:title] if word.stem}
    size = len(lower)
    result = []
    for phrase, at in candidates.items():
        k, n, first = phrase.count(" ") + 1, len(at), at[0]
        head, tail = words[first], words[first + k - 1]
        if first < title:
            in_heading = bisect_left(at, title)
            first = at[in_heading] if in_heading < n else NEVER
        before = "".join([shape[i - 1] for i in at])
        after = "".join([shape[i + k] for i in at])
        names_left, names_right = before.count(NAME), after.count(NAME)
        placed = (
            n if n < 127 else 127,
            (first - title) // 2 if first < title + 250 else 127,
            100 * at[-1] // size,
            100 * (names_left + before.count(WORD)) // n,
            100 * (names_right + after.count(WORD)) // n,
            100 * names_left // n,
            100 * names_right // n,
            100 * len({lower[i - 1] for i in at}) // n if n > 1 else 100,
            len(phrase) if len(phrase) < 127 else 127,
            (head.stem in in_title) + (tail.stem in in_title),
        )
        result.append(Row(phrase, head, tail, placed))
    return result
