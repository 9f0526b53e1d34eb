"""Who said what: which statements, whose, and that any text is survived."""

import io
import re
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from newskit.analyses.quotes.extract import Quote, quotes
from newskit.analyses.quotes.words import cues, verbs
from newskit.document import Document, Span
from newskit.lexicon import lists
from newskit.text.quote_marks import quoted
from timing import grows_linearly


class Name(NamedTuple):
    """A name as ``analyses.names`` gives it."""

    name: str
    type: str
    mentions: tuple[Span, ...]


def read(case: str) -> tuple[str, list[Name]]:
    """The text of a case and the names that its first lines list."""
    heads = re.findall(r"^@(\w+) (.+)\n", case, re.MULTILINE)
    text = re.sub(r"^@.+\n", "", case, flags=re.MULTILINE)
    names = []
    for kind, forms in heads:
        every = sorted(forms.split("|"), key=len, reverse=True)
        found = re.finditer(rf"\b(?:{'|'.join(map(re.escape, every))})\b", text)
        names.append(Name(every[0], kind, tuple(Span(m.start(), m.end(), m[0]) for m in found)))
    return text, names


def told(quote: Quote) -> str:
    return "\t".join((quote.kind, quote.name or "-", quote.cue.text if quote.cue else "-", quote.text))


@pytest.mark.parametrize(("case", "expected"), cases("analyses/quotes"))
def test_cases(case: str, expected: str) -> None:
    text, names = read(case)
    assert [told(quote) for quote in quotes(Document(text), names=names)] == expected.splitlines()


def test_a_speaker_is_the_mention_without_its_office() -> None:
    text, names = read(
        '@person Sri Lestari|Sri\n"Siap," kata Bupati Sri Lestari. "Ya," ujarnya. Dia berkata, "Tidak."'
    )
    found = quotes(Document(text), names=names)
    assert [quote.speaker and quote.speaker.text for quote in found] == ["Sri Lestari", None, "Dia"]


def test_only_one_kind() -> None:
    text, names = read('@person Sri\n"Siap," kata Sri. Sri mengatakan, gudang penuh.')
    both, direct, reported = (
        [quote.kind for quote in quotes(Document(text), names=names, kind=kind)]
        for kind in ("all", "direct", "reported")
    )
    assert (both, direct, reported) == (["direct", "reported"], ["direct"], ["reported"])


def test_a_header_says_nothing_and_offsets_are_the_documents() -> None:
    text = 'date 2020-08 "Kami Siap," Kata Bupati.jpg\n\nSOLO - "Air surut," kata seorang warga. [a/b]'
    (found,) = quotes(Document(text, has_header=True), names=[])
    assert (found.text, found.name) == ('"Air surut,"', "seorang warga")
    assert text[found.start : found.end] == found.text


def test_lists_agree() -> None:
    for name in ("asking_verbs", "verbs_with_a_conjunction", "verbs_with_any_clause"):
        assert lists.word_list(f"analyses/quotes/{name}") <= verbs(), name
    assert {"kata", "katanya", "tanya", "menurut", "mengatakan", "disampaikan"} <= cues()


PIECES = [
    *('"', "“", "”", "‘", "’", "''", "?", ",", ".", ":", " - ", "(", ")", "\n", "\n\n"),
    *(
        " kata ",
        " ujarnya",
        " menurut ",
        " mengatakan ",
        " bahwa ",
        " agar ",
        " disampaikan ",
        " dan ",
        " Hal itu",
    ),
    *(" Budi", " Bupati ", " dia ", " itu ", " yang ", " beras", " naik", " akan ", "5"),
]


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_statements_are_pieces_of_the_text_in_order(text: str) -> None:
    _, names = read(f"@person Budi\n{text}")
    names = [Name("Budi", "person", tuple(Span(m.start(), m.end(), m[0]) for m in re.finditer("Budi", text)))]
    last = 0
    for quote in quotes(Document(text), names=names):
        assert text[quote.start : quote.end] == quote.text.strip() != ""
        assert quote.start >= last
        last = quote.end
        for piece in filter(None, (quote.cue, quote.speaker)):
            assert text[piece.start : piece.end] == piece.text


@settings(deadline=None, derandomize=True)
@given(st.text(st.sampled_from("aA1 ,.?\n\"'“”„«»‘’`"), max_size=60))
def test_marks_stand_apart(text: str) -> None:
    last = 0
    for start, end, _ in quoted(text):
        assert last <= start < end
        last = end


@pytest.mark.parametrize(
    "piece",
    ['"', "“a ", "kata ", ", kata Budi", "mengatakan ", "‘aaaaaaaaaaaaa ", "? ", "(", ",?a ", "Hal itu "],
)
def test_time_is_linear(piece: str) -> None:
    assert grows_linearly(lambda text: quotes(Document(text), names=[]), piece, 10_000)


def test_a_record_of_one_speaker_and_how_a_terminal_shows_it() -> None:
    from rich.console import Console

    from newskit.records.quotes import fields, lines, show

    text = '"Air surut," kata Bupati Sri Lestari. Menurut dia, warga pulang. "Mahal," kata seorang pembeli.'
    record = {"id": "a", **fields(text, speaker="lestari")}
    assert lines(record) == [("Sri Lestari", '"Air surut,"'), ("Sri Lestari", "warga pulang")]
    assert record["quotes"][0]["cue"] == {"text": "kata", "start": 13, "end": 17}
    console = Console(width=60, record=True, file=io.StringIO())
    console.print(show({"id": "a", **fields(text)}, str))
    shown = console.export_text()
    assert shown.index("Sri Lestari  2") < shown.index("warga pulang") < shown.index("seorang pembeli  1")
