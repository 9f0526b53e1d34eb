"""``newskit keywords``: the words and phrases that an editor would tag."""

from functools import partial
from typing import Annotated

from typer import BadParameter, Option

from newskit.cli.options import Options


def keywords(
    run: Options,
    top: Annotated[int, Option(metavar="N", min=1, help="How many at the most.")] = 10,
    max_words: Annotated[
        int | None,
        Option(metavar="N", min=1, max=10, help="The most words of a keyword [3, and names whole]."),
    ] = None,
    stopwords: Annotated[
        str | None, Option(metavar="FILE", help="More words and phrases that are no keywords, one a line.")
    ] = None,
    list_stopwords: Annotated[
        bool, Option("--list-stopwords", help="Print the stop words that newskit has, and end.")
    ] = False,
    background: Annotated[
        str | None, Option(metavar="FILE", help="Rarity by your own texts: a table that count wrote.")
    ] = None,
    count: Annotated[bool, Option("--count", help="The same as the command count.")] = False,
    scores: Annotated[bool, Option("--scores", help="Add the score to each line.")] = False,
) -> None:
    """The words and phrases an editor would tag, best first."""
    from newskit.cli.commands.count import write_stopwords, write_table
    from newskit.cli.exits import guarded
    from newskit.cli.run import start
    from newskit.cli.work import Command
    from newskit.records.keywords import LAYOUT, SCORED, fields

    if list_stopwords:
        return guarded(run, partial(write_stopwords, run))
    if count:
        if stopwords or background:
            raise BadParameter("--count counts every word: --stopwords and --background do not fit it")
        return guarded(run, partial(write_table, run))
    words = _checked(stopwords, background)
    analyse = partial(fields, top=top, max_words=max_words, stopwords=words, background=background)
    start(Command("keywords", analyse, SCORED if scores else LAYOUT), run)


def _checked(stopwords: str | None, background: str | None) -> frozenset[str]:
    """The user's stop words; a file that is not what it ought to be ends the call at once."""
    from newskit.errors import NewskitError
    from newskit.lexicon.counting import read_words
    from newskit.lexicon.lists import phrase_file

    try:
        if background:
            read_words(background)
        return frozenset(phrase_file(stopwords)) if stopwords else frozenset()
    except NewskitError as error:
        raise BadParameter(str(error)) from None
