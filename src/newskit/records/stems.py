"""``newskit.stems/1``: the stem of each word."""

from typing import TYPE_CHECKING

from newskit.document import Document

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newskit.output.layout import Record
    from newskit.stemming.stemmer import Stemmer

EXPLAINED = ("prefixes", "suffixes", "rule")


def fields(document: Document, *, stemmer: "Stemmer", explain: bool) -> "Record":
    """The fields of a newskit.stems/1 record."""
    from newskit.article.passages import passages

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
    from newskit.article.passages import passages

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
