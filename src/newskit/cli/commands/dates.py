"""``newskit dates``: the dates, times and spans of time that a text mentions."""

from functools import partial
from typing import Annotated

from typer import BadParameter, Option

from newskit.cli.options import Options


def dates(
    run: Options,
    reference: Annotated[
        str | None, Option(metavar="DATE", help="The day from which documents without a date speak.")
    ] = None,
) -> None:
    """The dates, times and spans of time that it mentions, resolved."""
    from newskit.article.days import known_day
    from newskit.cli.run import start
    from newskit.cli.work import Command
    from newskit.records.dates import LAYOUT, fields

    if reference and not known_day(reference):
        raise BadParameter(f"{reference} is no day such as 2020-08-23")
    start(Command("dates", partial(fields, reference=reference), LAYOUT), run)
