# ruff: noqa: E501 - one line is one shape
"""Saved pages: what they say about themselves comes first, and nothing makes the reader fall."""

import time

import pytest

from newskit.article.parse import parse
from newskit.document import Document
from newskit.errors import Problem
from newskit.input.batches import Part
from newskit.input.documents import documents
from newskit.input.markup import markup_text
from newskit.input.settings import InputSettings

BODY = (
    "<nav><a href='/'>Beranda</a> <a href='/ekonomi'>Ekonomi</a></nav><article><h1>Banjir Rendam Demak</h1>"
    "<p>DEMAK - Banjir merendam ratusan rumah di Kabupaten Demak, Jawa Tengah, sejak Rabu pagi, kata Bupati.</p>"
    "<p>Warga mengungsi ke balai desa dan sekolah yang berada di tempat yang lebih tinggi.</p></article>"
    "<footer>Hak cipta Kabar Kita</footer>"
)
LD = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],'
    '"headline": "Banjir Rendam Demak", "datePublished": "2020-08-05T07:30:00+07:00",'
    '"publisher": {"name": "Kabar Kita"}, "mainEntityOfPage": {"@id": "https://kabar.test/1"}}]}</script>'
)
OG = (
    '<meta property="og:title" content="Banjir Rendam Demak - Kabar Kita"><meta property="og:site_name"'
    ' content="Kabar Kita"><meta property="article:published_time" content="2020-08-05T07:30:00+07:00">'
    '<link rel="canonical" href="https://kabar.test/1">'
)
LOOSE = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-08-05T07:30:00+07:00",}'
    '</script><title>Banjir Rendam Demak | Kabar Kita</title><meta name="application-name" content="Kabar Kita">'
    '<meta property="og:url" content="https://kabar.test/1">'
)


def read(data: bytes) -> list[Document | Problem]:
    """What a page holds."""
    return list(documents(Part("halaman.html", data), InputSettings()))


@pytest.mark.parametrize("head", [LD, OG, LOOSE], ids=["JSON-LD", "Open Graph", "what is left"])
@pytest.mark.parametrize("start", ["<!DOCTYPE html><html><head>", "<!-- disimpan -->\n<html><head>"])
def test_what_a_page_says_about_itself(head: str, start: str) -> None:
    (document,) = read(f"{start}{head}</head><body>{BODY}</body></html>".encode())
    assert isinstance(document, Document)
    about = (document.title, document.outlet, document.url, document.date_from)
    assert about == ("Banjir Rendam Demak", "Kabar Kita", "https://kabar.test/1", "page")
    article = parse(document)
    assert article.published == "2020-08-05"
    assert "Beranda" not in document.text
    assert [paragraph.text.split()[0] for paragraph in article.body] == ["Banjir", "Warga"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_encodings_of_pages(encoding: str) -> None:
    text = BODY.replace("sejak Rabu", "sejak “Jum’at”")
    said = "windows-1252" if encoding == "cp1252" else encoding
    page = f'<html><head><meta charset="{said}"></head><body>{text}</body></html>'
    (document,) = read(page.encode(encoding))
    assert isinstance(document, Document)
    assert "sejak “Jum’at” pagi" in document.text


def test_twenty_thousand_nested_elements() -> None:
    started = time.monotonic()
    found = read(b"<html><body>" + b"<div>" * 20_000 + b"<p>Banjir merendam Demak.</p>" + b"</div>" * 20_000)
    assert time.monotonic() - started < 10
    assert [item.text for item in found if isinstance(item, Document)] == ["Banjir merendam Demak."]


def test_a_page_without_text_is_one_line() -> None:
    (problem,) = read(b"<html><head><script>mulai()</script></head><body></body></html>")
    assert isinstance(problem, Problem)
    assert problem.message == "a page without text"


TITLES = [
    ("Banjir di Demak - Kabar Masa", "Banjir di Demak"),
    ("Banjir di Demak | kabarmasa.co.id", "Banjir di Demak"),
    ("Banjir di Demak | Masa", "Banjir di Demak"),
    ("Perang Dagang Cina - AS", "Perang Dagang Cina - AS"),  # in the address, too, but short
]


@pytest.mark.parametrize(("title", "bare"), TITLES)
def test_titles_lose_the_name_of_their_site(title: str, bare: str) -> None:
    head = f'<meta property="og:site_name" content="Kabar Masa"><title>{title}</title>'
    head += '<link rel="canonical" href="https://www.kabarmasa.co.id/1">'
    (document,) = read(f"<html><head>{head}</head><body>{BODY.replace('h1', 'h2')}</body></html>".encode())
    assert isinstance(document, Document)
    assert document.title == bare


MARKUP = [
    ("<p>Harga <b>beras</b> dan <a href='/x'>cabai</a> naik.</p>", "Harga beras dan cabai naik."),
]


@pytest.mark.parametrize(("markup", "text"), MARKUP)
def test_markup_to_text(markup: str, text: str) -> None:
    assert markup_text(markup) == text
