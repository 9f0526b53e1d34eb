"""Paths, folders and addresses to the inputs behind them, each once."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import IO

from newskit.errors import NewskitError, UsageError
from newskit.input import remote

STDIN = "-"


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


def open_source(source: str, folder: str = "") -> IO[bytes]:
    """The bytes behind a path, which may be relative to ``folder``, an address, or standard input."""
    if remote.is_address(source):
        return remote.opened(source)
    if source != STDIN:
        return open(os.path.join(folder, source), "rb")  # noqa: PTH118, PTH123 - a Path costs as much again
    if sys.stdin is None:
        raise NewskitError("standard input is closed")
    return open(sys.stdin.fileno(), "rb", closefd=False)
