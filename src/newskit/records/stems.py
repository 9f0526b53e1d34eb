"""``newskit.stems/1``: the stem of each word."""

from typing import TYPE_CHECKING

from newskit.analyses.units import stems
from newskit.document import Source
from newskit.input.dated_header import as_document
from newskit.output.layout import Layout, Told
from newskit.records.base import PIECE, STRING, Kind, Record, array
from newskit.records.base import fields as of
from newskit.stemming.stemmer import DEFAULT, Stemmer

if TYPE_CHECKING:
    from rich.console import RenderableType

STEM: dict[str, Kind] = {**PIECE, "stem": STRING}
EXPLAINED: dict[str, Kind] = {"prefixes": array(STRING), "suffixes": array(STRING), "rule": STRING}
DEFINITION = {"tokens": array(of(STEM, EXPLAINED))}


def fields(source: Source, *, stemmer: Stemmer = DEFAULT, explain: bool = False) -> Record:
    """The record's own fields; ``explain`` adds the affixes taken off and the rule."""
    origin = as_document(source).origin
    found = []
    for start, end, text, stem, inside in stems(source, stemmer):
        token = {"text": text, "start": start + origin, "end": end + origin, "stem": stem}
        if explain:
            told = stemmer.explain(text, inside=inside)
            token |= {"prefixes": [*told.prefixes], "suffixes": [*told.suffixes], "rule": told.rule}
        found.append(token)
    return {"tokens": found}


def lines(record: Record) -> list[str]:
    """The stems; explained, each word with its parts: ``memakai: mem- (p) + pakai (13)``."""
    return [
        f"{token['text']}: {_parts(token)} ({token['rule']})" if "rule" in token else token["stem"]
        for token in record["tokens"]
    ]


def _parts(token: Record) -> str:
    """The word's parts in their order, a swallowed letter in parentheses."""
    prefixes = [
        f"{form}- ({letters})" if letters else f"{form}-"
        for form, _, letters in (prefix.partition(">") for prefix in token["prefixes"])
    ]
    return " + ".join((*prefixes, token["stem"], *(f"-{suffix}" for suffix in reversed(token["suffixes"]))))


def show(record: Record, told: Told) -> "RenderableType":
    """A table of the words and their stems, with the parts and the rule where they are told."""
    from rich.table import Table
    from rich.text import Text

    explained = any("rule" in token for token in record["tokens"])
    heads = (told("word"), told("stem"), *((told("parts"), told("rule")) if explained else ()))
    table = Table(*heads, title=Text(record["id"]), title_style="dim", title_justify="left", box=None)
    for token in record["tokens"]:
        more = (Text(_parts(token)), Text(token["rule"], style="dim")) if explained else ()
        table.add_row(Text(token["text"]), Text(token["stem"], style="bold"), *more)
    return table


LAYOUT = Layout("tokens", (*STEM,), lines, show, sourced=False)
EXPLAINING = LAYOUT._replace(columns=(*STEM, *EXPLAINED))
