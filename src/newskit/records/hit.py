"""``newskit.hit/1``: an article that answers a query."""

from typing import TYPE_CHECKING

from newskit.output.layout import Layout, Told
from newskit.records.base import (
    INTEGER,
    NUMBER,
    OF_DOCUMENT,
    OFFSETS,
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

HEAD: dict[str, Kind] = {"rank": INTEGER, "score": NUMBER, **OF_DOCUMENT}
DEFINITION: dict[str, Kind] = {
    "date": nullable(STRING),
    "outlet": nullable(STRING),
    "title": nullable(STRING),
    "snippet": STRING,
    "matches": array(of(OFFSETS)),
}


def record(found: Record) -> Record:
    """The record of a hit, given by its fields; ``matches`` are pairs of offsets."""
    values = {name: found[name] for name in (*HEAD, *DEFINITION)}
    matches = [{"start": start, "end": end} for start, end in found["matches"]]
    return {"schema": schema_name("hit"), **values, "matches": matches}


def lines(record: Record) -> list[tuple[str, ...]]:
    """The id and the title."""
    return [(record["id"], record["title"] or "")]


def show(record: Record, told: Told) -> "RenderableType":
    """The title, what is known of the article, and the snippet with its matches highlighted."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    title = Text(f"{record['rank']}. ", style="dim").append(record["title"] or record["id"], style="bold")
    known = [record[name] for name in ("date", "outlet", "id") if record[name]]
    snippet = Text(record["snippet"])
    for match in record["matches"]:
        snippet.stylize("bold yellow", match["start"], match["end"])
    return Group(title, Padding(Text(" · ".join(known), style="dim"), (0, 3)), Padding(snippet, (0, 3)))


COLUMNS = (*HEAD, *DEFINITION)[:-1]  # the matches are for jsonl
LAYOUT = Layout(None, COLUMNS, lines, show, sourced=False, own=())
