"""Which inputs a corpus file has already, and how far the one is that is being read."""

import json
import sqlite3
from collections.abc import Iterator

from newskit import __version__
from newskit.cli.gather import Gathered
from newskit.cli.resume import input_state
from newskit.corpus.index import Progress, progress, take_down
from newskit.errors import Problem
from newskit.input.batches import Part, batches, skip
from newskit.input.settings import InputSettings
from newskit.input.sources import STDIN


class Ledger:
    """The inputs of a run in their order, and what of them is done.

    An input is left alone when neither it nor what it is read with has changed since it was finished.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        names: list[str],
        reading: InputSettings,
        analyses: tuple[str, ...],
    ) -> None:
        self._connection, self._reading = connection, reading
        how = (
            reading.form,
            reading.text_field,
            reading.encoding,
            reading.max_bytes,
            reading.columns,
            reading.sheet,
        )
        self._settings = json.dumps([__version__, *how, *analyses])
        self._states = {name: input_state(name) for name in names if name != STDIN}
        self._done = {name: self._progress(name) for name in names}
        self._current: str | None = None
        self._failed: set[str] = set()
        self.names = [name for name in names if not self._done[name].finished]
        self.unchanged = [name for name in names if self._done[name].finished]

    def _progress(self, name: str) -> Progress:
        if name == STDIN:
            return Progress()
        return progress(self._connection, name, self._states[name], self._settings)

    def failed_before(self) -> dict[str, int]:
        """The inputs that are left alone though some of their documents failed, and how many."""
        return {name: self._done[name].failed for name in self.unchanged if self._done[name].failed}

    def batches(self) -> Iterator[list[Part | Problem]]:
        """What is still to be read, in batches for workers."""
        whole: list[str] = []
        for name in self.names:
            if done := self._done[name].parts:
                yield from batches(whole, self._reading)
                yield from skip(batches([name], self._reading), done)
                whole = []
            else:
                whole.append(name)
        yield from batches(whole, self._reading)

    def arrive(self, part: Gathered) -> None:
        """Count a part as put in, and the inputs before it as finished."""
        if part.source != self._current:
            self._finish_current()
            self._current = part.source
        done = self._done[part.source]
        failed = sum(problem.failed for problem in part.problems)
        if any(problem.stage == "analyse" for problem in part.problems) or (failed and not part.found):
            self._failed.add(part.source)  # to be tried again
        self._done[part.source] = done._replace(parts=done.parts + 1, failed=done.failed + failed)

    def take_down(self) -> None:
        """Have the file hold how far the input is that is being read."""
        if self._current:
            self._write(self._current)

    def finish(self) -> None:
        """All has been read."""
        self._finish_current()
        for name in self.names:
            if not self._done[name].finished:
                self._end(name)

    def _finish_current(self) -> None:
        if self._current:
            self._end(self._current)

    def _end(self, name: str) -> None:
        self._done[name] = self._done[name]._replace(finished=True)
        self._write(name)

    def _write(self, name: str) -> None:
        if name != STDIN and name not in self._failed:
            take_down(self._connection, name, self._states[name], self._settings, self._done[name])
