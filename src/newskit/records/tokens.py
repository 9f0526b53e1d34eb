"""``newskit.tokens/1``: words, numbers and punctuation with their offsets."""

from typing import TYPE_CHECKING

from newskit.analyses.units import tokens
from newskit.document import Source
from newskit.input.dated_header import as_document
from newskit.output.layout import Layout, Told
from newskit.records.base import PIECE, Record, array, one_of
from newskit.records.base import fields as of

if TYPE_CHECKING:
    from rich.console import RenderableType

TOKEN = {**PIECE, "kind": one_of("word", "number", "punctuation", "symbol")}
DEFINITION = {"tokens": array(of(TOKEN))}


def fields(source: Source) -> Record:
    """The record's own fields."""
    origin = as_document(source).origin
    return {
        "tokens": [
            {"text": text, "start": start + origin, "end": end + origin, "kind": kind}
            for start, end, text, kind in tokens(source)
        ]
    }


def lines(record: Record) -> list[str]:
    """The tokens."""
    return [token["text"] for token in record["tokens"]]


def show(record: Record, told: Told) -> "RenderableType":
    """A table of the tokens."""
    from rich.table import Table
    from rich.text import Text

    heads = (told("start"), told("end"), told("token"), told("kind"))
    table = Table(*heads, title=Text(record["id"]), title_style="dim", title_justify="left", box=None)
    for column in table.columns[:2]:
        column.justify, column.style = "right", "dim"
    for token in record["tokens"]:
        table.add_row(str(token["start"]), str(token["end"]), Text(token["text"]), token["kind"])
    return table


LAYOUT = Layout("tokens", (*TOKEN,), lines, show, sourced=False, between="\n")
