"""Compressed streams by their magic bytes, and how much one may unpack to."""

import io
from typing import IO, Any, cast

from newskit.errors import MissingExtraError, NewskitError
from newskit.input.settings import InputSettings

BLOCK = 1 << 18


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


def pushback(head: bytes, rest: IO[bytes]) -> IO[bytes]:
    """A stream with bytes put back in front of it."""
    return io.BufferedReader(cast(io.RawIOBase, _Unread(head, rest)), BLOCK)


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
    stream = pushback(head, raw)
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


def read_some(stream: IO[bytes]) -> bytes:
    """What is there, at least a byte except at the end."""
    try:
        return cast(io.BufferedIOBase, stream).read1(BLOCK)
    except Exception as error:  # each decompressor has errors of its own
        if isinstance(error, OSError) and error.errno:
            raise
        raise NewskitError(f"broken or truncated compression ({error})") from error


def read_whole(stream: IO[bytes], reading: InputSettings) -> bytes:
    """All bytes of a stream. Raises NewskitError beyond the limit."""
    blocks, size = [], 0
    while block := read_some(stream):
        blocks.append(block)
        size += len(block)
        if size > reading.limit:
            raise NewskitError(f"larger than {reading.limit:,} bytes; --max-bytes sets another limit")
    return b"".join(blocks)
