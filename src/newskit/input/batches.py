"""Paths, addresses, directories and streams: from what a user names to the parts that workers read.

A file is read whole by the worker that analyses it; of a stream, and of a large file of lines or rows, whole
ones are handed on as soon as they are there. What is in a part is the matter of ``documents``. Rows that are
no lines (CSV, JSON arrays, workbooks) are read here once, and handed on in groups.
"""

import contextlib
import io
import os
import re
import select
import stat
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple, TypeVar

from newskit.errors import TOO_LARGE, MissingExtraError, Problem, reason, unexpected
from newskit.input import corpus_file, remote
from newskit.input.columns import Row, columns, date_order, is_open, named_columns, row_date
from newskit.input.compression import BLOCK, pushback, read_some, read_whole, unpack
from newskit.input.recognition import BLANKS, HEAD, ROWS, recognise
from newskit.input.settings import LARGE, READ_ERRORS, InputSettings
from newskit.input.sources import STDIN, open_source
from newskit.input.streams import line_runs

T = TypeVar("T")
BATCH = 16  # files that a worker takes at once
STILL_OPEN = 0.5  # seconds of silence after its first line that make a stream one that goes on


class Part(NamedTuple):
    """What is read at once: a file (``data`` is None), the bytes of a stream, some of its lines or its rows.

    ``first`` is the number of the first line, ``has_several`` tells that the source holds several documents,
    ``size`` is how many bytes of the file as it lies on disk the part takes, ``date_order`` whether the day
    or the month comes first in its column of dates, where the rows show it.
    """

    source: str
    data: bytes | None = None
    form: str = "auto"
    first: int = 0
    has_several: bool = False
    size: int = 0
    rows: tuple[Row | Problem, ...] | None = None
    date_order: str | None = None


def batches(names: Iterable[str], reading: InputSettings) -> Iterator[list[Part | Problem]]:
    """What to read, in batches that are worth a worker's while: some files, or one part of a stream."""
    files: list[Part | Problem] = []
    for source in names:
        size = _small_size(source)
        if size is not None:
            files.append(Part(source, form=reading.form, size=size))
        if files and (size is None or len(files) == BATCH):
            yield files
            files = []
        if size is None:
            yield from ([part] for part in parts(source, reading))
    if files:
        yield files


def kept_columns(part: Part | Problem, reading: InputSettings) -> list[str]:
    """The columns of a part's rows that are no text, title and so on, in their order."""
    if isinstance(part, Problem):
        return []
    if part.rows is not None:
        cells: Iterable[object] = [row.cells for row in part.rows if isinstance(row, Row)]
    elif part.form == "jsonl" and part.data:
        cells = _objects(part.data)
    else:
        return []
    named, found = named_columns(reading), dict[str, None]()
    for keys in {tuple(row): None for row in cells if isinstance(row, dict)}:
        used = set(columns(keys, named).values())
        found |= dict.fromkeys(key for key in keys if key not in used)
    return list(found)


def skip(found: Iterable[list[T]], count: int) -> Iterator[list[T]]:
    """Batches without the first ``count`` of what they hold."""
    for batch in found:
        if count < len(batch):
            yield batch[count:]
        count = max(0, count - len(batch))


def parts(source: str, reading: InputSettings) -> Iterator[Part | Problem]:
    """The parts of a stream or large file, lazily, and a Problem where it cannot be read (on)."""
    try:
        if reading.form == "auto" and source != STDIN and corpus_file.has_corpus(source):
            numbers = corpus_file.first_numbers(source)
            yield from (Part(source, form="corpus", first=n, has_several=len(numbers) > 1) for n in numbers)
            return
        with open_source(source) as raw:
            stream, packed = unpack(raw)
            form, stream = recognised(stream, source, reading)
            whole = not (raw.seekable() or remote.is_address(source)) or source == STDIN
            if form in ("jsonl", "lines"):
                waits = source == STDIN and not packed
                yield from _line_parts(source, form, line_runs(stream, reading), raw, waits, reading)
            elif form in ("zip", "xlsx"):
                file = raw if raw.seekable() and not packed else io.BytesIO(read_whole(stream, reading))
                file.seek(0)
                yield from _zip_parts(source, form, file, reading)
            elif form in ROWS:
                yield from _row_parts(source, form, table_rows(form, stream, source, reading), raw, reading)
            elif whole:
                yield Part(source, read_whole(stream, reading), form)
            else:
                yield Part(source, form=form)
    except Exception as error:
        yield read_problem(source, error, reading)


def read_problem(source: str, error: Exception, reading: InputSettings) -> Problem:
    """A Problem of an input, whatever the error; a library that is missing is told once in a run."""
    missing = str(error) if isinstance(error, MissingExtraError) else ""
    if isinstance(error, (*READ_ERRORS, UnicodeError)):
        told = reason(error)
        for path in (source, str(Path(reading.folder, source))):  # those of corpus files name it themselves
            told = told.removeprefix(f"{path}: ")
        return Problem(source, "read", told, once=missing)
    if reading.debug:
        raise error
    return Problem(source, "read", TOO_LARGE if isinstance(error, MemoryError) else unexpected(error))


def table_rows(form: str, stream: IO[bytes], source: str, reading: InputSettings) -> Iterator[Row | Problem]:
    """The rows of a stream of one of the forms ROWS; what reads them is imported when it is needed."""
    if form in ("csv", "tsv"):
        from newskit.input import csv

        return csv.rows(stream, source, reading, form)
    if form == "json":
        from newskit.input import json

        return json.rows(stream, source, reading)
    if form == "feed":
        from newskit.input import feed

        return feed.rows(stream, source, reading)
    from newskit.input import xlsx

    return xlsx.rows(stream, source, reading)


def _zip_parts(source: str, form: str, file: IO[bytes], reading: InputSettings) -> Iterator[Part | Problem]:
    from newskit.input.xlsx import is_workbook

    if form == "xlsx" or is_workbook(file):
        yield from _row_parts(source, "xlsx", table_rows("xlsx", file, source, reading), None, reading)
    else:
        yield Part(source, file.read(LARGE), "text")  # which says what it is


def _small_size(source: str) -> int | None:
    if source == STDIN:
        return None
    try:
        if remote.is_address(source):
            size = remote.size(source)
            return size if size is not None and size <= LARGE else None
        status = os.stat(source)  # noqa: PTH116 - a Path costs as much as the call
    except READ_ERRORS:
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) and status.st_size <= LARGE else None


def _line_parts(
    source: str, form: str, line_chunks: Iterator[bytes], raw: IO[bytes], waits: bool, reading: InputSettings
) -> Iterator[Part]:
    first, has_several, position = 0, False, 0
    order, line_chunks = (
        _order_of_lines(line_chunks, raw, waits, reading) if form == "jsonl" else (None, line_chunks)
    )
    while data := next(line_chunks, b""):
        count = data.count(b"\n") + (not data.endswith(b"\n"))
        if not first:
            has_several = count > 1
            if not has_several and waits and not _has_more(raw):
                has_several = True
            elif not has_several:
                follower = next(line_chunks, b"")
                has_several = bool(follower)
                line_chunks = chain([follower] if follower else [], line_chunks)
        start, position = position, raw.tell() if raw.seekable() else 0
        yield Part(source, data, form, first, has_several, position - start, date_order=order)
        first += count


def _has_more(raw: IO[bytes]) -> bool:
    return bool(select.select([raw], [], [], STILL_OPEN)[0])


DATE_IN_FIGURES = re.compile(rb'"\s*\d{1,2}([/.-])\d{1,2}\1\d{2}')


def _order_of_lines(
    line_chunks: Iterator[bytes], raw: IO[bytes], waits: bool, reading: InputSettings
) -> tuple[str | None, Iterator[bytes]]:
    """The order of day and month in the first rows of a stream, as far as they tell, and the runs again."""
    named, held, dates = named_columns(reading), list[bytes](), list[str | None]()
    for run in line_chunks:
        held.append(run)
        if not DATE_IN_FIGURES.search(run):
            break
        dates += [row_date(cells, named) for cells in _objects(run)]
        enough = date_order(dates) or not any(map(is_open, dates)) or sum(map(len, held)) >= LARGE
        if enough or (waits and not _has_more(raw)):
            break
    return date_order(dates), chain(held, line_chunks)


def _objects(lines: bytes) -> Iterator[object]:
    import json

    for line in lines.split(b"\n"):
        with contextlib.suppress(ValueError, RecursionError):
            yield json.loads(line)


def _row_parts(
    source: str, form: str, rows: Iterator[Row | Problem], raw: IO[bytes] | None, reading: InputSettings
) -> Iterator[Part]:
    """Rows in parts that are worth a worker's while; the first wait until they tell the order of dates."""
    named, held, dates, size = named_columns(reading), list[Row | Problem](), list[str | None](), 0
    for row in rows:
        held.append(row)
        size += _letters(row)
        dates.append(row_date(row.cells, named) if isinstance(row, Row) else None)
        if size >= LARGE or not is_open(dates[-1]):
            break
    order = date_order(dates)
    position = 0
    pending: Part | None = None
    for group in _groups(chain(held, rows)):
        start, position = position, raw.tell() if raw and raw.seekable() else 0
        if pending:
            yield pending._replace(has_several=True)
        first = next((row.number for row in group if isinstance(row, Row)), 0)
        has_several = pending is not None or sum(isinstance(row, Row) for row in group) > 1
        pending = Part(source, b"", form, first, has_several, position - start, tuple(group), order)
    if pending:
        yield pending


def _groups(rows: Iterable[Row | Problem]) -> Iterator[list[Row | Problem]]:
    group: list[Row | Problem] = []
    size = 0
    for row in rows:
        group.append(row)
        size += _letters(row)
        if size >= BLOCK:
            yield group
            group, size = [], 0
    if group:
        yield group


def _letters(row: Row | Problem) -> int:
    """About how many bytes a row takes."""
    if isinstance(row, Problem) or not isinstance(row.cells, dict):
        return 100
    return sum(len(cell) if isinstance(cell, str) else 20 for cell in row.cells.values())


def recognised(stream: IO[bytes], source: str, reading: InputSettings) -> tuple[str, IO[bytes]]:
    """The form that an input has, and the stream unread."""
    if reading.form != "auto":
        return reading.form, stream
    head = b""
    while len(head) < LARGE and not _tells(head) and (block := read_some(stream)):
        head += block
    return recognise(head, source, reading), pushback(head, stream)


def _tells(head: bytes) -> bool:
    """Whether the beginning of a stream shows its form: its first line that is not blank is there."""
    start = head.lstrip(BLANKS)
    if start.startswith((b"<", b"\xff", b"\xfe")) or b"\0" in start[:4]:
        return len(head) >= HEAD
    return b"\n" in start or start.startswith(b"PK\x03\x04")
