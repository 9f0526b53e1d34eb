"""What an input holds, by the bytes with which it begins; its name counts for tables alone."""

import re

from newskit.input.encodings import BOMS
from newskit.input.settings import LARGE, InputSettings

BLANKS = b"\xef\xbb\xbf \t\r\n\f\v"
HEAD = 1 << 16  # bytes that are looked at
ROWS = frozenset({"csv", "tsv", "json", "xlsx", "feed"})
TABLE_NAME = re.compile(r"\.(csv|tsv|tab)(?:\.(?:gz|bz2|xz|zst|zstd))?\Z", re.I)
PROLOGUE = re.compile(r"(?:\s|<!--.*?-->|<\?(?!xml\b).*?\?>)*", re.S)
XML = re.compile(r"<\?xml\b.*?\?>", re.S | re.I)
DOCTYPE = re.compile(r"<!DOCTYPE\s+([\w:.-]+)(?:[^>\[]|\[.*?\]\s*(?=>))*>", re.S | re.I)
TAG = re.compile(r"<([a-zA-Z][\w:.-]*)(?=[\s>/])")
_PAGE_TAGS = (
    "html head body meta title link script style base div p article section main header h1 h2 h3 "
    "span table ul ol nav img a br center font figure iframe noscript aside form blockquote pre "
)
PAGE_TAGS = frozenset(_PAGE_TAGS.split())
FEED_TAGS = frozenset({"rss", "feed", "rdf:rdf"})
FIRST_LINE = re.compile(r"[^\r\n]*")
ARRAY = re.compile(r"\[\s*(?:[{\]]|\Z)")


def recognise(head: bytes, name: str, reading: InputSettings) -> str:
    """The form of an input that begins with ``head``; ``auto`` where it is text, an article perhaps.

    >>> recognise(b'[{"isi": "Banjir."}]', "a", InputSettings())
    'json'
    >>> recognise(b"judul;isi\\nBanjir;Banjir di Demak.", "a", InputSettings())
    'csv'
    """
    start = head[:LARGE].lstrip(BLANKS)
    if start.startswith(b"{"):
        return _of_objects(start)
    if start.startswith(b"PK\x03\x04"):
        return "zip"
    text = _text(head[:HEAD])
    if text.startswith("["):
        return "json" if ARRAY.match(text) else "auto"
    if text.startswith("{"):  # UTF-16
        return _of_objects(text.encode("utf-8", "replace"))
    if text.startswith("<"):
        return _of_markup(text)
    return _of_table(text, name, reading)


def _of_objects(start: bytes) -> str:
    """``jsonl`` where the first line is an object or may be one, ``json`` where it goes on after it."""
    if start[1:].lstrip()[:1] not in (b'"', b"}", b""):
        return "auto"
    line, newline, _ = start.partition(b"\n")
    line = line.rstrip()
    return "json" if newline and line.endswith((b",", b"{", b"[")) else "jsonl"


def _text(head: bytes) -> str:
    for mark, encoding in BOMS.items():
        if head.startswith(mark):
            return head.decode(encoding, "ignore").lstrip("\ufeff \t\r\n\f\v")
    return head.decode("utf-8", "replace").lstrip("\ufeff \t\r\n\f\v")


def _of_markup(text: str) -> str:
    position = _after_prologue(text, 0)
    xml = XML.match(text, position)
    position = _after_prologue(text, xml.end()) if xml else position
    doctype = DOCTYPE.match(text, position)
    if doctype and doctype[1].lower() == "html":
        return "html"
    if not doctype and text[position : position + 9].upper() == "<!DOCTYPE":  # longer than the head
        return "feed"
    position = _after_prologue(text, doctype.end()) if doctype else position
    tag = TAG.match(text, position)
    name = tag[1].lower() if tag else ""
    if name in FEED_TAGS:
        return "feed"
    if name in PAGE_TAGS:
        return "html"
    return "feed" if xml or doctype else "auto"  # whose reader says what is wrong with it


def _after_prologue(text: str, position: int) -> int:
    """Where blanks, comments and instructions end; looked for at this place alone, so in linear time."""
    return PROLOGUE.match(text, position).end()  # type: ignore[union-attr]  # matches nothing, too


def _of_table(text: str, name: str, reading: InputSettings) -> str:
    named = TABLE_NAME.search(name)
    if named and text.strip():
        return "csv" if named[1].lower() == "csv" else "tsv"
    first = FIRST_LINE.match(text)[0]  # type: ignore[index]
    if first == text or not any(mark in first for mark in ",;\t|"):
        return "auto"
    from newskit.input.csv import is_header

    return "csv" if is_header(first, reading) else "auto"
