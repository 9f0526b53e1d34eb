"""``newskit keywords``: the words and phrases that an editor would tag."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from typer import Option

from newskit.cli.options import Run
from newskit.document import Document

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newskit.writer import Record


def keywords(
    run: Run,
    top: Annotated[int, Option(metavar="N", min=1, help="How many at the most.")] = 10,
    max_words: Annotated[int, Option(metavar="N", min=1, help="The most words of a keyword.")] = 3,
    stopwords: Annotated[
        str | None, Option(metavar="FILE", help="More words that are no keywords, one a line.")
    ] = None,
    scores: Annotated[bool, Option("--scores", help="Add the score to each line.")] = False,
) -> None:
    """The words and phrases an editor would tag, best first."""
    from newskit.cli.frame import Command, start
    from newskit.writer import Layout

    analyse = partial(fields, top=top, max_words=max_words, stopwords=frozenset())
    layout = Layout("keywords", ("keyword", "score", "count"), partial(lines, scores=scores), show)
    start(Command("newskit.keywords/1", analyse, layout), run)


def fields(document: Document, *, top: int, max_words: int, stopwords: frozenset[str]) -> "Record":
    """The fields of a newskit.keywords/1 record."""
    from newskit.keywords import keywords

    found = keywords(document, top=top, max_words=max_words, stopwords=stopwords)
    return {"keywords": [{"keyword": k.keyword, "score": k.score, "count": k.count} for k in found]}


def lines(record: "Record", *, scores: bool) -> list[str]:
    """The keywords, with their scores where wanted."""
    return [f"{k['keyword']}\t{k['score']}" if scores else k["keyword"] for k in record["keywords"]]


def show(record: "Record") -> "RenderableType":
    """A table of the keywords, with bars for their scores."""
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    table = Table(
        "keyword",
        "score",
        "",
        "count",
        title=Text(record["id"]),
        title_style="dim",
        title_justify="left",
        box=None,
    )
    table.columns[1].justify = table.columns[3].justify = "right"
    for k in record["keywords"]:
        bar = ProgressBar(1.0, k["score"], width=24, complete_style="cyan", finished_style="cyan")
        table.add_row(Text(k["keyword"], style="bold"), f"{k['score']:.2f}", bar, str(k["count"]))
    return table
