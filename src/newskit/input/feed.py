"""RSS and Atom to rows, an entry each, as the file is read; with the parser of the standard library.

A feed that declares entities is refused, since a few such lines can unpack to gigabytes. Entities of HTML
(``&nbsp;``) are known. Own, not feedparser: that holds the whole file and thrice its size, and reads no entry
before the last has come.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import IO, Any
from xml.parsers import expat

from newskit.errors import NewskitError, Problem
from newskit.input.columns import Row
from newskit.input.compression import read_some
from newskit.input.markup import is_markup, markup_text
from newskit.input.settings import InputSettings

ENTRIES = {"item", "entry"}
ROOTS = {"rss", "feed", "rdf", "channel"}
FIELDS = {
    "title": "title",
    "encoded": "content",
    "content": "content",
    "description": "summary",
    "summary": "summary",
    "pubdate": "date",
    "published": "date",
    "issued": "date",
    "date": "date",
    "updated": "updated",
    "modified": "updated",
    "guid": "id",
    "id": "id",
    "link": "url",
    "creator": "author",
    "category": "category",
    "source": "source",
}
OTHER_SPACES = re.compile(
    r"\S*(?:search\.yahoo\.com/mrss|itunes|podcast|geo)\S* ", re.I
)  # of pictures and sounds
DEEPEST = 200  # elements within one another


class _Reader:
    """What the parser has seen: the path to where it is, and the fields of the entry that is open."""

    def __init__(self, encoding: str | None) -> None:
        self.parser = expat.ParserCreate(encoding, namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.UseForeignDTD(True)  # so that entities of HTML come to SkippedEntityHandler
        self.parser.EntityDeclHandler = self._entity
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.SkippedEntityHandler = self._skipped
        self.path: list[str] = []
        self.entry: dict[str, list[str]] | None = None
        self.outlet = ""
        self.done: list[dict[str, Any]] = []
        self._field: tuple[int, str] | None = None
        self._pieces: list[str] = []

    def _entity(self, *_: Any) -> None:
        raise NewskitError("declares entities, which are refused; a feed needs none")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2].lower()
        if not self.path and name not in ROOTS:
            raise NewskitError(f"is XML, but neither RSS nor Atom: it begins with <{name}>")
        self.path.append(name)
        if len(self.path) > DEEPEST:
            raise NewskitError(f"elements within one another, more than {DEEPEST}")
        if name in ENTRIES and self._field is None:
            self.entry = {}
        elif self._field is not None:  # XHTML within Atom
            self._pieces.append(f"<{name}>")
        elif name in FIELDS and (self.entry is not None or name == "title") and not OTHER_SPACES.match(tag):
            self._field, self._pieces = (len(self.path), name), []
            if name == "link" and attributes.get("rel", "alternate") == "alternate":
                self._pieces.append(attributes.get("href", ""))

    def _text(self, text: str) -> None:
        if self._field is not None:
            self._pieces.append(text)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if self._field is not None and not is_parameter:
            self._pieces.append(unescape(f"&{name};"))

    def _end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2].lower()
        depth = len(self.path)
        self.path.pop()
        if self._field is not None and depth > self._field[0]:
            self._pieces.append(f"</{name}>")
        elif self._field is not None:
            self._close(name, "".join(self._pieces).strip())
        elif name in ENTRIES and self.entry is not None:
            self.done.append(_row(self.entry, self.outlet))
            self.entry = None

    def _close(self, name: str, value: str) -> None:
        self._field = None
        if self.entry is None:
            self.outlet = self.outlet or markup_text(value)
        elif value:
            self.entry.setdefault(FIELDS[name], []).append(value)


def _row(entry: dict[str, list[str]], outlet: str) -> dict[str, Any]:
    """An entry as a row: its longest content, else its summary, as text."""
    texts = entry.get("content") or entry.get("summary") or [""]
    text = max(texts, key=len)
    dates = entry.get("date") or entry.get("updated") or [""]
    row = {
        "text": markup_text(text) if is_markup(text) else text,
        "title": markup_text(entry.get("title", [""])[0]).replace("\n", " "),
        "date": dates[0],
        "url": next(iter(entry.get("url", ())), ""),
        "id": next(iter(entry.get("id", ())), ""),
        "outlet": outlet,
        "author": ", ".join(entry.get("author", ())),
        "category": ", ".join(entry.get("category", ())),
    }
    return {key: value for key, value in row.items() if value or key == "text"}


def rows(stream: IO[bytes], source: str, reading: InputSettings) -> Iterator[Row | Problem]:
    """The entries of a feed as they are read, and a Problem where it breaks off. Raises NewskitError."""
    reader = _Reader(reading.encoding)
    number = total = 0
    more = True
    while more:
        block = read_some(stream)
        if not number and not total:
            block = block.lstrip()  # before the declaration, where none may be
        total += len(block)
        if reading.max_bytes and total > reading.max_bytes:
            raise NewskitError(f"larger than {reading.max_bytes:,} bytes, the limit that --max-bytes sets")
        more = bool(block)
        broken = None
        try:
            reader.parser.Parse(block, not block)
        except expat.ExpatError as error:
            broken = f"not XML (line {error.lineno}: {expat.ErrorString(error.code)})"
        except (LookupError, ValueError) as error:  # of the encoding that it declares
            broken = f"not XML ({error})"
        for cells in reader.done:
            yield Row(number, f"entry {number + 1}", cells)
            number += 1
        reader.done.clear()
        if broken:
            yield Problem(source, "read", broken + "; what follows is not read" * bool(number))
            return
