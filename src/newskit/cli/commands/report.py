"""``newskit report``: one page that shows a corpus to people."""

import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from newskit.cli.commands.trends import By
from newskit.cli.options import Options

PAGE = ("output", "quiet", "debug")

Language = Literal["id", "en"]


def report(
    run: Annotated[Options, PAGE],
    db: Annotated[str, Argument(metavar="DB", help="A corpus file, which newskit index made.")],
    lang: Annotated[Language, Option(metavar="LANG", help="The page's language: id or en.")] = "id",
    title: Annotated[
        str | None, Option(metavar="TEXT", help="The page's heading.", show_default="what it holds")
    ] = None,
    by: Annotated[
        By | None, Option(help="Length of a period.", show_default="by the span of the dates")
    ] = None,
    articles: Annotated[
        int, Option(metavar="N", min=0, help="The newest N articles are in the table.")
    ] = 10_000,
) -> None:
    """One page that shows a corpus to people: what rose, who is named and quoted, all articles."""
    from newskit.cli.exits import guarded

    guarded(run, partial(_run, db, lang, title, by, articles, run))


def _run(db: str, lang: str, title: str | None, by: str | None, articles: int, run: Options) -> int:
    from newskit.cli.messages import print_error
    from newskit.corpus.database import opened
    from newskit.corpus.report import report
    from newskit.errors import UsageError
    from newskit.output.files import output

    if run.output is None and sys.stdout.isatty():
        raise UsageError("report needs -o PAGE.html")
    if run.output and Path(run.output).resolve() == Path(db).resolve():
        raise UsageError(f"{db}: is the corpus file itself; name another for the page")
    with opened(db) as connection:
        page = report(connection, Path(db).name, language=lang, title=title, by=by, listed=articles)
    with output(run.output, None, {}) as out:
        out.add(page, done=1)
    if run.output and not run.quiet:
        print_error(f"{run.output}: {len(page.encode()):,} bytes")
    return 0
