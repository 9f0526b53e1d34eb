"""The day that the date of a row, feed entry or page names, in any shape that scrapers write.

``05 Agu 2020 07:30 WIB``, ``Rabu, 5 Agustus 2020``, ``Wed, 05 Aug 2020 00:30:00 +0000``, ISO 8601, seconds or
milliseconds since 1970. It is the day in Indonesia: what is given in UTC is taken to Jakarta, since news that
feeds date ``17:30Z`` is of the next day there; other zones and times without one stay as written.
"""

import datetime
import re
from functools import lru_cache

from newskit.article.days import MONTH_NUMBERS, WEEKDAYS, calendar_day

JAKARTA = datetime.timezone(datetime.timedelta(hours=7))
TIME = (
    r"(?:[\sT,|]*+(?:-\s+|(?:pukul|jam|at)\s+)?(?P<hour>[0-2]?[0-9])[.:](?P<minute>[0-5][0-9])(?P<rest>.*))?"
)
YEAR_FIRST = re.compile(
    rf"(?P<year>[12][0-9]{{3}})(?P<sign>[-/.]?)(?P<month>[01][0-9]|[1-9])(?P=sign)(?P<day>[0-3][0-9]|[1-9])(?![0-9])"
    rf"{TIME}"
)
IN_FIGURES = re.compile(
    rf"(?P<first>[0-9]{{1,2}})\s?(?P<sign>[-/.])\s?(?P<second>[0-9]{{1,2}})\s?(?P=sign)\s?(?P<year>[0-9]{{4}}|[0-9]{{2}})(?![0-9])"
    rf"{TIME}"
)
DAY_NAMED = re.compile(
    rf"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?[\s/-]+(?P<month>[^\W\d_]{{3,10}})[.,]?[\s/-]+(?P<year>[0-9]{{4}}|[0-9]{{2}})(?![0-9]){TIME}",
    re.I,
)
MONTH_NAMED = re.compile(
    rf"(?P<month>[^\W\d_]{{3,10}})[.\s]+(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{{4}})(?![0-9]){TIME}",
    re.I,
)
OF_UNIX = re.compile(
    r"(?P<month>[A-Za-z]{3})\s+(?P<day>[0-3]?[0-9])\s+(?P<hour>[0-2][0-9]):(?P<minute>[0-5][0-9])"
    r"(?P<rest>[^\n]{0,20}?)\s(?P<year>[0-9]{4})\Z"
)
EPOCH = re.compile(r"-?[0-9]{9,10}(?:\.[0-9]+)?|[0-9]{12,13}(?:\.[0-9]+)?|[0-9]{15,16}")
UTC = re.compile(r"(?:Z|UTC|GMT|[+-]00:?00|\+00)\b|Z\Z")
_ENGLISH = "monday tuesday wednesday thursday friday saturday sunday"
NAMES_OF_DAYS = WEEKDAYS | {name: number for number, name in enumerate(_ENGLISH.split())}
EARLIEST, LATEST = 1900, 2100


@lru_cache(1 << 12)
def row_day(date: str, order: str | None = None) -> tuple[str | None, str | None]:
    """The day as ISO and a warning; None where the date names no day of the calendar.

    ``order`` tells whether ``day`` or ``month`` comes first in figures. Where it does not, Indonesia's habit
    is followed, the day first, with a warning.

    >>> row_day("05 Agu 2020 07:30 WIB"), row_day("2020-08-04T17:30:00Z"), row_day("8/5/2020", "month")
    (('2020-08-05', None), ('2020-08-05', None), ('2020-08-05', None))
    >>> row_day("8/5/2020")
    ('2020-05-08', 'the date 8/5/2020 is read with its day first; nothing tells whether it is the month')
    """
    value = date.strip()
    if EPOCH.fullmatch(value):
        return _of_epoch(float(value)), None
    if found := YEAR_FIRST.search(value):
        return _iso(found, int(found["month"]), int(found["day"])), None
    if found := IN_FIGURES.search(value):
        return _of_figures(found, order or _order_by_weekday(value, found))
    for pattern in (DAY_NAMED, MONTH_NAMED, OF_UNIX):
        for found in pattern.finditer(value):
            if month := MONTH_NUMBERS.get(found["month"][:3].lower()):
                return _iso(found, month, int(found["day"])), None
    return None, None


def _of_epoch(number: float) -> str | None:
    """The day of seconds, milliseconds or microseconds since 1970."""
    seconds = number / (1 if abs(number) < 1e11 else 1e3 if number < 1e14 else 1e6)
    day = datetime.datetime.fromtimestamp(seconds, JAKARTA).date()
    return day.isoformat() if EARLIEST < day.year < LATEST else None


def _order_by_weekday(value: str, found: re.Match[str]) -> str | None:
    """Whether day or month comes first, as the weekday or the sign tells: 5.8.2020 has the day first."""
    if found["sign"] == ".":
        return "day"
    weekday = next(
        (number for name, number in NAMES_OF_DAYS.items() if name in value.lower().replace("'", "")), None
    )
    if weekday is None or len(found["year"]) == 2:
        return None
    year, first, second = int(found["year"]), int(found["first"]), int(found["second"])
    days = {"day": calendar_day(year, second, first), "month": calendar_day(year, first, second)}
    fitting = [order for order, day in days.items() if day and day.weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None


def _of_figures(found: re.Match[str], order: str | None) -> tuple[str | None, str | None]:
    first, second = int(found["first"]), int(found["second"])
    if first == second or max(first, second) > 12:
        day, month = (second, first) if second > 12 else (first, second)
        return _iso(found, month, day), None
    if order:
        return _iso(found, *((second, first) if order == "day" else (first, second))), None
    written = found[0][: found.end("year") - found.start()]
    warning = f"the date {written} is read with its day first; nothing tells whether it is the month"
    return _iso(found, second, first), warning


def _iso(found: re.Match[str], month: int, day: int) -> str | None:
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    named = calendar_day(year, month, day)
    if not named:
        return None
    if found["hour"] and UTC.search(found["rest"]) and _hour(found) >= 17:
        named += datetime.timedelta(1)
    return named.isoformat()


def _hour(found: re.Match[str]) -> int:
    hour = int(found["hour"])
    return hour + 12 if hour < 12 and re.match(r"(?::[0-9]{2})?\s?PM", found["rest"], re.I) else hour
