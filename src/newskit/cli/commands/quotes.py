"""``newskit quotes``: who said what."""

from enum import StrEnum
from functools import partial
from typing import Annotated

from typer import Option

from newskit.cli.options import Options


class Kind(StrEnum):
    """Which statements: in quotation marks, reported without, or all."""

    direct = "direct"
    reported = "reported"
    all = "all"


def quotes(
    run: Options,
    kind: Annotated[
        Kind, Option(metavar="KIND", help="direct (in quotation marks), reported (without them) or all.")
    ] = Kind.all,
    speaker: Annotated[
        str | None, Option(metavar="NAME", help="Only what this speaker says: a full name or a part of it.")
    ] = None,
) -> None:
    """Who said what: quotations and reported speech with their speakers."""
    from newskit.cli.run import start
    from newskit.cli.work import Command
    from newskit.records.quotes import LAYOUT, OF_SPEAKER, fields

    layout = OF_SPEAKER if speaker else LAYOUT
    start(Command("quotes", partial(fields, kind=kind.value, speaker=speaker), layout), run)
