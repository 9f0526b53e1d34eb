"""Tokens, by the cases in data/tokens.txt and by what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from newskit.text.sentences import sentences
from newskit.text.tokens import tokens
from timing import grows_linearly

PIECES = [
    "Dia",
    "ia",
    "M",
    "PBB",
    "10",
    "com",
    " ",
    ".",
    "-",
    "/",
    "@",
    "#",
    "'",
    "Rp",
    "%",
    "&",
    "amp;",
    "\\n",
    "`",
    "\u200b",
    "+",
    "\u200d",
    "👩",
    "🇮",
]
BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + "\u200b\ufeff"
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


@pytest.mark.parametrize(("text", "expected"), cases("text/tokens"))
def test_case(text: str, expected: str) -> None:
    assert [f"{token.text} {token.kind}" for token in tokens(text)] == expected.split("\n")


@settings(deadline=None, derandomize=True)
@given(TEXTS)
def test_tokens_and_the_blanks_between_them_are_the_text(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert text[token.start : token.end] == token.text != ""
        assert not text[at : token.start].strip(BLANKS)
        assert token.kind in ("word", "number", "punctuation", "symbol")
        at = token.end
    assert not text[at:].strip(BLANKS)


@settings(deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from(["negara", "PBB", "M", "Jl", "S.Sos", "com", "Dia", "Memuji", "16", "A"])).map(
        ".".join
    )
)
def test_glued_sentences_end_where_tokens_end(text: str) -> None:
    ends = {token.end for token in tokens(text)}
    assert {sentence.end for sentence in sentences(text)} <= ends


UNITS = [
    "a.",
    "A.",
    "a-",
    "A-",
    "Abc-",
    "Rp1.",
    "1,",
    "1-",
    "1,a",
    ".com",
    "@",
    "a@",
    "a/",
    "www.",
    "https://",
    "1/A",
    "1/A/",
    "A/1/B",
    "No.1/",
    "6-4,7-5,",
    "&",
    "&amp;",
    "a`",
    "\\n",
    "KerajaanArab",
    "Aaaaaaaamemastikan",
    "PIN.2. ",
    "👩\u200d",
    "é",
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("end", ["", "!", "a"])
def test_time_is_linear(unit: str, end: str) -> None:
    assert grows_linearly(tokens, unit, 10_000, end)
