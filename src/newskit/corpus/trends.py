"""How often terms are in the news of a corpus file by day, week, month or year, and which rose.

The score tells by how many standard deviations the number of articles with a term lies above what was to be
expected: the difference of the square roots of both, which makes counts of any size comparable (Anscombe
1948), divided by the uncertainty of what was expected. That is the share in the periods before; what came
later counts a quarter, so that the first periods, too, are held against something, and fifty articles with
the term's share in all periods are the prior, so that a first report of three is no record. A score of 3 is
worth a look; the highest of thousands of terms ought to be above 5.
"""

import datetime
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from math import sqrt
from typing import NamedTuple

from newskit.article.days import MONTHS, WEEKDAY
from newskit.corpus.query import forms
from newskit.corpus.search import Filter, conditions, open_vocabulary
from newskit.lexicon.usage import ARTICLES, EVENLY, words

LATER = 0.25  # of the weight of earlier articles, that of later ones
PRIOR = 50.0  # articles
LEAST = 3  # articles with a term in a period that it may be said to have risen in
FEWEST = 5  # articles with a term in the file
COMMON = 0.5  # of the articles: what is in more is no news
PART_OF_NAME = (
    0.7  # of the articles with a word, those with a name that it is part of: then the name stands for it
)
FURNITURE = 0.8  # of an outlet's articles of a period: what is in more is part of its pages
SAMPLE = 100  # articles that a term's commonest form is counted in
USUAL = 0.15  # of the articles of news: a word in more of them
CAPITAL = 2 / 3  # of the occurrences of a form that make a capital its own, not that of a sentence
WORD = re.compile(r"\w+(?:[-'’]\w+)*")
CALENDAR = re.compile(f"{MONTHS}|{WEEKDAY}")
SITE = re.compile(r"\w\.\w")
OUTLET = re.compile(r"(?<![^\W_])([^\W_]+)\.(?:com|net|org|tv|id|(?:co|go|ac|or)\.id)\Z")
SPANS = ((62, "day"), (366, "week"), (12 * 366, "month"))
LENGTHS = {"day": 10, "week": 10, "month": 7, "year": 4}  # characters of a day that a period needs


@dataclass(frozen=True, slots=True)
class Trend:
    """A term in a period: articles with it, all articles, their share, what was to be expected, and the
    score.
    """

    term: str
    period: str
    count: int
    total: int
    share: float
    expected: float
    score: float


class Course(NamedTuple):
    """A term in all periods, in their order."""

    term: str
    points: tuple[Trend, ...]

    @property
    def peak(self) -> Trend:
        """The period in which it rose most."""
        return max(self.points, key=lambda point: point.score)


class Calendar(NamedTuple):
    """Which period each article is of, and of which outlet, and how many articles each period has, in
    order.
    """

    period_of: Mapping[int, str]
    outlet_of: Mapping[int, str | None]
    totals: Mapping[str, int]

    def outlet_totals(self, period: str) -> Counter[str | None]:
        """How many articles of a period each outlet has."""
        return Counter(self.outlet_of[number] for number, its in self.period_of.items() if its == period)


def courses(
    connection: sqlite3.Connection,
    terms: Iterable[str],
    *,
    by: str | None = None,
    within: Filter | None = None,
) -> list[Course]:
    """Terms over time: a word by its stem, several words as a name, or else as stems that follow each
    other.
    """
    calendar = calendar_of(connection, by, within or Filter())
    counts = ((term, _counts(calendar, articles_with(connection, term))) for term in terms)
    return [_course(term, count, calendar.totals) for term, count in counts]


def risen(
    connection: sqlite3.Connection, top: int, *, by: str | None = None, within: Filter | None = None
) -> list[Course]:
    """The terms, stems and names, that rose most in one period, the highest score first.

    A word stands under the name that it is part of, where it rose with that. What an outlet has on nearly all
    its pages is no news.
    """
    calendar = calendar_of(connection, by, within or Filter())
    names = [_course(name, counts, calendar.totals) for name, counts in _names(connection, calendar)]
    whole = _by_word(connection, names)
    stems = [_course(stem, counts, calendar.totals) for stem, counts in _stems(connection, calendar)]
    found = [
        course
        for course in (*names, *stems)
        if course.peak.count >= LEAST
        and whole.get((course.term, course.peak.period), 0) < PART_OF_NAME * course.peak.count
    ]
    found.sort(key=lambda course: (-course.peak.score, course.term))
    articles = ((course, _in_peak(connection, course, calendar)) for course in found)
    news = ((course, numbers) for course, numbers in articles if not _is_furniture(numbers, course, calendar))
    return [_shown(connection, course, numbers) for course, numbers in islice(news, top)]


# --- periods -----------------------------------------------------------------------------


def calendar_of(connection: sqlite3.Connection, by: str | None, within: Filter) -> Calendar:
    clause, values = conditions(within, "number")
    statement = f"SELECT number, day, outlet FROM articles WHERE day IS NOT NULL {clause}"  # noqa: S608
    rows = connection.execute(statement, values).fetchall()
    by = by or granularity([day for _, day, _ in rows])
    period_of = {number: period for number, day, _ in rows if (period := period_at(day, by))}
    totals = Counter(period_of.values())
    ordered = {period: totals[period] for period in sorted(totals)}
    return Calendar(period_of, {number: outlet for number, _, outlet in rows}, ordered)


def granularity(days: Sequence[str]) -> str:
    """Day, week, month or year, by the span of the days: some dozens of periods."""
    known = sorted(day for day in days if _date(day))
    if not known:
        return "month" if any(len(day) > LENGTHS["year"] for day in days) else "year"
    first, last = _date(known[0]), _date(known[-1])
    assert first and last
    return next((name for span, name in SPANS if (last - first).days <= span), "year")


def period_at(day: str, by: str) -> str | None:
    """The period of a day, None where the day is not known that well.

    >>> [period_at("2023-06-30", by) for by in ("day", "week", "month", "year")]
    ['2023-06-30', '2023-W26', '2023-06', '2023']
    """
    if len(day) < LENGTHS[by]:
        return None
    if by == "week":
        date = _date(day)
        return f"{date.isocalendar().year}-W{date.isocalendar().week:02}" if date else None
    return day[: LENGTHS[by]]


def _date(day: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(day)
    except ValueError:
        return None


# --- counts ------------------------------------------------------------------------------


def _counts(calendar: Calendar, articles: Iterable[int]) -> Counter[str]:
    return Counter(filter(None, map(calendar.period_of.get, articles)))


def articles_with(connection: sqlite3.Connection, term: str) -> list[int]:
    """The articles with a term."""
    parts = WORD.findall(term)
    if len(parts) < 2:
        return [number for part in parts for number in _matching(connection, forms(part))]
    named = connection.execute("SELECT DISTINCT article FROM names WHERE name = ? COLLATE NOCASE", (term,))
    return [number for (number,) in named] or list(_in_a_row(connection, [forms(part) for part in parts]))


def _matching(connection: sqlite3.Connection, stems: Iterable[str]) -> list[int]:
    expression = " OR ".join(f'"{stem}"' for stem in stems)
    found = connection.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?", (expression,))
    return [number for (number,) in found]


def _in_a_row(connection: sqlite3.Connection, words: Sequence[tuple[str, ...]]) -> Iterator[int]:
    """The articles in which words with these stems follow each other."""
    expression = " AND ".join(
        f"({' OR '.join(f'{chr(34)}{stem}{chr(34)}' for stem in word)})" for word in words
    )
    found = connection.execute(
        "SELECT number, coalesce(title, '') || char(10) || text FROM articles WHERE number IN"
        " (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)",
        (expression,),
    )
    wanted = [{*word} for word in words]
    for number, text in found:
        answers = [{*forms(word)} for word in WORD.findall(text)]
        runs = zip(*(answers[i:] for i in range(len(wanted))), strict=False)
        if any(all(map(set.intersection, run, wanted)) for run in runs):
            yield number


def _names(connection: sqlite3.Connection, calendar: Calendar) -> Iterator[tuple[str, Counter[str]]]:
    """The names that are in enough articles, in any case, in how many of each period; no sites."""
    rows = connection.execute("SELECT name, article FROM names ORDER BY lower(name)")
    for _, group in groupby(rows, key=lambda row: row[0].lower()):
        found = list(group)
        articles = {article for _, article in found}
        spelling = Counter(name for name, _ in found).most_common(1)[0][0]
        if len(articles) >= FEWEST and not SITE.search(spelling):
            yield spelling, _counts(calendar, articles)


def _by_word(connection: sqlite3.Connection, names: Iterable[Course]) -> dict[tuple[str, str], int]:
    """For each word that stands for a name and each period, the articles with the name that has most."""
    words = {course.term: {*WORD.findall(course.term)} for course in names}
    short = (
        "SELECT DISTINCT names.name, mentions.text FROM mentions JOIN names ON names.number = mentions.name"
    )
    for name, text in connection.execute(f"{short} WHERE instr(mentions.text, ' ') = 0"):
        if name in words:
            words[name].add(text)
    found: dict[tuple[str, str], int] = {}
    for course in names:
        for stem in {stem for word in words[course.term] for stem in forms(word)}:
            for point in course.points:
                if point.count > found.get((stem, point.period), 0):
                    found[stem, point.period] = point.count
    return found


def _stems(connection: sqlite3.Connection, calendar: Calendar) -> Iterator[tuple[str, Counter[str]]]:
    """The stems that are in enough articles, in how many of each period; no outlet's own name."""
    open_vocabulary(connection)
    most = COMMON * len(calendar.period_of)
    outlets = {found[1] for name in {*calendar.outlet_of.values()} if (found := OUTLET.search(name or ""))}
    terms = connection.execute("SELECT term FROM temp.vocabulary WHERE doc BETWEEN ? AND ?", (FEWEST, most))
    for (stem,) in terms.fetchall():
        if stem not in outlets and not _is_no_topic(stem):
            counts = _counts(calendar, _matching(connection, [stem]))
            if max(counts.values(), default=0) >= LEAST:
                yield stem, counts


def _is_no_topic(stem: str) -> bool:
    """Whether a word can rise without being news: a number, a word of the calendar or one that every text
    has.
    """
    if len(stem) < 3 or stem[0].isdigit() or CALENDAR.fullmatch(stem):
        return True
    use = words().get(stem)
    return use is not None and use.capitalization_rate < EVENLY and use.document_frequency > USUAL * ARTICLES


# --- scores ------------------------------------------------------------------------------


def _course(term: str, counts: Counter[str], totals: Mapping[str, int]) -> Course:
    """A term over time, with its scores.

    >>> course = _course("gempa", Counter({"2023-01": 2, "2023-02": 30}), {"2023-01": 100, "2023-02": 100})
    >>> [(point.period, point.expected, point.score) for point in course.points]
    [('2023-01', 20.67, -3.99), ('2023-02', 6.67, 4.43)]
    """
    everything, every_total = sum(counts.values()), sum(totals.values())
    prior = PRIOR * everything / (every_total or 1)
    before = total_before = 0
    points = []
    for period, total in totals.items():
        count = counts[period]
        past = prior + before + LATER * (everything - before - count)
        total_past = PRIOR + total_before + LATER * (every_total - total_before - total)
        expected = total * past / total_past
        score = _deviation(count, expected, total / total_past)
        share = round(count / total, 6)
        points.append(Trend(term, period, count, total, share, round(expected, 2), round(score, 2)))
        before, total_before = before + count, total_before + total
    return Course(term, tuple(points))


def _deviation(count: float, expected: float, extent: float) -> float:
    """How far a count lies above what was expected from articles of which this period has ``extent`` as
    many.
    """
    return 2 * (sqrt(count + 3 / 8) - sqrt(expected + 3 / 8)) / sqrt(1 + extent)


# --- what rose ---------------------------------------------------------------------------


def _in_peak(connection: sqlite3.Connection, course: Course, calendar: Calendar) -> list[int]:
    """The articles with a term in the period in which it rose most."""
    query = "SELECT DISTINCT article FROM names WHERE name = ? COLLATE NOCASE"
    named = connection.execute(query, (course.term,))
    numbers = [number for (number,) in named] or _matching(connection, [course.term])
    return [number for number in numbers if calendar.period_of.get(number) == course.peak.period]


def _is_furniture(numbers: Sequence[int], course: Course, calendar: Calendar) -> bool:
    """Whether most articles with a term are of outlets that have it in nearly all: ``Baca juga``, ``Google
    News``.
    """
    period = course.peak.period
    totals = calendar.outlet_totals(period)
    counts = Counter(calendar.outlet_of[number] for number in numbers)
    of_pages = sum(n for outlet, n in counts.items() if n > LEAST and n >= FURNITURE * totals[outlet])
    return 2 * of_pages > len(numbers)


def _shown(connection: sqlite3.Connection, course: Course, numbers: Sequence[int]) -> Course:
    """The course of a stem under the commonest form of its words in the period in which it rose; a name's
    own.
    """
    found: Counter[str] = Counter()
    for number in numbers[:SAMPLE]:
        (text,) = connection.execute("SELECT text FROM articles WHERE number = ?", (number,)).fetchone()
        found.update(word for word in WORD.findall(text) if course.term in forms(word))
    if not found:
        return course
    folded = Counter[str]()
    for word, count in found.items():
        folded[word.lower()] += count
    common = max(folded, key=lambda word: (folded[word], word))
    spellings = [word for word in found if word.lower() == common]
    term = max(spellings, key=lambda word: (found[word], word))
    if found[term] < CAPITAL * folded[common]:
        term = common
    return Course(term, tuple(replace(point, term=term) for point in course.points))
