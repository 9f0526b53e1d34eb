"""``newskit.cluster/1``: articles that tell the same in nearly the same words, the oldest first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newskit.output.layout import Layout, Told
from newskit.records.base import (
    INTEGER,
    NUMBER,
    OF_DOCUMENT,
    STRING,
    Kind,
    Record,
    array,
    nullable,
    schema_name,
)
from newskit.records.base import fields as of

if TYPE_CHECKING:
    from rich.console import RenderableType

DOCUMENT: dict[str, Kind] = {
    **OF_DOCUMENT,
    "date": nullable(STRING),
    "outlet": nullable(STRING),
    "title": nullable(STRING),
    "similarity": NUMBER,
}
HEAD: dict[str, Kind] = {"cluster": INTEGER, "size": INTEGER}
DEFINITION: dict[str, Kind] = {"documents": array(of(DOCUMENT))}


def record(number: int, documents: Sequence[Record]) -> Record:
    """The record of a cluster; clusters count from 1, ``similarity`` is the Jaccard index with the oldest."""
    chosen = [{name: document[name] for name in DOCUMENT} for document in documents]
    return {"schema": schema_name("cluster"), "cluster": number, "size": len(chosen), "documents": chosen}


def lines(record: Record) -> list[tuple[str, ...]]:
    """The ids on one line."""
    return [tuple(document["id"] for document in record["documents"])]


def show(record: Record, told: Told) -> "RenderableType":
    """A table of the articles."""
    from rich.table import Table
    from rich.text import Text

    title = Text(told(f"cluster {record['cluster']}, {record['size']} articles"), style="dim")
    heads = (told("similarity"), told("date"), told("outlet"), told("title"), "id")
    table = Table(*heads, title=title, title_justify="left", box=None)
    for number, document in enumerate(record["documents"]):
        cells = [document[name] or "" for name in ("date", "outlet", "title", "id")]
        style = "" if number else "bold"
        table.add_row(f"{document['similarity']:.2f}", *(Text(cell, style=style) for cell in cells))
    return table


LAYOUT = Layout("documents", (*DOCUMENT,), lines, show, sourced=False, own=(*HEAD,))
