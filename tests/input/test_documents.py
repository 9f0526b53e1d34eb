"""Any bytes are documents or problems, and nothing of them is lost."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.document import Document
from newskit.errors import Problem
from newskit.input.batches import Part
from newskit.input.documents import articles, documents
from newskit.input.encodings import decode
from newskit.input.settings import InputSettings

quickly = settings(deadline=None, derandomize=True)
piece = st.sampled_from(
    [
        "date 2020-08 Banjir.jpg",
        " date 2020",
        "date 2020-13-45 x",
        "\n\n",
        "\r\n\r\n",
        "\r\r",
        "\n \t\n",
        "Beras.",
        "\x85\u2028",
    ]
)
articles_text = st.lists(piece | st.text(max_size=9)).map("".join)
FORMS = ["auto", "article", "text", "lines", "jsonl"]
any_bytes = (
    st.binary() | st.text().map(str.encode) | st.text().map(lambda text: text.encode("utf-16", "replace"))
)


def read(data: bytes, form: str, **options: Any) -> list[Document | Problem]:
    """What the bytes of a stream hold."""
    return list(documents(Part("a", data, form), InputSettings(form, **options)))


@quickly
@given(articles_text)
def test_articles_of_a_file_join_to_its_text(text: str) -> None:
    found = list(articles(text, "a"))
    assert "".join(article.text for article in found) == text
    assert [article.index for article in found] == list(range(len(found)))
    assert all(text.startswith(article.text, article.origin) for article in found)
    assert len({article.id for article in found}) == len(found)


@quickly
@given(
    any_bytes, st.sampled_from(FORMS), st.sampled_from([None, "utf-8", "ascii", "utf-16", "utf-7", "cp1252"])
)
def test_any_bytes_are_documents_or_problems(data: bytes, form: str, encoding: str | None) -> None:
    found = list(documents(Part("a", data, form), InputSettings(form, encoding=encoding)))
    assert found or not data.strip() or form != "text"
    assert all(isinstance(item, Document | Problem) for item in found)


@quickly
@given(st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs", "Cc"]), min_size=1)))
def test_lines_are_documents(lines: list[str]) -> None:
    found = read("".join(f"{line}\n" for line in lines).encode(), "lines")
    assert [item.text for item in found if isinstance(item, Document)] == [
        line.removeprefix("\ufeff") for line in lines
    ]


@quickly
@given(st.lists(st.text()), st.booleans())
def test_rows_are_documents(texts: list[str], ascii_only: bool) -> None:
    rows = "".join(json.dumps({"text": text}, ensure_ascii=ascii_only) + "\n" for text in texts)
    found = read(rows.encode(), "jsonl")
    assert [item.text for item in found if isinstance(item, Document)] == texts
    assert [item.index for item in found if isinstance(item, Document)] == list(range(len(texts)))


@quickly
@given(
    st.lists(st.sampled_from(['{"text": "a"}', "{", '{"text": {}}', "[]", "nul"]), min_size=1), st.integers(0)
)
def test_each_row_is_a_document_or_a_problem_with_its_number(rows: list[str], first: int) -> None:
    part = Part("a", "\n".join(rows).encode(), "jsonl", first=first)
    found = list(documents(part, InputSettings("jsonl")))
    assert len(found) == len(rows)
    for number, (row, item) in enumerate(zip(rows, found, strict=True), first):
        if isinstance(item, Problem):
            assert item.message.startswith(f"line {number + 1}: ")
        else:
            assert (row, item.index) == ('{"text": "a"}', number)


def test_bytes_that_cp1252_leaves_open_are_read_as_browsers_do() -> None:
    text = "Harga \x81 naik, é dan \x8d."
    assert decode(text.encode("latin-1")) == (text, "not UTF-8 (byte 6); read as cp1252")
    problem, document = read(b'[{"isi": "' + text.encode("latin-1") + b'"}]', "json")
    assert isinstance(problem, Problem)
    assert problem.message == "not UTF-8 (byte 16); read as cp1252"
    assert isinstance(document, Document)
    assert document.text == text


def test_a_binary_line_of_a_later_part_costs_that_line_alone() -> None:
    problem, document = documents(
        Part("a", b"\0" * 30 + b"\nBeras.\n", "lines", first=5), InputSettings("lines")
    )
    assert isinstance(problem, Problem)
    assert problem.message.startswith("line 6: is binary")
    assert isinstance(document, Document)
    assert (document.text, document.index) == ("Beras.", 6)


def test_a_line_that_is_no_json_says_where() -> None:
    (problem,) = read(b'{"text": Beras}\n', "jsonl")
    assert isinstance(problem, Problem)
    assert problem.message == "line 1: not JSON (expecting value at column 10)"


@pytest.mark.parametrize(("form", "count"), [("auto", 1), ("article", 2), ("text", 1)])
def test_a_header_after_other_text_begins_an_article_where_articles_are_told(form: str, count: int) -> None:
    text = "Beras naik.\n\ndate 2020-08 Banjir.jpg\n\nHujan."
    found = read(text.encode(), form)
    assert len(found) == count
    assert "".join(item.text for item in found if isinstance(item, Document)) == text
