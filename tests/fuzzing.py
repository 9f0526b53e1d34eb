"""What every analysis owes on any text, for the fuzz tests and for ``make fuzz``."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Any

from newskit.document import Document
from newskit.header import starts_with_header

Analysis = Callable[[Document], dict[str, Any]]


def analyses() -> dict[str, Analysis]:
    """The function behind each command, with its default options."""
    from newskit.stem import Stemmer, default_roots

    module = {name: import_module(f"newskit.cli.{name}") for name in COMMANDS}
    options: dict[str, dict[str, Any]] = {
        "parse": {"spans": True, "dates": True},
        "sentences": {"clean": False},
        "tokenize": {},
        "stem": {"stemmer": Stemmer(default_roots()), "explain": True},
        "keywords": {"top": 10, "max_words": 3, "stopwords": frozenset()},
        "summary": {"sentences": None, "words": None},
    }
    return {name: partial(module[name].fields, **options[name]) for name in COMMANDS}


COMMANDS = ("parse", "sentences", "tokenize", "stem", "keywords", "summary")


def check(analysis: Analysis, text: str) -> None:
    """Run an analysis twice on a text: no exception, the same answer, JSON, and spans that slice to their text."""
    document = Document(text, has_header=starts_with_header(text), origin=7)
    fields = analysis(document)
    assert json.dumps(fields) == json.dumps(analysis(document))
    for start, end, piece in spans(fields):
        assert text[start - 7 : end - 7] == piece, (start, end, piece)


def spans(fields: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    """All offsets of a record with the text that they stand for."""
    for items in fields.values():
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict) and "start" in item and "text" in item:
                yield item["start"], item["end"], item["text"]
    for name, offsets in (fields.get("spans") or {}).items():
        values = fields[name] if isinstance(fields[name], list) else [fields[name]]
        places = offsets if isinstance(offsets, list) else [offsets]
        yield from ((p["start"], p["end"], v) for p, v in zip(places, values, strict=True) if p)
