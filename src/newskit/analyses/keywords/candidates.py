"""The words and phrases of an article that may be keywords, with the places where they stand.

Names come whole, wherever they stand, and in the parts that a title, a body or a place within may leave:
``Ketua Umum PKB Muhaimin Iskandar``. Common words and phrases come from the title, from what recurs, and from
what news uses as one (``serangan jantung``).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import compress, islice

from newskit.analyses.keywords.topics import topics
from newskit.analyses.tagging import (
    BEGINS_NAME,
    DIGITS,
    ENDS_NAME,
    FUNCTION,
    IS_PLACE,
    IS_PREDICATE,
    IS_TITLE,
    JOINER,
    NAME,
    PERSON,
    PUNCTUATION,
    PURE,
    SENTENCE_END,
    WORD,
    TaggedText,
    Word,
    is_function,
    is_predicate,
)
from newskit.article.days import MONTHS
from newskit.lexicon import usage
from newskit.lexicon.phrases import openers, phrases
from newskit.lexicon.usage import UNSEEN

MONTH = re.compile(f"(?i:{MONTHS})")
CONTENT = re.compile(f"[{NAME}{WORD}]+{DIGITS}?")
NAMES = re.compile(f"{NAME}(?:[{NAME}{DIGITS}]|{JOINER}+(?={NAME}))*")
NAMES_PAIR, NAMES_HAPPENS = NAME + NAME, NAME + WORD
LONGEST_NAME = 7  # words
CONTENT_OR_NOT = {  # to turn tags into ones and zeros
    ord(kind): kind in NAME + WORD + JOINER + DIGITS
    for kind in NAME + WORD + JOINER + DIGITS + FUNCTION + PUNCTUATION + SENTENCE_END
}
AND = "dan"  # joins two names, or the words of one
SHORT = 6  # letters of an acronym that may stand before a person
EARLY, FREQUENT = 40, 100  # pieces of the body within which a common word stands that stands twice, and more
PEOPLE, MOSTLY, FAIRLY, PERHAPS, SELDOM = 75, 65, 61, 50, 25  # per cent of the names with a word
DOUBLED = frozenset(
    {"bola-bola", "gula-gula", "kuda-kuda", "langit-langit", "mata-mata"}
)  # things of their own
MOSTLY_ONCE = 8  # times as many a word as it doubled
LATE = 200  # pieces of the body after which what stands once hardly ever wins


def places(reading: TaggedText, max_words: int | None) -> dict[str, list[int]]:
    """The candidates, in lower case, with the places where they begin.

    A phrase of common words has at most three words, a name as many as it has, and neither more than
    ``max_words`` where that is given.
    """
    lower, tags, last = reading.lower, reading.tags, reading.title + LATE
    where = _where(reading)
    longest = max_words or LONGEST_NAME
    found: dict[str, list[int]] = {}
    for start, end in _spans(reading, where):
        if end - start == 1:
            found[lower[start]] = where[lower[start]]
            continue
        words = lower[start:end]
        phrase = " ".join(words)
        if phrase in found or end - start > longest or words == (words[0], words[0]):
            continue
        at = where[words[0]]
        if len(at) > 1:
            at = [place for place in at if lower[place : place + end - start] == words]
        if tags[start] == WORD and any(reading.words[place - 1].is_office for place in at):
            at = []  # pertahanan Iran after Menteri, senior PDIP after Politikus
        found[phrase] = at
    early = {
        phrase: at
        for phrase, at in found.items()
        if at and (len(at) > 1 or at[0] <= last or _may_win(phrase, tags, at[0]))
    }
    return topics(early, reading)


def _where(reading: TaggedText) -> dict[str, list[int]]:
    """The places of each content word, of joiners and numbers."""
    found: dict[str, list[int]] = {}
    told = reading.tags.translate(CONTENT_OR_NOT).encode()
    for place in compress(range(len(told)), told):
        word = reading.lower[place]
        if word in found:
            found[word].append(place)
        else:
            found[word] = [place]
    return found


def _may_win(phrase: str, tags: str, place: int) -> bool:
    """Whether what stands late, and once, is a name of several words or a phrase of news."""
    size = phrase.count(" ") + 1
    return size > 1 and (WORD not in tags[place : place + size] or phrase in phrases())


def _spans(reading: TaggedText, where: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    lower, tags = reading.lower, reading.tags
    runs = [match.span() for match in NAMES.finditer(tags)]
    opening, closing = {lower[start] for start, _ in runs}, {lower[end - 1] for _, end in runs}
    met = set()  # runs, and what stands before them: the same gives the same
    for start, end in runs:
        run = lower[start - 1 : end], tags[start - 2 : end]
        if run in met:
            continue
        met.add(run)
        cuts = [
            at
            for at in range(start + 1, end)
            if _is_cut(reading, at)
            or (tags[at - 1 : at + 1] == NAMES_PAIR and (lower[at] in opening or lower[at - 1] in closing))
        ]
        yield from _names(reading, start, end, cuts)
    yield from _topics(reading, where)


def _names(reading: TaggedText, start: int, end: int, cuts: list[int]) -> Iterator[tuple[int, int]]:
    """A run of names whole, and what cuts leave of it; before it the capital that begins a sentence."""
    lower, tags, words, _ = reading
    starts, ends = [start, *cuts], [*cuts, end]
    if words[start - 1].written[:1].isupper() and (
        tags[start - 1] == JOINER or (tags[start - 1] == WORD and tags[start - 2] == SENTENCE_END)
    ):
        starts.insert(0, start - 1)
    borders = [at for at in range(starts[0] + 1, end) if _is_border(reading, at)]
    for first in starts:
        if tags[first] == DIGITS or lower[first] == AND:
            continue
        furthest = min([first + LONGEST_NAME, *(at for at in borders if at > first)])
        for last in islice(ends, bisect_right(ends, first), None):
            if last > furthest:
                break
            if tags[last - 1] == JOINER or (tags[last - 1] == DIGITS and _is_counted(reading, last)):
                continue
            if not _is_joined(reading, first, last):
                yield first, last


def _is_border(reading: TaggedText, at: int) -> bool:
    """Whether no name goes on at a place: a person after a body, a headline's verb: ``Gibran Ungguli``."""
    if _meet(reading.words[at - 1], reading.words[at]):
        return True  # Kemenkeu Heru Pambudi
    return is_predicate(reading, at) or is_predicate(reading, at - 1)


def _is_counted(reading: TaggedText, end: int) -> bool:
    """Whether the number before a place tells how many or which day: ``Bali 23 Agustus``."""
    if _is_year(reading, end - 1):
        return False
    number, after = reading.lower[end - 1], reading.lower[end]
    return (
        not number.isdecimal()
        or MONTH.fullmatch(after) is not None
        or after == "%"
        or (reading.tags[end] == WORD and not is_predicate(reading, end))
    )


def _is_joined(reading: TaggedText, first: int, last: int) -> bool:
    """Whether names are two: ``Anies dan Ganjar``, ``PKB Muhaimin Iskandar``; or begin with a title.

    Or whether they are a place and the year of an event that the place ends.
    """
    if _is_year(reading, first + 1) and reading.tags[first - 1 : first + 1] == NAMES_PAIR:
        return True
    if last - first == 1 and not (reading.words[first].is_office or reading.words[first - 1].is_office):
        return False
    words, lower = reading.words, reading.lower
    facts, ends = words[first].facts, words[last - 1]
    if ends.is_pure and ends.facts[PERSON] >= PERHAPS and _has_office(reading, first + 1, last - 1):
        return True  # Iran Brigadir Jenderal Amir Hatami
    if words[first + 1].is_office and reading.tags[first] == WORD:
        return True  # usul Ketua Umum PKB
    if words[first - 1].is_office and not words[first].is_pure:
        own = facts and (facts[IS_PLACE] or words[first].written.isupper() or facts[BEGINS_NAME] >= MOSTLY)
        return not own  # Pertahanan Iran after Menteri
    if words[first].is_office:
        return last - first > 1 or reading.tags[first] == NAME
    if words[first].is_title and words[first - 1].is_office:
        return True  # Pol after Kombes
    if ends.is_office and words[last - 2].is_pure and words[last - 2].facts[PERSON] >= PEOPLE:
        return True  # Ganjar Presiden
    if AND in lower[first + 1 : last] and _are_two(reading, lower.index(AND, first + 1, last)):
        return True
    return last - first > 2 and _is_before_person(reading, first, last)


def _is_before_person(reading: TaggedText, first: int, last: int) -> bool:
    """Whether a body or place stands before the two or three words of a person's name."""
    body = reading.words[first]
    people = [reading.words[at] for at in range(first + 1, last) if reading.tags[at] != JOINER]
    place = bool(body.facts and body.facts[IS_PLACE])
    told = body.is_body or place or (body.written.isupper() and len(body.written) <= SHORT)
    least = PERHAPS if told else PEOPLE
    sure = _is_other(body, SELDOM) or (place and max(word.facts[PERSON] for word in people) >= PEOPLE)
    return sure and all(
        word.is_pure and word.facts[PERSON] >= least and not word.written.isupper() for word in people
    )


def _has_office(reading: TaggedText, start: int, end: int) -> bool:
    """Whether a title stands among some words."""
    return any(word.is_office for word in reading.words[start:end])


def _are_two(reading: TaggedText, at: int) -> bool:
    """Whether ``dan`` at a place joins two names: ``Anies dan Ganjar``, not ``Bea dan Cukai``."""
    before, after = reading.words[at - 1], reading.words[at + 1]
    if before.facts and after.facts and min(before.facts[PERSON], after.facts[PERSON]) >= MOSTLY:
        return True
    ends = before.is_pure and before.facts[ENDS_NAME] >= PERHAPS
    return ends or (after.is_pure and after.facts[BEGINS_NAME] >= PERHAPS)


def _is_other(word: Word, ends: int) -> bool:
    """Whether a name that is no person's ends with a word, in per cent: ``Golkar``."""
    if not word.facts or word.facts[ENDS_NAME] < ends:
        return False
    return word.facts[PERSON] <= (PERHAPS if word.written.isupper() else SELDOM)


def _meet(before: Word, after: Word) -> bool:
    """Whether two words in a row are the end of a body's name and a person's: ``Golkar Airlangga``."""
    person = bool(after.facts) and after.facts[PERSON] >= PEOPLE
    return person and (before.is_body or _is_other(before, MOSTLY))


def _is_cut(reading: TaggedText, at: int) -> bool:
    """Whether a run of names may be two before a place: after a title, a body, a place, before a number."""
    tags, words = reading.tags, reading.words
    before, after = words[at - 1], words[at]
    if tags[at] == JOINER or tags[at - 1] == JOINER:
        place = at if tags[at] == JOINER else at - 1
        return reading.lower[place] == AND and _are_two(reading, place)
    if DIGITS in tags[at - 1 : at + 1]:
        return True
    if before.facts[IS_TITLE] or before.facts[IS_PLACE] or after.facts[IS_PLACE]:
        return True
    if after.facts[BEGINS_NAME] >= FAIRLY and (
        before.facts[ENDS_NAME] >= MOSTLY
        or abs(after.facts[PERSON] - before.facts[PERSON]) >= MOSTLY - SELDOM
    ):
        return True
    if before.is_body or before.written.isupper() or after.written.isupper():
        return True
    office = before.capitalization_rate < PURE or (
        before.stem != reading.lower[at - 1] and before.written.endswith("an")
    )
    return office and words[at].is_pure


def _is_year(reading: TaggedText, at: int) -> bool:
    """Whether a year stands at a place: pilpres 2024."""
    return (
        reading.tags[at] == DIGITS and len(reading.lower[at]) == 4 and reading.lower[at][:2] in ("19", "20")
    )


def _is_bare_name(reading: TaggedText, at: int) -> bool:
    """Whether a person, perhaps, stands at a place, after whom no phrase goes on: ``Ahok datang``."""
    word = reading.words[at]
    return word.is_pure and reading.tags[at] == NAME and not (word.written.isupper() or word.facts[IS_PLACE])


def _topics(reading: TaggedText, where: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    """The common words and phrases that stand in the title, recur, or are known as one."""
    lower, tags, words, title = reading
    begin = openers()
    for run in CONTENT.finditer(tags):
        for first in range(run.start(), run.end()):
            head, titled = lower[first], first < title
            often = len(where[head])
            if often == 1 and not titled and head not in begin and tags[first + 1] != DIGITS:
                continue
            common = tags[first] == WORD
            if words[first].is_office or tags[first] == DIGITS or (common and words[first - 1].is_office):
                continue
            if _is_plural(head):
                continue
            early = often > 1 and first < title + (EARLY if often == 2 else FREQUENT)
            if common and (titled or early) and not words[first].facts[IS_PREDICATE]:
                yield first, first + 1
            if _is_year(reading, first + 1) and not (
                tags[first - 1 : first + 1] == NAMES_PAIR or is_predicate(reading, first)
            ):
                yield first, first + 2
            if first + 1 < run.end() and (
                titled or head in begin or (often > 1 and len(where[lower[first + 1]]) > 1)
            ):
                yield from _phrases(reading, first, run.end(), where)


def _is_plural(word: str) -> bool:
    """Whether a doubled word is many of what news mostly names once: ``proyek-proyek``, not ``alun-alun``."""
    once, _, again = word.partition("-")
    if once != again or word in DOUBLED or is_function(once):
        return False
    many = usage.words().get(word, UNSEEN).document_frequency
    return usage.words().get(once, UNSEEN).document_frequency > MOSTLY_ONCE * max(many, 1)


def _phrases(
    reading: TaggedText, first: int, end: int, where: Mapping[str, list[int]]
) -> Iterator[tuple[int, int]]:
    """The phrases of two and three words that begin at a place of a run."""
    lower, tags, titled = reading.lower, reading.tags, first < reading.title
    happens = titled and is_predicate(reading, first)
    for last in range(first + 2, min(first + 3, end) + 1):
        happens = happens or (titled and is_predicate(reading, last - 1))
        if WORD not in tags[first:last]:
            continue
        if tags[last - 1 : last + 1] == NAMES_PAIR and not _is_cut(reading, last):
            continue  # within a name
        if tags[last - 2 : last] == NAMES_HAPPENS and is_predicate(reading, last - 1):
            break  # Hong Kong stagnan
        if " ".join(lower[first:last]) in phrases():
            yield first, last
        elif tags[last - 1] == WORD and _is_bare_name(reading, first):
            break
        elif (titled and not happens) or _recurs(reading, first, last, where):
            yield first, last


def _recurs(reading: TaggedText, first: int, last: int, where: Mapping[str, list[int]]) -> bool:
    """Whether a phrase's words stand twice; with one that tells how something is, the whole thrice.

    ``ayam suntik``; but never one that begins so.
    """
    lower = reading.lower
    for word in lower[first:last]:
        if len(where[word]) < 2:
            return False
    if not any(is_predicate(reading, at) for at in range(first, last)):
        return True
    phrase, body = lower[first:last], [place for place in where[lower[first]] if place >= reading.title]
    often = sum(lower[place : place + last - first] == phrase for place in body)
    return often > 2 and not is_predicate(reading, first)
