# ruff: noqa: E501 - one line is one shape
"""Articles as people type them: title, date and text are told apart, offsets stay exact."""

import pytest

from newskit.article.parse import parse
from newskit.document import Document
from newskit.input.batches import Part
from newskit.input.documents import documents
from newskit.input.settings import InputSettings
from run import newskit

TEXT = "DEMAK - Banjir merendam ratusan rumah di Demak, kata Bupati.\n\nWarga mengungsi ke balai desa."
TYPED = {
    "labels": f"Judul: Banjir Rendam Demak\nTanggal: Rabu, 5 Agustus 2020\nSumber: Kabar\n\n{TEXT}",
    "english labels": f"Title: Banjir Rendam Demak\nDate: 2020-08-05\nOutlet: Kabar\nURL: https://k.test\n{TEXT}",
    "blank lines between": f"Judul: Banjir Rendam Demak\n\nTanggal: 05/08/2020 07:30\n\nPenulis: Ani\n\n{TEXT}",
    "fences": f'---\ntitle: "Banjir Rendam Demak"\ndate: 2020-08-05T07:30:00+07:00\ntags: [a]\n---\n\n{TEXT}',
    "title line": f"Banjir Rendam Demak\n\n{TEXT}",
    "title and date": f"Banjir Rendam Demak\nRabu, 5 Agustus 2020 07:30 WIB\n\n{TEXT}",
    "date after a blank": f"\nBanjir Rendam Demak\n\n5 Agustus 2020\n\n{TEXT}\n",
}


def read(text: str) -> list[Document]:
    """The documents of a text."""
    found = list(documents(Part("a", text.encode()), InputSettings()))
    assert all(isinstance(item, Document) for item in found)
    return [item for item in found if isinstance(item, Document)]


@pytest.mark.parametrize("name", TYPED)
def test_typed_articles(name: str) -> None:
    (document,) = read(TYPED[name])
    assert document.text == TYPED[name]
    article = parse(document)
    assert article.title
    assert article.place
    assert (article.title.text, article.place.text) == ("Banjir Rendam Demak", "DEMAK")
    assert [span.text for span in article.body] == [
        "Banjir merendam ratusan rumah di Demak, kata Bupati.",
        "Warga mengungsi ke balai desa.",
    ]
    assert article.published == (None if name == "title line" else "2020-08-05")
    for span in (article.title, article.date, article.outlet, *article.body):
        assert span is None or document.text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "text",
    [
        "Banjir merendam Demak.\n\nWarga mengungsi ke balai desa sejak pagi tadi.",
        "Foto: Ani\n\nBanjir merendam ratusan rumah di Demak, kata Bupati.",
        "Banjir\n\nhujan\n\nangin",
        "Catatan: ini bukan label.\nBanjir merendam Demak.",
        "Baris satu dan dua\nBaris tiga.",
    ],
)
def test_other_texts_are_no_typed_articles(text: str) -> None:
    (document,) = read(text)
    assert not document.has_header


def test_a_line_without_a_label_makes_it_no_record() -> None:
    (document,) = read("title: Banjir\nlede: Hujan turun.\nWarga mengungsi ke balai desa.\n")
    assert [span.text for span in parse(document).body] == [
        "lede: Hujan turun.",
        "Warga mengungsi ke balai desa.",
    ]


def test_what_parse_writes_as_text_comes_back() -> None:
    for count in (1, 2):
        rows = "".join(
            f'{{"judul": "Banjir {n}", "isi": "DEMAK - Hujan.\\n\\nWarga resah."}}\n' for n in range(count)
        )
        written = newskit("parse", "--format", "text", stdin=rows.encode()).stdout.decode()
        again = [parse(document) for document in read(written)]
        assert [article.title and article.title.text for article in again] == [
            f"Banjir {n}" for n in range(count)
        ]
        assert [[span.text for span in article.body] for article in again] == [
            ["Hujan.", "Warga resah."]
        ] * count
        ids = ["a"] if count == 1 else ["-#0", "-#1"]
        assert [article.document.id for article in again] == ids


def test_records_of_single_articles_may_be_joined() -> None:
    found = read("title: Banjir\nlede: Hujan turun.\n\ntitle: Harga\nlede: Beras naik.\n")
    assert [document.id for document in found] == ["a#0", "a#1"]
    assert [[span.text for span in parse(document).body] for document in found] == [
        ["Hujan turun."],
        ["Beras naik."],
    ]
