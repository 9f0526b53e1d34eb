"""The Islamic calendar as Indonesia keeps it.

A month begins on the evening when the new moon is at least seven and a half hours old at sunset in Jakarta.
Of 82 month beginnings that the Ministry of Religious Affairs decreed for 2010 to 2026 that tells 74; the
others stand in DECREED. In other years a day may be one off. New moons: Meeus, Astronomical
Algorithms, chapter 49.
"""

import datetime
import re
from functools import lru_cache
from math import radians, sin

MONTHS = (
    r"muharr?am", r"[sş]h?af+ar", r"rab[iy]'?ul[ -]?awal", r"rab[iy]'?ul[ -]?ak?hir", r"jumadil[ -]?awal",
    r"jumadil[ -]?ak?hir", r"rajab", r"s[yh]+a'?ban", r"ramad[hl]*an", r"s[yh]+awal+",
    r"[dz]+[hu]*l?[ -]?[qk]a'?i?dah",
    r"[dz]+[hu]*l?[ -]?hij+ah",
)  # fmt: skip
MONTH = rf"(?:{'|'.join(MONTHS)})"
EPOCH = 1421  # 1 Muharam 1421 was in April 2000, three new moons after the one of 6 January
DECREED = {
    (1432, 10): "2011-08-31", (1439, 1): "2017-09-21", (1441, 3): "2019-10-29", (1443, 7): "2022-02-02",
    (1443, 12): "2022-07-01", (1445, 3): "2023-09-17", (1446, 3): "2024-09-05", (1447, 10): "2026-03-21",
}  # fmt: skip
SHORTEST_AGE = 7.5 / 24
JAKARTA_SUNSET = 11 / 24  # 18.00 WIB in universal time
JULIAN_DAY = 1721424.5  # of the ordinal 0


def islamic_month(name: str) -> int:
    """The number of a month by its name in any common spelling.

    >>> [islamic_month(name) for name in ("Muharram", "Rabiul Awal", "Ramadhan", "Dzulqa'dah")]
    [1, 3, 9, 11]
    """
    return next(n for n, month in enumerate(MONTHS, 1) if re.fullmatch(month, name, re.I))


def islamic_day(year: int, month: int, day: int) -> datetime.date:
    """The day of an Islamic date.

    >>> str(islamic_day(1445, 9, 1)), str(islamic_day(1444, 10, 1)), str(islamic_day(1446, 12, 10))
    ('2024-03-12', '2023-04-22', '2025-06-06')
    """
    return _month_start(year, month) + datetime.timedelta(day - 1)


def islamic_year(day: datetime.date) -> int:
    """The Islamic year in which most of a Gregorian year's day lies."""
    year = EPOCH + int((day.toordinal() - datetime.date(2000, 4, 6).toordinal()) / 354.367)
    return year + (_month_start(year + 1, 1) <= day) - (_month_start(year, 1) > day)


def nearest_islamic_day(month: int, day: int, anchor: datetime.date) -> datetime.date:
    """The day of that Islamic month that is nearest to another day."""
    year = islamic_year(anchor)
    return min(
        (islamic_day(y, month, day) for y in (year - 1, year, year + 1)), key=lambda d: abs(d - anchor)
    )


@lru_cache(256)
def _month_start(year: int, month: int) -> datetime.date:
    if decreed := DECREED.get((year, month)):
        return datetime.date.fromisoformat(decreed)
    moon = new_moon((year - EPOCH) * 12 + month + 2) + SHORTEST_AGE - JAKARTA_SUNSET - JULIAN_DAY
    return datetime.date.fromordinal(-int(-moon // 1) + 1)


def new_moon(number: int) -> float:
    """The Julian day (UT, within minutes) of a new moon; number 0 is that of 6 January 2000."""
    t = number / 1236.85
    sun, moon = radians(2.5534 + 29.1053567 * number), radians(201.5643 + 385.81693528 * number)
    node = radians(160.7108 + 390.67050284 * number)
    return (
        2451550.0968 + 29.530588861 * number + 0.00015437 * t * t - 0.40720 * sin(moon) + 0.17241 * sin(sun)
        + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node) + 0.00739 * sin(moon - sun)
        - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun) - 0.00111 * sin(moon - 2 * node)
    )  # fmt: skip
