"""Output that is compressed, as the ending of its name tells: ``.gz`` and (extra ``zst``) ``.zst``."""

import shutil
from collections.abc import Callable
from pathlib import Path

from newskit.errors import MissingExtraError


def packer(target: Path) -> Callable[[Path, Path], None] | None:
    """What compresses a file for a target of this name, None for a plain one. Raises MissingExtraError."""
    if target.suffix.lower() == ".gz":
        return _gzip
    if target.suffix.lower() != ".zst":
        return None
    try:
        import zstandard  # noqa: F401
    except ModuleNotFoundError:
        raise MissingExtraError("zstandard", "zst") from None
    return _zstd


def _gzip(plain: Path, packed: Path) -> None:
    import gzip

    # without the time, so that the same records are the same bytes
    with plain.open("rb") as text, packed.open("wb") as file, gzip.GzipFile("", "wb", 6, file, 0) as out:
        shutil.copyfileobj(text, out, 1 << 20)


def _zstd(plain: Path, packed: Path) -> None:
    import zstandard

    with plain.open("rb") as text, packed.open("wb") as file:
        zstandard.ZstdCompressor(write_checksum=True).copy_stream(text, file)
