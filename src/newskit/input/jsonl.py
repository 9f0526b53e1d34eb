"""Lines and JSONL rows to documents."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from newskit.document import Document
from newskit.errors import NewskitError, Problem
from newskit.input.batches import Part
from newskit.input.dated_header import starts_with_header
from newskit.input.encodings import decode
from newskit.input.settings import Reading

TEXTS = ("text", "id", "title", "date")  # of a document, that come from a row


# --- lines and JSONL ---------------------------------------------------------------------


def split_lines(data: bytes) -> list[bytes]:
    lines = data.split(b"\n")
    return lines if lines[-1] else lines[:-1]


def _name(part: Part, index: int) -> str:
    return f"{part.source}#{index}" if part.several else part.source


def _lines(part: Part, data: bytes, reading: Reading) -> Iterator[Document | Problem]:
    for index, line in enumerate(split_lines(data), part.first):
        try:
            text, warning = decode(line, reading.encoding)
        except NewskitError as error:
            yield Problem(part.source, "read", f"line {index + 1}: {error}")
            continue
        if warning:
            yield Problem(part.source, "read", f"line {index + 1}: {warning}", failed=False)
        yield Document(text, part.source, index, _name(part, index), end="\n")


def _rows(part: Part, data: bytes, reading: Reading) -> Iterator[Document | Problem]:
    for index, line in enumerate(split_lines(data), part.first):
        if not line.strip():
            continue
        try:
            text, warning = decode(line, reading.encoding)
            document = _row(json.loads(text), reading.text_field)
        except (ValueError, RecursionError, NewskitError) as error:
            yield Problem(part.source, "read", f"line {index + 1}: {_json_reason(error)}")
            continue
        texts = {name: getattr(document, name) or "" for name in TEXTS}
        if halves := [name for name, value in texts.items() if _has_surrogate(value)]:
            whole: dict[str, Any] = {name: _without_halves(texts[name]) for name in halves}
            document = replace(document, **whole)
            warning = "half a surrogate pair; replaced by U+FFFD"
        if warning:
            yield Problem(part.source, "read", f"line {index + 1}: {warning}", failed=False)
        yield replace(document, source=part.source, index=index, id=document.id or _name(part, index))


LINE_READERS = {"jsonl": _rows, "lines": _lines}


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _without_halves(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _json_reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "JSON nested too deeply"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON ({error.msg.lower()} at column {error.colno})"
    return str(error)


def _row(row: Any, text_field: str) -> Document:
    if not isinstance(row, dict):
        raise NewskitError("not a JSON object")
    name = row.get("id")
    if name is not None and (isinstance(name, bool) or not isinstance(name, str | int | float)):
        raise NewskitError("field 'id' is neither a string nor a number")
    if row.get("schema") == "newskit.article/1" and text_field not in row:
        rest = row.get("paragraphs") or []
        if not isinstance(rest, list):
            raise NewskitError("field 'paragraphs' is not a list")
        body = [("lede", row.get("lede")), *(("paragraphs", paragraph) for paragraph in rest)]
        text: Any = "\n\n".join(_string({name: piece}, name) for name, piece in body if piece)
    else:
        text = _string(row, text_field)
    title, date = (_string(row, key) if row.get(key) is not None else None for key in ("title", "date"))
    return Document(
        text,
        id="" if name is None else str(name),
        title=title,
        date=date,
        has_header=starts_with_header(text),
        end="\n",
    )


def _string(row: dict[str, Any], field: str) -> str:
    if field not in row:
        raise NewskitError(f"no field '{field}'; --text-field names the one with the text")
    value = row[field]
    if not isinstance(value, str):
        raise NewskitError(f"field '{field}' is not a string")
    return value
