"""The words and phrases of an article that may be keywords, each with plain features that tell how likely.

A candidate is a content word, or a run of them within a sentence, that recurs, or a name that stands early.
Left out is what hardly ever proves a keyword: a common word that is neither early nor frequent, a late phrase
of common words that stands twice.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain, compress

from newskit.analyses.tagging import (
    DIGITS,
    END,
    FACTS,
    FUNCTION,
    IS_PLACE,
    KNOWN_NAME,
    MARK,
    MOST,
    NAME,
    WORD,
    Reading,
    is_known,
)
from newskit.lexicon.lists import word_list

PARTS = NAME + WORD + DIGITS
_IS = {  # to turn a shape into ones and zeros
    kinds: {ord(kind): kind in kinds for kind in NAME + WORD + DIGITS + FUNCTION + MARK + END}
    for kinds in (NAME, PARTS)
}
NAMES = NAME + NAME
EARLY = 30  # pieces of the body within which a name need not recur
NEAR = 25  # pieces of the body within which a common word need not be frequent
NEVER = 1 << 60  # where a phrase of the title alone stands in the body
OFTEN = 4  # places at which a common word may be anywhere
PLACED = (  # whole numbers up to MOST; shares are in per cent
    "count",
    "first",  # half the pieces of the body before it
    "last",  # where in the article it stands last
    "runs_on_right",  # share of places where a content word follows
    "names_left",  # share of places where a name precedes
    "names_right",
    "left_variety",  # distinct pieces before it
    "letters",
    "in_title",  # how many of its first and last words have their stem there, and 3 where it stands there
)
FEATURES = (*PLACED, *(f"{fact}_first" for fact in FACTS), *(f"{fact}_last" for fact in FACTS))
FIRST_WORD, LAST_WORD = len(PLACED), len(PLACED) + len(FACTS)  # where the facts of each begin


def places(reading: Reading, max_words: int) -> dict[str, list[int]]:
    """The candidates, in lower case, with the places where they begin.

    What never stands outside one phrase is no candidate, but for a name: ``Joko Widodo`` in ``Presiden Joko
    Widodo``.
    """
    lower, shape, title = reading.lower, reading.shape, reading.title
    near, early = title + NEAR, title + EARLY
    recurring = _recurring(reading)
    names = list(_where(NAME, shape, title, early))
    phrases = _phrases(
        reading, {*chain(names, _where(PARTS, shape, 0, title), *recurring.values())}, max_words
    )
    most: dict[str, int] = {}  # the count of the most frequent phrase around a word
    for phrase, at in phrases.items():
        times = len(at)
        for part in phrase.split(" "):
            if most.get(part, 0) < times:
                most[part] = times
    found = {lower[at]: [at] for at in names if lower[at] not in recurring and lower[at] not in most}
    for word, at in recurring.items():
        times, kind = len(at), shape[at[0]]
        if times <= most.get(word, 0) or kind == DIGITS:
            continue
        if times >= OFTEN or at[0] < near or (kind == NAME and (times > 2 or at[0] < early)):
            found[word] = at
    return found | _whole(phrases, reading)


def _whole(phrases: Mapping[str, list[int]], reading: Reading) -> dict[str, list[int]]:
    """The phrases that are no broken names and stand outside one longer phrase, or are a name within it."""
    whole = {phrase: at for phrase, at in phrases.items() if not _is_broken(phrase, at, reading)}
    parts = {
        part
        for phrase, at in whole.items()
        if phrase.count(" ") > 1
        for part in (phrase.rpartition(" ")[0], phrase.partition(" ")[2])
        if len(phrases.get(part, ())) == len(at)
    }
    return {
        phrase: at
        for phrase, at in whole.items()
        if (phrase not in parts or is_known(reading, at[0], phrase))
        and not _is_after_place(phrase, whole, reading)
    }


def _where(kinds: str, shape: str, start: int, end: int) -> Iterator[int]:
    """The places between two whose pieces are of some kinds."""
    return compress(range(start, end), shape[start:end].translate(_IS[kinds]).encode())


def _recurring(reading: Reading) -> dict[str, list[int]]:
    """The words and numbers that stand more than once, with their places."""
    lower, first, found = reading.lower, dict[str, int](), dict[str, list[int]]()
    for place in _where(PARTS, reading.shape, 0, len(reading.shape)):
        word = lower[place]
        if word in found:
            found[word].append(place)
        elif word in first:
            found[word] = [first[word], place]
        else:
            first[word] = place
    return found


def _phrases(reading: Reading, live: Set[int], max_words: int) -> dict[str, list[int]]:
    """The phrases, of live pieces in a row, that recur, or stand early in the body as a name."""
    lower, shape, title, early = reading.lower, reading.shape, reading.title, reading.title + EARLY
    found: dict[str, list[int]] = {}
    ordered = sorted(live)
    for more in range(1, max_words):
        for place, last in zip(ordered, ordered[more:], strict=False):
            if last - place == more:  # all between are live, too
                phrase = " ".join(lower[place : last + 1])
                if phrase in found:
                    found[phrase].append(place)
                else:
                    found[phrase] = [place]
    kept = {}
    for phrase, at in found.items():
        times, place = len(at), at[0]
        if (times == 1 and not title < place < early) or shape[place] == DIGITS:
            continue
        seldom = times == 1 or (times == 2 and place >= early)
        if seldom and WORD in shape[place : place + phrase.count(" ") + 1]:
            continue
        kept[phrase] = at
    return kept


def _is_broken(phrase: str, at: Sequence[int], reading: Reading) -> bool:
    """Whether a phrase has a common word twice or a verb at an end, or ends or begins within a name.

    ``Gubernur Jawa`` of ``Gubernur Jawa Tengah`` does, ``Harimurti Yudhoyono`` of the whole name, and
    ``Keuangan Sri Mulyani`` after ``Menteri`` or ``Perikanan Susi`` after ``Kelautan dan``; but ``Joko
    Widodo`` after ``Presiden`` is whole.
    """
    shape, first, size = reading.shape, at[0], phrase.count(" ") + 1
    kinds = shape[first : first + size]
    if WORD in kinds:
        if _is_verb(reading, first) or _is_verb(reading, first + size - 1):
            return True
        if len({*phrase.split(" ")}) < size:  # but Ayu Ting Ting
            return True
    if _everywhere(NAMES, shape, at, size - 1):
        return True
    if not first or not _everywhere(NAMES, shape, at, -1):
        return size > 1 and _is_office(reading, at)
    return not is_known(reading, first, phrase) or all(_is_name(reading, place - 1) for place in at)


def _is_office(reading: Reading, at: Sequence[int]) -> bool:
    """Whether a phrase begins with the end of an office: ``Menteri Kelautan dan Perikanan Susi``."""
    return not _is_name(reading, at[0]) and all(_is_after_office(reading, place) for place in at)


def _is_after_office(reading: Reading, place: int) -> bool:
    """Whether ``dan`` stands before a place, and before that a title and names."""
    if reading.lower[place - 1] != "dan":
        return False
    place -= 2
    while (
        place > 0 and reading.shape[place] == NAME and reading.lower[place] not in word_list("lexicon/titles")
    ):
        place -= 1
    return reading.lower[place] in word_list("lexicon/titles")


def _is_name(reading: Reading, place: int) -> bool:
    """Whether news knows a word by its capital, and it has no affixes as ``Perikanan`` of an office has."""
    word = reading.words[place]
    return word.usual >= KNOWN_NAME and word.stem == reading.lower[place]


def _everywhere(kinds: str, shape: str, at: Sequence[int], offset: int) -> bool:
    """Whether pieces of some kinds stand at an offset from every place; mostly the first tells."""
    if not shape.startswith(kinds, at[0] + offset):
        return False
    return len(at) == 1 or all(shape.startswith(kinds, place + offset) for place in at)


def _is_verb(reading: Reading, place: int) -> bool:
    """Whether a common word has the prefix of a verb: ``melawan Myanmar``, ``terbungkus plastik``."""
    if reading.shape[place] != WORD:
        return False
    word = reading.lower[place]
    return word.startswith(("me", "di", "ter")) and word != reading.words[place].stem


def _is_after_place(phrase: str, phrases: Mapping[str, list[int]], reading: Reading) -> bool:
    """Whether a phrase is a place and then a name that stands without it, too: ``Rusia Sergey Shoygu``."""
    at = phrases[phrase]
    if not reading.words[at[0]].facts[IS_PLACE] or not is_known(reading, at[0], phrase):
        return False
    return len(phrases.get(phrase.partition(" ")[2], ())) > len(at)


def rows(reading: Reading, candidates: Mapping[str, list[int]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """For each candidate the leaves that its first and last words leave, and its values of ``PLACED``."""
    lower, shape, words, title = reading
    in_title = {word.stem for word in words[:title] if word.stem}
    size = len(lower)
    for phrase, at in candidates.items():
        k, n, first = phrase.count(" ") + 1, len(at), at[0]
        head, tail = words[first], words[first + k - 1]
        titled = first < title
        if titled:
            in_heading = bisect_left(at, title)
            first = at[in_heading] if in_heading < n else NEVER
        after = [shape[i + k] for i in at]
        names_left, names_right = [shape[i - 1] for i in at].count(NAME), after.count(NAME)
        placed = (
            n if n < MOST else MOST,
            (first - title) // 2 if first < title + 2 * MOST else MOST,
            100 * at[-1] // size,
            100 * (names_right + after.count(WORD)) // n,
            100 * names_left // n,
            100 * names_right // n,
            100 * len({lower[i - 1] for i in at}) // n if n > 1 else 100,
            len(phrase) if len(phrase) < MOST else MOST,
            3 * titled + (head.stem in in_title) + (tail.stem in in_title),
        )
        yield head.first & tail.last, placed
