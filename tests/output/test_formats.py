"""What is written can be read again, and no text escapes its cell or obeys a terminal."""

import csv
import io
import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.output.formats import head, render
from newskit.output.layout import Layout, Record, Style
from newskit.output.terminal import safe

quickly = settings(deadline=None, derandomize=True)
LAYOUT = Layout(
    "items", ("text", "start"), lambda record: [i["text"] for i in record["items"]], lambda record, told: ""
)
TSV = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}
any_text = st.text(st.characters(exclude_categories=["Cs"])) | st.text("=+-@\t\r\n\\|\"',ab")
texts = st.lists(any_text, min_size=1)


def record(found: list[str], name: str = "a") -> Record:
    return {
        "schema": "newskit.test/1",
        "id": name,
        "source": name,
        "index": 0,
        "items": [{"text": text, "start": 0} for text in found],
    }


@quickly
@given(texts, any_text)
def test_jsonl_is_one_line_and_read_again(found: list[str], name: str) -> None:
    written = render(record(found, name), LAYOUT, Style("jsonl"))
    assert len((written + "x").splitlines()) == 2
    assert json.loads(written) == record(found, name)


@quickly
@given(texts, any_text)
def test_csv_is_read_again(found: list[str], name: str) -> None:
    written = head(LAYOUT, Style("csv")) + render(record(found, name), LAYOUT, Style("csv"))
    rows = list(csv.reader(io.StringIO(written, newline=""), strict=True))
    assert rows[1:] == [[name, name, "0", text, "0"] for text in found]


@quickly
@given(texts)
def test_tsv_is_read_again(found: list[str]) -> None:
    written = render(record(found), LAYOUT, Style("tsv"))
    cells = [line.split("\t")[3] for line in written.split("\n")[:-1]]
    assert [re.sub(r"\\.", lambda escape: TSV[escape[0]], cell) for cell in cells] == found
    assert "\r" not in written


@quickly
@given(texts)
def test_md_has_a_row_for_each_item(found: list[str]) -> None:
    lines = render(record(found), LAYOUT, Style("md")).split("\n")[:-1]
    assert len(lines) == len(found)
    assert {len(re.sub(r"\\.", "", line).split("|")) for line in lines} == {7}
    assert not any("\r" in line for line in lines)


@quickly
@given(texts)
def test_text_has_a_line_for_each_item(found: list[str]) -> None:
    written = render(record(found), LAYOUT, Style("text"))
    assert written.count("\n") == len(found)
    assert written.split() == " ".join(found).split()


@quickly
@given(texts)
def test_safe_cells_are_no_formulas(found: list[str]) -> None:
    for form in ("csv", "tsv"):
        written = render(record(found), LAYOUT, Style(form, csv_safe=True))
        rows = (
            csv.reader(io.StringIO(written, newline=""))
            if form == "csv"
            else (r.split("\t") for r in written.split("\n")[:-1])
        )
        for row in rows:
            assert not row[3].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@quickly
@given(st.text(), st.sampled_from(["jsonl", "text", "csv", "tsv", "md"]))
def test_terminal_gets_nothing_to_obey(text: str, form: str) -> None:
    obeyed = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
    assert not obeyed.search(safe(text))
    assert not obeyed.search(render(record([text]), LAYOUT, Style(form, terminal=True)))
    assert safe(safe(text)) == safe(text)
