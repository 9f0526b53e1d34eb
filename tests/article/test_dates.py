"""Dates, by the cases in data/dates.txt, and the day of publication."""

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from newskit.article.dates import dates
from newskit.article.days import is_calendar_date
from newskit.article.publication import published


@pytest.mark.parametrize(("given_text", "expected"), cases("article/dates"))
def test_dates(given_text: str, expected: str) -> None:
    day, _, text = given_text.partition("\n")
    found = [f"{m.text} = {m.value} {m.precision}" for m in dates(text, day)]
    assert found == [line for line in expected.split("\n") if line]


@pytest.mark.parametrize(
    ("text", "header", "expected"),
    [
        ("Rapat digelar Minggu (23/8).", "2020-08", "2020-08-23"),
        ("Rapat digelar Minggu (23/8).", "2020", "2020-08-23"),
        ("Rapat digelar Minggu (23/8).", "2020-09", None),
        ("Rapat digelar Minggu (23/8).", "2020-08-24", "2020-08-24"),
        ("Rapat digelar Minggu (23/8).", None, None),
        ("Rapat digelar Minggu (23/8/2020).", None, "2020-08-23"),
        ("Jumat (21/8) dia ditahan. Ia bebas, Minggu (23/8).", "2020-08", "2020-08-23"),
        ("Ia bebas, Minggu (23/8). Sidang akan dibuka Selasa (25/8).", "2020-08", "2020-08-23"),
        ("Ia bebas, Minggu (23/8). Sidangnya Selasa (25/8) mendatang.", "2020-08", "2020-08-23"),
        ("Ia bebas, Minggu (23/8). Besok, Selasa (25/8), ia bersaksi.", "2020-08", "2020-08-23"),
        ("Ia bebas, Minggu (23/8). Sidang ditunda Selasa (25/8).", "2020-08", "2020-08-23"),
        ("Akan tetapi, Minggu (23/8) ia ditahan.", "2020-08", "2020-08-23"),
        ("Sidang itu ditunda, Minggu (23/8).", "2020-08", "2020-08-23"),
        ("Sebelum ditahan, Minggu (23/8), ia diperiksa.", "2020-08", "2020-08-23"),
        ("Laga digelar Sabtu (22/8) mendatang.", "2020-08", None),
        ('"Kami akan datang," ujar dia, Minggu (23/8).', "2020-08", "2020-08-23"),
        ("Pameran dibuka 20-29 Agustus 2020.", "2020-08", None),
        ("Pameran dibuka 20 Agustus lalu.", "2020-08", None),
        ("Pameran itu dibuka 20 Agustus 2020.", "2020-08", "2020-08-20"),
        ("Pada Kamis (31/12) ia pulang.", "2021-01", None),
    ],
)
def test_published_is_the_last_day_that_the_text_reports(
    text: str, header: str | None, expected: str | None
) -> None:
    day, reason = published(text, 0, header)
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
    assert re.fullmatch(told, published(text, 0, "2020-08")[1] or "")


@settings(deadline=None, derandomize=True)
@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_a_full_date_is_read_whole(day: datetime.date) -> None:
    weekday = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"][day.weekday()]
    text = f"{weekday} ({day.day}/{day.month}/{day.year})"
    assert [(m.text, m.value) for m in dates(f"pada {text}.")] == [(text, day.isoformat())]
    assert is_calendar_date(day.isoformat())
