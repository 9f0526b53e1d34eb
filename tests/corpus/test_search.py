"""Search finds words in any form, obeys its small language, and takes whatever is typed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news import written
from newskit.corpus.database import opened
from newskit.corpus.query import query
from newskit.corpus.search import Filter, search
from newskit.corpus.snippet import snippet
from newskit.corpus.suggestion import correction, suggestion
from run import errors, newskit, records

NEWS = {
    "kirim": (
        "Bulog mengirim beras",
        "2023-06-01",
        "Bulog mengirim beras ke Solo. Harga beras naik di pasar.",
    ),
    "kiriman": ("Warga menunggu", "2023-06-20", "Warga menunggu kiriman beras. Jalan terputus oleh longsor."),
    "harga": ("Harga beras naik", "2024-01-05", "Harga beras naik. Pedagang mengeluh karena pembeli sepi."),
    "impor": ("Impor beras dibuka", "2024-02-01", "Pemerintah membuka impor beras agar harga turun."),
    "cabai": ("Cabai mahal", "2022-12-31", "Harga, beras dan cabai, ikut naik. Timnas U-17 menang."),
    "gempa": ("Gempa di Padang", "2023-06-30", "Gempa terasa di Padang. Café itu tutup. Tidak ada korban."),
}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("search")
    rows = [{"id": k, "title": t, "date": d, "text": text} for k, (t, d, text) in NEWS.items()]
    path = written(folder / "rows.jsonl", rows)
    newskit("index", "-q", str(folder / "news.db"), path)
    return str(folder / "news.db")


@pytest.fixture
def connection(db: str) -> Iterator[sqlite3.Connection]:
    with opened(db) as found:
        yield found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pengiriman", ["kirim", "kiriman"]),
        ("mengirim -longsor", ["kirim"]),
        ('"harga beras"', ["harga", "kirim"]),
        ('"HARGA   beras" -pedagang', ["kirim"]),
        ('-"harga beras" beras', ["impor", "kiriman", "cabai"]),
        ("judul:beras", ["harga", "impor", "kirim"]),
        ('judul:"beras naik"', ["harga"]),
        ("title:gempa", ["gempa"]),
        ("U-17", ["cabai"]),
        ("cafe", ["gempa"]),
        ("café", ["gempa"]),
        ("pembukaan impor", ["impor"]),
        ("zebra", []),
        ("judul:zebra beras", []),
    ],
)
def test_queries(connection: sqlite3.Connection, typed: str, found: list[str]) -> None:
    assert sorted(hit.id for hit in search(connection, typed)) == sorted(found)


def test_articles_with_all_terms_come_first(connection: sqlite3.Connection) -> None:
    hits = search(connection, "menunggu beras longsor")
    assert hits[0].id == "kiriman" and len(hits) == 5
    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("within", "found"),
    [
        (Filter(since="2023-06", until="2023-06"), {"kirim", "kiriman"}),
        (Filter(until="2022"), {"cabai"}),
        (Filter(since="2024-01-05"), {"harga", "impor"}),
        (Filter(outlet="kompas"), set()),
        (Filter(speaker="100%_"), set()),
    ],
)
def test_filters(connection: sqlite3.Connection, within: Filter, found: set[str]) -> None:
    assert {hit.id for hit in search(connection, "beras", within=within)} == found
    listed = [hit.date for hit in search(connection, "", within=within)]
    assert listed == sorted(listed, key=str, reverse=True)


def test_filters_know_outlets_places_and_speakers(tmp_path: Path) -> None:
    db = str(tmp_path / "news.db")
    text = " date 2023-05 Banjir {}.jpg\n\n{} - Sungai meluap di kota itu.\n\nWarga mengungsi."
    for name, line in (("a", "SOLO, KOMPAS.com"), ("b", "TEMPO.CO, Jakarta")):
        (tmp_path / f"{name}.txt").write_text(text.format(name, line), "utf-8")
    newskit("index", "-q", db, str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    with sqlite3.connect(db) as connection:
        row = (2, 0, 5, "Air naik", "reported", None, None, None, None, None, None, "Budi Santoso")
        connection.execute("INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        connection.execute("INSERT INTO names VALUES (NULL, 1, 'Bengawan Solo', 'place', 1)")
    connection.close()
    for options, found in (
        (("--outlet", "kompas"), "a"),
        (("--outlet", "kompas.com"), "a"),
        (("--outlet", "omp"), ""),
        (("--place", "jakarta"), "b"),
        (("--place", "bengawan solo"), "a"),
        (("--speaker", "santoso"), "b"),
        (("--speaker", "sant"), ""),
    ):
        hits = records("search", db, "banjir", *options)
        assert "".join(Path(hit["id"]).stem for hit in hits) == found, options


def test_names_are_looked_up_whole_with_their_other_forms(tmp_path: Path) -> None:
    db = str(tmp_path / "news.db")
    rows = [
        {
            "id": "dua",
            "text": "Joko pergi. Widodo pulang. Joko dan Widodo berpisah. Joko Joko Widodo Widodo.",
        },
        {
            "id": "satu",
            "text": "Presiden Joko Widodo tiba di Solo bersama menteri dan disambut banyak warga kota.",
        },
        {"id": "pendek", "text": "Kunjungan Jokowi ke pasar itu singkat."},
    ]
    newskit("index", "-q", "--with", "none", db, written(tmp_path / "rows.jsonl", rows))
    with closing(sqlite3.connect(db)) as connection:
        for number, article, name in ((1, 2, "Joko Widodo"), (2, 3, "Joko Widodo")):
            connection.execute("INSERT INTO names VALUES (?, ?, ?, 'person', 1)", (number, article, name))
            text = "Jokowi" if article == 3 else name
            connection.execute("INSERT INTO mentions VALUES (?, 9, 15, ?)", (number, text))
        connection.commit()
    with opened(db) as reading:
        found = [hit.id for hit in search(reading, "joko widodo")]
        assert {*found[:2]} == {"satu", "pendek"} and found[2:] == ["dua"]


def test_snippets_are_in_their_sentence() -> None:
    text = "Pagi itu cerah. " + "kata " * 60 + "mereka menunggu kiriman beras " + "lagi " * 60 + "selesai."
    shown = snippet(text, query("pengiriman beras").wanted)
    assert shown.text.startswith("… ") and shown.text.endswith(" …") and len(shown.text) < 250
    assert [shown.text[a:b] for a, b in shown.matches] == ["kiriman", "beras"]
    assert snippet("", query("beras").wanted).text == ""
    assert snippet("Satu. Dua.", query("tiga").wanted) == ("Satu.", ())


def test_records_and_formats(db: str) -> None:
    hit = records("search", db, "pengiriman beras")[0]
    assert hit["schema"] == "newskit.hit/1" and hit["id"] in NEWS
    for match in hit["matches"]:
        assert hit["snippet"][match["start"] : match["end"]].lower() in ("beras", "mengirim", "kiriman")
    assert newskit("search", db, "gempa").stdout == b"gempa\tGempa di Padang\n"
    table = newskit("search", db, "beras", "--format", "csv").stdout.decode().splitlines()
    assert table[0] == "rank,score,id,source,index,date,outlet,title,snippet" and len(table) == 6
    assert b"Gempa di Padang" in newskit("search", db, "gempa", "--format", "table").stdout


def test_did_you_mean(db: str, connection: sqlite3.Connection) -> None:
    done = newskit("search", db, "penggiriman bersa")
    assert done.returncode == 0 and not done.stdout
    assert errors(done) == ["newskit: nothing found; did you mean pengiriman beras"]
    assert suggestion(connection, "zzzzqqqq") is None
    assert correction("korupsl", {"korupsi": 3}.get) == "korupsi"  # type: ignore[arg-type]


HOSTILE = [
    *(
        '"',
        '""',
        '"""',
        "'",
        "`",
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        "NEAR(a b, 5)",
        "a AND",
        "OR a",
        "*",
        "a*",
        "^a",
    ),
    *(
        "{",
        "}",
        "{title}: a",
        "title:",
        "judul:",
        "judul:judul:x",
        ":",
        "::",
        "a:b:c",
        "-",
        "--",
        "- -",
        "-a",
        "-a -b",
    ),
    *(
        "(",
        ")",
        "((((",
        "a)",
        "(a",
        "+",
        "a + b",
        "\\",
        "%",
        "_",
        "?",
        "[x]",
        "\x01",
        "\x1b[2J",
        "\u202e",
        "\ufeff",
    ),
    *(
        "'; DROP TABLE articles; --",
        '"; DELETE FROM articles',
        "1 OR 1=1",
        "😀",
        "👨‍👩‍👧",
        "𝕳𝖆𝖗𝖌𝖆",
        "हिन्दी",
        "日本語",
    ),
    *(
        "a" * 10_000,
        "kata " * 2_000,
        '"' * 999,
        "-" * 999,
        "(" * 999,
        '"a" ' * 500,
        "judul:" * 500,
        "e\u0301" * 300,
    ),
    *("\n", "\t", " ", "", "½", "ﬁ", "İ", "ß", "1.000,50", "Rp1.000", "a\u00adb", "NULL", "rowid", "rank:1"),
]


def test_hostile_queries_are_no_errors(db: str, connection: sqlite3.Connection) -> None:
    assert len(HOSTILE) >= 60
    for typed in (*HOSTILE, "a\0b", "\0"):
        search(connection, typed)
        suggestion(connection, typed)
    before = Path(db).read_bytes()
    for typed in ('"', "NEAR(", "'; DROP TABLE articles; --", "x" * 10_000, "\x1b[2J", "😀"):
        done = newskit("search", db, "--", typed)
        assert done.returncode == 0 and len(errors(done)) <= 1 and b"\x1b" not in done.stderr
    assert Path(db).read_bytes() == before


@given(typed=st.text(max_size=60) | st.text('"-:()*abc judl', max_size=30))
def test_any_text_is_a_query(typed: str) -> None:
    for term in (*query(typed).wanted, *query(typed).unwanted):
        assert all(word for word in term.words)


def test_wrong_options_are_refused(db: str) -> None:
    for options in (("--since", "kemarin"), ("--limit", "0"), ("--until", "2023-6")):
        done = newskit("search", db, "beras", *options)
        assert (done.returncode, done.stdout) == (2, b"")
