"""``newskit parse``: what an article says about itself."""

from functools import partial
from typing import Annotated

from typer import BadParameter, Option

from newskit.cli.options import Options


def parse(
    run: Options,
    spans: Annotated[bool, Option("--spans", help="Add the offsets of every field.")] = False,
    dates: Annotated[bool, Option("--dates", help="Add the dates that the text mentions.")] = False,
    added: Annotated[
        str | None,
        Option("--with", metavar="NAME,...", help="Add keywords, summary, names, quotes: a row an article."),
    ] = None,
    keep: Annotated[bool, Option("--keep", help="Let the other columns of rows pass through.")] = False,
    full: Annotated[bool, Option("--full", help="Show the whole text on a terminal.")] = False,
) -> None:
    """An article's date, title, outlet, place, lede, paragraphs and signature."""
    from newskit.cli.run import output_format, start
    from newskit.cli.work import Command
    from newskit.errors import UsageError
    from newskit.output.language import told
    from newskit.records.article import ADDED, LAYOUT, fields, show

    names = tuple(dict.fromkeys(name.strip() for name in (added or "").split(",") if name.strip()))
    if unknown := [name for name in names if name not in ADDED]:
        raise BadParameter(f"--with {unknown[0]}: there are {', '.join(ADDED)}")
    try:
        form = output_format(run)
    except UsageError as error:
        raise BadParameter(str(error)) from None
    if (spans or dates) and form in ("csv", "tsv", "md", "parquet"):
        raise BadParameter(f"--spans and --dates are for jsonl; {form} has no cells for them")
    task = partial(fields, spans=spans, dates=dates, added=names)
    layout = LAYOUT._replace(columns=(*LAYOUT.columns, *names))
    if not full:
        layout = layout._replace(show=partial(show, hint=told("--full shows the whole text")))
    start(Command("article", task, layout, piped="jsonl"), run)
