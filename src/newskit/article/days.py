"""Days by number and calendar: ``Minggu (23/8)``, ``23 Agustus 2020``, resolved against a date."""

import datetime
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

MONTHS = (
    r"(?:d?jan(?:uari|uary)?|[fp]eb(?:ruari|ruary)?|mar(?:et|ch)?|maart|apr(?:il)?|mei|may|d?jun[ie]?|d?jul[iy]?"
    r"|agustus|agu?s?t?|agt|aug(?:ust(?:us)?)?|sept?(?:ember)?|o[kc]t(?:ober)?|no[vp](?:ember)?|de[sc](?:ember)?)\b"
)
MONTH_NUMBERS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "agu": 8,
    "agt": 8, "ags": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12,
}  # fmt: skip
FRACTIONS = {"1/2", "1/3", "2/3", "1/4", "3/4"}
WEEKDAYS = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "sabtu": 5, "minggu": 6, "ahad": 6}
WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum['’\"]?at|sabtu|minggu|ahad)"
# In bytes where all digits are 0: those that may begin a day are found in a fifth of the time.
FIGURES = re.compile(
    rb"""0(?<![\w/.,-].)0{0,3}+(?:[-/?]|\.0|\s++(?:[-/?]
    |(?i:d?j(?:an|u[nl])|[fp]eb|ma[ary]|apr|mei|ag|aug|sep|o[kc]t|no[vp]|de[sc])))""",
    re.X,
)
ALIKE = bytes(
    b"0"[0] if chr(code).isdigit() else b" "[0] if chr(code).isspace() else code for code in range(256)
)
REACH = 40  # letters before the figures that are looked at
DASHES = ("-", "–")  # Senin-Selasa, 1-2 Mei
FRIDAY = 4
NEAR = datetime.timedelta(335)


class Day(NamedTuple):
    """A day that a text names by number and month, with what stands around it."""

    start: int
    end: int
    weekday: int | None
    day: int
    month: int
    year: int | None
    bracketed: bool
    in_range: bool


@cache
def _day() -> re.Pattern[str]:
    """A day by number and month."""
    return re.compile(
        rf"""(?P<first>[0-9](?<![\w/.,-].)[0-9]{{0,3}}+)(?:
        (?:\s?[-–]\s?(?P<last>[0-9]{{1,2}}))?
          (?:\s?/\s?(?P<number>[0-9]{{1,2}})(?:\s?/\s?(?P<short>[0-9]{{4}}|[0-9]{{2}}))?
            |\s+(?P<month>(?i:{MONTHS}))(?:\.?\s+(?P<year>[0-9]{{4}})(?![0-9])(?=(?P<glued>[A-Z])?))?)
        |(?P<sign>[-.])(?P<second>[0-9]{{1,2}})(?P=sign)(?P<third>[0-9]{{4}}|[0-9]{{2}})
        )(?(glued)|(?![\w/]))""",
        re.X,
    )


@cache
def _named() -> re.Pattern[str]:
    """What names a day before its figures; one of its first letters is soon found."""
    return re.compile(
        rf"""[srkjmatSRKJMAT](?<!\w.)(?<=(?=(?i:
        (?:(?P<weekday>{WEEKDAY})
          (?:\s+(?:dini\ hari|pagi|siang|sore|petang|malam|legi|pa?hing|pon|wage|kliwon|lalu|kemarin|ini|besok
            |wib|wita?|waktu\ \w{{1,12}}))*
        |tanggal|tgl\.?)
        [\s,]*(?:\b(?:tanggal|tgl\.?)\s+)?(?:\([\s]*)?\Z)).)""",
        re.X,
    )


def days(text: str, start: int = 0) -> Iterator[Day]:
    """The days that a text names by number and month, whether or not the calendar has them."""
    for found in _figures(text, start):
        begin, end = found.span()
        named = _named().search(text, max(start, begin - REACH), begin)
        bracketed = text[max(start, begin - REACH) : begin].rstrip().endswith("(")
        written = numbers(found)
        if not written or not is_day(found, bool(named), bracketed):
            continue
        year, month, day = written
        weekday = None
        if (
            named
            and named["weekday"]
            and not (found["last"] and text.startswith(DASHES, max(0, named.start() - 1)))
        ):
            weekday = WEEKDAYS.get(named["weekday"].lower(), FRIDAY)  # jum'at
            begin = named.start()
            end += bracketed and text.startswith(")", end)
        if found["last"]:
            yield Day(begin, found.end("first"), weekday, day, month, year, bracketed, True)
            begin, weekday, day = found.start("last"), None, int(found["last"])
        yield Day(begin, end, weekday, day, month, year, bracketed, bool(found["last"]))


def _figures(text: str, start: int) -> Iterator[re.Match[str]]:
    """The matches of ``_day``."""
    for figure in FIGURES.finditer(text.encode("ascii", "replace").translate(ALIKE), start):
        if figure.start() >= start and (found := _day().match(text, figure.start())):
            start = found.end()
            yield found


def is_day(found: re.Match[str], is_named: bool, is_bracketed: bool) -> bool:
    """Whether a match of ``_day`` is a day: one in figures needs a year or a sign before it."""
    if found[0] in FRACTIONS:
        return is_named
    return not found["number"] or len(found["short"] or "") == 4 or is_named or is_bracketed


def numbers(found: re.Match[str]) -> tuple[int | None, int, int] | None:
    """Year, month and day of a match of ``_day``; None where its numbers are of another kind."""
    first = int(found["first"])
    if found["sign"]:
        numbers = first, int(found["second"]), int(found["third"])
        if len(found["first"]) == 4 and len(found["third"]) == 2 and found["sign"] == "-":
            return numbers
        return numbers[::-1] if first < 100 and len(found["third"]) == 4 else None
    if len(found["first"]) > 2:
        return None
    written = found["year"] or found["short"]
    month = int(found["number"]) if found["number"] else month_number(found["month"])
    return int(written) + (2000 if len(written) == 2 else 0) if written else None, month, first


def month_number(name: str) -> int:
    """The number of a month by any of its names, short, English, Dutch or old.

    >>> [month_number(name) for name in ("Agt", "Pebruari", "October", "Maart", "Djuli")]
    [8, 2, 10, 3, 7]
    """
    return MONTH_NUMBERS[
        name.lower().removeprefix("d" if name[1:2] == "j" else "").replace("maart", "mar")[:3]
    ]


def resolve(mention: Day, anchor: datetime.date | None) -> datetime.date | None:
    """The day that a mention names, in its own year or else the nearest to ``anchor``; None if there is none.

    The weekday, if any, must agree; it decides between the years less than eleven months away.
    """
    return _resolved(*mention[2:6], anchor)


@lru_cache(1 << 12)
def _resolved(
    weekday: int | None, day: int, month: int, year: int | None, anchor: datetime.date | None
) -> datetime.date | None:
    years = [year] if year else [anchor.year + step for step in (-1, 0, 1)] if anchor else []
    found = [found for year in years if (found := calendar_day(year, month, day))]
    if weekday is not None:
        found = [day for day in found if day.weekday() == weekday]
    if year or not anchor:
        return found[0] if found else None
    return min(
        (day for day in found if abs(day - anchor) < NEAR), key=lambda day: abs(day - anchor), default=None
    )


@lru_cache(1 << 12)
def known_day(value: str | None) -> datetime.date | None:
    """The day with which an ISO date or time begins, or that another date names in full.

    >>> known_day("2020-08-23T07:00"), known_day("Minggu, 23 Agustus 2020") == known_day("23/08/2020")
    (datetime.date(2020, 8, 23), True)
    """
    if not value:
        return None
    found = re.match(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?![0-9])", value)
    if found:
        return calendar_day(*map(int, found.groups()))
    return next((resolve(day, None) for day in days(value)), None)


@lru_cache(1 << 12)
def middle_day(header: str | None) -> datetime.date | None:
    """The day in the middle of the month or year of a header; that of a year is 2 July, near all its days.

    >>> str(middle_day("2020-08")), str(middle_day("2020"))
    ('2020-08-15', '2020-07-02')
    """
    found = re.match(r"([0-9]{4})(?:[-/]([0-9]{1,2}))?(?![0-9])", header or "")
    return calendar_day(int(found[1]), int(found[2] or 7), 15 if found[2] else 2) if found else None


def is_calendar_date(value: str) -> bool:
    """Whether ``2020``, ``2020-08`` or ``2020-08-23`` exists.

    >>> is_calendar_date("2020-02-29"), is_calendar_date("2019-02-29"), is_calendar_date("2020-13")
    (True, False, False)
    """
    return bool(known_day(value) if len(re.findall(r"\d+", value)) > 2 else middle_day(value))


@lru_cache(1 << 12)
def calendar_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, if the calendar has it: 2020 has no 31 February."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
