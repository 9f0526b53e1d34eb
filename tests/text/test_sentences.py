"""Sentences, by the cases in data/sentences.txt and by what holds for any text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from newskit.text.sentences import sentences
from timing import grows_linearly

PIECES = [
    "Dia",
    "ia",
    "Jl",
    "PBB",
    "10",
    "com",
    "M",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    ".",
    "?",
    "…",
    ",",
    "\\n",
    "\u200b",
    "&nbsp;",
    "&quot;",
    "JugaDia",
    '"',
    "“",
    "”",
    "(",
    ")",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


BETWEEN = re.compile(r"(?>(?:[\s\u200b\ufeff,]|(?:\\r)?\\n|&nbsp;)*)")  # a comma as in naik.,Padahal


def texts(text: str) -> list[str]:
    return [span.text for span in sentences(text)]


@pytest.mark.parametrize(("text", "expected"), cases("text/sentences"))
def test_case(text: str, expected: str) -> None:
    assert texts(text) == expected.split("\n")


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_a_line_break_ends_a_heading_and_a_list_item(line_break: str) -> None:
    lines = ["Harga Beras Naik", "Baca juga: Harga Gula Turun", "1. Beras", "2. Gula. Merah", "dan garam"]
    assert texts(line_break.join(lines)) == [*lines[:3], "2. Gula.", "Merah", "dan garam"]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_a_wrapped_line_goes_on(line_break: str) -> None:
    lines = [
        "Menteri Perdagangan mengatakan bahwa harga beras di pasar induk",
        "sudah turun sejak pekan lalu. Harga gula, sebaliknya, naik di",
        "Lampung dan Jawa Timur karena pasokan terlambat.",
    ]
    wrapped = line_break.join(lines)
    assert texts(wrapped) == [wrapped[: wrapped.index(" Harga")], wrapped[wrapped.index("Harga") :]]
    assert texts((line_break * 2).join(lines))[0] == lines[0]


def test_a_narrow_column_goes_on() -> None:
    lines = ["Tim gabungan mencari tiga", "nelayan yang hilang di laut", "selatan. Ombak tinggi."]
    assert texts("\n".join(lines)) == ["\n".join([*lines[:2], "selatan."]), "Ombak tinggi."]


def test_a_list_in_small_letters_is_no_column() -> None:
    lines = ["Bahan:", "beras", "gula pasir", "minyak goreng"]
    assert texts("\n".join(lines)) == lines


def test_a_mark_that_never_closes_is_no_quotation() -> None:
    assert texts('"Kami siap. Kami datang. Ia pergi.') == ['"Kami siap.', "Kami datang.", "Ia pergi."]
    assert texts('Layar 5,5" itu laku. Harganya 6" lebih. Ia puas.')[0] == 'Layar 5,5" itu laku.'


def test_a_quotation_without_end_hides_nothing() -> None:
    text = '"Kami siap. ' + "Mereka datang. " * 100 + 'Ia pergi."'
    assert len(sentences(text)) > 100


@settings(deadline=None, derandomize=True)
@given(TEXTS)
def test_sentences_and_the_blanks_between_them_are_the_text(text: str) -> None:
    at = 0
    for span in sentences(text):
        assert text[span.start : span.end] == span.text == span.text.strip() != ""
        assert BETWEEN.fullmatch(text, at, span.start)
        at = span.end
    assert BETWEEN.fullmatch(text, at)


@settings(deadline=None, derandomize=True)
@given(TEXTS)
def test_a_paragraph_is_split_like_a_text_of_its_own(text: str) -> None:
    assert texts(text + "\n\nDia pergi.") == [*texts(text), "Dia pergi."]


UNITS = [
    "a.",
    "((",
    "([",
    '"',
    '" ',
    "“",
    '."',
    "Rp1.",
    "-",
    "a",
    ".com",
    ".",
    "A.",
    "Dr. ",
    "1. ",
    "\\n",
    "&nbsp;",
    "&quot;",
    ".,",
    "JugaDia",
    ".\u200b",
    '?" Budi bertanya',
    '." Ujar Ani ',
    "Letkol Inf. ",
    "Budi SH. MH. ",
    "PIN.2. ",
    "a\n",
    "x" * 50 + "\n",
]


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit: str) -> None:
    assert grows_linearly(sentences, unit, 20_000)
