"""``newskit search``: the articles of a corpus file that answer a query."""

import contextlib
import re
from dataclasses import asdict
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated

from typer import Argument, BadParameter, Option

from newskit.cli.options import ASKING, Options

if TYPE_CHECKING:
    from newskit.corpus.search import Filter

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def search(
    run: Annotated[Options, ASKING],
    db: Annotated[str, Argument(metavar="DB", help="A corpus file, which newskit index made.")],
    query: Annotated[
        list[str] | None,
        Argument(
            metavar="QUERY", help='Words, "a phrase as written", -without (after --), judul:in-the-title.'
        ),
    ] = None,
    limit: Annotated[int, Option(metavar="N", min=1, help="How many articles at the most.")] = 10,
    since: Annotated[
        str | None, Option(metavar="DATE", help="Not before: 2023, 2023-06 or 2023-06-30.")
    ] = None,
    until: Annotated[str | None, Option(metavar="DATE", help="Not after.")] = None,
    outlet: Annotated[str | None, Option(metavar="NAME", help="Of this outlet: kompas.com, kompas.")] = None,
    place: Annotated[str | None, Option(metavar="NAME", help="From this place, or naming it.")] = None,
    speaker: Annotated[str | None, Option(metavar="NAME", help="With a statement of this person.")] = None,
) -> None:
    """Articles that answer a query, best first; words in any form."""
    from newskit.cli.exits import guarded
    from newskit.corpus.search import Filter

    within = Filter(checked_date(since), checked_date(until), outlet, place, speaker)
    guarded(run, partial(_run, db, " ".join(query or ()), limit, within, run))


def checked_date(text: str | None) -> str | None:
    """A date that an option gives, as far as it is known. Raises BadParameter for another shape."""
    if text is None:
        return None
    with contextlib.suppress(ValueError):
        if DATE.fullmatch(text) and date.fromisoformat(f"{text}-01-01"[:10]):
            return text
    raise BadParameter(f"{text}: is no date such as 2023, 2023-06 or 2023-06-30")


def _run(db: str, query: str, limit: int, within: "Filter", run: Options) -> int:
    from newskit.cli.messages import print_error
    from newskit.cli.run import records_output, style_of, write_records
    from newskit.corpus.database import opened
    from newskit.corpus.search import search
    from newskit.corpus.suggestion import suggestion
    from newskit.records.hit import LAYOUT, record

    with opened(db) as connection:
        hits = search(connection, query, limit=limit, within=within)
        other = None if hits or run.quiet else suggestion(connection, query)
    style = style_of(run)
    with records_output(run, "hit", LAYOUT, style) as out:
        write_records(out, (record(asdict(hit)) for hit in hits), LAYOUT, style)
    if not hits and not run.quiet:
        print_error(f"nothing found; did you mean {other}" if other else "nothing found")
    return 0
