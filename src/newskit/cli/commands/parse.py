"""``newskit parse``: what an article says about itself."""

from functools import partial
from typing import Annotated

from typer import BadParameter, Option

from newskit.cli.options import Run
from newskit.records.article import NAMES, fields, lines, show


def parse(
    run: Run,
    spans: Annotated[bool, Option("--spans", help="Add the offsets of every field.")] = False,
    dates: Annotated[bool, Option("--dates", help="Add the dates that the text mentions.")] = False,
) -> None:
    """An article's date, title, outlet, place, lede, paragraphs and signature."""
    from newskit.cli.run import start
    from newskit.cli.work import Command
    from newskit.output.layout import Layout

    if (spans or dates) and run.format in ("csv", "tsv", "md"):
        raise BadParameter(f"--spans and --dates are for jsonl; {run.format} has no cells for them")
    layout = Layout(None, NAMES, lines, show, between="\n")
    task = partial(fields, spans=spans, dates=dates)
    start(Command("newskit.article/1", task, layout, piped="jsonl"), run)
