"""What a run must have in common with the one that it resumes."""

import contextlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from newskit import __version__
from newskit.cli.inputs import option_files
from newskit.cli.options import Options
from newskit.cli.work import Command
from newskit.errors import Problem, UsageError
from newskit.input import remote
from newskit.input.batches import Part, batches, skip
from newskit.input.settings import InputSettings
from newskit.input.sources import STDIN


def run_settings(command: Command, options: Options, names: list[str]) -> dict[str, Any]:
    """What a run must have in common with the one that it resumes: version, command, options."""
    if not options.output:
        return {}
    if options.resume and STDIN in names:
        raise UsageError("--resume needs files as input; standard input cannot be read again")
    shared = (
        "form",
        "text_field",
        "columns",
        "sheet",
        "encoding",
        "max_bytes",
        "format",
        "no_source",
        "csv_safe",
    )
    own = {
        "version": __version__,
        "command": command.name,
        "files of options": _fingerprint(option_files(options)),
    }
    return own | {name: getattr(options, name) for name in shared} | options.settings


def unfinished(
    names: list[str], reading: InputSettings, done: Mapping[tuple[str, str], int]
) -> Iterator[list[Part | Problem]]:
    """What is left to read: the rest of the input that was under way, and inputs that are new or changed.

    ``done`` counts the parts of each input, by its name and state, that an earlier run did.
    """
    if not done:
        yield from batches(names, reading)
        return
    states = {name: (name, input_state(name)) for name in names}
    last = [*done][-1]
    name = last[0]
    if states.get(name) == last:
        yield from skip(batches([name], reading), done[last])
    yield from batches([name for name in names if states[name] not in done], reading)


def state(name: str) -> tuple[str, str]:
    """The name of an input and what changes when it does."""
    return name, _known_state(name)


@lru_cache(1)
def _known_state(name: str) -> str:
    return input_state(name)


def _fingerprint(names: list[str]) -> str:
    import hashlib

    state = hashlib.sha256()
    for name in names:
        state.update(f"{name}\0{input_state(name)}\0".encode("utf-8", "surrogateescape"))
    return state.hexdigest()


def input_state(name: str) -> str:
    """What changes when an input does: its size and when it was written, or what its server says."""
    with contextlib.suppress(OSError):
        if remote.is_address(name):
            return remote.state(name)
        status = Path(name).stat()
        return f"{status.st_size} {status.st_mtime_ns}"
    return "missing"
