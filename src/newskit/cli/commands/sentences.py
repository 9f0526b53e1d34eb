"""``newskit sentences``: sentences with their offsets."""

from functools import partial
from typing import Annotated

from typer import Option

from newskit.cli.options import Options


def sentences(
    run: Options,
    clean: Annotated[
        bool, Option("--clean", help="Repair the spacing of the text, not the offsets.")
    ] = False,
) -> None:
    """Sentences with offsets, one a line."""
    from newskit.cli.run import start
    from newskit.cli.work import Command
    from newskit.records.sentences import LAYOUT, fields

    start(Command("sentences", partial(fields, clean=clean), LAYOUT), run)
