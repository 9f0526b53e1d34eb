"""``newskit.keywords/1``: the words and phrases that an editor would tag."""

from functools import partial
from typing import TYPE_CHECKING

from newskit.document import Source
from newskit.output.layout import Layout, Told
from newskit.records.base import INTEGER, NUMBER, STRING, Record, array
from newskit.records.base import fields as of

if TYPE_CHECKING:
    from rich.console import RenderableType

KEYWORD = {"keyword": STRING, "score": NUMBER, "count": INTEGER}
DEFINITION = {"keywords": array(of(KEYWORD))}


def fields(
    source: Source,
    *,
    top: int = 10,
    max_words: int | None = None,
    stopwords: frozenset[str] = frozenset(),
    background: str | None = None,
) -> Record:
    """The record's own fields; ``background`` is the path of a table that ``keywords --count`` wrote."""
    from newskit.analyses.keywords.extract import keywords

    table = None
    if background:
        from newskit.lexicon.counting import read_words

        table = read_words(background)
    found = keywords(source, top=top, max_words=max_words, stopwords=stopwords, background=table)
    return {"keywords": [keyword._asdict() for keyword in found]}


def lines(record: Record, *, scores: bool) -> list[tuple[str, ...]]:
    """The keywords, with their scores where wanted."""
    return [(k["keyword"], str(k["score"])) if scores else (k["keyword"],) for k in record["keywords"]]


def show(record: Record, told: Told) -> "RenderableType":
    """A table of the keywords, with bars for their scores."""
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    table = Table(
        *(told("keyword"), told("score"), "", told("count")),
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


LAYOUT = Layout("keywords", (*KEYWORD,), partial(lines, scores=False), show)
SCORED = LAYOUT._replace(lines=partial(lines, scores=True))
