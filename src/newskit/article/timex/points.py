"""The days, months, quarters, years and feasts that expressions say: a reader for each of their patterns."""

import datetime
import re

from newskit.article import days
from newskit.article.days import Day, calendar_day, resolve
from newskit.article.timex import feasts, islamic
from newskit.article.timex.around import looks_ahead
from newskit.article.timex.scene import (
    ORDINALS,
    STEPS,
    UNIT_CODES,
    Match,
    Scene,
    Value,
    anchor,
    clock,
    date_of,
    moved,
    weekday_number,
    with_part,
)

SEASONS = {
    "hujan": "WI", "penghujan": "WI", "dingin": "WI", "kemarau": "SU", "panas": "SU", "semi": "SP",
    "gugur": "FA",
}  # fmt: skip
PERIODS = {
    "kuartal": ("Q", 3), "kwartal": ("Q", 3), "triwulan": ("Q", 3), "caturwulan": ("C", 4),
    "semester": ("H", 6), "paruh": ("H", 6),
}  # fmt: skip
NEAR_MONTHS = 5  # a bare month so far ahead is the one to come
LAST_CENTURY = 30


def calendar(match: Match, scene: Scene, *, day: int, year: int | None) -> Value:
    """``Rabu (12/2/2020) malam``: a day by number, with its part or clock."""
    weekday_ = weekday_number(match["weekday"]) if match["weekday"] else None
    if match["iso"]:
        y, m, d = [int(part) for part in re.split("[-/T]", match["iso"])[:3]]
        found = calendar_day(y, m, d)
        conflict = bool(found and weekday_ not in (None, found.weekday()))
    else:
        month_ = month_number(match) or (scene.month.month if scene.month else None)
        if not month_:
            return Value("date", f"XXXX-XX-{day:02}")
        year = year or written_year(match)
        named = Day(0, 0, weekday_, day, month_, year, False, False)
        found = resolve(named, scene.year)
        conflict = not found
        found = found or resolve(named._replace(weekday=None), scene.year)
        if not found:
            return Value("date", None if scene.year or year else f"XXXX-{month_:02}-{day:02}")
    if at := match["clock"] or match["zoned"]:
        return Value("time", f"{found}{clock(at, match['clockpart'])}", conflict)
    return with_part(str(found), match["after"] or match["part"])._replace(conflict=conflict)


def month_number(match: Match) -> int | None:
    """The number of the month that a match of CALENDAR or MONTH names."""
    if match["month"]:
        return days.month_number(match["month"])
    return int(match["number"]) if "number" in match.re.groupindex and match["number"] else None


def written_year(match: Match) -> int | None:
    """The year that stands in a match of CALENDAR or MONTH."""
    written = match["year"] or ("yy" in match.re.groupindex and (match["yy"] or match["short"])) or ""
    return (int(written) + (2000 if len(written) == 2 else 0)) if written else None


def weekday(match: Match, scene: Scene) -> Value:
    """``Jumat``, ``Senin depan``, ``Jumat pekan lalu``, ``Sabtu pukul 19.30 WIB``."""
    number = weekday_number(match["weekday"])
    if not scene.today:
        return with_part(f"XXXX-WXX-{number + 1}", match["part"])
    ahead = number - scene.today.weekday()
    side = (match["side"] or "").lower()
    step = STEPS.get(side, 0)
    if match["week"] or side == "ini":
        ahead += 7 * step
    elif side in ("depan", "mendatang", "berikutnya"):
        ahead = (ahead - 1) % 7 + 1
    elif side in ("besok", "nanti") or (not side and looks_ahead(match)):
        ahead %= 7
    else:
        ahead = -(-ahead % 7) or (7 * step if side in ("lalu", "silam") else 0)
    day = moved(scene.today, ahead, "day")
    if at := match["clock"] or match["zoned"]:
        return Value("time", (day or "") + clock(at, match["clockpart"]))
    return with_part(day, match["part"])


def month(match: Match, scene: Scene, *, year: int | None = None) -> Value:
    """``Mei``, ``awal Mei 2020``, ``Mei tahun lalu``, ``November lalu``, the nearest."""
    number = days.month_number(match["month"])
    year = int(match["year"]) if match["year"] else year
    if not year and scene.year:
        year = scene.year.year + _year_step(number - scene.year.month, match)
    if match["nth"] and year:
        nth = ORDINALS.get(match["nth"].split()[1].lower(), 4)
        return Value("date", moved(calendar_day(year, number, 1), nth - 1, "week"))
    return Value("date", f"{year or 'XXXX'}-{number:02}")


def _year_step(ahead: int, match: Match) -> int:
    """How many years from this one a month lies that is so many months ahead within the year."""
    if match["of"]:
        return STEPS[match["of"].lower()]
    side = (match["side"] or "").lower()
    if side:
        step = STEPS.get(side, 0)
        return -(ahead > 0) if step < 0 else int(step > 0 and ahead < 0)
    if ahead > NEAR_MONTHS:
        return 0 if looks_ahead(match) else -1
    return int(ahead < -NEAR_MONTHS and looks_ahead(match))


def quarter(match: Match, scene: Scene) -> Value | None:
    """``kuartal II 2025``, ``semester I``, ``paruh kedua tahun lalu``; else the last that has begun."""
    name = (match["name"] or "kuartal").lower()
    nth = match["q"][1] if match["q"] else match["nth"].lower()
    letter, length = PERIODS[name]
    number = 12 // length if nth == "terakhir" else ORDINALS.get(nth) or int(nth)
    if number > 12 // length:
        return None
    year_ = int(match["year"]) if match["year"] else scene.year.year if scene.year else None
    if match["of"] and year_:
        year_ += STEPS[match["of"].lower()]
    elif not match["year"] and year_ and scene.year and (number - 1) * length >= scene.year.month:
        year_ -= not (STEPS.get((match["side"] or "").lower(), -1) > 0 or looks_ahead(match))
    return Value("date", f"{year_ or 'XXXX'}-{letter}{number}")


def year(match: Match, _: Scene) -> Value:
    """``2019``, ``tahun 2020``, ``akhir 2021``, ``1990-an``, ``tahun 95``."""
    if decade := match["decade"]:
        return Value("date", decade[:3] if len(decade) == 4 else f"19{decade[0]}")
    return Value("date", match["year"] or f"19{match['two']}")


def unit_named(match: Match, scene: Scene) -> Value:
    """``tahun lalu``, ``awal bulan ini``, ``akhir pekan``, ``tahun sebelumnya``, ``hari pertama``."""
    unit = (match["unit"] or match["period"]).lower()
    side = (match["side"] or "ini").lower()
    step = STEPS.get(side, 0)
    if match["doubled"]:
        return Value("date", "FUTURE_REF" if step > 0 or side == "ke depan" else "PAST_REF")
    if unit == "pekan" and (match["edge"] or match["only"] or "").lower().startswith("akhir"):
        week = moved(scene.today, step, "week")
        return Value("date", week and f"{week}-WE")
    if unit == "dekade":
        decade = moved(scene.year, 10 * step, "year")
        return Value("date", decade and decade[:3])
    code = UNIT_CODES[unit]
    if side in ("sebelumnya", "berikutnya", "selanjutnya", "itu", "tersebut", "sama"):
        return Value("date", moved(_latest(scene, code) or anchor(scene, code), step, code))
    return Value("date", moved(anchor(scene, code), step, code))


def _latest(scene: Scene, code: str) -> datetime.date | None:
    """The day, month or year mentioned last, where it was told as exactly as that."""
    length = {"day": 10, "month": 7, "year": 4}.get(code, 99)
    return date_of(scene.latest) if len(scene.latest or "") >= length else None


def century(match: Match, _: Scene) -> Value | None:
    """``abad ke-17`` is the century whose years begin with 16."""
    written = match["century"].upper()
    number = int(written) if written.isdigit() else _roman(written)
    return Value("date", f"{number - 1:02}") if 0 < number < LAST_CENTURY else None


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    return sum(-v if any(w > v for w in values[i + 1 :]) else v for i, v in enumerate(values))


def season(match: Match, scene: Scene) -> Value:
    """``musim hujan`` is ``XXXX-WI``, ``musim panas 2023`` is ``2023-SU``."""
    year_ = match["year"]
    if match["side"]:
        year_ = moved(scene.year, STEPS[match["side"].lower()], "year")
    return Value("date", f"{year_ or 'XXXX'}-{SEASONS[match['season'].lower()]}")


def islamic_date(match: Match, scene: Scene) -> Value:
    """``1 Ramadan 1445 Hijriah``, ``bulan Ramadan``: a day, or a month of a year, which ISO cannot number."""
    number = islamic.islamic_month(match["month"] or "ramadan")
    day = int(match["day"] or 1)
    if match["hijri"]:
        found = islamic.islamic_day(int(match["hijri"]), number, day)
    else:
        near = calendar_day(int(match["year"]), 7, 1) if match["year"] else scene.year
        if not near:
            return Value("date", "XXXX-XX")
        found = islamic.nearest_islamic_day(number, day, near)
    return Value("date", found.isoformat() if match["day"] else f"{found.year}-XX")


def feast(match: Match, scene: Scene) -> Value:
    """``Lebaran``, ``Natal 2022``, ``Idul Adha 1445 H``: its day, the nearest where no year is told."""
    name, side = match["feast"], (match["side"] or "").lower().split()
    if match["hijri"]:
        return Value("date", _nearest(name, islamic.islamic_day(int(match["hijri"]), 7, 1), 0))
    step = STEPS[side[-1]] if side else 0
    told = int(match["year"]) if match["year"] else None
    if not told and scene.year and side and (side[0] == "tahun" or not step):
        told = scene.year.year + step
    if told:
        return Value("date", min(map(str, feasts.feast(name, told)), default=None))
    return Value("date", _nearest(name, scene.year, step))


def _nearest(name: str, day: datetime.date | None, step: int) -> str | None:
    """The day of a feast nearest to another; the last before it (-1) or the next after it (1)."""
    if not day:
        return None
    found = [other for years in (-1, 0, 1) for other in feasts.feast(name, day.year + years)]
    found = [other for other in found if (other - day).days * step >= 0]
    return str(min(found, key=lambda other: abs(other - day))) if found else None
