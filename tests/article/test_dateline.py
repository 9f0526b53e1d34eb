"""Datelines, line by line in data/dateline.txt: place, outlet and the first word after them."""

import pytest

from cases import cases
from newskit.article.dateline import dateline

LINES = [
    pair
    for given, expected in cases("article/dateline")
    for pair in zip(given.split("\n"), expected.split("\n"), strict=True)
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_dateline(text: str, expected: str) -> None:
    found = dateline(text, 0, len(text))
    if not found:
        assert expected == "None"
        return
    fields = [span.text if span else "-" for span in (found.place, found.outlet)]
    assert " | ".join([*fields, text[found.end :].split()[0]]) == expected


def test_a_dateline_may_be_a_paragraph_of_its_own() -> None:
    text = "Jakarta, Kabar Pagi\n\nHarga beras turun."
    found = dateline(text, 0, 19)
    assert found and found.place and found.outlet
    assert (found.place.text, found.outlet.text, found.end) == ("Jakarta", "Kabar Pagi", 19)
    assert not dateline(text[:19], 0, 19)
