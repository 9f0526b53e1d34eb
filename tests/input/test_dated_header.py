"""Headers, by the cases in data/header.txt and on any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from newskit.input.dated_header import headers, starts_with_header


@pytest.mark.parametrize(("text", "expected"), cases("input/dated_header"))
def test_headers_of_a_file(text: str, expected: str) -> None:
    assert [f"{found['date']} | {found['line'] or ''}".rstrip() for found in headers(text)] == [
        line for line in expected.split("\n") if line
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\n\u00a0"])
def test_every_kind_of_line_end_parts_headers(end: str) -> None:
    text = f"{end} date 2020-08 Satu.jpg{end}{end}Isi.{end}{end}date 2020 Dua{end}Isi.{end}date 2020 Bukan"
    assert [found["line"] for found in headers(text)] == ["Satu.jpg", "Dua"]


def test_a_header_begins_after_the_blank_lines_before_it() -> None:
    text = "Isi.\n\n \n  date 2020-08 Judul"
    (found,) = headers(text)
    assert (found.start(), found.end()) == (8, len(text))
    assert not starts_with_header(text)
    assert starts_with_header("\ufeff\n" + text[8:])


@settings(deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            ["date ", "2020-08", " ", "\n", "\r\n", "\r", "\u00a0", "a", ".jpg", ".", "]", "Date\t"]
        )
    )
)
def test_a_header_stands_at_the_beginning_of_a_paragraph(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for found in headers(text):
        assert found.start() >= end
        end = found.end()
        before = text[: found.start()].replace("\r\n", "\n").replace("\r", "\n")
        joined = (found["line"] or "").endswith(".jpg") and before.endswith((".", "]", "\n"))
        assert joined or not before.strip() or before[len(before.rstrip()) :].count("\n") >= 2
