"""``newskit.quotes/1``: who said what."""

from typing import TYPE_CHECKING, Any, Literal

from newskit.document import Source
from newskit.input.dated_header import as_document
from newskit.output.layout import Layout, Told
from newskit.records.base import PIECE, STRING, Record, array, nullable, one_of, piece
from newskit.records.base import fields as of

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newskit.analyses.quotes.extract import Quote

QUOTE = {
    **PIECE,
    "kind": one_of("direct", "reported"),
    "cue": nullable(of(PIECE)),
    "speaker": nullable(of(PIECE)),
    "name": nullable(STRING),
}
DEFINITION = {"quotes": array(of(QUOTE))}
UNNAMED = "(unnamed)"  # a speaker of whom the text does not tell
LONGEST_CUE = 16


def fields(
    source: Source, *, kind: Literal["direct", "reported", "all"] = "all", speaker: str | None = None
) -> Record:
    """The record's own fields; ``speaker`` keeps what those said whose name has all its words."""
    from newskit.analyses.quotes.extract import quotes

    origin = as_document(source).origin
    wanted = set((speaker or "").casefold().split())
    found = (one for one in quotes(source, kind=kind) if wanted <= set((one.name or "").casefold().split()))
    return {"quotes": [_item(one, origin) for one in found]}


def _item(quote: "Quote", origin: int) -> Record:
    start, end, text, kind, cue, speaker, name = quote
    return {
        "text": text,
        "start": start + origin,
        "end": end + origin,
        "kind": kind,
        "cue": piece(cue, origin) if cue else None,
        "speaker": piece(speaker, origin) if speaker else None,
        "name": name,
    }


def lines(record: Record) -> list[tuple[str, ...]]:
    """Name and statement."""
    return [(quote["name"] or "", quote["text"]) for quote in record["quotes"]]


def show(record: Record, told: Told) -> "RenderableType":
    """The statements under their speakers, in the order in which these first speak."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    speakers: dict[str | None, list[dict[str, Any]]] = {}
    for quote in record["quotes"]:
        speakers.setdefault(quote["name"], []).append(quote)
    blocks = [_block(name or told(UNNAMED), bool(name), said) for name, said in speakers.items()]
    return Group(Text(record["id"], style="dim"), *(Padding(block, (1, 2, 0, 2)) for block in blocks))


def _block(name: str, is_known: bool, said: list[dict[str, Any]]) -> "RenderableType":
    """A speaker's name, how often he speaks, and what he says: quotations upright, reports in italics."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    head = Text(name, style="bold cyan" if is_known else "dim")
    head.append(f"  {len(said)}", style="dim not bold")
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=1)
    table.add_column(ratio=1)
    table.add_column(justify="right", max_width=LONGEST_CUE)
    for quote in said:
        direct = quote["kind"] == "direct"
        cue = quote["cue"]["text"].lower() if quote["cue"] else ""
        bar = Text("▌" if direct else "│", style="cyan" if direct else "dim")
        text = Text(" ".join(quote["text"].split()), style="" if direct else "italic")
        table.add_row(bar, text, Text(cue, style="dim"))
    return Group(head, table)


def _show_found(record: Record, told: Told) -> "RenderableType":
    """As ``show``, but nothing of an article without statements."""
    return show(record, told) if record["quotes"] else ""


LAYOUT = Layout("quotes", (*QUOTE,), lines, show)
OF_SPEAKER = LAYOUT._replace(show=_show_found)
