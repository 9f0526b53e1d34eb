"""Tokens, by the cases in data/tokens.txt."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.tokens import tokens


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_tokens_and_the_blanks_between_them_are_the_text(text: str) -> None:
    at = 0
    for span in tokens(text):
        assert text[span.start : span.end] == span.text
        assert not text[at : span.start].strip()
        at = span.end
    assert not text[at:].strip()
