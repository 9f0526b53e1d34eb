"""Trends count what is there, and find the month in which a word rose."""

import random
from pathlib import Path
from typing import Any

import pytest

from news import articles, written
from run import errors, newskit, on_a_terminal, records


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("trends")
    draw = random.Random(5)
    rows = []
    for number, row in enumerate(articles(2400)):
        row["date"] = f"{2022 + number % 24 // 12}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        if draw.random() < (0.12 if row["date"].startswith("2023-04") else 0.02):
            row["text"] += " Ia mengorbukkan banyak hal."
        if draw.random() < 0.02:
            row["text"] += " Tampil juga zalimbu."
        if row["date"].startswith("2023-09"):
            row["text"] += " Pertanahan diorbukkan." if draw.random() < 0.3 else ""
        rows.append(row)
    newskit("index", "-q", "--with", "none", str(folder / "news.db"), written(folder / "rows.jsonl", rows))
    return str(folder / "news.db")


def test_a_term_is_counted_by_its_stem_in_each_period(db: str) -> None:
    found = records("trends", db, "--terms", "kabar", "--by", "month")
    assert [row["period"] for row in found[:2]] == ["2022-01", "2022-02"] and len(found) == 24
    assert all(row["count"] == row["total"] == 100 and row["share"] == 1 for row in found)
    years = records("trends", db, "--terms", "kiriman,pengiriman,pupuk", "--by", "year")
    counts = {row["term"]: row["count"] for row in years if row["period"] == "2023"}
    assert counts["kiriman"] == counts["pengiriman"] == counts["pupuk"] > 0


def test_the_month_in_which_a_word_rose_is_found(db: str) -> None:
    rising = records("trends", db, "--terms", "zalimbu,pertanahan")
    best: dict[str, dict[str, Any]] = {}
    for row in rising:
        if row["score"] > best.get(row["term"], {"score": -99})["score"]:
            best[row["term"]] = row
    assert best["pertanahan"]["period"] == "2023-09"
    assert best["pertanahan"]["score"] > 5 > best["zalimbu"]["score"]
    assert best["pertanahan"]["expected"] < best["pertanahan"]["count"] / 3
    top = records("trends", db, "--top", "3")
    assert ("2023-09", "tanah") in {(row["period"], row["term"].lower()) for row in top} or any(
        row["period"] == "2023-09" and "tanah" in row["term"].lower() for row in top
    )


def test_several_words_must_follow_each_other(db: str) -> None:
    (first, *_) = records("trends", db, "--terms", "menunggu kiriman,pupuk kiriman", "--by", "year")
    assert first["count"] > 0
    assert not any(row["count"] for row in records("trends", db, "--terms", "pupuk kiriman", "--by", "year"))


def test_periods_are_chosen_from_the_span_of_the_dates(db: str) -> None:
    def period(*options: str) -> str:
        return str(records("trends", db, "--terms", "kabar", *options)[0]["period"])

    assert period() == "2022-01"
    assert period("--since", "2023-03", "--until", "2023-03") == "2023-03-03"
    assert period("--since", "2023-03", "--until", "2023-08").startswith("2023-W")
    assert period("--by", "year") == "2022"
    assert records("trends", db, "--terms", "kabar", "--since", "2031") == []


def test_formats(db: str) -> None:
    lines = newskit("trends", db, "--terms", "kabar", "--by", "year").stdout.decode().splitlines()
    assert lines == ["2022\tkabar\t1200", "2023\tkabar\t1200"]
    header = newskit("trends", db, "--terms", "kabar", "--format", "csv").stdout.decode().splitlines()[0]
    assert header == "term,period,count,total,share,expected,score"
    for options in (("--terms", "kabar,zalimbu"), ("--top", "3"), ("--terms", ""), ("--since", "2031")):
        done = newskit("trends", db, "--format", "table", *options)
        assert done.returncode == 0, done.stderr
    for wrong in (("--terms", "a", "--top", "3"), ("--top", "0"), ("--by", "abad"), ("--since", "x")):
        assert newskit("trends", db, *wrong).returncode == 2


def test_a_terminal_tells_weeks_and_columns_in_the_users_language(db: str) -> None:
    spring = ("--since", "2023-03", "--until", "2023-08", "--by", "week")
    english = on_a_terminal("en", "trends", db, "--terms", "kabar,zalimbu", *spring)
    assert "week of" in english and "13 Mar 2023" in english and "2023-W" not in english
    assert english.count("expected: the usual count; score: how far above it") == 1
    indonesian = on_a_terminal("id", "trends", db, "--terms", "kabar", *spring)
    assert "pekan" in indonesian and "7 Agu 2023" in indonesian and "2023-W" not in indonesian
    assert "\nperkiraan: jumlah biasanya; skor: jarak di atasnya" in indonesian
    assert max(map(len, (english + indonesian).splitlines())) <= 80
    rose = on_a_terminal("id", "trends", db, "--top", "2", *spring)
    assert "naik pada" in rose and "pekan 28 Agu 2023" in rose and "27 Feb – 28 Agu 2023" in rose
    assert "naik pada" in (by_month := on_a_terminal("id", "trends", db)) and "2023-09" in by_month
    rows = newskit("trends", db, "--terms", "kabar", *spring, NEWSKIT_LANG="id").stdout
    assert rows == newskit("trends", db, "--terms", "kabar", *spring, NEWSKIT_LANG="en").stdout
    assert rows.startswith(b"2023-W09\tkabar\t")


def test_where_nothing_rose_no_table_is_shown(db: str, tmp_path: Path) -> None:
    few = str(tmp_path / "few.db")
    newskit("index", "-q", few, written(tmp_path / "few.jsonl", articles(4)))
    said = "newskit: tidak ada yang naik, atau tidak ada artikel yang bertanggal\n"
    assert on_a_terminal("id", "trends", few) == said
    assert on_a_terminal("en", "trends", db, "--terms", "kabar,pupuk", "--since", "2031").count("\n") == 1


def test_a_file_without_dates_has_no_trends(tmp_path: Path) -> None:
    db = str(tmp_path / "news.db")
    newskit("index", "-q", db, written(tmp_path / "r.jsonl", [{"id": "a", "text": "Gempa terasa."}]))
    for options in ((), ("--terms", "gempa")):
        done = newskit("trends", db, *options)
        assert (done.returncode, done.stdout) == (0, b"")
        assert "no article has a date" in errors(done)[0]
        assert newskit("trends", "-q", db, *options).stderr == b""
