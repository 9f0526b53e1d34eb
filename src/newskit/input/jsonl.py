"""Lines and JSONL rows to documents."""

import json
from collections.abc import Iterable, Iterator
from functools import partial

from newskit.document import Document
from newskit.errors import NewskitError, Problem
from newskit.input.batches import Part
from newskit.input.columns import Row, date_order, named_columns, row_date, row_documents
from newskit.input.encodings import decode
from newskit.input.settings import InputSettings

# --- lines and JSONL ---------------------------------------------------------------------


def split_lines(data: bytes) -> list[bytes]:
    lines = data.split(b"\n")
    return lines if lines[-1] else lines[:-1]


def document_name(part: Part, index: int) -> str:
    """What a document without an id is called: its source, with its number where that holds several."""
    return f"{part.source}#{index}" if part.has_several else part.source


def _lines(part: Part, data: bytes, reading: InputSettings) -> Iterator[Document | Problem]:
    for index, line in enumerate(split_lines(data), part.first):
        try:
            text, warning = decode(line, reading.encoding)
        except NewskitError as error:
            yield Problem(part.source, "read", f"line {index + 1}: {error}")
            continue
        if warning:
            yield Problem(part.source, "read", f"line {index + 1}: {warning}", failed=False)
        yield Document(text, part.source, index, document_name(part, index), end="\n")


def _rows(part: Part, data: bytes, reading: InputSettings) -> Iterator[Document | Problem]:
    rows: Iterable[Row | Problem] = _parsed(part, data, reading)
    order = part.date_order
    if part.data is None:  # a file, all of whose rows are here
        rows = list(rows)
        order = order_of(rows, reading)
    yield from row_documents(rows, part.source, partial(document_name, part), reading, order)


def order_of(rows: Iterable[Row | Problem], reading: InputSettings) -> str | None:
    """The order of day and month in the dates of rows."""
    named = named_columns(reading)
    return date_order(row_date(row.cells, named) for row in rows if isinstance(row, Row))


def _parsed(part: Part, data: bytes, reading: InputSettings) -> Iterator[Row | Problem]:
    for index, line in enumerate(split_lines(data), part.first):
        if not line.strip():
            continue
        try:
            text, warning = decode(line, reading.encoding)
            row = Row(index, f"line {index + 1}", json.loads(text))
        except (ValueError, RecursionError, NewskitError) as error:
            yield Problem(part.source, "read", f"line {index + 1}: {json_reason(error)}")
            continue
        if warning:
            yield Problem(part.source, "read", f"line {index + 1}: {warning}", failed=False)
        yield row


def json_reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "JSON nested too deeply"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON ({error.msg.lower()} at column {error.colno})"
    return str(error)


LINE_READERS = {"jsonl": _rows, "lines": _lines}
