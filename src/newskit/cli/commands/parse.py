"""``newskit parse``: what an article says about itself."""

from functools import partial
from typing import Annotated

from typer import BadParameter, Option

from newskit.cli.options import Run


def parse(
    run: Run,
    spans: Annotated[bool, Option("--spans", help="Add the offsets of every field.")] = False,
    dates: Annotated[bool, Option("--dates", help="Add the dates that the text mentions.")] = False,
) -> None:
    """An article's date, title, outlet, place, lede, paragraphs and signature."""
    from newskit.cli.run import start
    from newskit.cli.work import Command
    from newskit.records.article import LAYOUT, fields

    if (spans or dates) and run.format in ("csv", "tsv", "md"):
        raise BadParameter(f"--spans and --dates are for jsonl; {run.format} has no cells for them")
    task = partial(fields, spans=spans, dates=dates)
    start(Command("article", task, LAYOUT, piped="jsonl"), run)
