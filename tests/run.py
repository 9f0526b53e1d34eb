"""The real binary, for tests."""

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
