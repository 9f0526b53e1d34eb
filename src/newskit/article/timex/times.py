"""The spans, habits and times of day that expressions say: a reader for each of their patterns."""

import datetime

from newskit.article.days import month_number
from newskit.article.timex.ages import is_span
from newskit.article.timex.around import word_before
from newskit.article.timex.durations import number, period
from newskit.article.timex.scene import (
    DAY_STEPS,
    PARTS,
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

ADJECTIVES = {"harian": "hari", "mingguan": "minggu", "bulanan": "bulan", "tahunan": "tahun"}
YEARS_IN = {"dekade": 10, "dasawarsa": 10, "abad": 100}
SHORT_UNITS = ("jam", "menit", "detik")
LONGEST_AGO = 5000  # a greater number of units is no date


def count(match: Match, scene: Scene) -> Value:
    """``tiga hari`` is a span; with ``lalu``, ``lagi``, ``sebelumnya`` a date, from today or the last."""
    unit = (match["unit"] or match["one"] or match["of"]).lower()
    way = (match["way"] or "").lower().removeprefix("yang ")
    amount = _amount(match)
    if way in ("lalu", "silam", "berselang"):
        return Value("date", _counted(scene, amount, unit, -1) or "PAST_REF")
    if way == "lagi" or (way in ("mendatang", "ke depan", "kedepan") and not is_span(match)):
        return Value("date", _counted(scene, amount, unit, 1) or "FUTURE_REF")
    if (
        way in ("sebelumnya", "kemudian", "setelahnya", "berikutnya", "sesudahnya")
        and unit not in SHORT_UNITS
    ):
        step = -1 if way == "sebelumnya" else 1
        day = _counted(scene, amount, unit, step, date_of(scene.latest))
        return Value("date", day or ("PAST_REF" if step < 0 else "FUTURE_REF"))
    span = period(None if match["an"] else amount, unit)
    if match["more"] and amount is not None:
        finer = period(
            0.5 if match["more"].lower() == "setengah" else number(match["more"]), match["finer"].lower()
        )
        span += finer[1:].replace("T", "" if "T" in span else "T")
    return Value("set" if word_before(match) in ("kali", "x") else "duration", span)


def _amount(match: Match) -> float | None:
    """How many units; None where ``beberapa`` or the like tells no number."""
    if match["some"]:
        return None
    if match["one"] or match["setengah"]:
        return 0.5 if "tengah" in match[0].lower() else 1
    amount = number(match["count"])
    if amount is None:
        return None
    return (amount + (0.5 if match["half"] else 0)) * int(match["times"] or 1)


def _counted(
    scene: Scene, amount: float | None, unit: str, way: int, base: datetime.date | None = None
) -> str | None:
    """The date so many units before (-1) or after (1) a day, or today."""
    code = UNIT_CODES.get(unit, "year")
    scale = 1 if unit in UNIT_CODES else YEARS_IN.get(unit)
    if amount is None or scale is None or amount > LONGEST_AGO:
        return None
    return moved(base or anchor(scene, code), way * int(amount * scale), code)


def long(match: Match, _: Scene) -> Value:
    """``berjam-jam``, ``sejenak``: a span of unknown length."""
    return Value("duration", period(None, match["unit"].lower()) if match["unit"] else "PXX")


def habit(match: Match, _: Scene) -> Value:
    """``setiap Senin``, ``per bulan``, ``harian``, ``dua tahun sekali``."""
    if match["adjective"]:
        return Value("set", period(number(match["many"] or "1"), ADJECTIVES[match["adjective"].lower()]))
    if match["every"]:
        return Value("set", period(number(match["often"] or "1"), match["every"].lower()))
    if match["weekday"] == "minggu":  # without a capital the week
        return Value("set", "P1W")
    if name := match["weekday"]:
        return Value("set", with_part(f"XXXX-WXX-{weekday_number(name) + 1}", match["part"]).value)
    if match["weekend"]:
        return Value("set", "XXXX-WXX-WE")
    if match["month"]:
        day = f"-{int(match['date']):02}" if match["date"] else ""
        return Value("set", f"XXXX-{month_number(match['month']):02}{day}")
    if match["day"]:
        return Value("set", f"XXXX-XX-{int(match['day']):02}")
    if match["hours"] and match["each"].lower() != "per":
        return Value("set", f"XXXX-XX-XX{PARTS[match['hours'].lower().split()[0]]}")
    return Value(
        "set", period(number(match["count"] or "1"), match["unit"].lower()) if match["unit"] else "P1D"
    )


def clock_time(match: Match, scene: Scene) -> Value:
    """``pukul 10.00 WIB``, ``jam 3 sore``, ``pukul setengah lima``: on the day mentioned last, else today."""
    figures = match["figures"] or match["hour"] or match["zoned"]
    if match["words"]:
        hour = int(number(match["words"]) or 0)
        figures = f"{hour - 1}.30" if match["half"] else f"{hour}.00"
    day = scene.day or scene.today
    return Value("time", (day.isoformat() if day else "XXXX-XX-XX") + clock(figures, match["part"]))


def part_of_day(match: Match, scene: Scene) -> Value:
    """``malam ini``, ``pagi tadi``, ``tadi malam``, ``keesokan harinya``, ``dini hari``, ``tengah malam``."""
    last = scene.day or scene.today
    if match["midnight"]:
        return Value("time", f"{last or ''}T24:00")
    if match["night"]:
        return Value("time", f"{moved(scene.today, -1, 'day') or ''}TNI")
    if match["esok"]:
        return Value("date", moved(last if match["esok"][0] in "kK" else scene.today, 1, "day"))
    if match["eve"]:
        return with_part(_eve(match["eve"], scene), "malam")
    if match["part"]:
        word = match["day"].lower()
        day = moved(last, 1, "day") if word == "keesokan" else moved(scene.today, DAY_STEPS[word], "day")
        return with_part(day, match["part"])
    if match["harinya"]:
        return with_part(last.isoformat() if last else None, match["harinya"])
    return _named_part(match, scene, last) if match["named"] else with_part("", match["hours"])


def _named_part(match: Match, scene: Scene, last: datetime.date | None) -> Value:
    """``sore ini``, ``siang itu``, ``pagi tadi pukul 10.00``."""
    side = match["side"].lower()
    base = last if side == "itu" else scene.today
    day = moved(base, {"kemarin": -1, "besok": 1}.get(side, 0), "day")
    if match["clock"]:
        return Value("time", (day or "") + clock(match["clock"], match["named"]))
    return with_part(day, match["named"])


def _eve(name: str, scene: Scene) -> str | None:
    """The last evening before a weekday: ``malam Minggu`` is a Saturday."""
    if not scene.today:
        return None
    return moved(scene.today, -((scene.today.weekday() - weekday_number(name) + 1) % 7), "day")


def reference(match: Match, scene: Scene) -> Value:
    """``kini``, ``beberapa waktu lalu``, ``kelak``, ``kemarin``."""
    for group, value in (("present", "PRESENT_REF"), ("past", "PAST_REF"), ("future", "FUTURE_REF")):
        if match[group]:
            return Value("date", value)
    day = moved(scene.today, DAY_STEPS[" ".join(match["day"].lower().split())], "day")
    return with_part(day, match["part"])
