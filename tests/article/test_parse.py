"""Articles, by the cases in data/parse.txt, on any text, and on the development articles where they are."""

import gzip
import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from newskit.article.dateline import WHEN
from newskit.article.dates import dates
from newskit.article.parse import parse
from newskit.document import Article, Document, Span
from newskit.input.dated_header import starts_with_header
from timing import grows_linearly

FIELDS = (
    "date", "published", "title", "image", "outlet", "place", "lede", "paragraphs", "signature", "warnings",
)  # fmt: skip
EVAL = Path(os.environ.get("NEWSKIT_EVAL", Path(__file__).parents[2] / "../shared/eval"))


def article_of(text: str) -> Article:
    return parse(Document(text, has_header=starts_with_header(text)))


def lines(article: Article) -> list[str]:
    values = ((name, getattr(article, name)) for name in FIELDS)
    flat = ((name, v) for name, value in values for v in (value if type(value) is tuple else [value]) if v)
    return [f"{name}: {v.text if isinstance(v, Span) else v}" for name, v in flat]


@pytest.mark.parametrize(("text", "expected"), cases("article/parse"))
def test_article(text: str, expected: str) -> None:
    article = article_of(text)
    assert lines(article) == expected.split("\n")
    assert all(article.warnings)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\n\u00a0"])
@pytest.mark.parametrize(("text", "expected"), cases("article/parse"))
def test_every_kind_of_line_end_is_read_alike(text: str, expected: str, end: str) -> None:
    assert lines(article_of(text.replace("\n", end))) == expected.split("\n")


def test_lines_are_paragraphs_where_no_line_is_blank() -> None:
    article = article_of("date 2020 Judul\n\nSatu.\nDua.\n")
    assert [span.text for span in article.body] == ["Satu.", "Dua."]
    wrapped = article_of("date 2020 Judul\n\nSatu\ndua.\n \nTiga.")
    assert [span.text for span in wrapped.body] == ["Satu\ndua.", "Tiga."]


def test_a_row_brings_its_own_date() -> None:
    article = parse(Document("SOLO - Harga naik, Minggu (23/8).", title="Harga", date="2020-08"))
    assert (article.place and article.place.text, article.published) == ("SOLO", "2020-08-23")
    assert parse(Document("Harga naik.", date="Minggu, 23 Agustus 2020 07:00 WIB")).published == "2020-08-23"


SHORT = "Harga beras naik."
LONG = (
    "Pedagang di Pasar Demak mengeluh karena pasokan beras dari Rembang dan Blora terlambat sampai tiga hari"
    " dan gudang mereka kosong sejak pekan lalu."
)
REST = " ".join(["Warga antre sejak pagi untuk membeli beras murah."] * 12)


@pytest.mark.parametrize(
    ("story", "lede"),
    [
        (f"{LONG} {SHORT} {REST}", LONG),
        (f"{SHORT} {LONG} {REST}", f"{SHORT} {LONG}"),
        (f"{SHORT} {LONG}", f"{SHORT} {LONG}"),
    ],
)
def test_a_story_on_one_line_begins_with_its_lede(story: str, lede: str) -> None:
    article = parse(Document(story))
    assert article.lede
    assert article.lede.text == lede
    assert " ".join(piece.text for piece in article.body) == story


# --- nothing is lost ---------------------------------------------------------------------


def assert_lossless(text: str, article: Article) -> None:
    spans = [
        article.date,
        article.image or article.title,
        article.outlet,
        article.place,
        *article.body,
        article.signature,
    ]
    line = [span.end for span in (article.outlet, article.place) if span]
    assert not article.lede or max(line, default=0) <= article.lede.start
    at, header = 0, True
    for span in sorted(filter(None, spans)):
        assert span.text == text[span.start : span.end]
        assert at <= span.start < span.end
        header = header and at <= (article.date.start if article.date else -1)
        assert_gap(text[at : span.start], header)
        at = span.end
    assert_gap(text[at:], header)


def assert_gap(gap: str, header: bool) -> None:
    gap = re.sub("^[\ufeff\\s]*[Dd]ate", "", gap) if header else re.sub(WHEN, "", gap)
    assert not re.search(r"\w", gap), gap


PIECES = [
    "date 2020-08 ", "date 2020-08-23 Judul.jpg\n\n", "\n", "\n\n", "\r\n\r\n", "\r", "\u00a0", " ",
    ", ", " - ", "- ", "–", "--", ": ", ".- ", "(", ")", "[", "]", "/", "|", ".", "Jakarta", "SOLO", "Harga",
    "naik", "KABAR.com", "Kab. ", "Sinar Pagi", "Minggu ", "(23/8)", "5 Mei 2020", "12/8", "kemarin",
    "(den/asa)", "[r]", "Foto: Budi\n\n", "\ufeff", "é", "😀",
]  # fmt: skip
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@settings(deadline=None, derandomize=True, max_examples=600)
@given(texts)
def test_fields_and_gaps_are_the_text(text: str) -> None:
    article = article_of(text)
    assert_lossless(text, article)
    end = 0
    for date in dates(article):
        assert date.text == text[date.start : date.end]
        assert end <= date.start < date.end
        end = date.end


def test_fields_and_gaps_are_the_text_of_the_development_articles() -> None:
    path = EVAL / "data" / "articles_dev.jsonl.gz"
    if not path.exists():
        pytest.skip(f"{path} is missing: losslessness not measured on real articles")
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            assert_lossless(row["text"], article_of(row["text"]))


# --- linear time -------------------------------------------------------------------------

HOSTILE = [
    "(23/", "((", "date 2020-08 ", "date 2020-08\n\n", "[", "a.", '"', "Rp1.", "-", " - ", " ", "\n", "\r",
    "\u00a0", "1", "12 Mei ", "Senin (", "A, ", "Ab (Ab) ", "KABAR.com ", "dua ", "\n\ndate ", "2020-08-23 ",
    "[a/", ".jpg",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece: str) -> None:
    def work(text: str) -> object:
        return dates(parse(Document(f"date 2020-08 {text}", has_header=True)))

    assert grows_linearly(work, piece, 10_000)
