"""The days of feasts: of the Islamic calendar, those that move otherwise, days named after what they mark."""

import datetime
import re

from newskit.article.days import calendar_day
from newskit.article.timex import islamic

ISLAMIC = {
    r"lebaran\s(?:haji|kurban|qurban)|(?:hari\sraya\s)?(?:id[ui]l\s?adh?ha|kurban|qurban)": (12, 10),
    r"(?:hari\sraya\s)?(?:lebaran|id[ui]l\s?fitri)": (10, 1),
    r"tahun\sbaru\s(?:islam|hijriah)": (1, 1),
    r"maulid(?:\snabi(?:\smuhammad(?:\ssaw)?)?)?": (3, 12),
    r"isra[’'`]?\s?mi[’'`]?k?raj": (7, 27),
}
FIRST_YEAR = 2016  # of the two lists that follow
NYEPI = ("0309", "0328", "0317", "0307", "0325", "0314", "0303", "0322", "0311", "0329", "0319")
WAISAK = ("0522", "0511", "0529", "0519", "0507", "0526", "0516", "0604", "0523", "0512", "0531")
IMLEK = r"(?:tahun\sbaru\s)?imlek|tahun\sbaru\s(?:china|cina|tionghoa)"
FROM_EASTER = {"paskah": 0, r"jumat\sagung": -2}
NO_NEW_YEAR = r"(?!\s(?:ajaran|pelajaran|anggaran|fiskal|islam|hijriah|saka|jawa))"
FIXED = {
    r"natal": "1225", rf"tahun\sbaru{NO_NEW_YEAR}": "0101", r"malam\s(?:pergantian\s)?tahun\sbaru": "1231",
    r"hari\skemerdekaan(?:\s(?:republik\sindonesia|ri))?": "0817", r"hari\spahlawan": "1110",
    r"hari\sburuh(?:\s(?:internasional|sedunia))?": "0501", r"hari\skartini": "0421",
    r"hari\sibu(?!\s(?:sedunia|internasional))": "1222", r"hari\ssumpah\spemuda": "1028",
    r"hari\spendidikan\snasional|hardiknas": "0502", r"hari\skebangkitan\snasional": "0520",
    r"hari\slahir\spancasila": "0601", r"hari\skesaktian\spancasila": "1001",
    r"hari\sanak\snasional": "0723", r"hari\sbhayangkara": "0701", r"hari\ssantri": "1022",
    r"hari\sguru\snasional": "1125", r"hari\spers\snasional": "0209", r"hari\sbatik": "1002",
    r"hari\skoperasi": "0712", r"hari\spramuka": "0814", r"hari\sadhyaksa": "0722", r"hari\stani": "0924",
    r"hari\slistrik\snasional": "1027", r"hari\skesehatan\snasional": "1112", r"hari\sbumi": "0422",
    r"hari\slingkungan\shidup": "0605", r"hari\sperempuan\s(?:internasional|sedunia)": "0308",
    r"hari\s(?:valentine|kasih\ssayang)": "0214", r"hari\saids": "1201",
}  # fmt: skip
ANNIVERSARY = r"\s(?:yang\s)?ke-?\s?[0-9]+"
FEAST = (
    rf"(?:{'|'.join([*ISLAMIC, IMLEK, 'nyepi', 'waisak', *FROM_EASTER, *FIXED])})"
    rf"(?:\s(?:nasional|sedunia))?(?:{ANNIVERSARY})?"
)


def feast(name: str, year: int) -> list[datetime.date]:
    """The days of a feast in a Gregorian year: Lebaran may come twice, a Nyepi that is not listed never.

    >>> [str(day) for name in ("Lebaran", "Natal", "Imlek", "Paskah") for day in feast(name, 2024)]
    ['2024-04-10', '2024-12-25', '2024-02-10', '2024-03-31']
    """
    name = re.sub(ANNIVERSARY, "", name, flags=re.I).lower()
    for pattern, (month, day) in ISLAMIC.items():
        if re.fullmatch(pattern, name):
            first = islamic.islamic_year(datetime.date(year, 1, 1))
            days = (islamic.islamic_day(y, month, day) for y in (first, first + 1))
            return [d for d in days if d.year == year]
    if re.fullmatch(IMLEK, name):
        return [_imlek(year)]
    for pattern, shift in FROM_EASTER.items():
        if re.fullmatch(pattern, name):
            return [_easter(year) + datetime.timedelta(shift)]
    if name in ("nyepi", "waisak"):
        listed = NYEPI if name == "nyepi" else WAISAK
        fixed = listed[year - FIRST_YEAR] if 0 <= year - FIRST_YEAR < len(listed) else ""
    else:
        fixed = next((fixed for pattern, fixed in FIXED.items() if re.match(pattern, name)), "")
    day_ = calendar_day(year, int(fixed[:2]), int(fixed[2:])) if fixed else None
    return [day_] if day_ else []


def _imlek(year: int) -> datetime.date:
    """The new moon between 21 January and 20 February, by the clock of Beijing."""
    number = round((year - 2000) * 12.3685) - 1
    days = (
        datetime.date.fromordinal(int(islamic.new_moon(n) + 8 / 24 - islamic.JULIAN_DAY))
        for n in range(number, number + 5)
    )
    return next(d for d in days if (year, 1, 21) <= (d.year, d.month, d.day) <= (year, 2, 20))


def _easter(year: int) -> datetime.date:
    """Easter Sunday by the anonymous Gregorian algorithm (Meeus, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    rest = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + rest - 7 * ((a + 11 * h + 22 * rest) // 451) + 114, 31)
    return datetime.date(year, month, day + 1)
