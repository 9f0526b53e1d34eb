"""Whether a number of units is a span of time: ``tiga tahun`` is, ``umur 20 tahun`` is not."""

import re

from newskit.article.timex.around import Match, before, word_before, word_set

AGE_BEFORE = re.compile(
    r"""\b(?:ber)?(?:usia|umur)(?:nya)?(?:\s(?:sekitar|kurang\ lebih|lebih\ dari|di|bawah|atas|antara|yang
    |menginjak|genap|sudah|baru|masih|ke|ini|mencapai|[0-9]+|atau|hingga))*\s\Z|\bdi\s(?:bawah|atas)\s\Z""",
    re.I | re.X,
)
PERSONS = word_set(
    """
    bocah anak balita bayi remaja pria wanita perempuan gadis pemuda pemudi siswa siswi kakek nenek ibu
    lelaki laki-laki pelajar janda duda lansia pelatih pemain penyerang gelandang bek kiper striker winger
    penyanyi aktor aktris mahasiswa mahasiswi cewek cowok orang pebalap petenis pembalap petinju atlet
    sopir guru warga artis musisi usia umur kelahiran genap menginjak bola petarung pegolf pebulutangkis
    """
)
OWNER_BEFORE = re.compile(r"[A-Z][\w.’'-]*\s?,\s\Z")
AGE_AFTER = re.compile(r",?\s(?:ke\s?(?:atas|bawah))\b|\s(?:itu|tersebut|asal|kelahiran)\b", re.I)
NO_DAYS_AFTER = re.compile(
    r"\s(?:kerja|libur|raya|besar|bersih|jadi|lahir|ulang|tasyrik|kiamat|takbir)\b", re.I
)
SPAN_BEFORE = re.compile(
    r"\b(?:dalam|selama|untuk|sampai|hingga|jangka|kurun|sepanjang)\s(?:(?:sekitar|kurun|waktu|jangka)\s)*\Z",
    re.I,
)


def is_count(match: Match) -> bool:
    """Whether a match of COUNT is a span or a date, no age, ``hari kerja`` or ``20-an tahun lalu``."""
    unit = (match["unit"] or match["one"] or match["of"]).lower()
    way = (match["way"] or "").lower()
    if match["an"] and way.endswith(("lalu", "silam")):
        return False
    if unit in ("tahun", "bulan") and way in ("", "ini") and _is_age(match, unit, way):
        return False
    if unit == "malam" and (match["one"] or (match["count"] or "")[:1].isdigit()):  # semalam; jam 10 malam
        return False
    if unit in ("jam", "menit", "detik") and way == "ini":
        return False
    return not (unit == "hari" and NO_DAYS_AFTER.match(match.string, match.end()))


def _is_age(match: Match, unit: str, way: str) -> bool:
    left, text, end = before(match), match.string, match.end()
    word = word_before(match).lower()
    if AGE_BEFORE.search(left) or (unit == "bulan" and word == "bayi"):
        return True
    if unit == "bulan":
        return False
    if word in PERSONS or word == "u-":
        return True
    if (left.endswith("(") and text.startswith(")", end)) or (
        text.startswith(",", end) and OWNER_BEFORE.search(left)
    ):
        return True
    is_high = re.match(r"[1-9][0-9]", match["count"] or "")
    return bool(is_high and (way == "ini" or AGE_AFTER.match(text, end)))


def is_span(match: Match) -> bool:
    """Whether ``tiga tahun mendatang`` is a span, as after ``dalam`` and ``selama``, not a point in time."""
    return bool(SPAN_BEFORE.search(before(match)))
