"""Day expressions of Indonesian news, resolved against the header and the calendar.

Day stands before month (``3/8`` is 3 August). A numeric day without a year counts only in brackets or after
a weekday or ``tanggal``: ``2-1`` is a score, ``UU 23/2014`` a law. A mention without a year takes the year that brings it
nearest to the header, so that December under a January header is last December; the weekday must agree with
the calendar, else the mention is not resolved.
"""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

MONTHS = (
    r"jan(?:uari|uary)?|[fp]eb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?"
    r"|agustus|agust?|agt|ags|agst|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|no[vp](?:ember)?|de[sc](?:ember)?"
)
MONTH_NUMBERS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "agu": 8, "agt": 8,
    "ags": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "sabtu": 5, "minggu": 6, "ahad": 6}

DAY = re.compile(
    rf"""(?<![\w/.,-])(?P<day>\d{{1,2}})(?:\s?[-–]\s?(?P<last>\d{{1,2}}))?
    (?:\s?/\s?(?P<number>\d{{1,2}})(?:\s?/\s?(?P<short>\d{{4}}|\d{{2}}))?
      |\s+(?P<month>{MONTHS})\b\.?(?:,?\s+(?P<year>\d{{4}}))?)
    (?![\w/])""",
    re.X | re.I,
)
BEFORE = re.compile(r"(?:\b(senin|selasa|rabu|kamis|jum['’\"]?at|sabtu|minggu|ahad)\b|\b(tanggal|tgl\.?)|(\())[\s,(]*\Z", re.I)


def is_calendar_date(value: str) -> bool:
    """Whether ``2020``, ``2020-08`` or ``2020-08-23`` exists."""
    try:
        datetime.date(*([int(part) for part in re.split("[-/]", value)] + [1, 1])[:3])
    except ValueError:
        return False
    return True


class DayMention(NamedTuple):
    start: int
    end: int
    weekday: int | None
    days: tuple[int, ...]
    month: int
    year: int | None


def day_mentions(text: str, start: int = 0) -> Iterator[DayMention]:
    """The days that a text names by number and month."""
    for found in DAY.finditer(text, start):
        begin = found.start()
        before = BEFORE.search(text[max(start, begin - 14) : begin])
        year = found["year"] or found["short"]
        if found["number"] and not before and not (year and len(year) == 4):
            continue
        month = int(found["number"]) if found["number"] else MONTH_NUMBERS[found["month"][:3].lower()]
        days = tuple(int(found[name]) for name in ("day", "last") if found[name])
        weekday = WEEKDAYS[re.sub("[^a-z]", "", before[1].lower())] if before and before[1] else None
        if before and before[1]:
            begin -= before.end() - before.start(1) 
        yield DayMention(begin, found.end(), weekday, days, month, (int(year) + (2000 if len(year) == 2 else 0)) if year else None)


def resolve(mention: DayMention, anchor: datetime.date) -> datetime.date | None:
    """The day of the calendar that a mention names, the nearest to ``anchor`` when it has no year."""
    years = [mention.year] if mention.year else [anchor.year, anchor.year - 1, anchor.year + 1]
    found = []
    for year in years:
        try:
            day = datetime.date(year, mention.month, mention.days[0])
        except ValueError:
            continue
        if mention.weekday is None or day.weekday() == mention.weekday or len(mention.days) > 1:
            found.append(day)
    return min(found, key=lambda day: abs((day - anchor).days)) if found else None


def published(text: str, start: int, header: str | None) -> tuple[str | None, str | None]:
    if not header or not is_calendar_date(header):
        return None, None
    parts = [int(part) for part in re.split("[-/]", header)]
    if len(parts) == 3:
        return datetime.date(*parts).isoformat(), None
    anchor = datetime.date(parts[0], parts[1] if len(parts) > 1 else 7, 15)
    days = []
    for mention in day_mentions(text, start):
        day = resolve(mention, anchor)
        if day and day.year == parts[0] and (len(parts) == 1 or day.month == parts[1]):
            days.append(day)
    return (days[0].isoformat(), None) if days else (None, "no day in the text agrees with the header")
