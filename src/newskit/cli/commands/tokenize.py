"""``newskit tokenize``: words, numbers and punctuation with their offsets."""

from newskit.cli.options import Options


def tokenize(run: Options) -> None:
    """Words, numbers, punctuation with offsets, one a line."""
    from newskit.cli.run import start
    from newskit.cli.work import Command
    from newskit.records.tokens import LAYOUT, fields

    start(Command("tokens", fields, LAYOUT), run)
