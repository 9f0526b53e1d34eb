"""Bytes of an input to documents: encodings, dated-header articles, lines and JSONL rows.

Bytes that are not UTF-8 are read as cp1252 with a warning, since pages of older Indonesian sites are.
"""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from newskit.document import Document
from newskit.errors import NewskitError
from newskit.header import headers, starts_with_header
from newskit.reader import (
    LARGE,
    READ_ERRORS,
    Part,
    Problem,
    Reading,
    begins_with_object,
    is_narrow,
    is_packed,
    open_source,
    read_whole,
    reason,
    unpack,
    unread,
)

BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
OFFICE = {
    b"%PDF-": "a PDF; pdftotext makes text of it",
    b"PK\x03\x04": "a zip or office file; unpack it first",
}
ARRAY = re.compile(r'\s*+\[\s*+\{\s*+"')
TEXTS = ("text", "id", "title", "date")  # of a document, that come from a row
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))


def documents(part: Part, reading: Reading) -> Iterator[Document | Problem]:
    """The documents of a part, in order, and a Problem for each row or file that cannot be used."""
    try:
        data, encoding = _narrow_bytes(part, reading)
        form = "jsonl" if part.form == "auto" and begins_with_object(data) else part.form
        if form in _LINES:
            if not (part.first or encoding) and (problem := binary(data)):
                raise NewskitError(problem)
            part = part._replace(several=part.several or data.find(b"\n", 0, -1) >= 0)
            yield from _LINES[form](part, data, replace(reading, encoding=encoding))
            return
        text, warning = decode(data, encoding)
    except (*READ_ERRORS, UnicodeError) as error:
        yield Problem(part.source, "read", reason(error))
        return
    if form == "auto" and ARRAY.match(text):
        hint = "looks like a JSON array and is read as text; jq -c '.[]' makes rows of it"
        yield Problem(part.source, "read", hint, failed=False)
    if warning:
        yield Problem(part.source, "read", warning, failed=False)
    if form == "article" or (form == "auto" and starts_with_header(text)):
        yield from articles(text, part.source)
    else:
        yield Document(text, part.source, id=part.source)


def _narrow_bytes(part: Part, reading: Reading) -> tuple[bytes, str | None]:
    """The bytes of a part and the encoding that is named for them; UTF-16 and its like as UTF-8."""
    data = part.data if part.data is not None else _read_file(part.source, reading)
    encoding = reading.encoding or next((BOMS[mark] for mark in BOMS if data.startswith(mark)), "utf-8")
    if is_narrow(encoding):
        return data, reading.encoding
    in_lines = part.data is not None and part.form in _LINES  # which the reader makes of UTF-8
    return data if in_lines else _decode_strictly(data, encoding).encode(), None


def _read_file(source: str, reading: Reading) -> bytes:
    with open_source(source, reading.folder) as raw:
        head = raw.read(LARGE)
        whole = len(head) < LARGE and not is_packed(head)  # as most files are
        return (
            head
            if whole and len(head) <= reading.limit
            else read_whole(unpack(unread(head, raw))[0], reading)
        )


def articles(text: str, source: str) -> Iterator[Document]:
    """The articles of a file, which join to its text; what stands before the first header is one, too."""
    found = list(headers(text))
    starts = [match.start() for match in found]
    if not starts or text[: starts[0]].strip():
        starts.insert(0, 0)
        found.insert(0, None)  # type: ignore[arg-type]
    starts[0] = 0
    for index, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        name = f"{source}#{index}" if len(starts) > 1 else source
        yield Document(text[start:end], source, index, name, start, has_header=found[index] is not None)


# --- encodings ---------------------------------------------------------------------------


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str | None]:
    """Text of bytes and a warning if it was a guess: ``encoding``, else byte order mark, UTF-8, cp1252.

    Raises NewskitError for bytes that are no text or not of the encoding.

    >>> decode("Jum’at".encode("cp1252"))
    ('Jum’at', 'not UTF-8 (byte 3); read as cp1252')
    """
    if encoding:
        return _decode_strictly(data, encoding), None
    for mark, name in BOMS.items():
        if data.startswith(mark):
            return _decode_strictly(data, name), None
    if problem := binary(data):
        raise NewskitError(problem)
    try:
        return data.decode(), None
    except UnicodeDecodeError as error:
        return data.decode("cp1252", "newskit.control"), f"not UTF-8 (byte {error.start}); read as cp1252"


def _decode_strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        raise NewskitError(f"not {encoding} at byte {error.start}; --encoding names another") from None


def _as_control(error: UnicodeError) -> tuple[str, int]:
    # the five bytes that cp1252 leaves open, read as browsers do
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("newskit.control", _as_control)


def binary(data: bytes) -> str | None:
    """Why bytes are no text: a known file type, or control characters in one byte of twenty."""
    for magic, remedy in OFFICE.items():
        if data.startswith(magic):
            return f"is binary, {remedy}"
    head = data[:8192]
    controls = len(head) - len(head.translate(None, CONTROLS))
    if controls > max(1, len(head) // 20):
        return "is binary, not text; --encoding names the encoding if it is text after all"
    return None


# --- lines and JSONL ---------------------------------------------------------------------


def _split_lines(data: bytes) -> list[bytes]:
    lines = data.split(b"\n")
    return lines if lines[-1] else lines[:-1]


def _name(part: Part, index: int) -> str:
    return f"{part.source}#{index}" if part.several else part.source


def _lines(part: Part, data: bytes, reading: Reading) -> Iterator[Document | Problem]:
    for index, line in enumerate(_split_lines(data), part.first):
        try:
            text, warning = decode(line, reading.encoding)
        except NewskitError as error:
            yield Problem(part.source, "read", f"line {index + 1}: {error}")
            continue
        if warning:
            yield Problem(part.source, "read", f"line {index + 1}: {warning}", failed=False)
        yield Document(text, part.source, index, _name(part, index), end="\n")


def _rows(part: Part, data: bytes, reading: Reading) -> Iterator[Document | Problem]:
    for index, line in enumerate(_split_lines(data), part.first):
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


_LINES = {"jsonl": _rows, "lines": _lines}


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
