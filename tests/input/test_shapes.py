# ruff: noqa: E501 - one line is one shape
"""Files of the shapes that people have, made here in own words: each holds the same two articles, or says why not."""

import csv
import gzip
import io
import json
import lzma
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import zstandard

from newskit.article.parse import parse
from newskit.document import Document
from newskit.errors import Problem
from newskit.input.batches import Part, batches, kept_columns, parts
from newskit.input.columns import Row
from newskit.input.documents import documents
from newskit.input.settings import InputSettings

TITLES = ("Banjir Rendam Demak", "Harga Beras Naik")
TEXTS = (
    'Banjir merendam Demak, kata "Bupati"; warga mengungsi.\nBantuan datang Jum’at.',
    "Harga beras naik di Solo. Warga resah.",
)
DATES = ("2020-08-05", "2020-08-21")


def table(
    delimiter: str = ",",
    names: tuple[str, str, str] = ("judul", "isi", "tanggal"),
    encoding: str = "utf-8",
    quoting: Any = csv.QUOTE_MINIMAL,
    end: str = "\n",
    **options: Any,
) -> bytes:
    """The articles as a table in text."""
    file = io.StringIO()
    rows = csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator=end, **options)
    rows.writerow(names)
    rows.writerows(zip(TITLES, TEXTS, DATES, strict=True))
    return file.getvalue().encode(encoding)


def objects(**names: str) -> list[dict[str, Any]]:
    """The articles as objects with these names for title, text and date."""
    keys = {"title": "judul", "text": "isi", "date": "tanggal"} | names
    return [
        {keys["title"]: title, keys["text"]: text, keys["date"]: date}
        for title, text, date in zip(TITLES, TEXTS, DATES, strict=True)
    ]


def workbook(*before: str, sheet: str = "Lembar1") -> bytes:
    """The articles as a workbook, with other sheets before theirs."""
    book = openpyxl.Workbook()
    assert book.active
    for name in before:
        book.create_sheet(name).append(["kosong"])
    book.active.title = sheet
    book.active.append(["Judul", "Konten", "Tanggal"])
    for row in zip(TITLES, TEXTS, DATES, strict=True):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def rss(text: Callable[[str], str], head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    """The articles as an RSS feed; ``text`` writes the element with the text."""
    items = "".join(
        f"<item><title>{title}</title><pubDate>Wed, {date[8:]} Aug 2020 10:00:00 +0700</pubDate>"
        f"<guid>{date}</guid><link>https://kabar.test/{date}</link>{text(body)}</item>"
        for title, body, date in zip(TITLES, TEXTS, DATES, strict=True)
    )
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"'
    )
    return f'{head}<rss version="2.0" {spaces}><channel><title>Kabar</title>{items}</channel></rss>'.encode()


def atom(content: Callable[[str], str]) -> bytes:
    """The articles as an Atom feed."""
    entries = "".join(
        f"<entry><title>{title}</title><id>{date}</id><published>{date}T10:00:00+07:00</published>"
        f'<link rel="alternate" href="https://kabar.test/{date}"/>{content(body)}</entry>'
        for title, body, date in zip(TITLES, TEXTS, DATES, strict=True)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title>{entries}</feed>'.encode()


def markup(text: str) -> str:
    """A text as paragraphs of HTML."""
    return "".join(f"<p>{line}</p>" for line in text.split("\n"))


def escaped(text: str) -> str:
    """Markup as text of XML."""
    return markup(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


JSON = json.dumps(objects(), ensure_ascii=False)
NAMES = ("Title", "Content", "Published At")
BOTH: dict[str, bytes] = {
    "comma.csv": table(),
    "semicolon.csv": table(";"),
    "tab.tsv": table("\t"),
    "pipe.csv": table("|"),
    "tab called csv.csv": table("\t"),
    "no ending": table(";"),
    "all quoted.csv": table(quoting=csv.QUOTE_ALL),
    "dos.csv": table(end="\r\n"),
    "bom.csv": table(";", encoding="utf-8-sig", end="\r\n"),
    "utf-16.csv": table("\t", encoding="utf-16"),
    "utf-16-le.txt": table(";", encoding="utf-16"),
    "sep line.csv": b"sep=;\r\n" + table(";", end="\r\n"),
    "blank lines before.csv": b"\n\n" + table(),
    "blank line after.csv": table() + b"\n,,\n\n",
    "backslashes.csv": table(quoting=csv.QUOTE_ALL, doublequote=False, escapechar="\\"),
    "blank after comma.csv": b'judul, isi, tanggal\n"'
    + f'{TITLES[0]}", "{TEXTS[0]}", "{DATES[0]}"\n'.replace('"Bupati"', '""Bupati""').encode()
    + f'"{TITLES[1]}", "{TEXTS[1]}", "{DATES[1]}"\n'.encode(),
    "english.csv": table(names=NAMES),
    "capitals.csv": table(names=("JUDUL", "ISI", "TANGGAL")),
    "isi_berita.csv": table(names=("judul_berita", "isi_berita", "tanggal_publikasi")),
    "isi berita.csv": table(names=("Judul Berita", "Isi Berita", "Tanggal Terbit")),
    "camel.csv": table(names=("articleTitle", "articleBody", "datePublished")),
    "headline.csv": table(names=("headline", "teks", "waktu")),
    "gzip.csv.gz": gzip.compress(table()),
    "gzip without a name": gzip.compress(table(";")),
    "xz.csv.xz": lzma.compress(table()),
    "zstd.csv.zst": zstandard.compress(table()),
    "array.json": JSON.encode(),
    "array over lines.json": json.dumps(objects(), indent=2).encode(),
    "array with a bom.json": JSON.encode("utf-8-sig"),
    "array in utf-16.json": JSON.encode("utf-16"),
    "array without a name": b" \n" + JSON.encode(),
    "two arrays.json": f"{json.dumps(objects()[:1])}\n{json.dumps(objects()[1:])}".encode(),
    "array.json.gz": gzip.compress(JSON.encode()),
    "cover.json": json.dumps({"status": "ok", "data": objects()}, indent=1).encode(),
    "objects over lines.json": "\n".join(json.dumps(row, indent=2) for row in objects()).encode(),
    "rows.jsonl": "\n".join(map(json.dumps, objects())).encode(),
    "rows.txt": "\n".join(map(json.dumps, objects(text="konten", title="headline"))).encode(),
    "paragraphs.json": json.dumps([{**row, "isi": row["isi"].split("\n")} for row in objects()]).encode(),
    "nested beside.json": json.dumps(
        [{**row, "tags": ["a"], "meta": {"b": 1}} for row in objects()]
    ).encode(),
    "book.xlsx": workbook(),
    "book called csv.csv": workbook(),
    "book without a name": workbook(),
    "book of sheets.xlsx": workbook("Lain"),
    "cdata.xml": rss(lambda text: f"<description><![CDATA[{markup(text)}]]></description>"),
    "escaped.rss": rss(lambda text: f"<description>{escaped(text)}</description>"),
    "content.xml": rss(
        lambda text: (
            f"<description>x</description><content:encoded><![CDATA[{markup(text)}]]></content:encoded>"
        )
    ),
    "pictures.xml": rss(
        lambda text: (
            f"<media:content><media:title>x</media:title></media:content>"
            f"<description><![CDATA[{markup(text)}]]></description>"
        )
    ),
    "no declaration": rss(lambda text: f"<description><![CDATA[{markup(text)}]]></description>", ""),
    "blanks before": b"\n " + rss(lambda text: f"<description><![CDATA[{markup(text)}]]></description>"),
    "feed.xml.gz": gzip.compress(rss(lambda text: f"<description>{escaped(text)}</description>")),
    "atom.xml": atom(lambda text: f'<content type="html">{escaped(text)}</content>'),
    "atom with xhtml.xml": atom(
        lambda text: (
            f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{markup(text)}</div></content>'
        )
    ),
    "atom with a summary.xml": atom(lambda text: f'<summary type="html">{escaped(text)}</summary>'),
}


def read(data: bytes, name: str = "a", **options: Any) -> list[Document | Problem]:
    """What a file with these bytes holds, its name with the folder left out."""
    reading = InputSettings(**options)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        (batch,) = batches([str(path)], reading)
        return [item for part in batch if isinstance(part, Part) for item in documents(part, reading)]


def words(text: str) -> list[str]:
    """The words of a text, whatever its lines."""
    return text.split()


@pytest.mark.parametrize("name", BOTH)
def test_both_articles_are_read(name: str) -> None:
    found = read(BOTH[name], name)
    assert [item for item in found if isinstance(item, Problem)] == []
    articles = [item for item in found if isinstance(item, Document)]
    assert [words(article.text) for article in articles] == [words(text) for text in TEXTS]
    assert [article.title for article in articles] == [*TITLES]
    assert [parse(article).published for article in articles] == [*DATES]
    assert [article.index for article in articles] == [0, 1]
    assert len({article.id for article in articles}) == 2


def test_cp1252_is_read_with_one_warning() -> None:
    found = read(table(";", encoding="cp1252"), "a.csv")
    assert [str(item.message) for item in found if isinstance(item, Problem)] == [
        "line 3: not UTF-8; read as cp1252"
    ]
    assert [item.text for item in found if isinstance(item, Document)] == [*TEXTS]


def test_columns_are_told_once_where_none_is_the_text() -> None:
    for data in (
        b"nomor,label\n1,a\n2,b\n",
        b'{"nomor": 1}\n{"nomor": 2}\n',
        b'[{"nomor": 1}, {"nomor": 2}]',
    ):
        (problem,) = read(data, "a.csv" if data.startswith(b"n") else "a")
        assert isinstance(problem, Problem)
        assert "there are: nomor" in problem.message


def test_named_columns() -> None:
    data = b"a,b,c\nBanjir,Banjir merendam Demak.,5/8/2020\n"
    columns = (("text", "b"), ("title", "A"), ("date", "c"))
    (document,) = read(data, form="csv", columns=columns)
    assert isinstance(document, Document)
    assert (document.text, document.title, document.date) == ("Banjir merendam Demak.", "Banjir", "5/8/2020")


def test_kept_columns_pass_through() -> None:
    (document,) = read(b'[{"isi": "Banjir.", "kategori": "Daerah", "dibaca": 7}]', keep=True)
    assert isinstance(document, Document)
    assert document.extra == {"kategori": "Daerah", "dibaca": 7}


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        (
            Part("a", b'{"isi": "Banjir.", "kanal": 1}\n{"isi": "Hujan.", "tag": 2}\n{', "jsonl"),
            ["kanal", "tag"],
        ),
        (Part("a", form="jsonl"), []),  # a file, which the worker reads
        (Part("a", b'{"kanal": 1}', "lines"), []),
        (Part("a", rows=(Row(0, "line 2", {"isi": "Banjir.", "kanal": "1"}),)), ["kanal"]),
        (Problem("a", "read", "is empty"), []),
    ],
)
def test_columns_that_are_kept(part: Part | Problem, kept: list[str]) -> None:
    assert kept_columns(part, InputSettings(keep=True)) == kept


def test_a_number_is_a_text_and_odd_values_beside_it_refuse_nothing() -> None:
    found = read(b'[{"isi": 7, "judul": {"a": 1}, "tanggal": [], "id": 3.0}]')
    assert [(item.text, item.title, item.date, item.id) for item in found if isinstance(item, Document)] == [
        ("7", None, None, "3")
    ]


def test_cells_that_say_nothing_are_none() -> None:
    (document,) = read(b'[{"isi": "Banjir.", "judul": null, "tanggal": NaN, "sumber": false, "url": " "}]')
    assert isinstance(document, Document)
    assert (document.title, document.date, document.outlet, document.url) == (None, None, None, None)


def test_columns_of_exported_databases() -> None:
    (document,) = read(
        b'[{"isi": "Banjir.", "sumber": {"name": "Kabar Kita"}, "tanggal": {"$date": "2020-08-04T17:30:00Z"},'
        b' "_id": {"$oid": "5f2"}}]'
    )
    assert isinstance(document, Document)
    assert (document.outlet, document.date, document.id) == ("Kabar Kita", "2020-08-04T17:30:00Z", "5f2")
    assert parse(document).published == "2020-08-05"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["8/5/2020", "8/21/2020"], ["2020-08-05", "2020-08-21"]),
        (["8/5/2020", "21/5/2020"], ["2020-05-08", "2020-05-21"]),
        (["8/5/2020 07:30", "12/31/2020 11:00 PM"], ["2020-08-05", "2020-12-31"]),
    ],
)
def test_the_column_tells_the_order_of_day_and_month(dates: list[str], expected: list[str]) -> None:
    rows = [{"isi": "Warga resah.", "tanggal": date} for date in dates]
    for data in (
        json.dumps(rows),
        "\n".join(map(json.dumps, rows)),
        "isi,tanggal\n" + "".join(f"a b,{d}\n" for d in dates),
    ):
        found = [parse(item) for item in read(data.encode()) if isinstance(item, Document)]
        assert [article.published for article in found] == expected
        assert not any("day first" in warning for article in found for warning in article.warnings)


def test_a_stream_waits_for_a_date_that_tells_the_order(tmp_path: Path) -> None:
    dates = ("8/5/2020", "8/6/2020", "8/21/2020", "8/7/2020")
    rows = [{"tanggal": date, "isi": "Warga resah. " * 25_000} for date in dates]
    file = tmp_path / "a"
    for data in (json.dumps(rows), "\n".join(map(json.dumps, rows))):
        file.write_text(data)
        found = list(parts(str(file), InputSettings()))
        assert [part.date_order for part in found if isinstance(part, Part)] == ["month"] * 4


def test_an_order_that_stays_open_is_a_warning() -> None:
    (item,) = read(b'[{"isi": "Warga resah.", "tanggal": "8/5/2020"}]')
    assert isinstance(item, Document)
    article = parse(item)
    assert article.published == "2020-05-08"
    assert any("read with its day first" in warning for warning in article.warnings)


BROKEN: dict[str, tuple[bytes, str]] = {
    "entity bomb": (
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
        b"<rss><channel><item><title>&b;</title></item></channel></rss>",
        "declares entities",
    ),
    "entity from a file": (
        b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title></item></channel></rss>',
        "declares entities",
    ),
    "another XML": (b'<?xml version="1.0"?><catatan><isi>Banjir</isi></catatan>', "neither RSS nor Atom"),
    "XML that breaks off": (b"<rss><channel><title>Kabar</title>", "not XML"),
    "array that breaks off": (b'[{"isi": "Banj', "not JSON"),
    "array without an end": (b'[{"isi": "Banjir."}', "the array has no end"),
    "words in an array": (b'[{"isi": "Banjir."}, banjir]', "not JSON"),
    "array nested too deeply": (b'[{"isi": ' + b"[" * 100_000, "nested too deeply"),
    "empty table": (b" ", "holds no table"),
    "zip of something": (b"PK\x03\x04" + b"\0" * 40, "unpack it first"),
    "old workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 40, "old office file"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_one_line(name: str) -> None:
    data, message = BROKEN[name]
    found = read(data, form="csv" if name == "empty table" else "auto")
    problems = [item for item in found if isinstance(item, Problem)]
    assert [message in problem.message for problem in problems] == [True]


@pytest.mark.parametrize(
    "name", ["comma.csv", "gzip.csv.gz", "array.json", "rows.jsonl", "book.xlsx", "cdata.xml"]
)
def test_a_stream_may_have_so_many_bytes(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(BOTH[name])
    (problem,) = parts(str(file), InputSettings(max_bytes=60))
    assert isinstance(problem, Problem)
    assert "60 bytes" in problem.message
    enough = list(parts(str(file), InputSettings(max_bytes=60_000)))
    assert not any(isinstance(part, Problem) for part in enough)


def test_an_entry_within_an_entry_is_one() -> None:
    (document,) = read(b"<rss><channel><item><item><title>Banjir</title></item></item></channel></rss>")
    assert isinstance(document, Document)
    assert document.title == "Banjir"


@pytest.mark.parametrize(
    "doctype", ["", '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://kabar.test/a.dtd">']
)
def test_entities_of_html_are_known_in_feeds(doctype: str) -> None:
    feed = (
        f"{doctype}<rss><channel><item><title>Harga&nbsp;kaf&eacute; &amp; teh</title></item></channel></rss>"
    )
    (document,) = read(feed.encode())
    assert isinstance(document, Document)
    assert document.title == "Harga\u00a0kafé & teh"


def test_cells_beyond_the_named_columns_of_a_sheet_are_kept() -> None:
    book = openpyxl.Workbook()
    assert book.active
    for row in (
        ["Judul", "Isi"],
        ["Banjir", "Banjir merendam Demak.", "Daerah"],
        ["Harga", "Harga naik.", None],
    ):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    found = [item for item in read(file.getvalue(), keep=True) if isinstance(item, Document)]
    assert [(item.text, item.extra) for item in found] == [
        ("Banjir merendam Demak.", {"column 3": "Daerah"}),
        ("Harga naik.", {"column 3": ""}),
    ]


def test_a_quote_that_is_never_closed_is_a_warning() -> None:
    found = read(b'judul,isi\nBanjir,"Banjir merendam.\nHarga,Harga naik.\n')
    assert [item.message for item in found if isinstance(item, Problem)] == [
        "line 2: a quote opens here and is not closed"
    ]
    assert [item.text for item in found if isinstance(item, Document)] == [
        "Banjir merendam.\nHarga,Harga naik.\n"
    ]


def test_more_cells_than_columns_are_joined() -> None:
    found = read(b"judul,isi\nBanjir,Banjir merendam Demak, kata Bupati.\n")
    assert [item.text for item in found if isinstance(item, Document)] == [
        "Banjir merendam Demak, kata Bupati."
    ]


def test_prose_is_no_table() -> None:
    for text in ("Teks, kata dia, panjang.\nWarga resah.", "[IT/r] menulis.\n", "Berita: isi; lain.\nDua."):
        (document,) = read(text.encode())
        assert isinstance(document, Document)
        assert document.text == text


def test_a_table_without_a_name_may_know_its_text_alone() -> None:
    (document,) = read(b"nomor;isi\n7;Banjir merendam Demak.\n")
    assert isinstance(document, Document)
    assert document.text == "Banjir merendam Demak."


def test_a_text_of_its_own_comes_before_the_fields_of_a_record() -> None:
    (document,) = read(b'[{"id": "a", "isi": "Banjir.", "lede": "Hujan.", "paragraphs": ["Angin."]}]')
    assert isinstance(document, Document)
    assert document.text == "Banjir."


def test_a_sheet_by_its_name() -> None:
    data = workbook("Lain", sheet="Berita")
    assert sum(isinstance(item, Document) for item in read(data, sheet="Berita")) == 2
    (problem,) = read(data, sheet="Tiada")
    assert isinstance(problem, Problem)
    assert "there are: Berita, Lain" in problem.message
