"""``newskit stem``: the stem of each word."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from typer import BadParameter, Option

from newskit.cli.options import Run
from newskit.document import Document

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newskit.stem import Stemmer
    from newskit.writer import Record

EXPLAINED = ("prefixes", "suffixes", "rule")


def stem(
    run: Run,
    exact: Annotated[bool, Option("--exact", help="Answer letter for letter as Sastrawi does.")] = False,
    explain: Annotated[bool, Option("--explain", help="Tell the affixes taken off, and the rule.")] = False,
    roots: Annotated[
        str | None,
        Option(metavar="FILE", help="Root words instead of Kateglo's, one a line; +word: more roots."),
    ] = None,
    protect: Annotated[str | None, Option(metavar="FILE", help="Words to leave alone, one a line.")] = None,
) -> None:
    """The text with each word replaced by its stem; all else stays as it is."""
    from newskit.cli.frame import Command, start
    from newskit.writer import Layout

    stemmer = _stemmer(exact, roots, protect)
    columns = ("text", "start", "end", "stem", *(EXPLAINED if explain else ()))
    layout = Layout("tokens", columns, lines, show, sourced=False)
    analyse = partial(fields, stemmer=stemmer, explain=explain)
    replace = None if explain else partial(text, stemmer=stemmer)
    start(Command("newskit.stems/1", analyse, layout, replace), run)


def _stemmer(exact: bool, roots: str | None, protect: str | None) -> "Stemmer":
    from newskit.errors import NewskitError
    from newskit.stem import Stemmer, protected, root_words

    try:
        return Stemmer(
            exact, root_words(roots) if roots else None, protected(protect) if protect else frozenset()
        )
    except NewskitError as error:
        raise BadParameter(str(error)) from None


def fields(document: Document, *, stemmer: "Stemmer", explain: bool) -> "Record":
    """The fields of a newskit.stems/1 record."""
    from newskit.passages import passages

    found = []
    for passage in passages(document):
        base = passage.start + document.origin
        for s in stemmer.stems(passage.text):
            token = {"text": s.text, "start": s.start + base, "end": s.end + base, "stem": s.stem}
            if explain:
                told = stemmer.explain(s.text, inside=s.inside)
                token |= {"prefixes": [*told.prefixes], "suffixes": [*told.suffixes], "rule": told.rule}
            found.append(token)
    return {"tokens": found}


def text(document: Document, *, stemmer: "Stemmer") -> str:
    """The document's text with the words of its passages replaced by their stems."""
    from newskit.passages import passages

    pieces, position = [], 0
    for passage in passages(document):
        end = passage.start + len(passage.text)
        pieces += [document.text[position : passage.start], stemmer.stem_text(passage.text)]
        position = end
    return "".join((*pieces, document.text[position:]))


def lines(record: "Record") -> list[str]:
    """The stems; explained, each word with its parts: ``memakai: mem- (p) + pakai (13)``."""
    return [
        f"{token['text']}: {_parts(token)} ({token['rule']})" if "rule" in token else token["stem"]
        for token in record["tokens"]
    ]


def _parts(token: "Record") -> str:
    """The word's parts in their order, a swallowed letter in parentheses."""
    prefixes = [
        f"{form}- ({letters})" if letters else f"{form}-"
        for form, _, letters in (prefix.partition(">") for prefix in token["prefixes"])
    ]
    return " + ".join((*prefixes, token["stem"], *(f"-{suffix}" for suffix in reversed(token["suffixes"]))))


def show(record: "Record") -> "RenderableType":
    """A table of the words and their stems, with the parts and the rule where they are told."""
    from rich.table import Table
    from rich.text import Text

    explained = any("rule" in token for token in record["tokens"])
    heads = ("word", "stem", *(("parts", "rule") if explained else ()))
    table = Table(*heads, title=Text(record["id"]), title_style="dim", title_justify="left", box=None)
    for token in record["tokens"]:
        more = (Text(_parts(token)), Text(token["rule"], style="dim")) if explained else ()
        table.add_row(Text(token["text"]), Text(token["stem"], style="bold"), *more)
    return table
