"""Records to jsonl, csv, tsv, md, text and table; the one place that makes text safe for a terminal."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from rich.console import RenderableType

Record = dict[str, Any]


class Layout(NamedTuple):
    """How the records of one command are laid out.

    ``items`` is the key of the list whose entries are the rows of csv, tsv and md (None: the record is the
    row), ``columns`` the keys of a row, ``lines`` the lines of ``text`` or their columns, ``show`` what a
    terminal shows.
    """

    items: str | None
    columns: tuple[str, ...]
    lines: Callable[[Record], Iterable[str | tuple[str, ...]]]
    show: "Callable[[Record], RenderableType]"
    sourced: bool = True
    between: str = ""


class Style(NamedTuple):
    """How output is written: the options of the command line and what stdout is.

    ``source`` tells whether lines of ``text`` carry their document's id; None: where an input holds several.
    ``csv_safe`` puts ``'`` before cells that a spreadsheet would take for a formula. ``joined`` tells that
    inputs follow one another, so that each must end its last line.
    """

    form: str
    terminal: bool = False
    color: bool = False
    width: int = 80
    source: bool | None = None
    csv_safe: bool = False
    joined: bool = False


# --- safe text ---------------------------------------------------------------------------

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """Text with control and bidirectional characters shown as escapes, so that no terminal obeys them.

    >>> safe("Jakarta\\x1b[2J")
    'Jakarta\\\\x1b[2J'
    """
    return UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def _safe_values(value: Any) -> Any:
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, list):
        return [_safe_values(v) for v in value]
    return {k: _safe_values(v) for k, v in value.items()} if isinstance(value, dict) else value


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
        return _table(record, layout, style)
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


def _table(record: Record, layout: Layout, style: Style) -> str:
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=style.width,
        force_terminal=style.color,
        no_color=not style.color,
        color_system="standard" if style.color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(layout.show(_safe_values(record)))
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)
