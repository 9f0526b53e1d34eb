"""Day, month and year expressions of Indonesian news, resolved against header, publication and calendar.

Day stands before month (``3/8`` is 3 August). A numeric day without a year counts only in brackets or after
a weekday or ``tanggal``: ``2-1`` is a score, ``UU 23/2014`` a law, ``ayat (2)`` an article of law. A mention
without a year takes the one that brings it nearest to the header (December under a January header is last
December); its weekday must agree with the calendar, else it is not resolved. ``Minggu lalu`` is last Sunday,
``minggu lalu`` last week, Monday to Sunday.
"""

import datetime
import re
from typing import NamedTuple

from newskit.article.days import MONTH_NUMBERS, WEEKDAYS, Day, days, known_day, middle_day, resolve

DAY_SHIFTS = {
    "hari ini": 0, "pagi ini": 0, "siang ini": 0, "sore ini": 0, "petang ini": 0, "malam ini": 0,
    "tadi pagi": 0, "tadi siang": 0, "tadi sore": 0, "nanti malam": 0, "tadi malam": -1,
    "semalam": -1, "kemarin": -1, "kemarin lusa": -2, "besok": 1, "esok": 1, "esok hari": 1, "lusa": 2,
}  # fmt: skip
COUNTS = {
    "se": 1, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
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
