"""Dates, by the cases in cases/dates.txt, the calendars behind them, and the day of publication."""

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from newskit.article.dates import dates, mentions, scene
from newskit.article.days import is_calendar_date, known_day
from newskit.article.publication import published
from newskit.article.timex.feasts import feast
from newskit.article.timex.islamic import islamic_day
from newskit.document import Document

PIECES = [
    " ", "\n", ", ", "-", "/", ".", "(", ")", '"', "Senin", "Minggu", "minggu", "Jum'at ", "3", "31",
    "2020", "1999",
    "(23/8)", "31/12/2020", "2020-08-23T10:00", " Mei ", " Feb ", "tanggal ", "pukul 10.00", " WIB", "tadi ",
    "malam", "kemarin", "hari ini", "tahun ", "lalu", "depan", "sebelumnya", "akhir ", "pekan", "kuartal II ",
    "setiap ", "tiga ", "dua puluh ", "ribu ", "jam", "setengah ", "satu ", "bulan", "1 Ramadan 1445 H",
    "Lebaran ", "Natal ", "abad ke-19", "1990-an", "musim hujan", "sampai ", "dan ", "keesokan harinya", "İ",
]  # fmt: skip
ANCHORS = [None, "2020", "2020-08", "2020-08-24", "0001", "0001-01-01", "9999-12-31"]
MARKED = re.compile(r"\[([^]|]*)\|[^]]*\]")


def marked(text: str, day: str) -> str:
    """The text with its dates marked as the cases have them."""
    pieces, end = [], 0
    for m in mentions(text, scene(None, day)):
        told = f"{'set ' if m.type == 'set' else ''}{m.value}{' !' if m.conflict else ''}"
        pieces += [text[end : m.start], f"[{m.text}|{told}]"]
        end = m.end
    return "".join([*pieces, text[end:]])


@pytest.mark.parametrize(("day", "lines"), cases("article/dates"))
def test_dates(day: str, lines: str) -> None:
    for line in lines.split("\n"):
        assert marked(MARKED.sub(r"\1", line), day) == line


def test_an_article_speaks_from_its_day() -> None:
    text = "date 2020-08-24 Rapat Rabu.jpg\n\nMEDAN, Kabar - Rapat usai Jumat. Kamis (21/8) libur. [ab/cd]"
    found = [(m.text, m.value, m.conflict) for m in dates(text)]
    assert found == [
        ("Rabu", "2020-08-19", False),
        ("Jumat", "2020-08-21", False),
        ("Kamis (21/8)", "2020-08-21", True),
    ]
    assert [m.value for m in dates("Rapat usai kemarin.", reference="2020-08-24")] == ["2020-08-23"]
    dated = Document("Rapat usai kemarin.", date="2019-01-02")
    assert [m.value for m in dates(dated, reference="2020-08-24")] == ["2019-01-01"]


DECREED = [
    (1437, 9, "2016-06-06"), (1438, 10, "2017-06-25"), (1439, 1, "2017-09-21"), (1440, 10, "2019-06-05"),
    (1441, 9, "2020-04-24"), (1442, 10, "2021-05-13"), (1443, 12, "2022-07-01"), (1444, 9, "2023-03-23"),
    (1445, 9, "2024-03-12"), (1445, 10, "2024-04-10"), (1446, 9, "2025-03-01"), (1446, 12, "2025-05-28"),
]  # fmt: skip


@pytest.mark.parametrize(("year", "month", "day"), DECREED)
def test_islamic_months_begin_as_decreed(year: int, month: int, day: str) -> None:
    assert islamic_day(year, month, 1).isoformat() == day


@pytest.mark.parametrize(
    ("year", "day"), [(2016, "02-08"), (2020, "01-25"), (2023, "01-22"), (2026, "02-17")]
)
def test_imlek(year: int, day: str) -> None:
    assert [str(d) for d in feast("Imlek", year)] == [f"{year}-{day}"]


HOLIDAYS = [  # as the government's calendar has them
    ("Isra Mikraj", "2024-02-08"), ("Nyepi", "2024-03-11"), ("Jumat Agung", "2024-03-29"),
    ("Waisak", "2024-05-23"), ("Idul Adha", "2024-06-17"), ("Hari Raya Kurban", "2024-06-17"),
    ("Tahun Baru Islam", "2023-07-19"), ("Maulid Nabi Muhammad SAW", "2020-10-29"), ("Paskah", "2023-04-09"),
    ("Nyepi", "2016-03-09"), ("Nyepi", "2026-03-19"), ("Waisak", "2016-05-22"), ("Waisak", "2026-05-31"),
    ("Hari Pahlawan", "2024-11-10"), ("Hari Ibu", "2024-12-22"), ("malam tahun baru", "2024-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "day"), HOLIDAYS)
def test_holidays(name: str, day: str) -> None:
    assert [str(d) for d in feast(name, int(day[:4]))] == [day]


def test_lebaran_may_come_twice_in_a_year() -> None:
    assert [str(d) for d in feast("Lebaran", 2000)] == ["2000-01-08", "2000-12-27"]
    assert [m.value for m in mentions("Ia pulang saat Lebaran 2000.", scene(None, None))] == ["2000-01-08"]


def test_a_nyepi_that_is_not_listed_has_no_day() -> None:
    assert feast("Nyepi", 2015) == feast("Nyepi", 2027) == []


@settings(deadline=None, derandomize=True, max_examples=400)
@given(st.text(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from(ANCHORS))
def test_mentions_are_pieces_in_order(noise: str, text: str, day: str | None) -> None:
    text = noise + text
    end = 0
    for m in mentions(text, scene(None, day)):
        assert m.text == text[m.start : m.end]
        assert end <= m.start < m.end
        assert m.type in ("date", "time", "duration", "set")
        end = m.end


@pytest.mark.parametrize(
    ("text", "header", "expected"),
    [
        ("Rapat digelar Minggu (23/8).", "2020-08", "2020-08-23"),
        ("Rapat digelar Minggu (23/8).", "2020", "2020-08-23"),
        ("Rapat digelar Minggu (23/8).", "2020-09", None),
        ("Rapat digelar Minggu (23/8).", "2020-08-24", "2020-08-24"),
        ("Rapat digelar Minggu (23/8).", None, None),
        ("Rapat digelar Minggu (23/8/2020).", None, "2020-08-23"),
        ("Rapat Anggaran 2020 digelar Minggu (23/8). Sidang 2020 dibuka.", None, "2020-08-23"),
        ("Rapat Anggaran 2020 digelar Minggu (23/8).", None, None),
        ("Rapat Anggaran 2020 digelar Senin (23/8). Sidang 2020 dibuka.", None, None),
        ("Rapat Anggaran 2020 digelar Minggu (23/8). Menuju 2021, 2021 aman.", None, None),
        ("Jumat (21/8) dia ditahan. Ia bebas, Minggu (23/8).", "2020-08", "2020-08-23"),
        ("Ia bebas, Minggu (23/8). Sidang akan dibuka Selasa (25/8).", "2020-08", "2020-08-23"),
        ("Ia bebas, Minggu (23/8). Sidangnya Selasa (25/8) mendatang.", "2020-08", "2020-08-23"),
        ("Ia bebas, Minggu (23/8). Besok, Selasa (25/8), ia bersaksi.", "2020-08", "2020-08-23"),
        ("Ia bebas, Minggu (23/8). Sidang ditunda Selasa (25/8).", "2020-08", "2020-08-23"),
        ("Akan tetapi, Minggu (23/8) ia ditahan.", "2020-08", "2020-08-23"),
        ("Ia menolak, akan tetapi Minggu (23/8) ia ditahan.", "2020-08", "2020-08-23"),
        ("Sidang itu ditunda, Minggu (23/8).", "2020-08", "2020-08-23"),
        ("Sebelum ditahan, Minggu (23/8), ia diperiksa.", "2020-08", "2020-08-23"),
        ("Laga digelar Sabtu (22/8) mendatang.", "2020-08", None),
        ('"Kami akan datang," ujar dia, Minggu (23/8).', "2020-08", "2020-08-23"),
        ("Rapat 12/8 orang, Minggu (23/8), memakai versi 05.08.20 dan 1.2.34.", "2020-08", "2020-08-23"),
        ("Pameran dibuka 20-29 Agustus 2020.", "2020-08", None),
        ("Pameran dibuka 20 Agustus lalu.", "2020-08", None),
        ("Pameran itu dibuka Kamis (20/8/2020).", "2020-08", "2020-08-20"),
        ("Ia ditahan Minggu (23/8), kata polisi. Laporan itu dibuat 5 Mei 2020.", None, "2020-08-23"),
        ("Ia ditahan Senin (23/8), kata polisi. Laporan itu dibuat 5 Mei 2020.", None, None),
        ("Organisasi itu berdiri sejak 19 Juli 1995. Anggotanya 58 orang.", None, None),
        ("Putusan bertanggal 24 Desember 2021 itu dibacakan lagi.", None, None),
        ("Rektor Universitas 17 Agustus 1945 Surabaya dilantik.", None, None),
        ("Ia lahir di Solo, Kamis (3/5/1990).", None, None),
        ("Pada Kamis (31/12) ia pulang.", "2021-01", None),
    ],
)
def test_published_is_the_last_day_that_the_text_reports(
    text: str, header: str | None, expected: str | None
) -> None:
    day, _, reason = published(text, 0, header)
    assert day == expected
    assert bool(reason) == (expected is None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Laga digelar Sabtu (22/8) mendatang.", "Sabtu \\(22/8\\) need not be the day: it lies ahead, .*"),
        ("Laga digelar Senin (22/8).", "Senin \\(22/8\\) is not a day of 2020-08"),
        ("Laga digelar Sabtu.", "no day in the text agrees with 2020-08"),
    ],
)
def test_why_no_day_is_published(text: str, told: str) -> None:
    assert re.fullmatch(told, published(text, 0, "2020-08").reason or "")


@settings(deadline=None, derandomize=True)
@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_a_full_date_is_read_whole(day: datetime.date) -> None:
    weekday = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"][day.weekday()]
    text = f"{weekday} ({day.day}/{day.month}/{day.year})"
    assert [(m.text, m.value) for m in dates(f"pada {text}.")] == [(text, day.isoformat())]
    assert is_calendar_date(day.isoformat())


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("Terbit 2020-08-23", "2020-08-23"),
        ("23-08-2020", "2020-08-23"),
        ("23.8.2020", "2020-08-23"),
        ("Sabtu, 23/08/2020", None),
        ("23-08-20", None),
        ("2020-02-30", None),
        ("versi 1.2.34", None),
    ],
)
def test_a_day_that_a_date_names_in_full(value: str, day: str | None) -> None:
    known = known_day(value)
    assert (known and known.isoformat()) == day
