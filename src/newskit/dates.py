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
BEFORE = re.compile(
    r"(?:\b(senin|selasa|rabu|kamis|jum['’\"]?at|sabtu|minggu|ahad)\b|\b(tanggal|tgl\.?)|(\())[\s,(]*\Z", re.I
)


def is_calendar_date(value: str) -> bool:
    """Whether ``2020``, ``2020-08`` or ``2020-08-23`` exists."""
    try:
        datetime.date(*([int(part) for part in re.split("[-/]", value)] + [1, 1])[:3])
    except ValueError:
        return False
    return True


class Day(NamedTuple):
    """A day that a text names by number and month; ``days`` are two where it names a range."""

    start: int
    end: int
    weekday: int | None
    days: tuple[int, ...]
    month: int
    year: int | None
    bracketed: bool


def day_mentions(text: str, start: int = 0) -> Iterator[Day]:
    """The days that a text names by number and month, whether or not they exist."""
    for found in DAY.finditer(text, start):
        begin = found.start()
        before = BEFORE.search(text[max(start, begin - 14) : begin])
        written = found["year"] or found["short"]
        if found["number"] and not before and len(written or "") < 4:
            continue
        weekday = WEEKDAYS[re.sub("[^a-z]", "", before[1].lower())] if before and before[1] else None
        if weekday is not None and before:
            begin -= len(before[0])
        month = int(found["number"]) if found["number"] else MONTH_NUMBERS[found["month"][:3].lower()]
        days = tuple(int(found[name]) for name in ("day", "last") if found[name])
        year = int(written) + (2000 if len(written) == 2 else 0) if written else None
        yield Day(begin, found.end(), weekday, days, month, year, text[found.start() - 1] == "(")


def resolve(mention: Day, anchor: datetime.date) -> datetime.date | None:
    """The day that a mention names, in its own year or else the nearest to ``anchor``; None if there is none.

    The weekday, if any, decides between years: ``Kamis (31/12)`` is a Thursday.
    """
    years = [mention.year] if mention.year else [anchor.year - 1, anchor.year, anchor.year + 1]
    days = [day for year in years if (day := calendar_day(year, mention.month, mention.days[0]))]
    if mention.weekday is not None and len(mention.days) == 1:
        days = [day for day in days if day.weekday() == mention.weekday]
    return min(days, key=lambda day: abs(day - anchor), default=None)


def calendar_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, if the calendar has it: 2020 has no 31 February."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def published(text: str, start: int, header: str | None) -> tuple[str | None, str | None]:
    """The day of publication that a text supports, as ISO, or None and the reason.

    A header with a day says it itself. Else it is the last of the days that agree with the header, with weekday or
    in brackets, of which the text does not speak as ahead.

    >>> published("Rapat digelar Minggu (23/8). Hasilnya diumumkan Selasa (25/8) mendatang.", 0, "2020-08")
    ('2020-08-23', None)
    >>> published("Rapat digelar Senin (23/8).", 0, "2020-08")
    (None, 'Senin (23/8 is not a day of 2020-08')
    """
    known = (
        [int(part) for part in re.findall(r"\d+", header[:10])]
        if header and is_calendar_date(header[:10])
        else []
    )
    if len(known) == 3:
        return datetime.date(*known).isoformat(), None
    anchor = (
        datetime.date(known[0], known[1] if len(known) > 1 else 7, 15) if known else datetime.date.today()
    )
    sure, others, odd = [], [], None
    for mention in day_mentions(text, start):
        if not known and not mention.year:
            continue
        day = resolve(mention, anchor)
        if not day:
            odd = odd or mention
        elif [day.year, day.month][: len(known)] == known and not is_ahead(text, mention):
            if mention.weekday is not None or mention.bracketed:
                sure.append(day)
            elif mention.year and not text.startswith(" lalu", mention.end):
                others.append(day)
    if sure or others:
        return max(sure or others).isoformat(), None
    if odd:
        return None, f"{text[odd.start : odd.end]} is not a day of {header or 'the calendar'}"
    return (
        None,
        f"no day in the text agrees with the header {header}" if header else "no day in the text has a year",
    )


AHEAD = r"mendatang|nanti|akan|bakal|mulai|hingga|sampai|rencananya|direncanakan|dijadwalkan|besok|jadwal|(?:men)?jelang|sebelum|kemungkinan"
REPORTED = (
    r"kata(?:nya)?|ujar\w*|ucap\w*|tutur\w*|ungkap\w*|jelas\w*|tegas\w*|papar\w*|imbuh\w*|sebut\w*|pungkas\w*"
    r"|mengatakan|menyatakan|berkata|kepada|dikutip|mengutip|dilansir|melansir|ditemui|tadi|kemarin|hari ini|telah"
    r"|sudah|(?:dalam|lewat|melalui|oleh) (?:keterangan|siaran|rilis|akun|situs)\w*"
)
CUE = re.compile(rf"[\"”],?|\b(?:(?P<ahead>{AHEAD})|{REPORTED})\b", re.I)
AHEAD_AFTER = re.compile(
    r"[)\s]*+(?:(?:malam|pagi|siang|sore|waktu setempat)\s)?(?:ini )?(?:mendatang|nanti|depan|besok|hingga|sampai|akan)\b",
    re.I,
)
CLAUSE = re.compile(r"[.!?;\n]")


def is_ahead(text: str, mention: Day) -> bool:
    """Whether a text speaks of a day as ahead: the last word before it that tells decides."""
    if len(mention.days) > 1 or AHEAD_AFTER.match(text, mention.end):
        return True
    before = CLAUSE.split(text[max(0, mention.start - 100) : mention.start])[-1]
    cue = None
    for cue in CUE.finditer(before):
        pass
    return bool(cue and cue["ahead"])
