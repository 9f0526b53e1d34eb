"""Paths, addresses, directories and streams: from what a user names to the parts that workers read.

A file is read whole by the worker that analyses it; of a stream, and of a large file of lines, whole lines
are handed on as soon as they are there. What is in a part is the matter of ``rows``.
"""

import codecs
import os
import select
import stat
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO, NamedTuple, TypeVar

from newskit.errors import NewskitError, Problem, reason
from newskit.input import remote
from newskit.input.compression import read_some, read_whole, unpack, unread
from newskit.input.settings import LARGE, READ_ERRORS, Reading
from newskit.input.sources import STDIN, open_source

T = TypeVar("T")
BATCH = 16  # files that a worker takes at once
STILL_OPEN = 0.5  # seconds of silence after its first line that make a stream one that goes on


class Part(NamedTuple):
    """What is read at once: a file (``data`` is None), the bytes of a stream, or some of its lines.

    ``first`` is the number of the first line, ``several`` tells that the source holds several documents,
    ``size`` is how many bytes of the file as it lies on disk the part takes.
    """

    source: str
    data: bytes | None = None
    form: str = "auto"
    first: int = 0
    several: bool = False
    size: int = 0


def batches(names: Iterable[str], reading: Reading) -> Iterator[list[Part | Problem]]:
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


def skip(found: Iterable[list[T]], count: int) -> Iterator[list[T]]:
    """Batches without the first ``count`` of what they hold."""
    for batch in found:
        if count < len(batch):
            yield batch[count:]
        count = max(0, count - len(batch))


def parts(source: str, reading: Reading) -> Iterator[Part | Problem]:
    """The parts of a stream or large file, lazily, and a Problem where it cannot be read (on)."""
    try:
        with open_source(source) as raw:
            stream, packed = unpack(raw)
            form, stream = recognise(stream, reading)
            if form in ("jsonl", "lines"):
                waits = source == STDIN and not packed
                yield from _line_parts(source, form, _runs(stream, reading), raw, waits)
            elif source == STDIN or not (raw.seekable() or remote.is_address(source)):
                yield Part(source, read_whole(stream, reading), form)
            else:
                yield Part(source, form=form)
    except READ_ERRORS as error:
        yield Problem(source, "read", reason(error))


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


def _line_parts(source: str, form: str, runs: Iterator[bytes], raw: IO[bytes], waits: bool) -> Iterator[Part]:
    first, several, position = 0, False, 0
    while data := next(runs, b""):
        count = data.count(b"\n") + (not data.endswith(b"\n"))
        if not first:
            several = count > 1
            if not several and waits and not select.select([raw], [], [], STILL_OPEN)[0]:
                several = True
            elif not several:
                follower = next(runs, b"")
                several = bool(follower)
                runs = chain([follower] if follower else [], runs)
        start, position = position, raw.tell() if raw.seekable() else 0
        yield Part(source, data, form, first, several, position - start)
        first += count


BEFORE_ROWS = b"\xef\xbb\xbf \t\r\n"


def recognise(stream: IO[bytes], reading: Reading) -> tuple[str, IO[bytes]]:
    """The form, where auto ``jsonl`` if the first line begins a JSON object, and the stream unread."""
    if reading.form != "auto":
        return reading.form, stream
    head = b""
    while len(head) < LARGE and head.lstrip(BEFORE_ROWS) in (b"", b"{") and (block := read_some(stream)):
        head += block
    return "jsonl" if begins_with_object(head) else "auto", unread(head, stream)


def begins_with_object(head: bytes) -> bool:
    """Whether bytes begin as a line of JSONL does: ``{"`` or ``{}``, blanks and a byte order mark apart."""
    start = head[:LARGE].lstrip(BEFORE_ROWS)
    return start.startswith(b"{") and start[1:].lstrip()[:1] in (b'"', b"}", b"")


def _runs(stream: IO[bytes], reading: Reading) -> Iterator[bytes]:
    """Runs of whole lines, as soon as they are there."""
    rest: list[bytes] = []
    total = held = 0
    for block in _blocks(stream, reading.encoding):
        total += len(block)
        if reading.max_bytes and total > reading.max_bytes:
            raise NewskitError(f"larger than {reading.max_bytes:,} bytes, the limit that --max-bytes sets")
        cut = block.rfind(b"\n") + 1
        if cut:
            yield b"".join((*rest, block[:cut]))
            rest, held = [], 0
        rest.append(block[cut:])
        held += len(block) - cut
        if held > reading.limit:
            raise NewskitError(f"a line larger than {reading.limit:,} bytes; --max-bytes sets another limit")
    if any(rest):
        yield b"".join(rest)


def _blocks(stream: IO[bytes], encoding: str | None) -> Iterator[bytes]:
    """The bytes of a stream as they come; UTF-16 and its like as UTF-8, which has its line ends in bytes."""
    blocks = iter(lambda: read_some(stream), b"")
    head = next(blocks, b"")
    if head in (b"\xff", b"\xfe"):
        head += next(blocks, b"")
    if not encoding and head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        encoding = "utf-16"
    blocks = chain([head], blocks)
    if not encoding or is_narrow(encoding):
        yield from blocks
        return
    try:
        yield from (text.encode("utf-8", "surrogatepass") for text in codecs.iterdecode(blocks, encoding))
    except UnicodeError as error:
        raise NewskitError(f"not {encoding} to its end ({reason(error)})") from error


def is_narrow(encoding: str) -> bool:
    """Whether lines in an encoding end at the byte of a newline."""
    return "\n".encode(encoding) == b"\n"
