"""Where records go: standard output, or a file that takes another's place when all is done.

A file is written beside its target together with a journal of what is done, so that a run that was stopped,
even by kill -9, goes on where it was. What the journal does not know of is cut off and written again.
In shards, the file beside takes the place of one target after the other.
"""

import contextlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any

from newskit.errors import NewskitError, StoppedError, UsageError, reason
from newskit.output import compression
from newskit.output.journal import SHARD, Tally, beside, lock, resumed, shard_path


class Output:
    """An output under way, with the tally of what is in it.

    ``done`` counts the tasks of each input that the run which is resumed had done. ``convert`` makes the file
    that is wanted, a compressed or binary one, of the text that was written.
    """

    def __init__(
        self,
        file: IO[bytes],
        errors: IO[bytes] | None,
        journal: IO[bytes] | None,
        tally: Tally,
        shards: Path | None = None,
        before: Mapping[tuple[str, str], int] = MappingProxyType({}),
        convert: Callable[[Path, Path], None] | None = None,
    ) -> None:
        self._file, self._errors, self._journal, self.tally = file, errors, journal, tally
        self._shards, self.done, self._convert = shards, before, convert

    def add(
        self,
        text: str,
        errors: str = "",
        *,
        done: int = 0,
        failed: int = 0,
        source: tuple[str, str] = ("", ""),
    ) -> None:
        """Write what one task gave, and take it down as done; ``source`` is its input and its state."""
        if self._shards and self.tally.tasks % SHARD == 0 < self.tally.tasks:
            self._next_shard(self._shards)
        self.tally.tasks += 1
        self.tally.done += done
        self.tally.failed += failed
        self.tally.size += _write(self._file, text)
        if self._errors:
            self.tally.errors += _write(self._errors, errors)
        if self._journal:
            _write(self._journal, self.tally.line(source))

    def _next_shard(self, target: Path) -> None:
        ended = shard_path(target, self.tally)
        if ended.exists():  # the run that is resumed was stopped after this
            return
        partial = self._file.name
        self.close(ended)
        self._file = _opened(partial, "ab")
        lock(self._file, target)
        self.tally.size = 0

    def close(self, target: Path | None = None) -> None:
        """Close the file, and put it in the place of ``target``."""
        partial = Path(self._file.name)
        if target:
            os.fsync(self._file.fileno())
        self._file.close()
        if target and target.exists():
            if self._shards:  # ended before the run that is resumed was stopped
                partial.unlink()
                return
            shutil.copymode(target, partial)
        if target and self._convert:
            made = partial.with_name(f"{partial.name}.made")
            self._convert(partial, made)
            made.replace(target)
            partial.unlink()
        elif target:
            partial.replace(target)


def _write(file: IO[bytes], text: str) -> int:
    if not text:
        return 0
    # a lone surrogate, from a file name that is not UTF-8, becomes its JSON escape
    data = text.encode("utf-8", "backslashreplace")
    file.write(data)
    file.flush()
    return len(data)


@contextmanager
def output(
    path: str | None,
    errors_path: str | None,
    settings: Mapping[str, Any],
    *,
    resume: bool = False,
    shards: str | None = None,
    convert: Callable[[Path, Path], None] | None = None,
) -> Iterator[Output]:
    """The output at ``path`` (None or ``-``: standard output), and a file for errors as JSONL.

    With ``shards``, the ending of their names, ``path`` is a folder: part-00000, part-00001 and so on.
    ``settings`` is what a run must have in common with the one that it resumes. Raises UsageError where they
    differ, where a file cannot be made and where another run is writing it.
    """
    if shards:
        with _replacing(_first(path, shards, resume), errors_path, settings, resume, True, convert) as out:
            yield out
        return
    in_place = path is None or path == "-" or (Path(path).exists() and not Path(path).is_file())
    if resume and in_place:
        raise UsageError("--resume needs -o FILE, a regular file")
    with contextlib.ExitStack() as stack:
        if path is None or in_place:
            file = (
                _standard_output() if path in (None, "-") else stack.enter_context(_opened(str(path), "wb"))
            )
            errors = stack.enter_context(_opened(errors_path, "wb")) if errors_path else None
            yield Output(file, errors, None, Tally())
        else:
            target = Path(path).resolve()
            convert = convert or compression.packer(target)
            yield stack.enter_context(_replacing(target, errors_path, settings, resume, convert=convert))


def _first(folder: str | None, ending: str, resume: bool) -> Path:
    if folder in (None, "-"):
        raise UsageError("--shards needs -o FOLDER")
    target = Path(str(folder)).resolve() / f"part.{ending}"
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made ({reason(error)})") from error
    if any(target.parent.glob("part-*")) and not (resume and beside(target, "journal").exists()):
        raise UsageError(
            f"{folder}: holds shards; name another folder, or --resume to go on with a stopped run"
        )
    return target


def _standard_output() -> IO[bytes]:
    if sys.stdout is None:
        raise NewskitError("standard output is closed")
    return sys.stdout.buffer


def _opened(path: str, mode: str, name: str | None = None) -> IO[bytes]:
    try:
        return open(path, mode)  # noqa: PTH123 - a caller's with statement closes it
    except OSError as error:
        raise UsageError(f"{name or path}: cannot be written ({reason(error)})") from error


@contextmanager
def _replacing(
    target: Path,
    errors_path: str | None,
    settings: Mapping[str, Any],
    resume: bool,
    shards: bool = False,
    convert: Callable[[Path, Path], None] | None = None,
) -> Iterator[Output]:
    partial, journal_path = beside(target, "partial"), beside(target, "journal")
    errors = _opened(errors_path, "ab") if errors_path else None
    file = _opened(str(partial), "ab", str(target))
    try:
        lock(file, target)
        written = file.tell(), errors.tell() if errors and errors.seekable() else sys.maxsize
        tally, taken_down, before = (
            resumed(target, journal_path, settings, written, shards) if resume else (Tally(), 0, {})
        )
        journal = _opened(str(journal_path), "ab")
        with journal, errors or contextlib.nullcontext():
            file.truncate(tally.size)
            journal.truncate(taken_down)
            if errors and Path(errors.name).is_file():
                errors.truncate(tally.errors)
            if not taken_down:
                _write(journal, json.dumps(settings) + "\n")
            out = Output(file, errors, journal, tally, target if shards else None, before, convert)
            with contextlib.closing(out):
                yield out
                out.close(shard_path(target, tally) if shards else target)
        journal_path.unlink()
    except (KeyboardInterrupt, StoppedError, UsageError):
        raise  # what is done stays for --resume
    except BaseException:
        if shards and shard_path(target, Tally(1)).exists():
            raise  # so do shards that are done
        partial.unlink(missing_ok=True)
        journal_path.unlink(missing_ok=True)
        raise
    finally:
        file.close()
