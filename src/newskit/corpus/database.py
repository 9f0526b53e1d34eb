"""Corpus files: one SQLite file with the articles, what was found in them, and the index for search.

The tables are plain (docs/corpus.md), for ``sqlite3``, Datasette, pandas and DuckDB, too. A file says by its
application id that it is one, by its user version which tables it has: ``MIGRATIONS`` makes older ones newer.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from newskit.errors import UnreadableError, UsageError, reason
from newskit.input.corpus_file import APPLICATION_ID, MAGIC, connect, damaged

PAGE = 1 << 15  # bytes: an article takes less than a tenth of a page, so that little of it stays empty
CACHE = 64 << 10  # KiB of pages in memory while the file is written
TITLE_WEIGHT = 5.0  # of a word in the title beside one in the text, see docs/corpus.md

TABLES = f"""
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT
) WITHOUT ROWID;

CREATE TABLE inputs (
    source TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    settings TEXT NOT NULL,
    parts INTEGER NOT NULL,
    finished INTEGER NOT NULL,
    failed INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    date TEXT,
    published TEXT,
    published_by TEXT,
    title TEXT,
    image TEXT,
    outlet TEXT,
    place TEXT,
    url TEXT,
    signature TEXT,
    warnings TEXT,
    inserts TEXT,
    given TEXT,
    lede_start INTEGER,
    lede_end INTEGER,
    rest_start INTEGER,
    rest_end INTEGER,
    exact TEXT,
    text TEXT NOT NULL,
    lede TEXT AS (
        coalesce(json_extract(exact, '$.lede'), substr(text, lede_start + 1, lede_end - lede_start))
    ),
    paragraphs TEXT AS (
        coalesce(json_extract(exact, '$.paragraphs'), substr(text, rest_start + 1, rest_end - rest_start))
    ),
    day TEXT AS (
        coalesce(published, CASE WHEN date GLOB '[12][0-9][0-9][0-9]*' THEN substr(date, 1, 10) END)
    )
);
CREATE INDEX articles_day ON articles (day, outlet);

CREATE VIRTUAL TABLE articles_fts USING fts5 (
    text, title, content="articles", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO articles_fts (articles_fts, rank) VALUES ('rank', 'bm25(1.0, {TITLE_WEIGHT})');
INSERT INTO articles_fts (articles_fts, rank) VALUES ('hashsize', {16 << 20});
INSERT INTO articles_fts (articles_fts, rank) VALUES ('automerge', 0);

CREATE TABLE keywords (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    keyword TEXT NOT NULL,
    score REAL NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (article, keyword)
) WITHOUT ROWID;
CREATE INDEX keywords_keyword ON keywords (keyword);

CREATE TABLE names (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    count INTEGER NOT NULL
);
CREATE INDEX names_article ON names (article);
CREATE INDEX names_name ON names (name COLLATE NOCASE, type);

CREATE TABLE mentions (
    name INTEGER NOT NULL REFERENCES names (number) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (name, start)
) WITHOUT ROWID;

CREATE TABLE quotes (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    cue TEXT,
    cue_start INTEGER,
    cue_end INTEGER,
    speaker TEXT,
    speaker_start INTEGER,
    speaker_end INTEGER,
    name TEXT,
    PRIMARY KEY (article, start, "end")
) WITHOUT ROWID;
CREATE INDEX quotes_name ON quotes (name COLLATE NOCASE);
"""  # noqa: S608

MIGRATIONS = (TABLES,)
"""What makes the tables of version n + 1 of those of version n."""


@contextlib.contextmanager
def opened(path: str) -> Iterator[sqlite3.Connection]:
    """A corpus file to read. Raises UnreadableError, also later, where it is none, of a later version or
    damaged.
    """
    with damaged(path):
        connection = connect(path)
        with contextlib.closing(connection):
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            _check_version(path, version)
            if version < len(MIGRATIONS):
                raise UnreadableError(
                    f"{path}: is of an older newskit; newskit index {path} brings it up to date"
                )
            yield connection


@contextlib.contextmanager
def written(path: str) -> Iterator[sqlite3.Connection]:
    """A corpus file to write, made where there is none; what was not committed is undone at the end.

    Raises UsageError where the file is no corpus file, cannot be written or is being written.
    """
    _check_kind(path)
    with (
        _locked(path),
        damaged(path),
        contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection,
    ):
        _prepare(connection, path)
        yield connection
        if connection.in_transaction:
            connection.rollback()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with contextlib.suppress(sqlite3.OperationalError):  # someone reads it: they share the log
            connection.execute("PRAGMA journal_mode = DELETE")


@contextlib.contextmanager
def _locked(path: str) -> Iterator[None]:
    """The right to write a corpus file, held by a lock on a file beside it, which goes when the process
    does.
    """
    beside = f"{path}-lock"
    try:
        while True:
            file = open(beside, "ab")  # noqa: SIM115, PTH123 - closed below
            _lock(file, path)
            with contextlib.suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file.fileno()), os.stat(beside)):  # noqa: PTH116
                    break
            file.close()  # the one that held it has removed it meanwhile
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({reason(error)})") from error
    try:
        yield
    finally:
        Path(beside).unlink(missing_ok=True)
        file.close()


def _lock(file: IO[bytes], path: str) -> None:
    try:
        import fcntl
    except ImportError:  # Windows, where SQLite's own locks must do
        return
    try:  # not flock, whose lock would live on in workers that a kill leaves
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        file.close()
        raise UsageError(f"{path}: another newskit is writing it") from None


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    """Make or check the tables; settings that hold for this connection."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    is_ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if not is_ours and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise UsageError(f"{path}: is a file of another kind; name another for the corpus")
    _check_version(path, version)
    connection.execute(f"PRAGMA page_size = {PAGE}")
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    for number, migration in enumerate(MIGRATIONS[version:], version + 1):
        marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {number}"
        connection.executescript(f"BEGIN; {migration}; {marks}; COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")  # after the tables: so the file itself says what it is
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.execute("PRAGMA foreign_keys = ON")


def _check_kind(path: str) -> None:
    """Raise UsageError where there is a file that is not SQLite's; an empty one is as good as none."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a path may be too long for a Path
            head = file.read(len(MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({reason(error)})") from error
    if head and head != MAGIC:
        raise UsageError(f"{path}: is a file of another kind; name another for the corpus")


def _check_version(path: str, version: int) -> None:
    if version > len(MIGRATIONS):
        raise UsageError(f"{path}: is of a later newskit (version {version} of its tables); update newskit")
