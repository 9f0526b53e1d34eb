"""Addresses as inputs: what fsspec opens, s3:// or https:// for example.

Each of its libraries has errors of its own; here all are OSErrors with the reason as their text.
"""

import errno
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, cast

from newskit.errors import MissingExtraError, UsageError

ADDRESS = re.compile(r"(?:\w+::)*\w[\w+.-]+://")
CHANGES = ("size", "mtime", "ETag", "etag", "LastModified", "last_modified", "updated")


def is_address(path: str) -> bool:
    """Whether a path is an address: a scheme, which is longer than a drive's letter, and ``://``.

    >>> [is_address(path) for path in ("s3://arsip/2020", "zip://::arsip.zip", "arsip/2020", "C://arsip")]
    [True, True, False, False]
    """
    return "://" in path and ADDRESS.match(path) is not None


def check(address: str) -> None:
    """Raises UsageError, before anything is read, where a library for the address is not installed."""
    _located(address)


def files(folder: str) -> list[str]:
    """The addresses of the files in a folder and below, sorted, without hidden ones."""
    system, path = _located(folder)
    with _os_errors():
        found = system.find(path)
    names = sorted(name for name in found if "/." not in name[len(path) :])
    around = "".join(folder.partition("::")[1:])  # of an archive's member, the archive
    return [system.unstrip_protocol(name) + around for name in names]


def size(address: str) -> int | None:
    """The bytes of a file, None where its server does not tell. Raises OSError."""
    return cast("int | None", _info(address).get("size"))


def state(address: str) -> str:
    """What changes when the file does: its size with its time or tag. Raises OSError."""
    info = _info(address)
    return " ".join(str(info[key]) for key in CHANGES if key in info)


def opened(address: str) -> IO[bytes]:
    """The file, to be read from its beginning to its end. Raises OSError."""
    system, path = _located(address)
    # of a web server one stream; not all of them answer requests for ranges
    options = {"block_size": 0} if "http" in system.protocol else {}
    with _os_errors():
        return io.BufferedReader(cast(io.RawIOBase, _Stream(system, system.open(path, "rb", **options))))


class _Stream(io.RawIOBase):
    """A file of fsspec, read in full blocks, so that its parts are the same in every run."""

    def __init__(self, system: Any, file: IO[bytes]) -> None:
        self._system, self._file = system, file  # an archive is closed when nobody holds its system

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        filled = 0
        with _os_errors():
            while filled < len(buffer) and (data := self._file.read(len(buffer) - filled)):
                buffer[filled : filled + len(data)] = data
                filled += len(data)
        return filled

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()


def _located(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ModuleNotFoundError:
        raise MissingExtraError("fsspec", "remote") from None
    try:
        return cast("tuple[Any, str]", url_to_fs(address))
    except (ImportError, ValueError) as error:
        raise UsageError(f"{address}: {error}") from None


def _info(address: str) -> dict[str, Any]:
    system, path = _located(address)
    with _os_errors():
        return cast("dict[str, Any]", system.info(path))


@contextmanager
def _os_errors() -> Iterator[None]:
    try:
        yield
    except Exception as found:
        error: BaseException = found
        # fsspec says that there is no file where a web server cannot be reached or refuses, too
        while isinstance(error, FileNotFoundError) and (cause := error.__cause__):
            if getattr(cause, "status", 0) == 404:
                break
            error = cause
        if isinstance(error, FileNotFoundError):
            raise FileNotFoundError(errno.ENOENT, "no such file") from None
        if isinstance(error, OSError) and error.strerror:
            raise error from None
        raise OSError(errno.EIO, str(error) or type(error).__name__) from error
