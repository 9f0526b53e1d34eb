"""``newskit sentences``: sentences with their offsets."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from typer import Option

from newskit.cli.options import Run
from newskit.document import Document

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newskit.writer import Record


def sentences(
    run: Run,
    clean: Annotated[
        bool, Option("--clean", help="Repair the spacing of the text, not the offsets.")
    ] = False,
) -> None:
    """Sentences with offsets, one a line."""
    from newskit.cli.frame import Command, start
    from newskit.writer import Layout

    layout = Layout("sentences", ("text", "start", "end"), lines, show)
    start(Command("newskit.sentences/1", partial(fields, clean=clean), layout), run)


def fields(document: Document, *, clean: bool) -> "Record":
    """The fields of a newskit.sentences/1 record."""
    from newskit import spacing
    from newskit.passages import passages
    from newskit.sentences import sentences

    found = []
    for passage in passages(document):
        base = passage.start + document.origin
        found += [
            {
                "text": spacing.clean(text) if clean else text,
                "start": start + base,
                "end": end + base,
            }
            for start, end, text in sentences(passage.text)
        ]
    return {"sentences": found}


def lines(record: "Record") -> list[str]:
    """The sentences."""
    return [sentence["text"] for sentence in record["sentences"]]


def show(record: "Record") -> "RenderableType":
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
