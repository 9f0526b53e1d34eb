"""``newskit names``: who and what an article names."""

from functools import partial
from typing import Annotated

from typer import BadParameter, Option

from newskit.cli.options import Options


def names(
    run: Options,
    types: Annotated[
        str, Option("--type", metavar="KIND,...", help="Only some kinds: person, organisation, place.")
    ] = "person,place,organisation",
) -> None:
    """The people, organisations and places that an article names, by first mention."""
    from newskit.cli.run import start
    from newskit.cli.work import Command
    from newskit.records.names import COLOURS, LAYOUT, fields

    wanted = frozenset(kind.strip() for kind in types.split(","))
    if not wanted <= COLOURS.keys():
        raise BadParameter("is a list of person, organisation, place", param_hint="'--type'")
    start(Command("names", partial(fields, types=wanted), LAYOUT), run)
