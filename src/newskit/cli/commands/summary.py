"""``newskit summary``: the sentences that tell the story."""

from functools import partial
from typing import Annotated

from typer import Option

from newskit.cli.options import Options


def summary(
    run: Options,
    sentences: Annotated[
        int | None, Option(metavar="N", min=1, help="How many sentences.", show_default="by article")
    ] = None,
    words: Annotated[
        int | None, Option(metavar="N", min=1, help="How many words at the most, but one sentence at least.")
    ] = None,
) -> None:
    """The sentences that tell the story, in the article's order."""
    from newskit.cli.run import start
    from newskit.cli.work import Command
    from newskit.records.summary import LAYOUT, fields

    start(Command("summary", partial(fields, sentences=sentences, words=words), LAYOUT), run)
