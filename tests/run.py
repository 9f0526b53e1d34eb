"""The real binary, for tests."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

os.environ["NEWSKIT_LANG"] = "en"  # whatever the developer's locale is
os.environ.pop("COLUMNS", None)  # nor how wide the terminal
BINARY = str(Path(sys.executable).with_name("newskit"))
SEED = str(next(Path(__file__).parents[1].joinpath("seeds").glob("*.txt")))
COMMANDS = ("parse", "sentences", "tokenize", "stem", "keywords", "summary", "dates", "names", "quotes")


def newskit(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run newskit to its end."""
    return subprocess.run(
        [BINARY, *arguments], input=stdin, capture_output=True, timeout=120, env={**os.environ, **environment}
    )


def records(*arguments: str, stdin: bytes = b"") -> list[dict[str, Any]]:
    """The JSONL records of a run that succeeds."""
    done = newskit(*arguments, "--format", "jsonl", stdin=stdin)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.split(b"\n") if line]


def errors(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The lines on stderr."""
    return done.stderr.decode().splitlines()


def on_a_terminal(language: str, *arguments: str) -> str:
    """What a run that succeeds shows on a terminal of 80 columns, without colours, in a language."""
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "NEWSKIT_LANG": language, "NO_COLOR": "1", "COLUMNS": "80"}
    run = subprocess.Popen([BINARY, *arguments], stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    seen = b""
    with contextlib.suppress(OSError):  # what Linux says at the end
        while piece := os.read(ours, 65536):
            seen += piece
    os.close(ours)
    assert run.wait(60) == 0
    return seen.decode().replace("\r", "")
