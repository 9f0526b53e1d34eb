"""Inserts, by the cases in cases/inserts.txt; what analyses read without them; linear time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from newskit.article.boilerplate import inserts
from newskit.article.headlines import headline_end
from newskit.article.parse import parse
from newskit.article.passages import passages, whole
from newskit.document import Document
from timing import grows_linearly

CUES = (
    "Baca juga: ", "Baca Juga", "Foto: ", "KABAR.com/Ani ", "[Gambas:Video]", "Lihat Foto ", "(Foto: Dok)",
    "Editor: ", "Simak Video ", "Dapatkan update berita. Mari bergabung di ", "©2025 ", "(Penulis: Ani)",
    "Harga Naik ", "\n", "naik. ",
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), cases("article/inserts"))
def test_inserts(text: str, expected: str) -> None:
    found = parse(Document(text)).inserts
    assert [f"{i.kind}: {i.text}".replace("\n", "|") for i in found] == expected.splitlines()
    assert all(text[i.start : i.end] == i.text for i in found)


@pytest.mark.parametrize(("text", "headline"), cases("article/headlines"))
def test_headlines_end_where_the_story_goes_on(text: str, headline: str) -> None:
    assert text[: headline_end(text, 0, len(text))] == headline


@settings(deadline=None)
@given(st.lists(st.sampled_from(CUES) | st.text(max_size=8), max_size=12).map("".join))
def test_no_letter_is_lost(text: str) -> None:
    article = parse(Document(text))
    ends = [0, *(i.end for i in article.inserts)]
    assert all(a <= i.start < i.end for a, i in zip(ends, article.inserts, strict=False))
    assert all(text[i.start : i.end] == i.text for i in article.inserts)
    letters = [place for place, letter in enumerate(text) if letter.isalnum()]
    covered = {place for i in article.inserts for place in range(i.start, i.end)}
    read = {place for piece in passages(article) for place in range(piece.start, piece.end)}
    assert not read & covered and read | covered >= set(letters)
    assert set(letters) <= {place for piece in whole(text) for place in range(piece.start, piece.end)}
    assert not letters or not text[: letters[-1]].strip() or read


@pytest.mark.parametrize("cue", CUES)
def test_time_is_linear(cue: str) -> None:
    assert grows_linearly(lambda text: inserts(f"Warga resah. {text}"), cue, 15_000)
