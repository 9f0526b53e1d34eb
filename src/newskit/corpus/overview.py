"""What a corpus file holds at a glance: its articles over time, what rose, who is named and quoted, and what
was published more than once. Articles are told by their ``number`` throughout.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newskit.corpus.duplicates import Fingerprint, by_age, clusters, fingerprint, jaccard
from newskit.corpus.listing import HOST, Listed, articles, by_day, chart_length, periods
from newskit.corpus.named import Named, Speaker, names, speakers
from newskit.corpus.search import Filter
from newskit.corpus.trends import Course, articles_with, calendar_of, risen
from newskit.input.corpus_file import document

TYPES = ("person", "organisation", "place")


class Rise(NamedTuple):
    """A term over time, and the articles with it in the period in which it rose most, the oldest first."""

    course: Course
    articles: tuple[int, ...]


class Cluster(NamedTuple):
    """Articles that are near-duplicates, the oldest first, and how like it each is (Jaccard index)."""

    articles: tuple[int, ...]
    likeness: tuple[float, ...]


class Overview(NamedTuple):
    """A corpus file at a glance; ``names`` by type, ``periods`` in their order, empty ones too."""

    articles: Mapping[int, Listed]
    periods: Mapping[str, tuple[int, ...]]
    sites: Mapping[str, tuple[int, ...]]
    risen: Sequence[Rise]
    names: Mapping[str, Sequence[Named]]
    speakers: Sequence[Speaker]
    clusters: Sequence[Cluster]


def overview(connection: sqlite3.Connection, *, by: str | None = None, top: int = 15) -> Overview:
    """What a corpus file holds; ``top`` names of each type, speakers and clusters, six times as many terms.

    ``by`` is the length of a period, ``day`` to ``year``, else chosen from the dates.
    """
    listed = articles(connection)
    by = by or chart_length([article.day for article in listed.values() if article.day])
    calendar = calendar_of(connection, by, Filter())
    sites: dict[str, list[int]] = defaultdict(list)
    for number, article in listed.items():
        if article.site:
            sites[article.site].append(number)
    return Overview(
        listed,
        periods(calendar.period_of),
        {site: tuple(sites[site]) for site in sorted(sites, key=lambda site: (-len(sites[site]), site))},
        [_rise(connection, course, listed, calendar.period_of) for course in _terms(connection, 6 * top, by)],
        {kind: names(connection, kind, listed)[:top] for kind in TYPES},
        speakers(connection, listed, top),
        _clusters(connection, top),
    )


# --- what rose, what is double -------------------------------------------------------------


def _terms(connection: sqlite3.Connection, top: int, by: str | None) -> list[Course]:
    """The terms that rose most: no site, and one spelling of each."""
    found: dict[tuple[str, str], Course] = {}
    for course in risen(connection, top, by=by):
        if not HOST.fullmatch(course.term.lower()):
            found.setdefault((course.term.casefold(), course.peak.period), course)
    return list(found.values())


def _rise(
    connection: sqlite3.Connection,
    course: Course,
    listed: Mapping[int, Listed],
    period_of: Mapping[int, str],
) -> Rise:
    """A term with its articles in its peak, those first that have it in the title."""
    term = course.term.casefold()
    ordered = by_day(_in_peak(connection, course, period_of), listed)
    return Rise(course, tuple(sorted(ordered, key=lambda n: term not in (listed[n].title or "").casefold())))


def _in_peak(connection: sqlite3.Connection, course: Course, period_of: Mapping[int, str]) -> set[int]:
    """The articles in which a name, or else a word in any form, rose: whichever was counted."""
    named = connection.execute("SELECT DISTINCT article FROM names WHERE name = ?", (course.term,)).fetchall()
    both = ({number for (number,) in named}, set(articles_with(connection, course.term)))
    period = course.peak.period
    found = [{number for number in numbers if period_of.get(number) == period} for numbers in both]
    return min(found, key=lambda numbers: abs(len(numbers) - course.peak.count))


def _clusters(connection: sqlite3.Connection, top: int) -> list[Cluster]:
    """The largest clusters, those of the least like articles first among equals."""
    found = list(_fingerprints(connection))
    numbered = {article.id: number for number, article in found}
    aged = by_age([article for _, article in found])
    shingles = [article.shingles for article in aged]
    made = []
    for members in sorted(clusters(shingles), key=len, reverse=True)[:top]:
        likeness = tuple(jaccard(shingles[members[0]], shingles[member]) for member in members)
        made.append(Cluster(tuple(numbered[aged[member].id] for member in members), likeness))
    return made


def _fingerprints(connection: sqlite3.Connection) -> Iterator[tuple[int, Fingerprint]]:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    for row in cursor.execute("SELECT * FROM articles ORDER BY number"):
        yield row["number"], fingerprint(document(row))
