"""Streams as runs of whole lines, and as text: what formats that are read row by row have in common."""

import codecs
from collections.abc import Iterator
from itertools import chain
from typing import IO

from newskit.errors import NewskitError, Problem, reason
from newskit.input.compression import read_some
from newskit.input.encodings import BOMS, binary, decode
from newskit.input.settings import InputSettings

WIDE = {mark: name for mark, name in BOMS.items() if name != "utf-8"}


def line_runs(stream: IO[bytes], reading: InputSettings) -> Iterator[bytes]:
    """Runs of whole lines, as soon as they are there."""
    rest: list[bytes] = []
    total = held = 0
    for block in blocks(stream, reading.encoding):
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


def blocks(stream: IO[bytes], encoding: str | None) -> Iterator[bytes]:
    """The bytes of a stream as they come; UTF-16 and its like as UTF-8, which has its line ends in bytes."""
    blocks = iter(lambda: read_some(stream), b"")
    head = next(blocks, b"")
    while len(head) < 4 and any(mark.startswith(head) for mark in WIDE) and (more := next(blocks, b"")):
        head += more
    encoding = encoding or next((name for mark, name in WIDE.items() if head.startswith(mark)), None)
    blocks = chain([head], blocks)
    if not encoding or is_ascii_compatible(encoding):
        yield from blocks
        return
    try:
        yield from (text.encode("utf-8", "surrogatepass") for text in codecs.iterdecode(blocks, encoding))
    except UnicodeError as error:
        raise NewskitError(f"not {encoding} to its end ({reason(error)})") from error


def is_ascii_compatible(encoding: str) -> bool:
    """Whether lines in an encoding end at the byte of a newline."""
    return "\n".encode(encoding) == b"\n"


def texts(stream: IO[bytes], source: str, reading: InputSettings) -> Iterator[str | Problem]:
    """Runs of whole lines as text, with one warning where a line is not UTF-8 and is read as cp1252.

    Raises NewskitError for bytes that are no text or not of the encoding that is named.
    """
    line, warned = 1, False
    named = reading.encoding if reading.encoding and is_ascii_compatible(reading.encoding) else None
    for run in line_runs(stream, reading):
        if line == 1:
            run = run.removeprefix(codecs.BOM_UTF8)
            if not named and (problem := binary(run)):
                raise NewskitError(problem)
        try:
            yield run.decode(named or "utf-8")
        except UnicodeDecodeError as error:
            if named:
                at = line + run.count(b"\n", 0, error.start)
                raise NewskitError(f"line {at}: not {named}; --encoding names another") from None
            if not warned:
                at = line + run.count(b"\n", 0, error.start)
                yield Problem(source, "read", f"line {at}: not UTF-8; read as cp1252", failed=False)
                warned = True
            yield "".join(decode(piece)[0] for piece in run.splitlines(keepends=True))
        line += run.count(b"\n")
