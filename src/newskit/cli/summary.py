"""``newskit summary``: the sentences that tell the story."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from typer import Option

from newskit.cli.options import Run
from newskit.document import Document

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newskit.writer import Record


def summary(
    run: Run,
    sentences: Annotated[
        int | None, Option(metavar="N", min=1, help="How many sentences.", show_default="by article")
    ] = None,
    words: Annotated[
        int | None, Option(metavar="N", min=1, help="How many words at the most, but one sentence at least.")
    ] = None,
) -> None:
    """The sentences that tell the story, in the article's order."""
    from newskit.cli.frame import Command, start
    from newskit.writer import Layout

    layout = Layout("sentences", ("text", "start", "end", "score"), lines, show)
    start(Command("newskit.summary/1", partial(fields, sentences=sentences, words=words), layout), run)


def fields(document: Document, *, sentences: int | None, words: int | None) -> "Record":
    """The fields of a newskit.summary/1 record."""
    from newskit.summary import summary

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
