"""``newskit.dates/1``: the dates, times and spans of time that a document mentions, resolved."""

from typing import TYPE_CHECKING

from newskit.document import Source
from newskit.input.dated_header import as_document
from newskit.output.layout import Layout, Told
from newskit.records.base import BOOLEAN, PIECE, STRING, Record, array, nullable, one_of
from newskit.records.base import fields as of

if TYPE_CHECKING:
    from rich.console import RenderableType

TYPES = one_of("date", "time", "duration", "set")
MENTION = of({**PIECE, "type": TYPES, "value": nullable(STRING)}, {"conflict": BOOLEAN})
DEFINITION = {"dates": array(MENTION)}


def fields(source: Source, *, reference: str | None = None) -> Record:
    """The record's own fields."""
    return {"dates": items(source, reference)}


def items(source: Source, reference: str | None = None) -> list[Record]:
    """The mentions as records have them; ``conflict`` stands only where there is one."""
    from newskit.article.dates import dates

    origin = as_document(source).origin
    return [
        {
            "text": date.text,
            "start": date.start + origin,
            "end": date.end + origin,
            "type": date.type,
            "value": date.value,
            **({"conflict": True} if date.conflict else {}),
        }
        for date in dates(source, reference=reference)
    ]


def lines(record: Record) -> list[tuple[str, str]]:
    """Value and text of each mention."""
    return [(date["value"] or "", date["text"]) for date in record["dates"]]


def show(record: Record, told: Told) -> "RenderableType":
    """A table of the mentions; ``!`` stands at a date that its weekday contradicts."""
    from rich.table import Table
    from rich.text import Text

    title = Text(record["id"], style="dim")
    table = Table(told("value"), told("type"), told("text"), title=title, title_justify="left", box=None)
    for date in record["dates"]:
        value = Text(date["value"] or "", style="cyan")
        if date.get("conflict"):
            value.append(" !", style="yellow")
        table.add_row(value, date["type"], Text(" ".join(date["text"].split())))
    return table


LAYOUT = Layout("dates", ("text", "start", "end", "type", "value", "conflict"), lines, show)
