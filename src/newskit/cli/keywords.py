"""``newskit keywords``: the words and phrases that an editor would tag."""

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Annotated

from typer import BadParameter, Option

from newskit.cli.options import Run
from newskit.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from newskit.writer import Record


def keywords(
    run: Run,
    top: Annotated[int, Option(metavar="N", min=1, help="How many at the most.")] = 10,
    max_words: Annotated[int, Option(metavar="N", min=1, max=10, help="The most words of a keyword.")] = 3,
    stopwords: Annotated[
        str | None, Option(metavar="FILE", help="More words that are no keywords, one a line.")
    ] = None,
    background: Annotated[
        str | None, Option(metavar="FILE", help="Rarity by your own texts: a table that --count wrote.")
    ] = None,
    count: Annotated[
        bool, Option("--count", help="Write the table of the inputs' words for --background instead.")
    ] = False,
    scores: Annotated[bool, Option("--scores", help="Add the score to each line.")] = False,
) -> None:
    """The words and phrases an editor would tag, best first."""
    from newskit.cli.frame import Command, guarded, start
    from newskit.writer import Layout

    if count:
        if stopwords or background:
            raise BadParameter("--count counts every word: --stopwords and --background do not fit it")
        return guarded(run, partial(write_table, run))
    words = _checked(stopwords, background)
    analyse = partial(fields, top=top, max_words=max_words, stopwords=words, background=background)
    layout = Layout("keywords", ("keyword", "score", "count"), partial(lines, scores=scores), show)
    start(Command("newskit.keywords/1", analyse, layout), run)


def _checked(stopwords: str | None, background: str | None) -> frozenset[str]:
    """The user's stop words; a file that is not what it ought to be ends the call at once."""
    from newskit.background import read_words
    from newskit.errors import NewskitError
    from newskit.lexicon import word_file

    try:
        if background:
            read_words(background)
        return frozenset(word.lower() for word in word_file(stopwords)) if stopwords else frozenset()
    except NewskitError as error:
        raise BadParameter(str(error)) from None


def write_table(run: Run) -> int:
    """Write how the words of the inputs are used, as ``--background`` reads it; the exit code."""
    from newskit.background import count_words, write_words
    from newskit.cli.frame import encoding_name, input_names
    from newskit.cli.messages import report
    from newskit.errors import UsageError
    from newskit.output import output
    from newskit.reader import Problem, Reading, batches
    from newskit.rows import documents

    if run.resume or run.shards or run.cluster or run.format != "auto":
        raise UsageError("--count makes one table: --resume, --shards, --cluster and --format do not fit it")
    names = input_names(run)
    reading = Reading(run.form, run.text_field, encoding_name(run.encoding), run.max_bytes)
    failed = 0

    def readable() -> "Iterator[Document]":
        nonlocal failed
        for part in chain.from_iterable(batches(names, reading)):
            for item in (part,) if isinstance(part, Problem) else documents(part, reading):
                if isinstance(item, Problem):
                    failed += report((item,), run.quiet)
                else:
                    yield item

    table = write_words(count_words(readable()))
    if failed and (run.fail_fast or not table):
        return 1 if table else 3
    with output(run.output, None, {}) as out:
        out.add(table)
    return 1 if failed else 0


def fields(
    document: Document,
    *,
    top: int,
    max_words: int,
    stopwords: frozenset[str],
    background: str | None,
) -> "Record":
    """The fields of a newskit.keywords/1 record."""
    from newskit.keywords import keywords

    table = None
    if background:
        from newskit.background import read_words

        table = read_words(background)
    found = keywords(document, top=top, max_words=max_words, stopwords=stopwords, background=table)
    return {"keywords": [{"keyword": k.keyword, "score": k.score, "count": k.count} for k in found]}


def lines(record: "Record", *, scores: bool) -> list[tuple[str, ...]]:
    """The keywords, with their scores where wanted."""
    return [(k["keyword"], str(k["score"])) if scores else (k["keyword"],) for k in record["keywords"]]


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
