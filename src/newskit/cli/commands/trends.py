"""``newskit trends``: how often terms are in the news, by time, and which rose."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, BadParameter, Option

from newskit.cli.commands.search import checked_date
from newskit.cli.options import ASKING, Options

if TYPE_CHECKING:
    from newskit.corpus.search import Filter
    from newskit.corpus.trends import Course
    from newskit.output.layout import Record

By = Literal["day", "week", "month", "year"]
TOP = 10


def trends(
    run: Annotated[Options, ASKING],
    db: Annotated[str, Argument(metavar="DB", help="A corpus file, which newskit index made.")],
    terms: Annotated[
        str | None, Option(metavar="A,B", help="These terms: words in any form, names by their name.")
    ] = None,
    top: Annotated[
        int | None, Option(metavar="N", min=1, help="The N terms that rose most.", show_default=str(TOP))
    ] = None,
    by: Annotated[
        By | None, Option(help="Length of a period.", show_default="by the span of the dates")
    ] = None,
    since: Annotated[
        str | None, Option(metavar="DATE", help="Not before: 2023, 2023-06 or 2023-06-30.")
    ] = None,
    until: Annotated[str | None, Option(metavar="DATE", help="Not after.")] = None,
    outlet: Annotated[str | None, Option(metavar="NAME", help="Of this outlet: kompas.com, kompas.")] = None,
) -> None:
    """How often terms are in the news, by time, and which rose above what was to be expected."""
    from newskit.cli.exits import guarded
    from newskit.corpus.search import Filter

    if terms and top:
        raise BadParameter("--terms and --top exclude each other")
    wanted = [term.strip() for term in terms.split(",") if term.strip()] if terms is not None else None
    within = Filter(checked_date(since), checked_date(until), outlet)
    guarded(run, partial(_run, db, wanted, top or TOP, by, within, run))


def _run(db: str, terms: list[str] | None, top: int, by: By | None, within: "Filter", run: Options) -> int:
    from newskit.cli.messages import print_error
    from newskit.cli.run import records_output, style_of, write_records
    from newskit.corpus.database import opened
    from newskit.corpus.trends import courses, risen
    from newskit.records.trend import LAYOUT

    with opened(db) as connection:
        if terms is None:
            found = risen(connection, top, by=by, within=within)
        else:
            found = courses(connection, terms, by=by, within=within)
    if not any(course.points for course in found) and not run.quiet:
        print_error("nothing rose, or no article has a date" if terms is None else "no article has a date")
    style = style_of(run)
    records = _charts(found, terms is None) if style.form == "table" else _records(found, terms is None)
    with records_output(run, "trend", LAYOUT, style) as out:
        write_records(out, records, LAYOUT, style)
    return 0


def _records(found: "Sequence[Course]", peaks: bool) -> "list[Record]":
    """Every period of terms that were asked for, of those that rose the one in which they did."""
    from newskit.records.trend import record

    if peaks:
        return [record(asdict(course.peak)) for course in found]
    return [record(asdict(point)) for course in found for point in course.points]


def _charts(found: "Sequence[Course]", peaks: bool) -> "list[Record]":
    """What a terminal shows; nothing where there is nothing."""
    from newskit.records.trend import charts, overview

    points = [[asdict(point) for point in course.points] for course in found if course.points]
    if peaks and points:
        return [overview(points, [asdict(course.peak) for course in found])]
    return charts(points)
