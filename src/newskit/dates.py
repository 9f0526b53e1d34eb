"""Day, month and year expressions of Indonesian news, resolved against header, publication and calendar.

Day stands before month (``3/8`` is 3 August). A numeric day without a year counts only in brackets or after
a weekday or ``tanggal``: ``2-1`` is a score, ``UU 23/2014`` a law, ``ayat (2)`` an article of law. A mention
without a year takes the one that brings it nearest to the header (December under a January header is last
December); its weekday must agree with the calendar, else it is not resolved. ``Minggu lalu`` is last Sunday,
``minggu lalu`` last week, Monday to Sunday.
"""

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

MONTHS = (
    r"(?:jan(?:uari|uary)?|[fp]eb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?"
    r"|agustus|agu?st?|agt|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|no[vp](?:ember)?|de[sc](?:ember)?)\b"
)
MONTH_NUMBERS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "agu": 8,
    "agt": 8, "ags": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12,
}  # fmt: skip
FRACTIONS = {"1/2", "1/3", "2/3", "1/4", "3/4"}
WEEKDAYS = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "sabtu": 5, "minggu": 6, "ahad": 6}
WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum['’\"]?at|sabtu|minggu|ahad)"

# The first digit stands before the look-behind: so the search skips from digit to digit.
DAY = re.compile(
    rf"""(?P<first>[0-9](?<![\w/.,-].)[0-9]{{0,3}})(?:
    (?:\s?[-–]\s?(?P<last>[0-9]{{1,2}}))?
      (?:\s?/\s?(?P<number>[0-9]{{1,2}})(?:\s?/\s?(?P<short>[0-9]{{4}}|[0-9]{{2}}))?
        |\s+(?P<month>(?i:{MONTHS}))(?:\.?\s+(?P<year>[0-9]{{4}})(?![0-9])(?=(?P<glued>[A-Z])?))?)
    |(?P<sign>[-.])(?P<second>[0-9]{{1,2}})(?P=sign)(?P<third>[0-9]{{4}}|[0-9]{{2}})
    )(?(glued)|(?![\w/]))""",
    re.X,
)
BEFORE = re.compile(
    rf"""(?:\b(?P<weekday>{WEEKDAY})
      (?:\s+(?:dini\ hari|pagi|siang|sore|petang|malam|legi|pa?hing|pon|wage|kliwon|lalu|kemarin|ini|besok
        |wib|wita?|waktu\ \w{{1,12}}))*
    |(?P<date>\b(?:tanggal|tgl\.?)))?
    [\s,]*(?:\b(?:tanggal|tgl\.?)\s+)?(?P<open>\([\s]*)?\Z""",
    re.X | re.I,
)


DAY_SHIFTS = {
    "hari ini": 0, "pagi ini": 0, "siang ini": 0, "sore ini": 0, "petang ini": 0, "malam ini": 0,
    "tadi pagi": 0, "tadi siang": 0, "tadi sore": 0, "nanti malam": 0, "tadi malam": -1,
    "semalam": -1, "kemarin": -1, "kemarin lusa": -2, "besok": 1, "esok": 1, "esok hari": 1, "lusa": 2,
}  # fmt: skip
COUNTS = {
    "se": 1, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
NEAR = datetime.timedelta(335)
UNITS = {"hari": "day", "pekan": "week", "minggu": "week", "bulan": "month", "tahun": "year"}
STEPS = {
    "lalu": -1,
    "silam": -1,
    "kemarin": -1,
    "ini": 0,
    "lagi": 1,
    "depan": 1,
    "mendatang": 1,
    "nanti": 1,
    "besok": 1,
}
MONTH_NAMES = (
    "Januari|Februari|Pebruari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Nopember|Desember"
)

TENS = "belas|puluh|ratus|ribu|juta"
RELATIVE = re.compile(
    rf"""\b(?:
    (?P<count>[0-9]{{1,3}}[ ]
      |(?i:se|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)\ ))
      (?P<unit>hari|pekan|minggu|bulan|tahun)\ (?:yang\ )?(?P<way>lalu|silam|lagi)
    |(?P<vague>(?i:setiap|tiap)\ \w+|(?i:beberapa|belasan|puluhan|ratusan|ribuan|sekian|[0-9]+|{TENS})
      \ (?:hari|pekan|minggu|bulan|tahun)\ (?:yang\ )?(?:lalu|silam|lagi|ini|depan|mendatang))
    |(?P<weekday>Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)\b
      (?:\ (?:dini\ hari|pagi|siang|sore|petang|malam)\b)?
      (?:\ (?P<week>(?:pekan|minggu)\ )?(?P<which>lalu|silam|kemarin|ini|depan|mendatang|nanti|besok)\b)?
    |(?P<weekend>akhir\ )?(?P<period>pekan|minggu|bulan|tahun)\ (?P<step>lalu|silam|ini|depan|mendatang)
    |(?P<month>{MONTH_NAMES})\b(?:\ (?:(?P<year>(?:19|20)[0-9]{{2}})\b|tahun\ (?P<of>lalu|silam|ini|depan)
      |(?P<side>lalu|silam|mendatang|depan|nanti)))?
    |tahun\ (?P<bare>(?:19|20)[0-9]{{2}})
    |(?P<simple>(?i:kemarin(?:\ lusa)?|besok|esok(?:\ hari)?|lusa|hari\ ini
      |(?:pagi|siang|sore|petang|malam)\ ini|tadi\ (?:pagi|siang|sore|malam)|nanti\ malam|semalam))
    )\b""",
    re.X,
)


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


class DateMention(NamedTuple):
    """A date that a text mentions.

    ``value`` is ISO 8601 (``2020-08-23``, ``2020-W34``, ``2020-08``, ``2020``), None where nothing tells it.
    ``precision`` is day, week, month or year.
    """

    text: str
    start: int
    end: int
    value: str | None
    precision: str


class Reference(NamedTuple):
    """A day, and days in the known month and year, from which a text counts; None where unknown."""

    day: datetime.date | None
    month: datetime.date | None
    year: datetime.date | None


def dates(
    text: str, header: str | None = None, *, published: str | None = None, start: int = 0
) -> list[DateMention]:
    """The dates that a text mentions after ``start``, in order, without overlap.

    ``header`` is the article's date (``2020``, ``2020-08``, ``2020-08-23``); ``kemarin`` and the like are
    resolved against ``published`` or a header with a day, else their value is None. The two days of
    ``11-12 Mei`` are two mentions, ``11`` and ``12 Mei``.

    >>> [m[::3] for m in dates("Jumat pekan lalu dan Minggu (23/8)", published="2020-08-24")]
    [('Jumat pekan lalu', '2020-08-21'), ('Minggu (23/8)', '2020-08-23')]
    """
    now = reference(published, header)
    found = [day_mention(text, day, now.year) for day in days(text, start)]
    covered = iter([*found])
    other = next(covered, None)
    for match in RELATIVE.finditer(text, start):
        while other and other.end <= match.start():
            other = next(covered, None)
        if not match["vague"] and (not other or match.end() <= other.start):
            found.append(DateMention(match[0], *match.span(), *relative_value(match, now)))
    return sorted(found, key=lambda mention: mention.start)


def reference(published: str | None, header: str | None) -> Reference:
    """From which day, month and year a text speaks, as far as its publication or its header tells."""
    day = known_day(published) or known_day(header)
    year = day or middle_day(header)
    month = year if re.match(r"[0-9]{4}[-/][0-9]", header or "") else day
    return Reference(day, month, year)


def days(text: str, start: int = 0) -> Iterator[Day]:
    """The days that a text names by number and month, whether or not the calendar has them."""
    for found in DAY.finditer(text, start):
        begin, end = found.span()
        before = BEFORE.search(text[max(start, begin - 40) : begin])
        written = numbers(found)
        if not before or not written or not is_day(found, before):
            continue
        year, month, day = written
        bracketed = bool(before["open"])
        weekday = None
        of_last = found["last"] and text.startswith(
            ("-", "–"), begin - len(before[0]) - 1
        )  # Senin-Selasa, 1-2 Mei
        if before["weekday"] and not of_last:
            weekday = WEEKDAYS[re.sub("[^a-z]", "", before["weekday"].lower())]
            begin -= len(before[0])
            end += bracketed and text.startswith(")", end)
        if found["last"]:
            yield Day(begin, found.end("first"), weekday, day, month, year, bracketed, True)
            begin, weekday, day = found.start("last"), None, int(found["last"])
        yield Day(begin, end, weekday, day, month, year, bracketed, bool(found["last"]))


def is_day(found: re.Match[str], before: re.Match[str]) -> bool:
    """Whether a match of DAY is a day: one in figures needs a year or a sign before it."""
    if found[0] in FRACTIONS:
        return bool(before["weekday"] or before["date"])
    return not found["number"] or len(found["short"] or "") == 4 or bool(before[0].replace(",", "").strip())


def numbers(found: re.Match[str]) -> tuple[int | None, int, int] | None:
    """Year, month and day of a match of DAY; None where its numbers are of another kind."""
    first = int(found["first"])
    if found["sign"]:
        numbers = first, int(found["second"]), int(found["third"])
        if len(found["first"]) == 4 and len(found["third"]) == 2 and found["sign"] == "-":
            return numbers
        return numbers[::-1] if first < 100 and len(found["third"]) == 4 else None
    if len(found["first"]) > 2:
        return None
    written = found["year"] or found["short"]
    month = int(found["number"]) if found["number"] else MONTH_NUMBERS[found["month"][:3].lower()]
    return int(written) + (2000 if len(written) == 2 else 0) if written else None, month, first


def resolve(mention: Day, anchor: datetime.date | None) -> datetime.date | None:
    """The day that a mention names, in its own year or else the nearest to ``anchor``; None if there is none.

    The weekday, if any, must agree; it decides between the years less than eleven months away.
    """
    years = [mention.year] if mention.year else [anchor.year + step for step in (-1, 0, 1)] if anchor else []
    found = [day for year in years if (day := calendar_day(year, mention.month, mention.day))]
    if mention.weekday is not None:
        found = [day for day in found if day.weekday() == mention.weekday]
    if mention.year or not anchor:
        return found[0] if found else None
    return min(
        (day for day in found if abs(day - anchor) < NEAR), key=lambda day: abs(day - anchor), default=None
    )


def day_mention(text: str, day: Day, anchor: datetime.date | None) -> DateMention:
    """A day with its value."""
    value = resolve(day, anchor)
    return DateMention(
        text[day.start : day.end], day.start, day.end, value.isoformat() if value else None, "day"
    )


def relative_value(match: re.Match[str], now: Reference) -> tuple[str | None, str]:
    """Value and precision of a match of RELATIVE."""
    if match["bare"]:
        return match["bare"], "year"
    if match["month"]:
        return month_value(match, now.year), "month"
    unit = unit_of(match)
    day = {"month": now.month, "year": now.year}.get(unit, now.day)
    return iso(day, distance(match, unit, day), unit) if day else None, unit


def distance(match: re.Match[str], unit: str, today: datetime.date) -> int:
    """The number of units from today to what a match of RELATIVE names."""
    if match["simple"]:
        return DAY_SHIFTS[match["simple"].lower()]
    if match["weekday"]:
        return weekday_distance(match, today)
    if match["count"]:
        number = match["count"].strip().lower()
        return STEPS[match["way"]] * (COUNTS.get(number) or int(number))
    step = STEPS[match["step"]]
    return 7 * step + WEEKDAYS["sabtu"] - today.weekday() if unit == "day" else step


def unit_of(match: re.Match[str]) -> str:
    """The precision of a match of RELATIVE; a weekend is its Saturday."""
    if match["weekend"] and match["period"] in ("pekan", "minggu"):
        return "day"
    return UNITS[match["unit"] or match["period"] or "hari"]


def weekday_distance(match: re.Match[str], today: datetime.date) -> int:
    """Days to ``Jumat pekan lalu``, ``Jumat lalu``, ``Jumat depan`` or a bare ``Jumat``, today or before."""
    ahead = WEEKDAYS[re.sub("[^a-z]", "", match["weekday"].lower())] - today.weekday()
    step = STEPS[match["which"]] if match["which"] else 0
    if match["week"] or match["which"] == "ini":
        return ahead + 7 * step
    if step > 0:
        return (ahead - 1) % 7 + 1
    return -(-ahead % 7) or 7 * step


def month_value(match: re.Match[str], anchor: datetime.date | None) -> str | None:
    """The month of ``Mei 2017``, ``Mei tahun lalu``, ``Mei lalu`` or a bare ``Mei``, the nearest."""
    month = MONTH_NUMBERS[match["month"][:3].lower()]
    if match["year"]:
        return f"{match['year']}-{month:02}"
    if not anchor:
        return None
    ahead = (month - anchor.month) % 12
    if match["of"]:
        ahead = month - anchor.month + 12 * STEPS[match["of"]]
    elif match["side"] in ("lalu", "silam") or (not match["side"] and ahead > 6):
        ahead -= 12 * (ahead > 0)
    return iso(anchor, ahead, "month")


def iso(day: datetime.date, step: int, unit: str) -> str | None:
    """The day, week, month or year that is ``step`` units after a day; None beyond the calendar."""
    try:
        if unit == "day":
            return (day + datetime.timedelta(step)).isoformat()
        if unit == "week":
            year, week, _ = (day + datetime.timedelta(7 * step)).isocalendar()
            return f"{year:04}-W{week:02}"
        months = day.year * 12 + day.month - 1 + step * (12 if unit == "year" else 1)
        first = datetime.date(months // 12, months % 12 + 1, 1)
        return first.isoformat()[: 4 if unit == "year" else 7]
    except (OverflowError, ValueError):
        return None


def known_day(value: str | None) -> datetime.date | None:
    """The day with which an ISO date or time begins, or that another date names in full.

    >>> known_day("2020-08-23T07:00"), known_day("Minggu, 23 Agustus 2020") == known_day("23/08/2020")
    (datetime.date(2020, 8, 23), True)
    """
    found = re.match(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?![0-9])", value or "")
    if found:
        return calendar_day(*map(int, found.groups()))
    return next((resolve(day, None) for day in days(value or "")), None)


def middle_day(header: str | None) -> datetime.date | None:
    """The day in the middle of the month or year of a header."""
    found = re.match(r"([0-9]{4})(?:[-/]([0-9]{1,2}))?(?![0-9])", header or "")
    return calendar_day(int(found[1]), int(found[2] or 7), 15) if found else None


def is_calendar_date(value: str) -> bool:
    """Whether ``2020``, ``2020-08`` or ``2020-08-23`` exists.

    >>> is_calendar_date("2020-02-29"), is_calendar_date("2019-02-29"), is_calendar_date("2020-13")
    (True, False, False)
    """
    return bool(known_day(value) if len(re.findall(r"\d+", value)) > 2 else middle_day(value))


@lru_cache(4096)
def calendar_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, if the calendar has it: 2020 has no 31 February."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
