"""``newskit.sentences/1``: sentences with their offsets."""

from typing import TYPE_CHECKING

from newskit.document import Document

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newskit.output.layout import Record


def fields(document: Document, *, clean: bool) -> "Record":
    """The fields of a newskit.sentences/1 record."""
    from newskit.article.passages import passages
    from newskit.text import spacing
    from newskit.text.sentences import sentences

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
