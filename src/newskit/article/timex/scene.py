"""Whence an expression counts, what it says, and moving about the calendar."""

import datetime
import re
from typing import NamedTuple

from newskit.article.days import WEEKDAYS, calendar_day

Match = re.Match[str]
PARTS = {
    "pagi": "TMO", "subuh": "TMO", "dini": "TMO", "dinihari": "TMO", "siang": "TAF", "sore": "TAF",
    "petang": "TEV", "malam": "TNI",
}  # fmt: skip
STEPS = {
    "lalu": -1, "silam": -1, "kemarin": -1, "sebelumnya": -1, "ini": 0, "berjalan": 0, "depan": 1,
    "mendatang": 1, "nanti": 1, "besok": 1, "berikutnya": 1, "selanjutnya": 1,
}  # fmt: skip
DAY_STEPS = {
    "hari ini": 0, "esok hari": 1, "kemarin": -1, "kemarin lusa": -2, "besok": 1, "esok": 1, "lusa": 2,
    "tadi": 0, "nanti": 0,
}  # fmt: skip
ORDINALS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5,
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4,
}  # fmt: skip
UNIT_CODES = {
    "hari": "day", "malam": "day", "pekan": "week", "minggu": "week", "bulan": "month", "kuartal": "quarter",
    "semester": "half", "tahun": "year",
}  # fmt: skip
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class Scene(NamedTuple):
    """Whence an expression counts; None where unknown.

    ``today``, a day in the known ``month`` and ``year``, the ``day`` and the value (``latest``) told last.
    """

    today: datetime.date | None
    month: datetime.date | None
    year: datetime.date | None
    day: datetime.date | None = None
    latest: str | None = None


class Value(NamedTuple):
    """Type and TIMEX3 value of an expression, and whether its weekday contradicts its date."""

    type: str
    value: str | None
    conflict: bool = False


def anchor(scene: Scene, code: str) -> datetime.date | None:
    """The day from which days and weeks, months or years count: a header may tell the year alone."""
    return {"year": scene.year, "day": scene.today, "week": scene.today}.get(code, scene.month)


def moved(day: datetime.date | None, step: int, code: str) -> str | None:
    """The day, week, month, quarter, half or year ``step`` units after a day; None beyond the calendar.

    >>> [moved(datetime.date(2020, 8, 23), -1, code) for code in ("day", "week", "month", "quarter", "year")]
    ['2020-08-22', '2020-W33', '2020-07', '2020-Q2', '2019']
    """
    if not day:
        return None
    try:
        if code == "day":
            return (day + datetime.timedelta(step)).isoformat()
        if code == "week":
            year, week, _ = (day + datetime.timedelta(7 * step)).isocalendar()
            return f"{year:04}-W{week:02}"
        length = MONTHS_IN[code]
        year, month = divmod(day.year * 12 + day.month - 1 + step * length, 12)
        datetime.date(year, 1, 1)
    except (OverflowError, ValueError):
        return None
    shape = {"month": f"-{month + 1:02}", "quarter": f"-Q{month // 3 + 1}", "half": f"-H{month // 6 + 1}"}
    return f"{year:04}{shape.get(code, '')}"


def date_of(value: str | None) -> datetime.date | None:
    """The first day of a date that begins with a year, None for any other value.

    >>> [str(date_of(value)) for value in ("2020", "2020-08", "2020-08-23T10:00", "2020-W34", "P3D")]
    ['2020-01-01', '2020-08-01', '2020-08-23', '2020-08-17', 'None']
    """
    found = re.match(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:-W([0-9]{2}))?", value or "")
    if not found:
        return None
    if found[4]:
        return datetime.date.fromisocalendar(int(found[1]), int(found[4]), 1)
    return calendar_day(int(found[1]), int(found[2] or 1), int(found[3] or 1))


def weekday_number(name: str) -> int:
    """0 for ``Senin`` to 6 for ``Minggu``, whatever the apostrophe of ``Jum'at``."""
    return WEEKDAYS[re.sub("[^a-z]", "", name.lower())]


def with_part(day: str | None, part: str | None) -> Value:
    """A day with a part of it: ``2020-08-23`` and ``malam`` are the time ``2020-08-23TNI``."""
    if not part:
        return Value("date", day)
    return Value("time", (day or "") + PARTS[part.lower().split()[0]])


def clock(figures: str, part: str | None = None) -> str:
    """The time of day that figures say: ``10.00`` is ``T10:00``, ``3`` in the afternoon ``T15:00``.

    >>> clock("10.00"), clock("3", "sore"), clock("12", "malam"), clock("2", "malam"), clock("01:29:15")
    ('T10:00', 'T15:00', 'T24:00', 'T02:00', 'T01:29:15')
    """
    hour, *rest = re.split("[.:]", figures)
    hours, word = int(hour), (part or "").lower().split(" ")[0]
    begins, ends = {"siang": (0, 6), "sore": (0, 12), "petang": (0, 12), "malam": (3, 13)}.get(word, (0, 0))
    if begins <= hours < ends:
        hours += 12
    return "T" + ":".join([f"{hours:02}", *(rest or ["00"])])
