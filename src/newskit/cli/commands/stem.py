"""``newskit stem``: the stem of each word."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from typer import BadParameter, Option

from newskit.cli.options import Options

if TYPE_CHECKING:
    from newskit.stemming.stemmer import Stemmer


def stem(
    run: Options,
    exact: Annotated[bool, Option("--exact", help="Answer letter for letter as Sastrawi does.")] = False,
    explain: Annotated[bool, Option("--explain", help="Tell the affixes taken off, and the rule.")] = False,
    roots: Annotated[
        str | None,
        Option(metavar="FILE", help="Root words instead of Kateglo's, one a line; +word: more roots."),
    ] = None,
    protect: Annotated[str | None, Option(metavar="FILE", help="Words to leave alone, one a line.")] = None,
) -> None:
    """The text with each word replaced by its stem; all else stays as it is."""
    from newskit.analyses.units import stem_text
    from newskit.cli.run import start
    from newskit.cli.work import Command
    from newskit.records.stems import EXPLAINING, LAYOUT, fields

    stemmer = _stemmer(exact, roots, protect)
    analyse = partial(fields, stemmer=stemmer, explain=explain)
    replace = None if explain else partial(stem_text, stemmer=stemmer)
    start(Command("stems", analyse, EXPLAINING if explain else LAYOUT, replace), run)


def _stemmer(exact: bool, roots: str | None, protect: str | None) -> "Stemmer":
    from newskit.errors import NewskitError
    from newskit.stemming.roots import protected, root_words
    from newskit.stemming.stemmer import Stemmer

    try:
        return Stemmer(
            exact, root_words(roots) if roots else None, protected(protect) if protect else frozenset()
        )
    except NewskitError as error:
        raise BadParameter(str(error)) from None
