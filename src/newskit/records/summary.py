"""``newskit.summary/1``: the sentences that tell the story."""

from typing import TYPE_CHECKING

from newskit.document import Source
from newskit.input.dated_header import as_document
from newskit.output.layout import Layout, Told
from newskit.records.base import NUMBER, PIECE, Record, array
from newskit.records.base import fields as of

if TYPE_CHECKING:
    from rich.console import RenderableType

SENTENCE = {**PIECE, "score": NUMBER}
DEFINITION = {"sentences": array(of(SENTENCE))}


def fields(source: Source, *, sentences: int | None = None, words: int | None = None) -> Record:
    """The record's own fields."""
    from newskit.analyses.summary.extract import summary

    origin = as_document(source).origin
    return {
        "sentences": [
            {"text": text, "start": start + origin, "end": end + origin, "score": score}
            for start, end, text, score in summary(source, sentences=sentences, words=words)
        ]
    }


def lines(record: Record) -> list[str]:
    """The sentences."""
    return [sentence["text"] for sentence in record["sentences"]]


def show(record: Record, told: Told) -> "RenderableType":
    """The sentences in a readable width."""
    from rich.padding import Padding
    from rich.text import Text

    text = Text(f"{record['id']}\n", style="dim")
    for line in lines(record):
        text.append("\n" + " ".join(line.split()) + "\n", style="not dim")
    return Padding(text, (0, 0, 0, 2))


LAYOUT = Layout("sentences", (*SENTENCE,), lines, show)
