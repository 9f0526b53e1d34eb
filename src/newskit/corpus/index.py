"""Articles into a corpus file: what is worked out for each, and how it is put in.

``entry`` is the work on one article, which any process can do; ``add`` puts entries in, in their order.
Progress is taken down by input, in the same transaction as the articles, so that a run that was killed goes
on where it was.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from newskit import __version__
from newskit.article.parse import parse
from newskit.article.passages import without
from newskit.document import Article, Document, Span
from newskit.input.corpus_file import document, stored
from newskit.records.article import fields

if TYPE_CHECKING:
    from newskit.analyses.names.extract import Name

ANALYSES = ("keywords", "names", "quotes")
OFTEN = 4  # occurrences of a stem that count in an article: more change no ranking but take room
OTHERS = frozenset({"related", "video", "advert"})  # kinds of inserts that tell of something else
LOOSE = "loose"  # the setting that counts articles added since the index was last one piece
LOOSE_SHARE = 4  # when more than one article in four is, the pieces are merged

Row = tuple[Any, ...]


class Entry(NamedTuple):
    """What a corpus file holds of an article: its row, its stems, and what was found in it."""

    article: dict[str, Any]
    stems: tuple[str, str]
    keywords: Sequence[Row] = ()
    names: Sequence[tuple[Row, Sequence[Row]]] = ()
    quotes: Sequence[Row] = ()


class Progress(NamedTuple):
    """How far an input is read: its parts, whether these are all, and how many of its documents failed."""

    parts: int = 0
    finished: bool = False
    failed: int = 0


# --- the work on one article -------------------------------------------------------------


def entry(item: Document, *, analyses: Iterable[str] = ANALYSES) -> Entry:
    """The row of an article, its stems for search, and what the ``analyses`` find in it.

    >>> found = entry(Document("Warga menunggu kiriman beras.", id="a"), analyses=())
    >>> found.article["lede_end"], found.stems
    (29, ('warga tunggu kirim beras', ''))
    """
    article = parse(item)
    wanted = {*analyses}
    named = _named(article) if wanted & {"names", "quotes"} else []
    return Entry(
        _columns(article),
        _stems(article),
        _keywords(article) if "keywords" in wanted else (),
        _names(named) if "names" in wanted else (),
        _quotes(article, named) if "quotes" in wanted else (),
    )


COLUMNS = (
    *("id", "source", "index", "date", "published", "published_by", "title", "image", "outlet", "place"),
    *("url", "signature"),
)
"""The columns of ``articles`` that are as in the record."""


def _columns(article: Article) -> dict[str, Any]:
    """The columns of ``articles`` but for its number."""
    item = article.document
    told = fields(article) | {"id": _storable(item.id), "source": _storable(item.source), "index": item.index}
    row = {name: told[name] for name in COLUMNS}
    inserts = [{"start": i.start, "end": i.end, "kind": i.kind} for i in article.inserts]
    row |= {
        "warnings": "\n".join(article.warnings) or None,
        "inserts": json.dumps(inserts, separators=(",", ":")) if inserts else None,
        "text": item.text,
        **_body(item.text, article.lede, article.paragraphs),
    }
    return row | {"given": stored(item, row)}


def _body(text: str, lede: Span | None, rest: tuple[Span, ...]) -> dict[str, Any]:
    """Where the lede stands in the text, and from where to where the other paragraphs do.

    Columns that SQLite cuts from the text; where it cannot, since a credit stands before the lede or a NUL in
    the text, ``exact`` holds them once more.
    """
    start, end = (rest[0].start, rest[-1].end) if rest else (None, None)
    exact = None
    if "\0" in text or (lede and rest and rest[0].start < lede.start):
        pieces = {"lede": _text(lede), "paragraphs": "\n\n".join(piece.text for piece in rest) or None}
        exact = json.dumps(pieces, ensure_ascii=False).replace(
            "\\u0000", "\ufffd"
        )  # SQLite's JSON ends at a NUL
    edges = {"lede_start": lede and lede.start, "lede_end": lede and lede.end}
    return edges | {"rest_start": start, "rest_end": end, "exact": exact}


def _text(span: Any) -> str | None:
    return span.text if span else None


def _storable(name: str) -> str:
    """A name without the lone surrogates that stand for bytes of a file name that are not UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _stems(article: Article) -> tuple[str, str]:
    """The stems of the text and of the title, in their order, those that come often a few times only."""
    from newskit.stemming.stemmer import DEFAULT

    body = [word for piece in _searched(article) for word in DEFAULT.words(piece.text)]
    title = article.title.text if article.title else article.document.title or ""
    return _thinned(body), _thinned(DEFAULT.words(title))


def _searched(article: Article) -> Iterator[Span]:
    """The text without title and dateline, and without what tells of other articles: links, videos, adverts.

    Captions, bylines and the like stay: who looks for a photographer is to find him.
    """
    text = article.document.text
    body = article.body if article.document.has_header else (Span(0, len(text), text),)
    others = [insert for insert in article.inserts if insert.kind in OTHERS]
    return chain.from_iterable(without(piece, others) for piece in body)


def _thinned(words: Sequence[str]) -> str:
    left = dict.fromkeys(words, OFTEN)
    kept = []
    for word in words:
        if left[word]:
            left[word] -= 1
            kept.append(word)
    return " ".join(kept)


def _keywords(article: Article) -> list[Row]:
    from newskit.analyses.keywords.extract import keywords

    return [(found.keyword, found.score, found.count) for found in keywords(article)]


def _named(article: Article) -> "list[Name]":
    from newskit.analyses.names.extract import names

    return names(article)


def _names(found: "Iterable[Name]") -> list[tuple[Row, list[Row]]]:
    return [((name.name, name.type, len(name.mentions)), list(map(tuple, name.mentions))) for name in found]


def _quotes(article: Article, named: "Iterable[Name]") -> list[Row]:
    from newskit.analyses.quotes.extract import quotes

    return [
        (q.start, q.end, q.text, q.kind, *_piece(q.cue), *_piece(q.speaker), q.name)
        for q in quotes(article, names=named)
    ]


def _piece(span: Span | None) -> Row:
    return (span.text, span.start, span.end) if span else (None, None, None)


# --- putting in --------------------------------------------------------------------------


def add(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Put articles in, in the order given; one with an id that is there already takes its place and number.

    A transaction is begun where none is open; ``commit`` is the caller's.
    """
    if not connection.in_transaction:
        connection.execute("BEGIN IMMEDIATE")
    last = connection.execute("SELECT coalesce(max(number), 0) FROM articles").fetchone()[0]
    numbered: dict[int, Entry] = {}
    fresh: dict[str, int] = {}
    for item in entries:
        name = item.article["id"]
        number = fresh.get(name) or _taken(connection, name)
        if number is None:
            last = number = last + 1
        fresh[name] = number
        numbered.pop(number, None)  # of two with one id the later one counts
        numbered[number] = item
    _insert(connection, sorted(numbered.items()))
    set_setting(connection, LOOSE, str(_loose(connection) + len(numbered)))


def _taken(connection: sqlite3.Connection, name: str) -> int | None:
    """The number of the article with an id, now taken out with all that hangs on it; None where there is
    none.
    """
    connection.row_factory = sqlite3.Row
    row = connection.execute("SELECT * FROM articles WHERE id = ?", (name,)).fetchone()
    connection.row_factory = None
    if row is None:
        return None
    old = document(row)
    _unsearch(connection, row["number"], _stems(parse(old)))
    connection.execute("DELETE FROM articles WHERE number = ?", (row["number"],))
    number: int = row["number"]
    return number


def _unsearch(connection: sqlite3.Connection, number: int, stems: tuple[str, str]) -> None:
    values = "(articles_fts, rowid, text, title) VALUES ('delete', ?, ?, ?)"
    connection.execute(f"INSERT INTO articles_fts {values}", (number, *stems))


def _insert(connection: sqlite3.Connection, entries: Sequence[tuple[int, Entry]]) -> None:
    for _, item in entries[:1]:
        columns = ", ".join(f'"{name}"' for name in item.article)
        marks = ", ".join("?" * (1 + len(item.article)))
        statement = f"INSERT INTO articles (number, {columns}) VALUES ({marks})"  # noqa: S608
        connection.executemany(statement, ((number, *item.article.values()) for number, item in entries))
    statement = "INSERT INTO articles_fts (rowid, text, title) VALUES (?, ?, ?)"
    connection.executemany(statement, ((number, *item.stems) for number, item in entries))
    for number, item in entries:
        _insert_found(connection, number, item)


def _insert_found(connection: sqlite3.Connection, number: int, item: Entry) -> None:
    """Put in what was found in an article."""
    for table, rows in (("keywords", item.keywords), ("quotes", item.quotes)):
        if rows:
            marks = ", ".join("?" * (1 + len(rows[0])))
            statement = f"INSERT OR IGNORE INTO {table} VALUES ({marks})"  # noqa: S608
            connection.executemany(statement, ((number, *row) for row in rows))
    for row, mentions in item.names:
        name = connection.execute("INSERT INTO names VALUES (NULL, ?, ?, ?, ?)", (number, *row)).lastrowid
        connection.executemany(
            "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?)", ((name, *mention) for mention in mentions)
        )


# --- what is in ----------------------------------------------------------------------------


def progress(connection: sqlite3.Connection, source: str, state: str, settings: str) -> Progress:
    """How far an input is in that is still the same, read with the same settings."""
    found = connection.execute(
        "SELECT parts, finished, failed FROM inputs WHERE source = ? AND state = ? AND settings = ?",
        (_storable(source), state, settings),
    ).fetchone()
    return Progress(found[0], bool(found[1]), found[2]) if found else Progress()


def take_down(connection: sqlite3.Connection, source: str, state: str, settings: str, done: Progress) -> None:
    """Take down how far an input is in."""
    if not connection.in_transaction:
        connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?, ?, ?)",
        (_storable(source), state, settings, *map(int, done)),
    )


def setting(connection: sqlite3.Connection, name: str) -> str | None:
    """A value of ``settings``."""
    found = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return found and str(found[0])


def set_setting(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Change a value of ``settings``."""
    connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))


def renew_stems(connection: sqlite3.Connection) -> bool:
    """Work out the stems again where another version made them, in one transaction; whether that was
    needed.
    """
    if setting(connection, "stems") == __version__:
        return False
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('delete-all')")
    for number, stems in _all_stems(connection):
        connection.execute("INSERT INTO articles_fts (rowid, text, title) VALUES (?, ?, ?)", (number, *stems))
    set_setting(connection, "stems", __version__)
    connection.execute("COMMIT")
    return True


def _all_stems(connection: sqlite3.Connection) -> Iterator[tuple[int, tuple[str, str]]]:
    reader = connection.cursor()
    reader.row_factory = sqlite3.Row
    for row in reader.execute("SELECT * FROM articles ORDER BY number"):
        item = document(row)
        yield row["number"], _stems(parse(item))


def _loose(connection: sqlite3.Connection) -> int:
    """How many articles are in loose pieces of the index for search."""
    return int(setting(connection, LOOSE) or 0)


def merge(connection: sqlite3.Connection) -> None:
    """Make one piece of the index for search where many articles came; give back the room that this frees."""
    total = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    if not _loose(connection) or _loose(connection) * LOOSE_SHARE < total:
        return
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('optimize')")
    set_setting(connection, LOOSE, "0")
    connection.execute("COMMIT")
    connection.executescript("PRAGMA incremental_vacuum")  # execute would step once and free one page
