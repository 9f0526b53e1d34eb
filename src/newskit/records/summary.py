"""``newskit.summary/1``: the sentences that tell the story."""

from typing import TYPE_CHECKING

from newskit.document import Document

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newskit.output.layout import Record


def fields(document: Document, *, sentences: int | None, words: int | None) -> "Record":
    """The fields of a newskit.summary/1 record."""
    from newskit.analyses.summary.extract import summary

    found = summary(document, sentences=sentences, words=words)
    return {
        "sentences": [
            {
                "text": s.text,
                "start": s.start + document.origin,
                "end": s.end + document.origin,
                "score": s.score,
            }
            for s in found
        ]
    }


def lines(record: "Record") -> list[str]:
    """The sentences."""
    return [sentence["text"] for sentence in record["sentences"]]


def show(record: "Record") -> "RenderableType":
    """The sentences in a readable width."""
    from rich.padding import Padding
    from rich.text import Text

    text = Text(f"{record['id']}\n", style="dim")
    for line in lines(record):
        text.append("\n" + " ".join(line.split()) + "\n", style="not dim")
    return Padding(text, (0, 0, 0, 2))
