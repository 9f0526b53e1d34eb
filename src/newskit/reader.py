"""Paths, addresses, directories and streams: from what a user names to the parts that workers read.

A file is read whole by the worker that analyses it; of a stream, and of a large file of lines, whole lines
are handed on as soon as they are there. What is in a part is the matter of ``rows``.
"""

import codecs
import io
import os
import select
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import IO, Any, NamedTuple, TypeVar, cast

from newskit import remote
from newskit.errors import MissingExtraError, NewskitError, UsageError

T = TypeVar("T")

STDIN = "-"
BLOCK = 1 << 18
BATCH = 16  # files that a worker takes at once
LARGE = 1 << 20  # bytes above which a file of lines is read in parts
DOCUMENT_LIMIT = 1 << 27  # bytes of one document where --max-bytes does not say otherwise
STILL_OPEN = 0.5  # seconds of silence after its first line that make a stream one that goes on
READ_ERRORS = (OSError, EOFError, NewskitError)


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read: the options of the command line, and the folder that paths are relative to."""

    form: str = "auto"
    text_field: str = "text"
    encoding: str | None = None
    max_bytes: int | None = None
    folder: str = ""

    @property
    def limit(self) -> int:
        """The bytes that one document may have."""
        return self.max_bytes or DOCUMENT_LIMIT


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


class Problem(NamedTuple):
    """An input or row that could not be used, or, where not ``failed``, was read by a guess."""

    source: str
    stage: str
    message: str
    failed: bool = True


def sources(paths: Iterable[str], *, recursive: bool = False) -> list[str]:
    """The files behind paths, each once; a directory's in sorted order, without hidden and linked ones,
    pipes and devices.

    Raises UsageError for a directory where ``recursive`` is off.
    """
    found: dict[str, str] = {}
    for path in paths:
        if not path:
            raise UsageError("the name of an input is empty")
        if remote.is_address(path):
            remote.check(path)
            found |= {name: name for name in (_addresses(path) if recursive else [path])}
        elif not os.path.isdir(path):  # noqa: PTH112 - a Path's raises for a name that is too long
            found.setdefault(_identity(path), path)
        elif recursive:
            for identity, name in _files(path):
                found.setdefault(identity, name)
        else:
            raise UsageError(f"{path}: is a directory; -r reads the files in it")
    return list(found.values())


def _identity(path: str) -> str:
    """What two names of one file have in common; a link that leads nowhere is for itself."""
    return os.path.realpath(path) if path != STDIN and os.path.exists(path) else path  # noqa: PTH110


def _files(folder: str) -> Iterator[tuple[str, str]]:
    """The files in a folder and below: what each has in common with other names of it, and its name."""
    here = os.path.realpath(folder)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder, folder  # to be reported when it is read
        return
    seen = [entry for entry in entries if not entry.name.startswith(".")]
    for entry in seen:
        if entry.is_symlink():
            if os.path.isfile(entry.path) or not os.path.exists(entry.path):  # noqa: PTH110, PTH113
                yield _identity(entry.path), entry.path
        elif entry.is_file():
            yield f"{here}{os.sep}{entry.name}", entry.path
    for entry in seen:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)


def _addresses(folder: str) -> list[str]:
    try:
        return remote.files(folder) or [folder]
    except OSError:
        return [folder]  # the reason shows when it is read


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


def open_source(source: str, folder: str = "") -> IO[bytes]:
    """The bytes behind a path, which may be relative to ``folder``, an address, or standard input."""
    if remote.is_address(source):
        return remote.opened(source)
    if source != STDIN:
        return open(os.path.join(folder, source), "rb")  # noqa: PTH118, PTH123 - a Path costs as much again
    if sys.stdin is None:
        raise NewskitError("standard input is closed")
    return open(sys.stdin.fileno(), "rb", closefd=False)


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


# --- bytes -------------------------------------------------------------------------------


class _Unread(io.RawIOBase):
    """A stream with bytes put back in front of it."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, cast(io.BufferedIOBase, rest)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        data = data or self._rest.read1(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def unread(head: bytes, rest: IO[bytes]) -> IO[bytes]:
    """A stream with bytes put back in front of it."""
    return io.BufferedReader(cast(io.RawIOBase, _Unread(head, rest)), BLOCK)


BEFORE_ROWS = b"\xef\xbb\xbf \t\r\n"
MAGIC = {b"\x1f\x8b": "gzip", b"BZh": "bz2", b"\xfd7zXZ\0": "lzma", b"\x28\xb5\x2f\xfd": "zstd"}


def is_packed(head: bytes) -> bool:
    """Whether bytes begin as those of a compression that ``unpack`` knows."""
    return head.startswith(tuple(MAGIC))


def unpack(raw: IO[bytes]) -> tuple[IO[bytes], bool]:
    """The stream, decompressed if it begins as gzip, bzip2, xz or zstandard do, and whether it was."""
    head = b""
    while any(magic.startswith(head) for magic in MAGIC if len(head) < len(magic)):
        byte = raw.read(1)
        if not byte:
            break
        head += byte
    stream = unread(head, raw)
    kind = next((kind for magic, kind in MAGIC.items() if head.startswith(magic)), "")
    return (_decompressor(kind, stream), True) if kind else (stream, False)


def _decompressor(kind: str, stream: IO[bytes]) -> IO[bytes]:
    if kind == "gzip":
        import gzip

        return cast(IO[bytes], gzip.GzipFile(fileobj=stream))
    if kind == "bz2":
        import bz2

        return cast(IO[bytes], bz2.BZ2File(stream))
    if kind == "lzma":
        import lzma

        return cast(IO[bytes], lzma.LZMAFile(stream))
    return cast(IO[bytes], io.BufferedReader(_Zstandard(stream), BLOCK))


class _Zstandard(io.RawIOBase):
    """What zstandard frames hold; the library's own reader takes a frame that is cut off for a whole one."""

    PIECE = 512  # unpacks to 16 MB at the most

    def __init__(self, packed: IO[bytes]) -> None:
        try:
            import zstandard
        except ModuleNotFoundError:
            raise MissingExtraError("zstandard", "zst") from None
        self._packed, self._begin = packed, zstandard.ZstdDecompressor().decompressobj
        self._frame: Any = None
        self._ready = self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        while not self._ready:
            piece = self._rest or self._packed.read(self.PIECE)
            if not piece and self._frame:
                raise EOFError("the last frame has no end")
            if not piece:
                return 0
            self._frame = self._frame or self._begin()
            self._ready, self._rest = self._frame.decompress(piece), b""
            if self._frame.eof:
                self._frame, self._rest = None, self._frame.unused_data
        data, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def _read_some(stream: IO[bytes]) -> bytes:
    """What is there, at least a byte except at the end."""
    try:
        return cast(io.BufferedIOBase, stream).read1(BLOCK)
    except Exception as error:  # each decompressor has errors of its own
        if isinstance(error, OSError) and error.errno:
            raise
        raise NewskitError(f"broken or truncated compression ({error})") from error


def read_whole(stream: IO[bytes], reading: Reading) -> bytes:
    """All bytes of a stream. Raises NewskitError beyond the limit."""
    blocks, size = [], 0
    while block := _read_some(stream):
        blocks.append(block)
        size += len(block)
        if size > reading.limit:
            raise NewskitError(f"larger than {reading.limit:,} bytes; --max-bytes sets another limit")
    return b"".join(blocks)


def recognise(stream: IO[bytes], reading: Reading) -> tuple[str, IO[bytes]]:
    """The form, where auto ``jsonl`` if the first line begins a JSON object, and the stream unread."""
    if reading.form != "auto":
        return reading.form, stream
    head = b""
    while len(head) < LARGE and head.lstrip(BEFORE_ROWS) in (b"", b"{") and (block := _read_some(stream)):
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
    blocks = iter(lambda: _read_some(stream), b"")
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


def reason(error: BaseException) -> str:
    """What went wrong, in the words of the error, without its number and file name."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error) or type(error).__name__
