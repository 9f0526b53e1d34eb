"""Quotations, by what a reader sees."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.text.quote_marks import quotations, quoted

CASES = [
    ("“Kami siap,” kata dia.", ["“Kami siap,”"]),
    ('Ia tiba."Kami siap," katanya."Ya," kata Budi.', ['"Kami siap,"', '"Ya,"']),
    ('"Salah, "katanya. "Ya," kata Budi.', ['"Salah, "', '"Ya,"']),
    ('"Alinea ini tidak ditutup. Ada "dalil" di sini.', ['"dalil"']),
    ("” Kami siap,” kata dia.", ["” Kami siap,”"]),
    ('Layar 5,5" dan 6" laku.', []),
    ('"' + "a" * 600 + '"', []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_case(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == expected


QUOTED = [
    ('Ia berkata, "Kami siap. Lalu "Kami datang," katanya.', ['"Kami siap. Lalu', '"Kami datang,"']),
    ("“Kami siap. “Kami datang,” katanya.", ["“Kami siap.", "“Kami datang,”"]),
    ('Katanya: "Salah, "ujar Budi. "Ya," kata Ani.', ['"Salah, "', '"Ya,"']),
    ('Ia ("si kancil") lari - "Awas!" - dan jatuh.', ['"si kancil"', '"Awas!"']),
    ("Ia menulis ”Kami siap” di dinding.", ["”Kami siap”"]),
    ("Kawasan yang salah, ”katanya. “Ya,” kata Ani.", ["”", "“Ya,”"]),
    ('Layar 5,5" dan 6" laku.', []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_marks_open_and_close_as_the_blanks_around_them_tell(text: str, expected: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in quoted(text)] == expected


@settings(deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(["a", "A", "1", " ", ",", ".", '"', "“", "”", "„", "«", "»"])).map("".join))
def test_quotations_stand_apart_between_their_marks(text: str) -> None:
    last = 0
    for start, end in quotations(text):
        assert last <= start < end - 1
        assert text[start] in '"“”„«' and text[end - 1] in '"”»'
        last = end
