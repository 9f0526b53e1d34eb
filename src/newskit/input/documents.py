"""Bytes of an input to documents: articles, pages, lines, rows of tables, text.

Bytes that are not UTF-8 are read as cp1252 with a warning, since pages of older Indonesian sites are.
"""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from newskit.document import Document
from newskit.errors import NewskitError, Problem
from newskit.input import corpus_file
from newskit.input.batches import Part, read_problem, table_rows
from newskit.input.columns import Row, row_documents
from newskit.input.compression import is_packed, pushback, read_whole, unpack
from newskit.input.dated_header import headers, starts_with_header
from newskit.input.encodings import BOMS, binary, decode, decode_strictly
from newskit.input.jsonl import LINE_READERS, document_name, order_of
from newskit.input.recognition import ROWS, recognise
from newskit.input.settings import LARGE, InputSettings
from newskit.input.sources import open_source
from newskit.input.streams import is_ascii_compatible
from newskit.input.typed_article import is_typed, records, typed_header


def documents(part: Part, reading: InputSettings) -> Iterator[Document | Problem]:
    """The documents of a part, in order, and a Problem for each row or file that cannot be used."""
    try:
        yield from _documents(part, reading)
    except Exception as error:
        yield read_problem(part.source, error, reading)


def _documents(part: Part, reading: InputSettings) -> Iterator[Document | Problem]:
    if part.rows is not None:
        name = partial(document_name, part)
        yield from row_documents(part.rows, part.source, name, reading, part.date_order)
        return
    if part.form == "corpus":
        yield from corpus_file.documents(str(Path(reading.folder, part.source)), part.first)
        return
    data, encoding = _narrow_bytes(part, reading)
    if part.form == "auto" and part.data is None and corpus_file.is_corpus_file(data[:100]):
        yield from corpus_file.documents(str(Path(reading.folder, part.source)))
        return
    form = recognise(data, part.source, reading) if part.form == "auto" else part.form
    if form == "zip":
        from newskit.input.xlsx import is_workbook

        form = "xlsx" if is_workbook(io.BytesIO(data)) else "text"
    if form in LINE_READERS:
        if not (part.first or encoding) and (problem := binary(data)):
            raise NewskitError(problem)
        part = part._replace(has_several=part.has_several or data.find(b"\n", 0, -1) >= 0)
        yield from LINE_READERS[form](part, data, replace(reading, encoding=encoding))
    elif form in ROWS:
        yield from _table(part, form, data, replace(reading, encoding=encoding))
    elif form == "html":
        from newskit.input.html import page

        yield from page(data, part.source, encoding)
    else:
        yield from _texts(part, form, data, encoding)


def _table(part: Part, form: str, data: bytes, reading: InputSettings) -> Iterator[Document | Problem]:
    """The rows of a file that is read whole, whose dates all tell whether day or month comes first."""
    found = list(table_rows(form, io.BytesIO(data), part.source, reading))
    part = part._replace(has_several=sum(isinstance(row, Row) for row in found) > 1)
    name = partial(document_name, part)
    yield from row_documents(found, part.source, name, reading, order_of(found, reading))


def _texts(part: Part, form: str, data: bytes, encoding: str | None) -> Iterator[Document | Problem]:
    text, warning = decode(data, encoding)
    if warning:
        yield Problem(part.source, "read", warning, failed=False)
    if starts_with_header(text) and form != "text":
        yield from articles(text, part.source)
    elif form != "text" and is_typed(text):
        yield from typed_articles(text, part.source)
    elif form == "article":
        yield from articles(text, part.source)
    else:
        yield Document(text, part.source, id=part.source)


def typed_articles(text: str, source: str) -> Iterator[Document]:
    """The article that is typed in a file, or those that ``newskit parse --format text`` wrote."""
    pieces = records(text)
    for index, (start, end) in enumerate(pieces):
        header = typed_header(text[start:end])
        told = {name: span.text for name, span in header.fields.items()} if header else {}
        name = f"{source}#{index}" if len(pieces) > 1 else source
        name = told.get("id", name) if header and header.body is not None else name
        yield Document(text[start:end], source, index, name, start, has_header=True, url=told.get("url"))


def _narrow_bytes(part: Part, reading: InputSettings) -> tuple[bytes, str | None]:
    """The bytes of a part and the encoding that is named for them; UTF-16 and its like as UTF-8."""
    data = part.data if part.data is not None else _read_file(part.source, reading)
    encoding = reading.encoding or next((BOMS[mark] for mark in BOMS if data.startswith(mark)), "utf-8")
    if is_ascii_compatible(encoding):
        return data, reading.encoding
    in_lines = part.data is not None and part.form in LINE_READERS  # which the reader makes of UTF-8
    return data if in_lines else decode_strictly(data, encoding).encode(), None


def _read_file(source: str, reading: InputSettings) -> bytes:
    with open_source(source, reading.folder) as raw:
        head = raw.read(LARGE)
        whole = len(head) < LARGE and not is_packed(head)  # as most files are
        return (
            head
            if whole and len(head) <= reading.limit
            else read_whole(unpack(pushback(head, raw))[0], reading)
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
