"""``newskit.tokens/1``: words, numbers and punctuation with their offsets."""

from typing import TYPE_CHECKING

from newskit.document import Document

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newskit.output.layout import Record


def fields(document: Document) -> "Record":
    """The fields of a newskit.tokens/1 record."""
    from newskit.article.passages import passages
    from newskit.text.tokens import tokens

    found = []
    for passage in passages(document):
        base = passage.start + document.origin
        found += [
            {"text": text, "start": start + base, "end": end + base, "kind": kind}
            for start, end, text, kind in tokens(passage.text)
        ]
    return {"tokens": found}


def lines(record: "Record") -> list[str]:
    """The tokens."""
    return [token["text"] for token in record["tokens"]]


def show(record: "Record") -> "RenderableType":
    """A table of the tokens."""
    from rich.table import Table
    from rich.text import Text

    table = Table(
        "start",
        "end",
        "token",
        "kind",
        title=Text(record["id"]),
        title_style="dim",
        title_justify="left",
        box=None,
    )
    for column in table.columns[:2]:
        column.justify, column.style = "right", "dim"
    for token in record["tokens"]:
        table.add_row(str(token["start"]), str(token["end"]), Text(token["text"]), token["kind"])
    return table
