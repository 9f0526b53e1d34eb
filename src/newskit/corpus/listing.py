"""The articles of a corpus file as lists and charts show them, and the periods that they fall into.

An outlet is its site: ``bola.kompas.com`` and ``KOMPAS.com`` are ``kompas.com``.
"""

import contextlib
import datetime
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from newskit.corpus.trends import granularity, period_at

HOST = re.compile(r"(?<![a-z0-9.-])(?:[a-z0-9-]+\.)+[a-z]{2,}")
SECOND_LEVEL = re.compile(r"(?:ac|co|com|desa|go|my|net|or|sch|web)\.[a-z]{2}")
MOST_PERIODS = 400
DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}  # of a period
FULL_COLUMN = 2  # articles in a period on the average; with fewer most columns are of one article or none
FEWEST_COLUMNS = 6


class Listed(NamedTuple):
    """An article as a table lists it."""

    id: str
    title: str | None
    day: str | None
    site: str | None
    place: str | None
    url: str | None


def site(outlet: str) -> str:
    """The site that an outlet's name tells, or the name itself.

    >>> [site(name) for name in ("bola.kompas.com", "KOMPAS.com", "jogja.times.co.id", "IDN Times")]
    ['kompas.com', 'kompas.com', 'times.co.id', 'IDN Times']
    """
    hosts = HOST.findall(outlet.lower())
    if not hosts:
        return " ".join(outlet.split())
    labels = hosts[-1].split(".")
    return ".".join(labels[-3 if SECOND_LEVEL.fullmatch(".".join(labels[-2:])) else -2 :])


def articles(connection: sqlite3.Connection) -> dict[int, Listed]:
    """All articles by their numbers, the newest first, those without a day last."""
    rows = connection.execute(
        "SELECT number, id, title, day, outlet, place, url FROM articles ORDER BY day DESC NULLS LAST, number"
    )
    return {
        number: Listed(
            name, title, day if day and period_start(day) else None, outlet and site(outlet), place, url
        )
        for number, name, title, day, outlet, place, url in rows
    }


def by_day(numbers: Iterable[int], articles: Mapping[int, Listed]) -> tuple[int, ...]:
    """Articles from the oldest on, those without a day last."""
    return tuple(sorted(numbers, key=lambda number: (articles[number].day or "~", number)))


def chart_length(days: Sequence[str]) -> str:
    """The length of a period in a chart of articles of these days: ``day``, ``week``, ``month`` or ``year``.

    It is what the span of the days tells, or the next longer one where there are few articles for so many
    columns.

    >>> year = [f"2023-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    >>> chart_length(year), chart_length(year[::14])
    ('week', 'month')
    """
    by = granularity(days)
    known = sorted(filter(None, (period_start(day) for day in days if length_of(day) == "day")))
    longer = dict(pairwise(DAYS)).get(by)
    if not known or not longer:
        return by
    span = (known[-1] - known[0]).days + 1
    is_thin = len(known) < FULL_COLUMN * span / DAYS[by]
    return longer if is_thin and span >= FEWEST_COLUMNS * DAYS[longer] else by


def periods(period_of: Mapping[int, str]) -> dict[str, tuple[int, ...]]:
    """The articles of each period, from the first to the last one, also of those that have none."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, period in period_of.items():
        if period_start(period):
            found[period].append(number)
    return {period: tuple(found[period]) for period in _without_gaps(sorted(found))}


def _without_gaps(periods: list[str]) -> list[str]:
    """Periods with those between them, unless they become too many to see.

    >>> _without_gaps(["2022-11", "2023-02"])
    ['2022-11', '2022-12', '2023-01', '2023-02']
    """
    days = list(filter(None, map(period_start, periods)))
    if not days:
        return periods
    length = length_of(periods[0])
    between = (days[0] + datetime.timedelta(number) for number in range((days[-1] - days[0]).days + 1))
    every = list(dict.fromkeys(filter(None, (period_at(day.isoformat(), length) for day in between))))
    return every if len(every) <= MOST_PERIODS else periods


def length_of(period: str) -> str:
    """How long a period is.

    >>> [length_of(period) for period in ("2023-06-30", "2023-W26", "2023-06", "2023")]
    ['day', 'week', 'month', 'year']
    """
    return "week" if "W" in period else {4: "year", 7: "month"}.get(len(period), "day")


def period_start(period: str) -> datetime.date | None:
    """The first day of a period, None where it is none.

    >>> [str(period_start(period)) for period in ("2023-W26", "2023-06", "2023", "2023-13")]
    ['2023-06-26', '2023-06-01', '2023-01-01', 'None']
    """
    with contextlib.suppress(ValueError):
        if "W" in period:
            return datetime.date.fromisocalendar(int(period[:4]), int(period[6:]), 1)
        return datetime.date.fromisoformat(f"{period}-01-01"[:10] if len(period) < 10 else period)
    return None
