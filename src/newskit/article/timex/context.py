"""Whether the words around a match let it be what its pattern says: ``salat Jumat`` is no day."""

import re

from newskit.article.days import FRACTIONS, MONTHS
from newskit.article.timex import patterns
from newskit.article.timex.ages import is_count
from newskit.article.timex.around import Match, before, word_before, word_set
from newskit.article.timex.scene import ORDINALS
from newskit.article.timex.years import NAME, PREPOSITIONS, is_year

NAMED_BY_DAY = word_set(
    """
    universitas universiti jalan jl jl. jln jln. stadion taman gelora lapangan gedung museum gerakan
    masjid rsud sakit sma smk smp sd sekolah monumen tugu kampus alun-alun pasar partai perumahan komplek
    kompleks stasiun bandara terminal film lagu novel buku band grup jembatan plaza korps yayasan untag
    dermaga kelurahan desa g
    """
)
NOT_A_WEEKDAY_AFTER = word_set(
    """
    salat sholat shalat solat sembahyang khotbah khutbah kutbah jemaah jamaah jama'ah ibadah mandi khatib
    pasar jalan jl. jln. jl terminal stasiun puasa kajian black plaza super kampung desa mister masjid big
    taman kelurahan kecamatan hotel warung ruby harian
    """
)
NAME_AFTER_WEEKDAY = re.compile(
    r"\s(?:Agung|Curhat|Berkah|Kelabu|Putih|Palma|Paskah|Press|Bersih|Abu|Gigi)\b|-[a-z]"
)
PERSON_MONTHS = ("Apr", "Mei", "Jun", "Jul", "May")  # first names, too
MONTH_LISTED = re.compile(rf"\b{MONTHS},\s\Z", re.I)
FULL_FIGURES = re.compile(r"[0-3][0-9]/[01][0-9]/[0-9]{2}")
DAYS_ONLY = ("depan", "mendatang", "lalu", "silam", "kemarin", "nanti")  # no hari lalu
NOT_PAST_AFTER = word_set(
    """
    terlebih lebih bos mas mbak ayo coba tunggu sabar tanya cek lihat baca istirahat mandi makan tahu diri
    """
)
PAST_AFTER = word_set(
    """
    sejak dari seperti zaman jaman masa yang karena kalau tapi tetapi dan jika waktu orang saya kami kita
    itu pada memang juga ini dengan bila dia ia mereka beliau tersebut beda bedanya dibanding ketimbang
    semasa
    """
)
IN_FRONT_AFTER = word_set(
    """
    maju melangkah langkah bola menatap melihat duduk berjalan jalan naik lari bergerak umpan condong
    dorong mendorong posisi belakang tampil lempar pandangan sampai mengarah menghadap
    """
)


def accepts(match: Match, now: int | None) -> bool:
    """Whether the words around a match let it be what its pattern says; ``now`` is the year of the text."""
    if match.re is patterns.YEAR:
        return is_year(match, now)
    question = QUESTIONS.get(match.re)
    return not question or question(match)


def is_calendar(match: Match) -> bool:
    """Whether numbers are a day; in figures only with a year, a weekday, a bracket or ``tanggal``."""
    word = word_before(match).lower()
    if word in NAMED_BY_DAY or (match["weekday"] and word in NOT_A_WEEKDAY_AFTER):
        return False
    if match["month"]:
        return match["month"] not in ("mar", "des", "may", "jan", "sep")
    if not match["number"] or match["weekday"] or match["date"]:
        return True
    if match[0] in FRACTIONS:
        return False
    if len(match["short"] or "") == 4:
        return match["sign"] == "/" or "," not in match["days"]
    if match["sign"] != "/":
        return False
    text, start, end = match.string, match.start(), match.end()
    is_bracketed = text[max(0, start - 1) : start] == "(" and text.startswith(")", end)
    return is_bracketed or bool(FULL_FIGURES.fullmatch(match[0]))


def is_weekday(match: Match) -> bool:
    """Whether a weekday's name stands for the day: not in ``Pasar Minggu``, nor ``minggu``, the week."""
    name = match["weekday"]
    if name in ("minggu", "ahad"):
        return False
    if match["hari"]:
        return True
    is_named = NAME_AFTER_WEEKDAY.match(match.string, match.end())
    return word_before(match).lower() not in NOT_A_WEEKDAY_AFTER and not is_named


def is_month(match: Match) -> bool:
    """Whether a month's name is the month: with a capital or a year, and nobody's first name."""
    name = match["month"]
    if match["year"] or match["bulan"] or match["of"]:
        return True
    word = word_before(match).lower()
    if not name[0].isupper() or (len(name) < 5 and name not in ("Mei", "Juni", "Juli")):
        return False
    if word in NAMED_BY_DAY or word == "sebelas":  # Universitas Sebelas Maret
        return False
    if match["edge"] or match["side"] or word in PREPOSITIONS or name[:3] not in PERSON_MONTHS:
        return True
    left, after = before(match), match.string[match.end() : match.end() + 2]
    if MONTH_LISTED.search(left):
        return True
    return not (after[:1] == " " and after[1:].isupper()) and not NAME.search(left)


def is_quarter(match: Match) -> bool:
    """Whether ``semester I`` is one of the year: not ``semester 5`` nor ``paruh kedua`` of a match."""
    if match["year"] or match["of"]:
        return True
    if match["q"] or match["name"].lower() == "paruh":
        return False
    return match["name"].lower() != "semester" or match["nth"].lower() in ("i", "ii")


def is_unit(match: Match) -> bool:
    """Whether ``hari itu``, ``minggu ini`` and the like are meant, not ``20 tahun ini``, ``pekan kelima``."""
    if match["only"]:
        return True
    unit, side = match["unit"].lower(), match["side"].lower()
    if match["doubled"]:
        is_other = side in ("ini", "itu", "tersebut", "sama", "pertama", "kedua")
        return match["doubled"].lower() == f"{unit}-" and not is_other
    if side in ("belakangan", "ke depan", "besok", "tadi") or (side == "terakhir" and unit != "hari"):
        return False
    if (side == "sama" and "yang" not in match[0].lower()) or (unit == "hari" and side in DAYS_ONLY):
        return False
    if (side in ORDINALS or side in ("keenam", "ketujuh")) and unit not in ("hari", "tahun"):
        return False
    word = word_before(match).lower()
    return not (word[-1:].isdigit() or word.endswith("-an") or word in NOT_A_UNIT_AFTER)


NOT_A_UNIT_AFTER = word_set("umur usia ulang jumlah sekian juta ribu ratus puluh")


def is_islamic(match: Match) -> bool:
    """Whether a name is the month's: ``Rajab``, ``Syawal`` and ``Safar`` are people's, too."""
    if match["puasa"] or match["day"] or match["hijri"] or match["year"] or match["bulan"]:
        return True
    is_person = NAME.search(before(match)) or match.string[match.end() + 1 : match.end() + 2].isupper()
    return match["month"][:5] in ("Ramad", "Romad") and not is_person


def is_feast(match: Match) -> bool:
    """Whether a feast's name is the feast: not Natal in South Africa, nor ``kurban`` the sheep."""
    name = match["feast"]
    if name.lower() in ("kurban", "qurban"):
        return match[0].lower().startswith("hari")
    if name in ("natal", "maulid", "paskah"):
        return False
    return word_before(match).lower() not in NAMED_BY_DAY


def is_habit(match: Match) -> bool:
    """Whether ``harian`` tells how often, not a newspaper or an office; ``per Senin`` is as of Monday."""
    if match["adjective"]:
        word = word_before(match).lower()
        return match[0].islower() and word not in ("pelaksana", "koran", "kabar", "ketua", "buku", "catatan")
    is_dated = match["weekday"] not in (None, "minggu") or match["day"] or match["month"]
    return not (is_dated and match["each"].lower() == "per")


def is_part(match: Match) -> bool:
    """Whether a part of the day is one: ``malam Minggu`` the evening, with a capital."""
    return not match["eve"] or (match["eve"][0].isupper() and match["eve"].lower() != "ahad")


def is_reference(match: Match) -> bool:
    """Whether ``dulu`` is the past and not ``first``, ``ke depan`` the future and not the front."""
    word, left = match[0].lower(), word_before(match).lower()
    if word in ("dulu", "dahulu"):
        if left in NOT_PAST_AFTER:
            return False
        return match[0][0].isupper() or left in PAST_AFTER or not left[-1:].isalpha() or left.startswith("se")
    if word.startswith("ke "):
        return left not in IN_FRONT_AFTER
    return word != "mendatang" or left != "masa"


QUESTIONS = {
    patterns.CALENDAR: is_calendar, patterns.WEEKDAY_ALONE: is_weekday, patterns.MONTH: is_month,
    patterns.QUARTER: is_quarter, patterns.UNIT_NAMED: is_unit, patterns.ISLAMIC: is_islamic,
    patterns.FEAST: is_feast, patterns.COUNT: is_count, patterns.SET: is_habit,
    patterns.PART_OF_DAY: is_part, patterns.REFERENCE: is_reference,
}  # fmt: skip
