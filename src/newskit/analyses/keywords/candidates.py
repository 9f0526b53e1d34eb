"""The words and phrases of an article that may be keywords, with the places where they stand.

Names come whole, wherever they stand, and in the parts that a title, a body or a place within may leave:
``Ketua Umum PKB Muhaimin Iskandar``. Common words and phrases come from the title, from what recurs, and from
what news uses as one (``serangan jantung``).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from newskit.analyses.tagging import (
    DIGITS,
    END,
    IS_PLACE,
    IS_TITLE,
    JOINER,
    NAME,
    WORD,
    Reading,
    is_verb,
)
from newskit.lexicon.phrases import phrases

CONTENT = re.compile(f"[{NAME}{WORD}]+{DIGITS}?")
NAMES = re.compile(f"{NAME}(?:[{NAME}{DIGITS}]|{JOINER}+(?={NAME}))*")
NAMES_PAIR = NAME + NAME
LONGEST_NAME = 7  # words
AND = "dan"  # joins two names, or the words of one
SHORT = 6  # letters of an acronym that may stand before a person
ALSO_NAMES = frozenset({"gus", "habib", "haji", "pangeran", "putri", "raja", "ratu", "sultan", "wali"})
PURE = 70  # per cent of capitals in news of what is nothing but a name
EARLY = 40  # pieces of the body within which a common word need not recur


def places(reading: Reading, max_words: int | None) -> dict[str, list[int]]:
    """The candidates, in lower case, with the places where they begin.

    A phrase of common words has at most three words, a name as many as it has, and neither more than
    ``max_words`` where that is given.
    """
    lower, shape = reading.lower, reading.shape
    where: dict[str, list[int]] = {}
    for place, word in enumerate(lower):
        where.setdefault(word, []).append(place)
    longest = max_words or LONGEST_NAME
    found: dict[str, list[int]] = {}
    for start, end in _spans(reading, where):
        if end - start > longest:
            continue
        phrase = " ".join(lower[start:end])
        if phrase not in found:
            words = lower[start:end]
            found[phrase] = [
                at
                for at in where[lower[start]]
                if lower[at : at + end - start] == words and shape[at] in NAME + WORD + JOINER
            ]
    return {phrase: at for phrase, at in found.items() if at}


def _spans(reading: Reading, where: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    lower = reading.lower
    runs = [match.span() for match in NAMES.finditer(reading.shape)]
    opening, closing = {lower[start] for start, _ in runs}, {lower[end - 1] for _, end in runs}
    for start, end in runs:
        cuts = [
            at
            for at in range(start + 1, end)
            if _is_cut(reading, at)
            or (
                reading.shape[at - 1 : at + 1] == NAMES_PAIR
                and (lower[at] in opening or lower[at - 1] in closing)
            )
        ]
        yield from _names(reading, start, end, cuts)
    for run in CONTENT.finditer(reading.shape):
        yield from _topics(reading, run.start(), run.end(), where)


def _names(reading: Reading, start: int, end: int, cuts: list[int]) -> Iterator[tuple[int, int]]:
    """A run of names whole, and what cuts leave of it; before it the capital that begins a sentence."""
    shape, words = reading.shape, reading.words
    starts, ends = [start, *cuts], [*cuts, end]
    if words[start - 1].written[:1].isupper() and (
        shape[start - 1] == JOINER or (shape[start - 1] == WORD and shape[start - 2] == END)
    ):
        starts.insert(0, start - 1)
    for first in starts:
        for last in islice(ends, bisect_right(ends, first), None):
            if last > first + LONGEST_NAME:
                break
            if shape[last - 1] != JOINER and shape[first] != DIGITS and not _is_joined(reading, first, last):
                yield first, last


def _is_joined(reading: Reading, first: int, last: int) -> bool:
    """Whether names are two: ``Anies dan Ganjar``, ``PKB Muhaimin Iskandar``; or begin with a title."""
    words, lower = reading.words, reading.lower
    facts = words[first].facts
    if _is_office(reading, first - 1) and not _is_pure(reading, first):
        own = facts and (facts[IS_PLACE] or words[first].written.isupper())
        return not own  # Pertahanan Iran after Menteri
    if _is_office(reading, first):
        return last - first > 1 or reading.shape[first] == NAME
    if AND in lower[first + 1 : last]:
        at = lower.index(AND, first + 1, last)
        return _is_pure(reading, at - 1) or _is_pure(reading, at + 1)
    acronym = words[first].written.isupper() and len(words[first].written) <= SHORT
    if last - first < 3 or not (acronym or (facts and facts[IS_PLACE])):
        return False
    return all(
        _is_pure(reading, at) and not words[at].written.isupper() and not words[at].facts[IS_PLACE]
        for at in range(first + 1, last)
        if reading.shape[at] != JOINER
    )


def _is_office(reading: Reading, at: int) -> bool:
    """Whether a title stands at a place, and no word that names begin with, too."""
    facts = reading.words[at].facts
    return bool(facts and facts[IS_TITLE]) and reading.lower[at] not in ALSO_NAMES


def _is_cut(reading: Reading, at: int) -> bool:
    """Whether a run of names may be two before a place: after a title, a body, a place, before a number."""
    shape, words = reading.shape, reading.words
    before, after = words[at - 1], words[at]
    if shape[at] == JOINER or shape[at - 1] == JOINER:
        place = at if shape[at] == JOINER else at - 1
        return reading.lower[place] == AND and (_is_pure(reading, place - 1) or _is_pure(reading, place + 1))
    if DIGITS in shape[at - 1 : at + 1]:
        return True
    if before.facts[IS_TITLE] or before.facts[IS_PLACE] or after.facts[IS_PLACE]:
        return True
    if before.written.isupper() or after.written.isupper():
        return True
    office = before.usual < PURE or (before.stem != reading.lower[at - 1] and before.written.endswith("an"))
    return office and _is_pure(reading, at)


def _is_pure(reading: Reading, at: int) -> bool:
    """Whether a word is a name and nothing else: ``Sri``, not ``Keuangan``."""
    word = reading.words[at]
    return word.usual >= PURE and word.stem == reading.lower[at]


def _is_year(reading: Reading, at: int) -> bool:
    """Whether a year stands at a place: pilpres 2024."""
    return (
        reading.shape[at] == DIGITS and len(reading.lower[at]) == 4 and reading.lower[at][:2] in ("19", "20")
    )


def _is_bare_name(reading: Reading, at: int) -> bool:
    """Whether a person, perhaps, stands at a place, after whom no phrase goes on: ``Ahok datang``."""
    word = reading.words[at]
    if reading.shape[at] != NAME or word.written.isupper() or word.facts[IS_PLACE]:
        return False
    return _is_pure(reading, at)


def _topics(reading: Reading, start: int, end: int, where: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """The words and phrases of a run that stand in the title, recur, or are known as one."""
    lower, shape, title = reading.lower, reading.shape, reading.title
    known = phrases()
    for first in range(start, end):
        if shape[first] == DIGITS or is_verb(reading, first) or _is_office(reading, first):
            continue
        if shape[first] == WORD and _is_office(reading, first - 1):
            continue  # pertahanan Iran after Menteri
        titled = first < title
        often = len(where[lower[first]])
        if shape[first] == WORD and (titled or often > 2 or (often > 1 and first < title + EARLY)):
            yield first, first + 1
        if _is_year(reading, first + 1):
            yield first, first + 2
        for last in range(first + 2, min(first + 3, end) + 1):
            if WORD not in shape[first:last]:
                continue
            if is_verb(reading, last - 1) or (shape[last - 1] == WORD and _is_bare_name(reading, first)):
                break
            recurs = often > 1 and all(len(where[word]) > 1 for word in lower[first + 1 : last])
            if titled or recurs or " ".join(lower[first:last]) in known:
                yield first, last
