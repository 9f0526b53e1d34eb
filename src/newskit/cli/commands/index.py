"""``newskit index``: articles into a corpus file, for search, trends and everyone who knows SQL."""

import time
from functools import partial
from typing import TYPE_CHECKING, Annotated

from typer import Argument, BadParameter, Option

from newskit.cli.options import INDEXING, Options

if TYPE_CHECKING:
    import sqlite3

COMMIT = 250  # articles after which what is done stays done; fixed, so that a resumed file is the same


def index(
    run: Annotated[Options, INDEXING],
    db: Annotated[str, Argument(metavar="DB", help="The corpus file, made where there is none.")],
    analyses: Annotated[
        str,
        Option("--with", metavar="A,B", help="What is found in each article: keywords,names,quotes or none."),
    ] = "keywords,names,quotes",
) -> None:
    """Add articles to a corpus file; those that have not changed since are left alone."""
    from newskit.cli.exits import guarded

    guarded(run, partial(_run, db, _checked(analyses), run))


def _checked(text: str) -> tuple[str, ...]:
    from newskit.corpus.index import ANALYSES

    asked = [] if text == "none" else [name.strip() for name in text.split(",") if name.strip()]
    if wrong := [name for name in asked if name not in ANALYSES]:
        raise BadParameter(f"--with {wrong[0]}: is none of {', '.join(ANALYSES)}; none stands alone")
    return tuple(name for name in ANALYSES if name in asked)


def _run(db: str, analyses: tuple[str, ...], run: Options) -> int:
    from newskit.cli.exits import Failed
    from newskit.cli.inputs import input_names
    from newskit.cli.messages import print_error
    from newskit.corpus.database import written
    from newskit.corpus.index import merge, renew_stems

    names = [name for name in input_names(run) if not _is_own(name, db)]
    started = time.monotonic()
    with written(db) as connection:
        renew_stems(connection)
        try:
            added, failed, unchanged = _add_all(connection, names, analyses, run)
        except KeyboardInterrupt:
            print_error(f"stopped; the same command goes on with {db}")
            raise
        merge(connection)
    seconds = time.monotonic() - started
    if not run.quiet:
        rate = (
            f"{added:,} added, {failed:,} failed in {seconds:.1f} s ({added / (seconds or 1):,.0f} a second)"
        )
        print_error(rate + (f"; {unchanged:,} inputs have not changed" if unchanged else ""))
    if failed and not (added or unchanged):
        raise Failed(3)
    return 1 if failed else 0


def _is_own(name: str, db: str) -> bool:
    """Whether an input is the corpus file itself or one of those that are kept beside it."""
    import os.path

    own = os.path.realpath(db)
    return os.path.realpath(name) in {own, f"{own}-wal", f"{own}-shm", f"{own}-lock", f"{own}-journal"}


def _add_all(
    connection: "sqlite3.Connection", names: list[str], analyses: tuple[str, ...], run: Options
) -> tuple[int, int, int]:
    """Add the articles of all inputs that changed; how many were added, failed, and inputs left alone."""
    from newskit.cli.gather import gathered
    from newskit.cli.inputs import reading_of
    from newskit.cli.ledger import Ledger
    from newskit.cli.messages import as_rows, print_error
    from newskit.corpus.index import add, entry
    from newskit.output.files import output

    ledger = Ledger(connection, names, reading_of(run), analyses)
    added = since = failed = 0
    for name, count in ledger.failed_before().items():
        failed += count
        print_error(f"{name}: has not changed; {count:,} of its documents could not be used")
    with output(None, run.errors_file, {}) as out:
        for part in gathered(run, partial(entry, analyses=analyses), ledger.batches(), ledger.names):
            add(connection, part.found)
            ledger.arrive(part)
            out.add("", as_rows(part.problems))
            failed += sum(problem.failed for problem in part.problems)
            added, since = added + len(part.found), since + len(part.found)
            if failed and run.fail_fast:
                break
            if since >= COMMIT:
                ledger.take_down()
                connection.execute("COMMIT")
                since = 0
        else:
            ledger.finish()
    if connection.in_transaction:
        connection.execute("COMMIT")
    return added, failed, len(ledger.unchanged)
