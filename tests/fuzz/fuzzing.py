"""What every analysis owes on any text, for the fuzz tests and for ``make fuzz``."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from newskit.document import Document
from newskit.input.dated_header import starts_with_header

COMMANDS = ("parse", "sentences", "tokenize", "stem", "keywords", "summary", "dates")
CASES = Path(__file__).parent / "cases"
PIECES = [
    *(
        "date 2020-08 Banjir di Solo.jpg\n\n",
        " date 2020",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\x85",
        "\t",
        " ",
        "\0",
        "\x1b[",
    ),
    *(
        "Jakarta, CNN Indonesia -- ",
        "SOLO - ",
        "KOMPAS.com",
        "[IT/r]",
        "(den/asa)",
        "Minggu (23/8)",
        "Senin (31/2/20)",
        "9 Mei 2017",
    ),
    *(
        "Presiden Joko Widodo",
        "mempertanggungjawabkan",
        "baru-baru",
        "ke-2",
        "Rp1.000.000",
        "10.30",
        "H. ",
        "Prof. Dr. ",
        "Jl. ",
    ),
    *(
        "“",
        "”",
        '"',
        "'",
        "(",
        ")",
        "[",
        "]",
        "-",
        "--",
        "–",
        ".",
        "...",
        "?!",
        ",",
        ":",
        ";",
        "/",
        "@",
        "#",
        "%",
        "&",
        "\\",
    ),
    *(
        "kata dia",
        "katanya",
        "Baca juga:",
        "https://a.co/b?c=d",
        "a@b.id",
        "é",
        "e\u0301",
        "\u200b",
        "\u00ad",
        "ｍｅ",
        "ß",
        "İ",
        "ǅ",
    ),
    *("😀", "👨‍👩‍👧", "\ud800", "\u202e", "مرحبا", "東京", "१२", "²", "½", "\U0010ffff", "a", "A", "1"),
]
ANYTHING = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map("".join) | st.text(
    st.characters(), max_size=60
)


Analysis = Callable[[Document], dict[str, Any]]


def analyses() -> dict[str, Analysis]:
    """The function behind each command, with its default options."""
    from newskit.stemming.stemmer import Stemmer

    record = {"parse": "article", "tokenize": "tokens", "stem": "stems"}
    module = {name: import_module(f"newskit.records.{record.get(name, name)}") for name in COMMANDS}
    options: dict[str, dict[str, Any]] = {
        "parse": {"spans": True, "dates": True},
        "sentences": {"clean": False},
        "tokenize": {},
        "stem": {"stemmer": Stemmer(), "explain": True},
        "keywords": {"top": 10, "max_words": 3, "stopwords": frozenset(), "background": None},
        "summary": {"sentences": None, "words": None},
        "dates": {"reference": "2020-08-24"},
    }
    return {name: partial(module[name].fields, **options[name]) for name in COMMANDS}


def check(analysis: Analysis, text: str) -> None:
    """Run an analysis twice on a text: no exception, the same answer, spans that slice to their text."""
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
        if offsets:
            values = fields[name] if isinstance(offsets, list) else [fields[name]]
            places = offsets if isinstance(offsets, list) else [offsets]
            yield from ((p["start"], p["end"], v) for p, v in zip(places, values, strict=True))
