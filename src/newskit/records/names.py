"""``newskit.names/1``: the people, organisations and places that an article names."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from newskit.document import Source
from newskit.input.dated_header import as_document
from newskit.output.layout import Layout, Told
from newskit.records.base import INTEGER, PIECE, STRING, Record, array, one_of, piece
from newskit.records.base import fields as of

if TYPE_CHECKING:
    from rich.console import RenderableType

COLOURS = {"person": "cyan", "organisation": "magenta", "place": "green"}
BAR = 24
NAME = {"name": STRING, "type": one_of(*COLOURS), "count": INTEGER}
DEFINITION = {"names": array(of({**NAME, "mentions": array(of(PIECE))}))}


def fields(source: Source, *, types: Collection[str] = tuple(COLOURS)) -> Record:
    """The record's own fields."""
    from newskit.analyses.names.extract import names

    origin = as_document(source).origin
    return {
        "names": [
            {
                "name": name.name,
                "type": name.type,
                "count": len(name.mentions),
                "mentions": [piece(mention, origin) for mention in name.mentions],
            }
            for name in names(source, types=types)
        ]
    }


def lines(record: Record) -> list[tuple[str, ...]]:
    """Each name and its kind; a name that a line break parts is on one line."""
    return [(" ".join(name["name"].split()), name["type"]) for name in record["names"]]


def show(record: Record, told: Told) -> "RenderableType":
    """The names by kind, those that are mentioned most first, with bars for their mentions."""
    from rich.console import Group
    from rich.panel import Panel
    from rich.text import Text

    kinds = [
        _kind(told(kind), [name for name in record["names"] if name["type"] == kind], colour)
        for kind, colour in COLOURS.items()
        if any(name["type"] == kind for name in record["names"])
    ]
    title = Text(record["id"], style="dim")
    return Panel(
        Group(*kinds) if kinds else Text(told("no names"), style="dim"), title=title, title_align="left"
    )


def _kind(kind: str, found: list[Record], colour: str) -> "RenderableType":
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    most = max(name["count"] for name in found)
    table = Table(
        title=Text(f"{kind} ({len(found)})", style=f"bold {colour}"), title_justify="left", box=None
    )
    table.show_header = False
    for name in sorted(found, key=lambda name: -name["count"]):
        bar = ProgressBar(most, name["count"], width=BAR, complete_style=colour, finished_style=colour)
        table.add_row(Text(" ".join(name["name"].split())), bar, Text(str(name["count"]), justify="right"))
    return table


LAYOUT = Layout("names", (*NAME,), lines, show)
