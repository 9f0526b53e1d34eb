"""What a run must have in common with the one that it resumes."""

import contextlib
from pathlib import Path
from typing import Any

from newskit import __version__
from newskit.cli.inputs import option_files
from newskit.cli.options import Run
from newskit.cli.work import Command
from newskit.errors import UsageError
from newskit.input import remote
from newskit.input.sources import STDIN


def run_settings(command: Command, options: Run, names: list[str]) -> dict[str, Any]:
    """What a run must have in common with the one that it resumes: version, command, options, inputs."""
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
        "inputs": _fingerprint(names),
        "files of options": _fingerprint(option_files(options)),
    }
    return own | {name: getattr(options, name) for name in shared} | options.settings


def _fingerprint(names: list[str]) -> str:
    import hashlib

    state = hashlib.sha256()
    for name in names:
        state.update(f"{name}\0{_state(name)}\0".encode("utf-8", "surrogateescape"))
    return state.hexdigest()


def _state(name: str) -> str:
    with contextlib.suppress(OSError):
        if remote.is_address(name):
            return remote.state(name)
        status = Path(name).stat()
        return f"{status.st_size} {status.st_mtime_ns}"
    return "missing"
