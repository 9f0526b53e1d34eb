"""What is done, taken down beside the output, so that a stopped run goes on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from newskit.errors import UsageError

SHARD = 1000  # tasks, so that the inputs alone decide what is in a shard


@dataclass(slots=True)
class Tally:
    """What is done: tasks, documents, failures, and the bytes of the output and of the errors file."""

    tasks: int = 0
    done: int = 0
    failed: int = 0
    size: int = 0
    errors: int = 0

    def line(self, source: tuple[str, str]) -> str:
        """The tally as a line of the journal, with the input that the last task was of and its state."""
        return json.dumps([self.tasks, self.done, self.failed, self.size, self.errors, *source]) + "\n"


def shard_path(target: Path, tally: Tally) -> Path:
    """The shard that holds the last task of a tally."""
    return target.with_stem(f"{target.stem}-{(tally.tasks - 1) // SHARD:05}")


def beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}.{ending}")


def resumed(
    target: Path, journal: Path, settings: Mapping[str, Any], written: tuple[int, int], shards: bool
) -> tuple[Tally, int, dict[tuple[str, str], int]]:
    """What an unfinished run to ``target`` had done, the bytes of the journal that say so, and the tasks that
    it had done of each input, by its name and state, the last at the end.

    ``written`` are the bytes of the output and the errors file; after a power cut they may be fewer than
    the journal knows of.
    """
    lines = journal.read_bytes().split(b"\n")[:-1] if journal.exists() else []  # the last may be cut
    if len(lines) < 2:
        return Tally(), 0, {}
    before = json.loads(lines[0])
    changed = sorted(name for name in {*before, *settings} if before.get(name) != settings.get(name))
    if changed:
        raise UsageError(
            f"{target}: was begun with other {', '.join(changed)}; without --resume it starts anew"
        )
    while len(lines) > 1:
        tally = Tally(*json.loads(lines[-1])[:5])
        if shards and tally.tasks % SHARD == 0 and shard_path(target, tally).exists():
            tally.size = 0
        if tally.size <= written[0] and tally.errors <= written[1]:
            return tally, sum(len(line) + 1 for line in lines), _by_input(lines[1:])
        if shards and tally.size == 0:
            raise UsageError(f"{target.parent}: the errors file lacks lines; without --resume it starts anew")
        del lines[-1]
    return Tally(), 0, {}


def _by_input(lines: list[bytes]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    before = 0
    for tasks, *_, source, state in map(json.loads, lines):
        found[source, state] = found.pop((source, state), 0) + tasks - before
        before = tasks
    return found


def lock(file: IO[bytes], target: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        return
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # of this process alone: no worker inherits it
    except OSError:
        raise UsageError(f"{target}: another newskit is writing it") from None
