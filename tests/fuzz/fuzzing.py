"""What every analysis owes on any text, for the fuzz tests and for ``make fuzz``."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st

from newskit.corpus import index
from newskit.corpus.database import written
from newskit.corpus.report import report
from newskit.corpus.search import search
from newskit.corpus.suggestion import suggestion
from newskit.corpus.trends import courses, risen
from newskit.document import Document
from newskit.input import corpus_file
from newskit.input.batches import Part
from newskit.input.dated_header import starts_with_header
from newskit.input.documents import documents
from newskit.input.settings import InputSettings

COMMANDS: dict[str, tuple[str, dict[str, Any]]] = {
    "parse": ("article", {"spans": True, "dates": True}),
    "parse_with": ("article", {"added": ("keywords", "summary", "names", "quotes")}),
    "sentences": ("sentences", {"clean": False}),
    "tokenize": ("tokens", {}),
    "stem": ("stems", {"explain": True}),
    "keywords": ("keywords", {"top": 10, "max_words": 3, "stopwords": frozenset(), "background": None}),
    "summary": ("summary", {"sentences": None, "words": None}),
    "dates": ("dates", {"reference": "2020-08-24"}),
    "dates_of_no_day": ("dates", {}),
    "names": ("names", {}),
    "names_of_people": ("names", {"types": ("person",)}),
    "quotes": ("quotes", {}),
    "quotes_direct": ("quotes", {"kind": "direct", "speaker": "joko"}),
}
"""The function behind each command: the module of its records, and options."""
FORMS = ("auto", "article", "csv", "tsv", "json", "jsonl", "html", "feed", "lines")
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
        " menurut ",
        " mengatakan bahwa ",
        "Komisi Pemilihan Umum (KPU) ",
        "Sri ",
        "kemarin",
        "pekan lalu",
        "pukul 10.00 WIB",
        "tiga hari",
        "Ramadan 1442 H",
        "Iduladha 9999",
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


ROWS = st.lists(
    st.sampled_from(
        (
            *(
                "isi",
                "judul",
                "tanggal",
                "id",
                "text",
                "a",
                "é",
                "\ud800",
                "8/5/2020",
                "1e400",
                "-1",
                "null",
                " ",
            ),
            *(",", ";", "\t", "|", '"', '\\"', '""', "\n", "\r", "\r\n", "\0", "\ufeff", "sep=;\n"),
            *("[", "]", "{", "}", ":", '{"isi": "', '"}', '"isi":', '[{"isi": "a"}', "\\u", "\\ud800"),
            *(
                "<html>",
                "<p>",
                "</p>",
                "<br/>",
                "<!--",
                "-->",
                "<![",
                "<![CDATA[",
                "]]>",
                "<!DOCTYPE ",
                "<?xml ",
                ">",
            ),
            *(
                "<script type='application/ld+json'>",
                "</script>",
                "<meta property='og:url' content='http://['>",
            ),
            *(
                "<title>",
                "&#x110000;",
                "&a",
                "&amp;",
                "<rss>",
                "<item>",
                "<description>",
                "</item>",
                "<feed>",
                "<entry>",
            ),
            *(
                "---\n",
                "Judul: a\n",
                "Tanggal: 5 Agustus 2020\n",
                "lede: a\n",
                "paragraphs: b\n",
                "title: c\n",
            ),
        )
    ),
    max_size=40,
).map("".join)
"""Beginnings and ends of tables, JSON, markup and labels, in any order."""


Analysis = Callable[[Document], dict[str, Any]]


def analyses() -> dict[str, Analysis]:
    """The function behind each command, a reader of each form, and a corpus file."""
    made = {
        name: partial(import_module(f"newskit.records.{module}").fields, **options)
        for name, (module, options) in COMMANDS.items()
    }
    return made | {f"input_{form}": partial(read, form) for form in FORMS} | {"corpus": kept}


def read(form: str, document: Document) -> dict[str, Any]:
    """What a file of this form with the text of a document holds; an error that nobody foresaw is raised."""
    data = document.text.encode("utf-8", "surrogatepass")
    return {
        "read": [repr(found) for found in documents(Part("a", data), InputSettings(form=form, debug=True))]
    }


def kept(document: Document) -> dict[str, Any]:
    """What a corpus file answers that holds a document twice, one put in anew; it is read as it was."""
    text = document.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # as inputs have it
    articles = [replace(document, text=text, id=name) for name in "aba"]
    with TemporaryDirectory() as folder:
        with written(f"{folder}/a.db") as connection:
            for article in articles:
                index.add(connection, [index.entry(article)])
            connection.execute("COMMIT")
            found = [search(connection, query) for query in (text, text[:20])]
            over_time = courses(connection, [text, text[:20]]), risen(connection, 5)
            told = repr((found, suggestion(connection, text), over_time))
            pages = [report(connection, text[:30], language=language) for language in ("id", "en")]
        again = list(corpus_file.documents(f"{folder}/a.db"))
    assert [replace(article, end="") for article in again] == articles[:2]
    return {"told": told, "pages": pages}


def check(analysis: Analysis, text: str) -> None:
    """Run an analysis twice on a text: no exception, the same answer, spans that slice to their text."""
    document = Document(text, has_header=starts_with_header(text), origin=7)
    fields = analysis(document)
    assert json.dumps(fields) == json.dumps(analysis(document))
    for start, end, piece in spans(fields):
        assert text[start - 7 : end - 7] == piece, (start, end, piece)


def spans(fields: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    """All offsets of a record with the text that they stand for."""
    yield from pieces(fields)
    for name, offsets in (fields.get("spans") or {}).items():
        if offsets:
            values = fields[name] if isinstance(offsets, list) else [fields[name]]
            places = offsets if isinstance(offsets, list) else [offsets]
            yield from ((p["start"], p["end"], v) for p, v in zip(places, values, strict=True))


def pieces(value: Any) -> Iterator[tuple[int, int, str]]:
    """The pieces of text in a record, at any depth."""
    if isinstance(value, dict) and "start" in value and "text" in value:
        yield value["start"], value["end"], value["text"]
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from pieces(inner)
