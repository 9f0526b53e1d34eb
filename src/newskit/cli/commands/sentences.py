"""``newskit sentences``: sentences with their offsets."""

from functools import partial
from typing import Annotated

from typer import Option

from newskit.cli.options import Run
from newskit.records.sentences import fields, lines, show


def sentences(
    run: Run,
    clean: Annotated[
        bool, Option("--clean", help="Repair the spacing of the text, not the offsets.")
    ] = False,
) -> None:
    """Sentences with offsets, one a line."""
    from newskit.cli.run import start
    from newskit.cli.work import Command
    from newskit.output.layout import Layout

    layout = Layout("sentences", ("text", "start", "end"), lines, show)
    start(Command("newskit.sentences/1", partial(fields, clean=clean), layout), run)
