"""Resolves the expressions of a text in their order: each may lean on those around it and on who speaks."""

import datetime
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from newskit.article.timex import patterns, points, times
from newskit.article.timex.durations import NUMBER, number, period
from newskit.article.timex.expressions import Expression
from newskit.article.timex.scene import Match, Scene, Value, clock, date_of, weekday_number
from newskit.article.timex.speech import Told, apposed, is_deictic, quotations, speech_day, today

READERS: dict[re.Pattern[str], Callable[[Match, Scene], Value | None]] = {
    patterns.WEEKDAY_ALONE: points.weekday, patterns.QUARTER: points.quarter, patterns.YEAR: points.year,
    patterns.UNIT_NAMED: points.unit_named, patterns.SEASON: points.season, patterns.CENTURY: points.century,
    patterns.ISLAMIC: points.islamic_date, patterns.FEAST: points.feast, patterns.COUNT: times.count,
    patterns.LONG: times.long, patterns.CLOCK: times.clock_time, patterns.PART_OF_DAY: times.part_of_day,
    patterns.SET: times.habit, patterns.REFERENCE: times.reference,
}  # fmt: skip
RELATIVE = {
    patterns.WEEKDAY_ALONE, patterns.UNIT_NAMED, patterns.COUNT, patterns.PART_OF_DAY, patterns.REFERENCE,
}  # fmt: skip
LEANING = {patterns.WEEKDAY_ALONE, patterns.REFERENCE, patterns.PART_OF_DAY}
WITH_CLOCK = {patterns.CLOCK, patterns.CALENDAR, patterns.WEEKDAY_ALONE}
JOINED = re.compile(
    r"\s?[-–—/]\s?|\s?,\s(?:dan\s)?|\s(?:hingga|sampai(?:\sdengan)?|s/d|dan|atau|serta)\s(?:pada\s)?", re.I
)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER_IN = re.compile(NUMBER, re.I)


class Piece(NamedTuple):
    """What an expression says of one time; one that lists days or tells a range has several."""

    start: int
    end: int
    value: Value


class Following(NamedTuple):
    """What follows a day or month: where it begins, its year and month, whether it took its year."""

    start: int
    year: int
    month: int
    is_listed: bool


def resolved(text: str, found: list[Expression], now: Scene) -> Iterator[Piece]:
    """The pieces of a text that tell times, with their values, in order."""
    years = _borrowed_years(text, found)
    numbered = [
        _numbered(expression.match, now, year) if expression.match.re is patterns.CALENDAR else []
        for expression, year in zip(found, years, strict=True)
    ]
    told = [Told(p.start, p.end, day) for pieces in numbered for p in pieces if (day := _day_of(p.value))]
    scene = now._replace(today=today(text, [e.match for e in found], told, now.today))
    quoted = quotations(text) if told and scene.today else []
    done = 0
    for i, (start, end, match) in enumerate(found):
        if start < done:  # the bracket of hari ini (25/6)
            continue
        local = _local(text, match, scene, told, quoted)
        pieces = numbered[i] or _pieces(match, local, years[i])
        following = found[i + 1] if i + 1 < len(found) else None
        if following and len(pieces) == 1 and match.re in LEANING:
            pieces = [_leaning(text, match, pieces[0], following, local, numbered[i + 1])]
        if len(pieces) > 1 and i and _is_pair(text, found[i - 1], found[i]):
            pieces = [pieces[-1]._replace(start=start)]
        if pieces and match.re in WITH_CLOCK:
            pieces = [*pieces, *_clock_end(text, end, following, pieces[-1].value)]
        for piece in pieces:
            yield piece
            done, scene = piece.end, _after(scene, piece.value)


def _local(text: str, match: Match, scene: Scene, told: list[Told], quoted: list[tuple[int, int]]) -> Scene:
    """The scene of one expression: that of the utterance in a quotation, of the day beside it."""
    if not told:
        return scene
    day, last = scene.today, scene.day
    if quoted and match.re in RELATIVE:
        day = speech_day(text, match.start(), told, quoted, day)
    if is_deictic(match) and (beside := apposed(text, match, told)):
        day, last = beside.today, beside.day
    return scene if day is scene.today and last is scene.day else Scene(day, *scene[1:3], last, scene.latest)


def _pieces(match: Match, scene: Scene, year: int | None) -> list[Piece]:
    """What an expression other than a day by number says; the ends of a range are pieces of their own."""
    if match.re is patterns.CALENDAR:
        return []
    is_month = match.re is patterns.MONTH
    value = points.month(match, scene, year=year) if is_month else READERS[match.re](match, scene)
    if not value:
        return []
    if match.re is patterns.YEAR and match["year"] and match["to"]:
        last = Value("date", match["year"][: 4 - len(match["end"])] + match["end"])
        return [Piece(match.start(), match.end("year"), value), Piece(match.start("end"), match.end(), last)]
    if match.re is patterns.COUNT and match["to"]:
        return _range_of_counts(match, value)
    return [Piece(match.start(), match.end(), value)]


def _range_of_counts(match: Match, value: Value) -> list[Piece]:
    """The two of ``3-4 jam``."""
    last = NUMBER_IN.search(match["to"])
    assert last
    first, unit = match.end("count"), match["unit"].lower()
    last_value = value._replace(value=period(number(last[0]), unit)) if value.type == "duration" else value
    return [
        Piece(match.start(), first, Value("duration", period(number(match["count"]), unit))),
        Piece(match.start("to") + last.start(), match.end(), last_value),
    ]


def _numbered(match: Match, scene: Scene, year: int | None) -> list[Piece]:
    """The days of a match of CALENDAR; a weekday before several contradicts none."""
    if match["iso"]:
        return [Piece(match.start(), match.end(), points.calendar(match, scene, day=0, year=None))]
    group = "days" if match["days"] else "alone"
    figures = [*re.finditer("[0-9]+", match[group])]
    values = [points.calendar(match, scene, day=int(day[0]), year=year) for day in figures]
    if len(values) == 1:
        return [Piece(match.start(), match.end(), values[0])]
    offset = match.start(group)
    starts = [match.start(), *(offset + day.start() for day in figures[1:])]
    ends = [*(offset + day.end() for day in figures[:-1]), match.end()]
    days = [Value("date", value.value and value.value[:10]) for value in values[:-1]]
    return [
        Piece(*piece)
        for piece in zip(starts, ends, [*days, values[-1]._replace(conflict=False)], strict=True)
    ]


def _leaning(
    text: str, match: Match, piece: Piece, following: Expression, scene: Scene, days: list[Piece]
) -> Piece:
    """A piece as the expression after it tells: ``Sabtu-Minggu (18-19/5)``, ``hari ini (25/6)``."""
    other, end = following.match, match.end()
    is_bracket = text[end : following.start] in (" (", "(") and text.startswith(")", following.end)
    if is_bracket and other.re is patterns.CALENDAR and not other["weekday"] and len(days) == 1:
        return Piece(piece.start, following.end + 1, _on_day(piece.value, days[0].value))
    if match.re is not patterns.WEEKDAY_ALONE or not patterns.TO.fullmatch(text, end, following.start):
        return piece
    if days and _is_pair(text, Expression(match.start(), end, match), following):
        return piece._replace(value=days[0].value)
    if other.re is patterns.WEEKDAY_ALONE and other["side"] and not match["side"]:
        last = date_of(points.weekday(other, scene).value)
        back = (weekday_number(other["weekday"]) - weekday_number(match["weekday"])) % 7
        day = str(last - datetime.timedelta(back)) if last else None
        return piece._replace(value=_on_day(piece.value, Value("date", day)))
    return piece


def _on_day(value: Value, day: Value) -> Value:
    """A value on another day: its part of the day stays."""
    part = (value.value or "")[10:] if value.type == "time" else ""
    return Value(value.type, (day.value or "")[:10] + part if part else day.value, day.conflict)


def _is_pair(text: str, one: Expression, other: Expression) -> bool:
    """Whether ``Sabtu dan Minggu (18-19/5)``: the weekday before an expression is that of its first day."""
    if one.match.re is not patterns.WEEKDAY_ALONE or other.match.re is not patterns.CALENDAR:
        return False
    days = other.match["weekday"] and other.match["days"]
    return bool(days and not days.isdigit() and patterns.TO.fullmatch(text, one.end, other.start))


def _clock_end(text: str, end: int, following: Expression | None, begun: Value) -> list[Piece]:
    """The second clock of ``pukul 08.00-15.00 WIB``."""
    if begun.type != "time" or ":" not in (begun.value or ""):
        return []
    found = patterns.CLOCK_TO.match(text, end)
    if not found or (following and found.end() > following.start):
        return []
    day = (begun.value or "").partition("T")[0]
    return [Piece(found.end("to"), found.end(), Value("time", day + clock(found["figures"], found["part"])))]


def _borrowed_years(text: str, found: list[Expression]) -> list[int | None]:
    """The years that expressions take from the end of their range or list: ``28 Mei-2 Juni 2024``."""
    years: list[int | None] = [None] * len(found)
    after: Following | None = None
    for i in range(len(found) - 1, -1, -1):
        match = found[i].match
        if match.re not in (patterns.CALENDAR, patterns.MONTH):
            after = None
            continue
        month, year = points.month_number(match), points.written_year(match)
        if not year and after and month and _shares_year(text, found[i], after):
            year = years[i] = after.year - (month > after.month)
        after = Following(found[i].start, year, month, years[i] is not None) if year and month else None
    return years


def _shares_year(text: str, expression: Expression, after: Following) -> bool:
    """Whether an expression is joined to the next; by a comma only within ``1 Mei, 2 Juni, dan 3 Juli``."""
    match = expression.match
    if match.re is patterns.MONTH and (match["of"] or match["side"]):
        return False
    joined = JOINED.fullmatch(text, expression.end, after.start)
    return bool(joined and (after.is_listed or joined[0].strip() != ","))


def _day_of(value: Value) -> datetime.date | None:
    """The day of a value that tells one."""
    return date_of(value.value) if DAY.match(value.value or "") else None


def _after(scene: Scene, value: Value) -> Scene:
    """The scene after a mention: the day and the date mentioned last."""
    told = value.value
    if not told or value.type not in ("date", "time") or not told[:4].isdigit():
        return scene
    return Scene(scene.today, scene.month, scene.year, _day_of(value) or scene.day, told)
