"""A corpus file holds what went in, stays sound whatever happens, and is read by others."""

import json
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from news import articles, written
from newskit.corpus import database
from newskit.input import corpus_file
from newskit.input.batches import Part
from newskit.input.documents import documents
from newskit.input.settings import InputSettings
from run import BINARY, SEED, errors, newskit, records

HEADED = """ date 2023-05 Banjir di Solo.jpg

SOLO - Sungai meluap, Minggu (7/5).

Warga mengungsi.

Bantuan tiba.[ab/cd]"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles in files of every kind."""
    written(tmp_path / "rows.jsonl", articles(30))
    (tmp_path / "satu.txt").write_text(HEADED, "utf-8")
    (tmp_path / "dua.txt").write_text(f"{HEADED}\n\n date 2022 Gempa.jpg\n\nGempa terasa.\n", "utf-8")
    (tmp_path / "polos.txt").write_text("Kapal tiba 😀.\nMuatan diturunkan.\0Selesai", "utf-8")
    shutil.copy(SEED, tmp_path / "seed.txt")
    return tmp_path


def tables(path: Path | str) -> dict[str, list[Any]]:
    """All rows of all tables of a file, and what its index for search holds."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}  # noqa: S608
        connection.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab (main, articles_fts, instance)")
        return found | {"terms": connection.execute("SELECT * FROM temp.v").fetchall()}


def column(path: Path, name: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(f"SELECT {name} FROM articles ORDER BY number")  # noqa: S608
        return [row[0] for row in rows]


def test_articles_have_the_fields_of_parse(folder: Path) -> None:
    paths = sorted(map(str, folder.glob("*.*")))
    db = folder / "news.db"
    assert newskit("index", str(db), *paths).returncode == 0
    with closing(sqlite3.connect(db)) as connection:
        connection.row_factory = sqlite3.Row
        rows = {row["id"]: row for row in connection.execute("SELECT * FROM articles")}
    found = records("parse", *paths)
    assert len(rows) == len(found)
    for record in found:
        row = rows[record["id"]]
        for name in ("source", "index", "date", "published", "title", "image", "outlet", "place", "lede"):
            assert row[name] == record[name]
        pieces = [piece.strip() for piece in (row["paragraphs"] or "").split("\n") if piece.strip()]
        assert pieces == [piece.replace("\0", "\ufffd") for piece in record["paragraphs"]]
        assert (row["warnings"] or "") == "\n".join(record["warnings"])


@pytest.mark.parametrize(
    "command", ["parse --spans", "keywords", "stem", "sentences", "tokenize", "duplicates"]
)
def test_a_corpus_file_is_an_input_like_its_files(folder: Path, command: str) -> None:
    paths = sorted(map(str, folder.glob("*.*")))
    db = str(folder / "news.db")
    assert newskit("index", "-q", "--with", "none", db, *paths).returncode == 0
    for form in ("jsonl", "text"):
        options = (*command.split(), "--format", form)
        assert newskit(*options, db).stdout == newskit(*options, *paths).stdout


def test_unchanged_inputs_are_left_alone_and_changed_ones_replaced(folder: Path) -> None:
    db, path = folder / "news.db", folder / "satu.txt"
    command = ("index", str(db), "--with", "keywords", str(path), str(folder / "rows.jsonl"))
    assert b"31 added" in newskit(*command).stderr
    before = tables(db)
    again = newskit(*command)
    assert b"0 added" in again.stderr and b"2 inputs have not changed" in again.stderr
    assert tables(db) == before
    path.write_text(HEADED.replace("Banjir", "Longsor"), "utf-8")
    assert b"1 added" in newskit(*command).stderr
    assert column(db, "title")[0] == "Longsor di Solo" and len(column(db, "id")) == 31
    assert {row[1] for row in tables(db)["terms"] if row[0] == "banjir"} == set()
    assert newskit("search", str(db), "longsor").stdout and not newskit("search", str(db), "banjir").stdout
    path.write_text(HEADED, "utf-8")
    assert newskit(*command).returncode == 0
    assert tables(db)["keywords"] == before["keywords"] and tables(db)["terms"] == before["terms"]


def test_with_says_what_is_found(folder: Path) -> None:
    db = folder / "news.db"
    assert newskit("index", str(db), "--with", "none", SEED).returncode == 0
    assert tables(db)["keywords"] == []
    assert newskit("index", str(db), "--with", "keywords", SEED).returncode == 0
    assert tables(db)["keywords"] != []
    wrong = newskit("index", str(db), "--with", "semua", str(folder / "satu.txt"))
    assert (wrong.returncode, wrong.stdout) == (2, b"")


def test_broken_inputs_are_told_each_time_and_the_rest_goes_in(folder: Path) -> None:
    path, db = folder / "rusak.jsonl", folder / "news.db"
    path.write_text('{"id": "x", "text": "Banjir."}\n{"text": \n{"id": "y", "text": "Gempa."}\n', "utf-8")
    first = newskit("index", str(db), str(path), str(folder / "tiada.txt"))
    assert first.returncode == 1 and len(errors(first)) == 3
    assert column(db, "id") == ["x", "y"]
    again = newskit("index", str(db), str(path))
    assert again.returncode == 1 and b"has not changed" in again.stderr
    assert newskit("index", str(folder / "lain.db"), str(folder / "tiada.txt")).returncode == 3


def test_a_file_is_the_same_for_any_number_of_processes(folder: Path) -> None:
    one, two = folder / "1.db", folder / "2.db"
    paths = sorted(map(str, folder.glob("*.*")))
    newskit("index", str(one), "-j", "1", "--with", "keywords", *paths)
    newskit("index", str(two), "-j", "2", "--with", "keywords", *paths)
    assert tables(one) == tables(two)


def test_killed_runs_leave_a_sound_file_and_the_same_command_goes_on(tmp_path: Path) -> None:
    path = written(tmp_path / "rows.jsonl", articles(2500))
    whole, broken = tmp_path / "whole.db", tmp_path / "broken.db"
    started = time.monotonic()
    subprocess.run([BINARY, "index", "-q", "--with", "none", str(whole), path], check=True)
    seconds = time.monotonic() - started
    for number in range(10):
        run = subprocess.Popen([BINARY, "index", "-q", "--with", "none", str(broken), path])
        time.sleep(random.uniform(0.3, 0.9) * seconds * (number + 1) / 10)
        run.kill()
        run.wait()
        if broken.exists():
            with closing(sqlite3.connect(broken)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    done = newskit("index", "--with", "none", str(broken), path)
    assert done.returncode == 0, done.stderr
    assert tables(broken) == tables(whole)
    assert [file.name for file in tmp_path.glob("broken.db*")] == ["broken.db"]


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    db = str(tmp_path / "news.db")
    with database.written(db):
        second = newskit("index", db, SEED)
        assert (second.returncode, second.stdout) == (2, b"")
        assert errors(second) == [f"newskit: {db}: another newskit is writing it"]
        assert newskit("search", db, "banjir").returncode == 0  # to read is no matter
    assert newskit("index", db, SEED).returncode == 0


def test_files_of_other_kinds_and_later_versions_are_refused(tmp_path: Path) -> None:
    other, later, text = tmp_path / "other.db", tmp_path / "later.db", tmp_path / "text.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE t (a)")
    text.write_text("Bukan basis data, hanya teks.", "utf-8")
    newskit("index", str(later), SEED)
    with closing(sqlite3.connect(later)) as connection:
        connection.execute("PRAGMA user_version = 99")
    for path in (other, later, text):
        before = path.read_bytes()
        for command in (("index", str(path), SEED), ("search", str(path), "banjir"), ("trends", str(path))):
            done = newskit(*command)
            assert done.returncode in (2, 3) and len(errors(done)) == 1 and not done.stdout
        assert path.read_bytes() == before
    assert newskit("search", str(tmp_path / "tiada.db"), "banjir").returncode == 3


def test_migrations_bring_older_files_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = str(tmp_path / "news.db")
    newskit("index", db, SEED)
    more = (*database.MIGRATIONS, "ALTER TABLE articles ADD COLUMN rubrik TEXT")
    monkeypatch.setattr(database, "MIGRATIONS", more)
    with pytest.raises(Exception, match="older newskit"), database.opened(db):
        pass
    with database.written(db) as connection:
        assert connection.execute("SELECT rubrik FROM articles").fetchall() == [(None,)]
    with database.opened(db) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(more),)


@pytest.mark.parametrize("seed", range(20))
def test_damaged_files_are_one_line(tmp_path: Path, seed: int) -> None:
    db = tmp_path / "news.db"
    newskit("index", "-q", str(db), written(tmp_path / "rows.jsonl", articles(100)))
    data, draw = bytearray(db.read_bytes()), random.Random(seed)
    if seed % 4 == 0:
        del data[draw.randrange(100, len(data)) :]
    else:
        for _ in range(20 * seed):
            data[draw.randrange(100, len(data))] = draw.randrange(256)
    db.write_bytes(data)
    for command in (("search", str(db), "kabar pupuk"), ("trends", str(db)), ("keywords", str(db))):
        done = newskit(*command)
        assert done.returncode in (0, 1, 3)
        assert len(errors(done)) <= (1 if command[0] != "keywords" else 2), done.stderr
        assert b"Traceback" not in done.stderr


def test_documents_come_back_as_they_were(tmp_path: Path) -> None:
    rows = [
        *articles(5),
        {"id": 7, "text": "Tanpa judul\x00 di sini."},
        {"text": HEADED, "title": "Lain", "date": "2020", "outlet": "Kabar", "url": "https://kabar.id/1"},
    ]
    path, db = written(tmp_path / "rows.jsonl", rows), str(tmp_path / "news.db")
    newskit("index", db, path)
    assert list(corpus_file.documents(db)) == list(documents(Part(path), InputSettings()))


def test_mentions_and_lists_are_json_or_plain(folder: Path) -> None:
    db = folder / "news.db"
    newskit("index", str(db), str(folder / "satu.txt"))
    with closing(sqlite3.connect(db)) as connection:
        for (given,) in connection.execute("SELECT given FROM articles WHERE given IS NOT NULL"):
            json.loads(given)
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT number FROM articles WHERE day >= '2023'"
        ).fetchall()
        assert "articles_day" in plan[0][3]


def test_datasette_searches_the_articles(tmp_path: Path) -> None:
    db = str(tmp_path / "news.db")
    newskit("index", "-q", db, written(tmp_path / "rows.jsonl", articles(30)))

    def ask(address: str) -> str:
        command = [sys.executable, "-m", "datasette", "serve", db, "--get", address]
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout

    assert 'name="_search"' in ask("/news/articles")
    found = json.loads(ask("/news/articles.json?_shape=array&_search=pupuk"))
    assert {row["id"] for row in found} == {row["id"] for row in articles(30) if "pupuk" in row["text"]}
    ask("/news/articles/1")
