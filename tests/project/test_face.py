"""What ``import newskit`` shows: the public names alone, loaded when they are asked for."""

import pydoc
import subprocess
import sys

import pytest

import newskit
from newskit.document import Source

TEXT = "SOLO, JUARA.net - Harga beras naik di Solo. Warga Solo resah."
PUBLIC = [
    *("Article", "Document", "Span", "dates", "keywords", "parse"),
    *("sentences", "stem", "stem_text", "stems"),
]


def test_dir_and_all_show_what_is_public() -> None:
    assert sorted(newskit.__all__) == sorted([*PUBLIC, "names", "quotes", "summary", "tokens"])
    assert sorted(dir(newskit)) == sorted([*newskit.__all__, "__version__"])
    assert all(getattr(newskit, name).__doc__ for name in newskit.__all__)
    with pytest.raises(AttributeError, match="no attribute 'stemm'"):
        newskit.stemm  # noqa: B018


def test_help_tells_of_the_functions() -> None:
    told = pydoc.plain(pydoc.render_doc(newskit))
    assert all(f"{name}(" in told for name in ("keywords", "parse", "stem_text"))


@pytest.mark.parametrize(
    "source", [TEXT, newskit.Document(TEXT), newskit.parse(TEXT)], ids=["text", "document", "article"]
)
def test_every_function_takes_text_document_and_article(source: Source) -> None:
    assert newskit.parse(source).place.text == "SOLO"  # type: ignore[union-attr]
    assert [s.text for s in newskit.sentences(source)][-1] == "Warga Solo resah."
    assert newskit.tokens(source)[0].text == "SOLO"
    assert newskit.stems(source)[-1].stem == "resah"
    assert newskit.stem_text(source).endswith("warga solo resah.")
    assert newskit.keywords(source)[0].keyword
    assert newskit.summary(source)[0].text


def test_article_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    article = newskit.parse(" date 2020-08 Beras.jpg\n\nSOLO - Harga beras naik. Warga resah. (den/asa)")
    monkeypatch.setattr("newskit.article.parse.paragraphs", None)  # parsing would call it
    for analysis in (newskit.sentences, newskit.tokens, newskit.stems, newskit.keywords, newskit.summary):
        assert analysis(article)


def test_what_is_known_beside_the_text() -> None:
    article = newskit.parse("Harga naik.", title="Beras Naik", date="2020-08-03")
    assert (article.document.title, article.published) == ("Beras Naik", "2020-08-03")
    assert repr(article) == "<Article - 'Beras Naik', 1 paragraphs>"
    assert repr(article.document) == "<Document -, title='Beras Naik', 11 characters>"


def test_stem_of_a_sentence_names_stem_text() -> None:
    with pytest.raises(ValueError, match="stem_text"):
        newskit.stem("harga beras naik")


def test_import_loads_nothing_else() -> None:
    code = "import sys, newskit; print([m for m in sys.modules if m.startswith('newskit.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
