"""``newskit.sentences/1``: sentences with their offsets."""

from typing import TYPE_CHECKING

from newskit.analyses.units import sentences
from newskit.document import Source
from newskit.input.dated_header import as_document
from newskit.output.layout import Layout, Told
from newskit.records.base import PIECE, Record, array, piece
from newskit.records.base import fields as of

if TYPE_CHECKING:
    from rich.console import RenderableType

DEFINITION = {"sentences": array(of(PIECE))}


def fields(source: Source, *, clean: bool = False) -> Record:
    """The record's own fields; ``clean`` repairs the spacing of the text, not the offsets."""
    from newskit.text import spacing

    origin = as_document(source).origin
    found = [piece(sentence, origin) for sentence in sentences(source)]
    for sentence in found if clean else ():
        sentence["text"] = spacing.clean(sentence["text"])
    return {"sentences": found}


def lines(record: Record) -> list[str]:
    """The sentences."""
    return [sentence["text"] for sentence in record["sentences"]]


def show(record: Record, told: Told) -> "RenderableType":
    """Numbered sentences."""
    from rich.table import Table
    from rich.text import Text

    grid = Table(
        title=Text(record["id"]), title_style="dim", title_justify="left", box=None, show_header=False
    )
    grid.add_column(justify="right", style="cyan", no_wrap=True)
    grid.add_column()
    for number, line in enumerate(lines(record), 1):
        grid.add_row(str(number), Text(" ".join(line.split())))
    return grid


LAYOUT = Layout("sentences", (*PIECE,), lines, show)
