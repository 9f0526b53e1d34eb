"""Repair of spacing, by the cases in data/spacing.txt and by what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from newskit.document import Document
from newskit.records.sentences import fields
from newskit.text.spacing import INVISIBLE, clean

PIECES = ["Dia", "ia", "M", "PBB", "10", "com", " ", ".", ",", "(", ")", '"', "“", "”", "'", "\u200b"]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


@pytest.mark.parametrize(("text", "expected"), cases("text/spacing"))
def test_case(text: str, expected: str) -> None:
    assert clean(text) == expected


@settings(deadline=None, derandomize=True)
@given(TEXTS)
def test_only_blanks_change(text: str) -> None:
    assert "".join(clean(text).split()) == "".join(INVISIBLE.sub("", text).split())


def test_clean_sentences_keep_their_offsets() -> None:
    document = Document("“Kami  siap, ”katanya.Dia  pergi.")
    plain, cleaned = (fields(document, clean=clean)["sentences"] for clean in (False, True))
    assert [sentence["text"] for sentence in cleaned] == ["“Kami siap,” katanya.", "Dia pergi."]
    assert [(s["start"], s["end"]) for s in cleaned] == [(s["start"], s["end"]) for s in plain]
    assert all(document.text[s["start"] : s["end"]] == s["text"] for s in plain)
