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
    columns = ("id", "source", "index", *layout.columns)
    if style.form in ("csv", "tsv"):
        return _row(columns, style)
    if style.form == "md":
        return _row(columns, style) + "|" + " --- |" * len(columns) + "\n"
    return ""


def render(record: Record, layout: Layout, style: Style) -> str:
    """One record in the style's form, with its closing newline."""
    if style.form == "table":
        return table(record, layout, style)
    if style.form == "jsonl":
        text = json.dumps(record, ensure_ascii=False) + "\n"
        if any(mark in text for mark in "\u2028\u2029\x85"):  # line ends for some readers of JSONL
            text = text.translate({0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"})
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


def _cells(record: Record, layout: Layout) -> Iterator[list[Any]]:
    source = [record["id"], record["source"], record["index"]]
    between = " " if layout.items else "\n\n"  # affixes of a token, paragraphs of an article
    for item in record[layout.items] if layout.items else [record]:
        yield source + [_cell(item.get(column), between) for column in layout.columns]


def _cell(value: Any, between: str) -> Any:
    if isinstance(value, list):
        return between.join(str(v) for v in value)
    return "" if value is None else value


FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
TSV_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _row(cells: Iterable[Any], style: Style) -> str:
    if style.csv_safe:
        cells = [f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell for cell in cells]
    if style.form == "csv":
        line = io.StringIO()
        csv.writer(line, lineterminator="\r\n").writerow(cells)  # which quotes a cell that holds either
        return line.getvalue()[:-2] + "\n"
    if style.form == "tsv":
        return "\t".join(str(cell).translate(TSV_ESCAPES) for cell in cells) + "\n"
    escaped = (
        re.sub(r"\r\n?|\n", "<br>", str(cell).replace("\\", "\\\\").replace("|", "\\|")) for cell in cells
    )
    return "| " + " | ".join(escaped) + " |\n"
