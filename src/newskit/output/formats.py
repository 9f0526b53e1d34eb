"""Records to jsonl, csv, tsv, md, text and table; the one place that makes text safe for a terminal."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from newskit.output.layout import Layout, Record, Style
from newskit.output.terminal import safe, table

# --- one record --------------------------------------------------------------------------


def head(layout: Layout, style: Style) -> str:
    """What stands before the first record."""
    columns = column_names(layout)
    if style.form in ("csv", "tsv"):
        return ("\ufeff" if style.excel else "") + _row(columns, style)
    if style.form == "md":
        return _row(columns, style) + "|" + " --- |" * len(columns) + "\n"
    return ""


def column_names(layout: Layout) -> tuple[str, ...]:
    """The columns of a table; one of the input's whose name is taken is told from the other."""
    own = (*layout.own, *layout.columns)
    return (*own, *(f"{name} (input)" if name in own else name for name in layout.kept))


def render(record: Record, layout: Layout, style: Style) -> str:
    """One record in the style's form, with its closing newline."""
    if style.form == "table":
        return table(record, layout, style)
    if style.form == "jsonl":
        text = json.dumps(record, ensure_ascii=False) + "\n"
        if any(mark in text for mark in "\u2028\u2029\x85"):  # line ends for some readers of JSONL
            text = text.translate({0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"})
    elif style.form == "parquet":
        names = column_names(layout)
        typed = (dict(zip(names, values, strict=True)) for values in _values(record, layout))
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in typed)
    elif style.form == "text":
        prefix = (record["id"],) if style.source and layout.sourced else ()
        rows = ((*prefix, *((line,) if isinstance(line, str) else line)) for line in layout.lines(record))
        text = "".join("\t".join(map(_one_line, row)) + "\n" for row in rows)
    else:
        text = "".join(_row(cells, style) for cells in _cells(record, layout))
    return safe(text) if style.terminal else text


BLANK = re.compile(r"\s+")


def _one_line(text: str) -> str:
    return BLANK.sub(" ", text) if not text.isprintable() else text


def _values(record: Record, layout: Layout) -> Iterator[list[Any]]:
    """The rows of a record with their values as they are."""
    source = [record[key] for key in layout.own]
    extra = record.get("extra") or {}
    kept = [_kept(extra.get(name)) for name in layout.kept]
    for item in record[layout.items] if layout.items else [record]:
        yield [*source, *(item.get(column) for column in layout.columns), *kept]


def _kept(value: Any) -> str | None:
    """A value of the input as text; what is none itself as JSON."""
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _cells(record: Record, layout: Layout) -> Iterator[list[Any]]:
    between = " " if layout.items else "\n\n"  # affixes of a token, paragraphs of an article
    marks = dict(layout.list_marks)
    names = column_names(layout)
    for row in _values(record, layout):
        yield [_cell(value, marks.get(name, between)) for name, value in zip(names, row, strict=True)]


def _cell(value: Any, between: str) -> Any:
    if isinstance(value, list):
        return between.join(str(v) for v in value)
    if isinstance(value, dict):  # a piece of the text with its offsets
        return value["text"]
    return "" if value is None else value


FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
TSV_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _row(cells: Iterable[Any], style: Style) -> str:
    if style.csv_safe:
        cells = [f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell for cell in cells]
    if style.form == "csv":
        line = io.StringIO()
        delimiter = ";" if style.excel else ","
        csv.writer(line, delimiter=delimiter, lineterminator="\r\n").writerow(cells)  # which quotes either
        return line.getvalue() if style.excel else line.getvalue()[:-2] + "\n"
    if style.form == "tsv":
        return "\t".join(str(cell).translate(TSV_ESCAPES) for cell in cells) + "\n"
    escaped = (
        re.sub(r"\r\n?|\n", "<br>", str(cell).replace("\\", "\\\\").replace("|", "\\|")) for cell in cells
    )
    return "| " + " | ".join(escaped) + " |\n"
