"""The dates, times, spans of time and habits that a text mentions, resolved: TIMEX3 of TimeML.

A relative expression counts from the day of publication, or from the day that the text itself gives:
``hari ini, Selasa (22/1)``; inside quotation marks from the day of the utterance. A bare weekday is the last
such day, or the next where the words before it look ahead (``akan digelar Jumat``). ``Minggu lalu`` is last
Sunday, ``minggu lalu`` last week. A weekday that contradicts its date keeps the date and is marked as a
conflict.
"""

import re
from typing import NamedTuple

from newskit.article.days import known_day, middle_day
from newskit.article.parse import parse
from newskit.article.timex.expressions import expressions
from newskit.article.timex.resolution import resolved
from newskit.article.timex.scene import Scene
from newskit.document import Source

YEARS = range(1500, 2200)  # of a text; the calendars behind feasts go no farther


class DateMention(NamedTuple):
    """A date, time, span of time or habit that a text mentions.

    ``type`` is date, time, duration or set. ``value`` is TIMEX3 (``2020-08-23``, ``2020-08-23T10:00``,
    ``2020-W34``, ``2020-Q3``, ``P3D``, ``PRESENT_REF``), None where nothing tells it. ``conflict`` tells that
    the weekday contradicts the date.
    """

    text: str
    start: int
    end: int
    type: str
    value: str | None
    conflict: bool = False


def scene(published: str | None, header: str | None) -> Scene:
    """From which day, month and year a text speaks, as far as its publication or its header tells."""
    day = known_day(published) or known_day(header)
    year = day or middle_day(header)
    if year and year.year not in YEARS:
        return Scene(None, None, None)
    month = year if re.match(r"[0-9]{4}[-/][0-9]", header or "") else day
    return Scene(day, month, year)


def mentions(text: str, now: Scene, start: int = 0, end: int | None = None) -> list[DateMention]:
    """The dates that a text mentions between two offsets, in order, without overlap."""
    year = now.year.year if now.year else None
    found = [*expressions(text, year, start, end)]
    return [DateMention(text[a:b], a, b, *value) for a, b, value in resolved(text, found, now)]


def dates(source: Source, *, reference: str | None = None) -> list[DateMention]:
    """The dates that an article's title and text mention, in order.

    They count from the day of publication; ``reference`` stands in for it where the document has no date.

    >>> text = "Jumat pekan lalu ia pulang, tiba Minggu (23/8) pukul 10.00 WIB."
    >>> [m[::4] for m in dates(text, reference="2020-08-24")]
    [('Jumat pekan lalu', '2020-08-21'), ('Minggu (23/8) pukul 10.00 WIB', '2020-08-23T10:00')]
    >>> [m[3:5] for m in dates("tiga hari, setiap Senin, kuartal II 2025, kini")]
    [('duration', 'P3D'), ('set', 'XXXX-WXX-1'), ('date', '2025-Q2'), ('date', 'PRESENT_REF')]
    """
    article = parse(source)
    text = article.document.text
    given = article.date.text if article.date else article.document.date
    now = scene(article.published if given or not reference else reference, given)
    header = article.image or article.title or article.date
    title = mentions(text, now, article.title.start, article.title.end) if article.title else []
    return title + mentions(text, now, header.end if header else 0)
