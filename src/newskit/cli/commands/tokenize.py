"""``newskit tokenize``: words, numbers and punctuation with their offsets."""

from newskit.cli.options import Run
from newskit.records.tokens import fields, lines, show


def tokenize(run: Run) -> None:
    """Words, numbers, punctuation with offsets, one a line."""
    from newskit.cli.run import start
    from newskit.cli.work import Command
    from newskit.output.layout import Layout

    layout = Layout("tokens", ("text", "start", "end", "kind"), lines, show, sourced=False, between="\n")
    start(Command("newskit.tokens/1", fields, layout), run)
