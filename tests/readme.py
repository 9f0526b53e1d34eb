"""The examples of README.md; ``python tests/readme.py`` writes the output of each anew."""

import os
import re
import subprocess
from pathlib import Path

from run import BINARY

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CONSOLE = re.compile(r"```console\n(.*?)```\n", re.S)


def examples(block: str) -> list[tuple[str, str]]:
    """The commands of a console block and the output that stands below each."""
    pieces = re.split(r"^\$ ", block, flags=re.M)[1:]
    return [(command, output) for command, _, output in (piece.partition("\n") for piece in pieces)]


def run(command: str) -> str:
    """What a command prints in the project's folder."""
    path = f"{Path(BINARY).parent}:{os.environ['PATH']}:{ROOT / 'tests/bin'}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 0, (command, done.stderr.decode())
    return (done.stdout + done.stderr).decode()


if __name__ == "__main__":

    def written(match: re.Match[str]) -> str:
        block = "".join(f"$ {command}\n{run(command)}" for command, _ in examples(match[1]))
        return f"```console\n{block}```\n"

    README.write_text(CONSOLE.sub(written, README.read_text("utf-8")), "utf-8")
