"""Corpus files, which ``newskit index`` writes, as inputs: their articles as the documents that they were."""

import contextlib
import dataclasses
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newskit.document import Document
from newskit.errors import UnreadableError, reason

if TYPE_CHECKING:  # loaded where a file is a corpus file
    import sqlite3

MAGIC = b"SQLite format 3\0"
APPLICATION_ID = 0x6E6B6974  # "nkit", in bytes 68 to 71 of the file
OWN = ("text", "source", "index", "id")  # fields of a document that have a column of their own in any case
STEP = 200  # articles of a part


def has_corpus(path: str) -> bool:
    """Whether a file is a corpus file; a pipe, which can be read once alone, is none."""
    with contextlib.suppress(OSError, ValueError):
        if os.path.isfile(path):  # noqa: PTH113 - a path may be too long for a Path
            with open(path, "rb") as file:  # noqa: PTH123
                return is_corpus_file(file.read(100))
    return False


def is_corpus_file(head: bytes) -> bool:
    """Whether bytes begin as a corpus file does."""
    return head.startswith(MAGIC) and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def connect(path: str) -> "sqlite3.Connection":
    """A corpus file, to read alone. Raises UnreadableError where it is none, sqlite3.Error where it is
    damaged.
    """
    import sqlite3

    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a path may be too long for a Path
            head = file.read(len(MAGIC))
    except OSError as error:
        raise UnreadableError(f"{path}: {reason(error)}; newskit index makes a corpus file") from None
    if head == MAGIC:
        connection = sqlite3.connect(
            f"{Path(path).absolute().as_uri()}?mode=ro", uri=True, isolation_level=None
        )
        with contextlib.ExitStack() as unless_ours:
            unless_ours.callback(connection.close)
            if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
                unless_ours.pop_all()
                return connection
    raise UnreadableError(f"{path}: is no corpus file; newskit index makes one")


@contextlib.contextmanager
def damaged(path: str) -> Iterator[None]:
    """What SQLite finds wrong with a file, in a line for the user."""
    import sqlite3

    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "readonly" in str(error) or "disk" in str(error):
            raise UnreadableError(f"{path}: {error}") from error
        raise UnreadableError(f"{path}: cannot be read as a corpus file ({error})") from error
    except sqlite3.Error as error:
        raise UnreadableError(f"{path}: is damaged ({error})") from error


def first_numbers(path: str) -> list[int]:
    """The number of the first article of each part, none where the file holds no articles."""
    with damaged(path), contextlib.closing(connect(path)) as connection:
        found = connection.execute("SELECT number FROM articles ORDER BY number").fetchall()
    return [number for (number,) in found[::STEP]]


@cache
def _defaults() -> dict[str, Any]:
    """The fields of a document that may have no column of their own."""
    return {field.name: field.default for field in dataclasses.fields(Document) if field.name not in OWN}


def stored(document: Document, columns: dict[str, Any]) -> str | None:
    """The fields of a document beside its own columns, as JSON; one that equals its column is null in it."""
    kept = {
        name: None if value == columns.get(name, 0) else value
        for name, default in _defaults().items()
        if (value := getattr(document, name)) != default
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else None


def documents(path: str, first: int | None = None) -> Iterator[Document]:
    """The documents that were put in, or those of one part.

    Of several, each ends its last line, as those of several files do.
    """
    import sqlite3

    limit = -1 if first is None else STEP
    with damaged(path), contextlib.closing(connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        query = "SELECT * FROM articles WHERE number >= ? ORDER BY number LIMIT ?"
        rows = connection.execute(query, (first or 0, limit)).fetchall()
        for row in rows:
            found = document(row)
            is_open = len(rows) > 1 and found.text and not found.text.endswith("\n")
            yield dataclasses.replace(found, end=found.end or "\n" * bool(is_open))


def document(row: "sqlite3.Row") -> Document:
    """The document that a row of ``articles`` was made of."""
    given = json.loads(row["given"] or "{}")
    values = {name: row[name] if value is None else value for name, value in given.items()}
    return Document(**{name: row[name] for name in OWN}, **values)
