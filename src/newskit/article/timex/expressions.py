"""The expressions of time in a text: one pass finds words that may open one, then patterns are tried."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newskit.article.timex import patterns as p
from newskit.article.timex.context import accepts

MONTH_NAMES = """
    januari january jan februari february pebruari feb peb maret maart march mar april apr mei may juni juli
    june july djuni djuli djanuari jun jul agustus ags agt agu aug august augustus september sept sep oktober
    october okt oct november nopember nov nop desember december des dec
"""
NUMBER_WORDS = """
    satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas seratus seribu sejumlah sekian
    puluhan belasan ratusan ribuan jutaan
"""
OPENINGS = [
    ([p.CALENDAR, p.WEEKDAY_ALONE], "senin selasa rabu kamis jumat jum'at jum’at jum‘at jum`at sabtu ahad"),
    ([p.CALENDAR, p.WEEKDAY_ALONE, p.MONTH, p.UNIT_NAMED], "minggu"),
    ([p.CALENDAR, p.ISLAMIC], "tanggal tgl"),
    ([p.MONTH], MONTH_NAMES),
    ([p.FEAST, p.CALENDAR, p.WEEKDAY_ALONE, p.REFERENCE, p.UNIT_NAMED], "hari"),
    ([p.MONTH, p.ISLAMIC, p.REFERENCE, p.UNIT_NAMED], "bulan"),
    ([p.FEAST, p.YEAR, p.UNIT_NAMED], "tahun"),
    ([p.MONTH, p.UNIT_NAMED], "pekan"),
    ([p.CENTURY], "abad"),
    ([p.YEAR, p.UNIT_NAMED], "dekade era"),
    ([p.MONTH, p.QUARTER, p.YEAR, p.UNIT_NAMED, p.ISLAMIC], "awal akhir pertengahan penghujung pengujung"),
    ([p.PART_OF_DAY], "tengah_malam"),
    (
        [p.CALENDAR, p.CLOCK, p.COUNT, p.YEAR],
        "sekitar sekira hampir kira-kira kurang_lebih kurang_dari lebih_dari",
    ),
    ([p.SET, p.COUNT], NUMBER_WORDS),
    (
        [p.SET, p.COUNT],
        """sedetik semenit sejam seminggu sepekan sebulan setahun sedekade seabad setengah semingguan
        sebulanan setahunan seharian semalaman""",
    ),
    ([p.SET, p.PART_OF_DAY, p.COUNT], "sehari semalam"),
    ([p.REFERENCE, p.SET, p.COUNT], "beberapa"),
    ([p.QUARTER, p.UNIT_NAMED], "kuartal kwartal triwulan semester caturwulan paruh q1 q2 q3 q4"),
    ([p.CLOCK], "pukul pkl pk jam"),
    (
        [p.CLOCK, p.PART_OF_DAY, p.REFERENCE],
        """pagi siang sore petang malam dini dinihari subuh tadi nanti kemarin besok esok lusa keesokan
        kebesokan""",
    ),
    ([p.SET], "setiap tiap saban per harian mingguan bulanan tahunan"),
    (
        [p.LONG],
        """berdetik bermenit berjam berhari berminggu berpekan berbulan bertahun berabad sejenak sebentar
        sementara_waktu""",
    ),
    (
        [p.REFERENCE],
        """saat_ini saat_itu waktu_itu waktu_dekat ketika_itu kala_itu kini sekarang dulu dulunya dahulu
        dewasa_ini belum_lama_ini baru-baru_ini belakangan_ini akhir-akhir_ini nantinya kelak mendatang
        ke_depan ke_depannya kedepan kedepannya""",
    ),
    (
        [p.FEAST, p.SEASON],
        """idul idil iduladha idulfitri lebaran natal imlek nyepi waisak paskah maulid isra kurban qurban
        musim""",
    ),
    (
        [p.ISLAMIC],
        """muharram muharam safar shafar rabiul rabi rabiulawal rabiulakhir jumadil rajab syaban sya'ban
        ramadan ramadhan ramadlan syawal syawwal zulkaidah dzulkaidah zulhijah zulhijjah dzulhijah dzulhijjah
        dzulqa'dah dzulqadah zulqaidah dhulhijjah""",
    ),
]
PATTERNS = {word.replace("_", " "): patterns for patterns, words in OPENINGS for word in words.split()}
OF_DIGITS = [p.CALENDAR, p.CLOCK, p.ISLAMIC, p.COUNT, p.YEAR]
UNITS = """
    detik menit jam hari malam pekan minggu bulan tahun dekade dasawarsa abad ribu juta setengah hingga sampai
    atau (
"""
AFTER_DIGITS = f"""
    {UNITS} dan s/d serta wib wita wit x muhar safar shafar rabi jumadil rajab syab sya' rama syaw zul dzu dhu
    {MONTH_NAMES}
"""
AFTER_NUMBER = f"{UNITS} {NUMBER_WORDS} belas puluh ratus miliar mingguan waktu saat"


class Expression(NamedTuple):
    """A piece of text that tells a time: where it stands, and the match of its pattern."""

    start: int
    end: int
    match: re.Match[str]


def _trie(words: Iterable[str]) -> str:
    """A pattern for one of the words that branches once at each letter, which ``re`` does not by itself."""
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    ends = tails.pop("", None)
    branches = [
        (r"\s" if first == " " else re.escape(first)) + _trie(rest) for first, rest in sorted(tails.items())
    ]
    if not branches:
        return ""
    inner = f"(?:{'|'.join(branches)})" if len(branches) > 1 or ends else branches[0]
    return f"{inner}?" if ends else inner


DIGITS = (
    r"[0-9](?<![0-9][.,:/–-].)(?=[0-9]{0,3}(?:[./:'’-][0-9a]|\s?[/–-]\s?[0-9]|,\s?[0-9]"
    rf"|[\s.-]?(?:{_trie(AFTER_DIGITS.split())})|(?<=[12][0-9]{{3}})(?![0-9])))"
)
NUMBERS = rf"(?:{_trie([*NUMBER_WORDS.split(), 'beberapa'])})(?=[\s-](?:{_trie(AFTER_NUMBER.split())}))"
WORDS = _trie(word for word in PATTERNS if word != "beberapa" and word not in NUMBER_WORDS.split())
TRIGGER = re.compile(rf"[^a-z0-9]((?:{NUMBERS}|{WORDS})(?![a-z])|{DIGITS})")
HYPHEN = re.compile(r"\s?[-–]\s?(?=[0-9])")


def expressions(text: str, year: int | None, start: int = 0, end: int | None = None) -> Iterator[Expression]:
    """The expressions of time in a text of a year, in order, without overlap."""
    low = f" {text.replace('İ', 'I').lower()}"  # as long as the text, but for the blank before it
    at, stop = start, len(text) if end is None else end
    while (found := TRIGGER.search(low, at, stop + 1)) is not None:
        at = found.start(1)
        for pattern in PATTERNS.get(found[1].replace("\n", " "), OF_DIGITS):
            match = pattern.match(text, at - 1, stop)
            if not match or match.end() == match.start():
                continue
            accepted = accepts(match, year)
            if accepted:
                yield Expression(match.start(), match.end(), match)
            if accepted or (pattern is p.CALENDAR and match["month"]):  # Universitas 17 Agustus 1945
                at = match.end()
                if pattern is p.CALENDAR and (last := _last_day(text, at, stop)):
                    yield last
                    at = last.end
                break


def _last_day(text: str, end: int, stop: int) -> Expression | None:
    """The day that ends a range without blanks, where its figures follow others: ``28/12/2023-2/1/2024``."""
    joined = HYPHEN.match(text, end, stop)
    match = p.CALENDAR.match(text, joined.end(), stop) if joined else None
    return Expression(match.start(), match.end(), match) if match and accepts(match, None) else None
