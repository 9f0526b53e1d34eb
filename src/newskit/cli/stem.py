"""``newskit stem``: the stem of each word."""

from typing import TYPE_CHECKING

from newskit.cli.options import Run
from newskit.document import Document

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newskit.writer import Record


def stem(run: Run) -> None:
    """The text with each word replaced by its stem; all else stays as it is."""
    from newskit.cli.frame import Command, start
    from newskit.writer import Layout

    layout = Layout("tokens", ("text", "start", "end", "stem"), lines, show, sourced=False)
    start(Command("newskit.stems/1", fields, layout, text), run)


def fields(document: Document) -> "Record":
    """The fields of a newskit.stems/1 record."""
    from newskit.passages import passages
    from newskit.stem import stems

    found = []
    for passage in passages(document):
        base = passage.start + document.origin
        found += [
            {"text": s.text, "start": s.start + base, "end": s.end + base, "stem": s.stem}
            for s in stems(passage.text)
        ]
    return {"tokens": found}


def text(document: Document) -> str:
    """The document's text with the words of its passages replaced by their stems."""
    from newskit.passages import passages
    from newskit.stem import stems

    pieces, position = [], 0
    for passage in passages(document):
        for word in stems(passage.text):
            pieces += [document.text[position : passage.start + word.start], word.stem]
            position = passage.start + word.end
    return "".join((*pieces, document.text[position:]))


def lines(record: "Record") -> list[str]:
    """The stems."""
    return [token["stem"] for token in record["tokens"]]


def show(record: "Record") -> "RenderableType":
    """A table of the words and their stems."""
    from rich.table import Table
    from rich.text import Text

    table = Table("word", "stem", title=Text(record["id"]), title_style="dim", title_justify="left", box=None)
    for token in record["tokens"]:
        table.add_row(Text(token["text"]), Text(token["stem"], style="bold"))
    return table
