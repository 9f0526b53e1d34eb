"""The examples of README.md and docs/journalist.md, in both languages; ``tests/readme.py`` writes them."""

import os
import re
import subprocess
from functools import partial
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from run import BINARY

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
INDONESIAN = ROOT / "README.id.md"
JOURNALIST = (ROOT / "docs/journalist.md", ROOT / "docs/journalist.id.md")
CONSOLE = re.compile(r"```console\n(.*?)```\n", re.S)


def examples(block: str) -> list[tuple[str, str]]:
    """The commands of a console block and the output that stands below each."""
    pieces = re.split(r"^\$ ", block, flags=re.M)[1:]
    return [(command, output) for command, _, output in (piece.partition("\n") for piece in pieces)]


def run(command: str, folder: Path | None = None) -> str:
    """What a command prints in a folder, or in one of its own that has the project's seeds and docs."""
    if folder is None:
        with TemporaryDirectory() as made:
            for name in ("seeds", "docs"):
                Path(made, name).symlink_to(ROOT / name)
            return run(command, Path(made))
    path = f"{Path(BINARY).parent}:{os.environ['PATH']}:{ROOT / 'tests/bin'}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        capture_output=True,
        env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 0, (command, done.stderr.decode())
    return (done.stdout + done.stderr).decode()


if __name__ == "__main__":

    def anew(page: Path, folder: Path | None = None) -> None:
        """Write the output of each example of a page anew."""
        page.write_text(CONSOLE.sub(partial(written, folder), page.read_text("utf-8")), "utf-8")

    def written(folder: Path | None, match: re.Match[str]) -> str:
        block = "".join(f"$ {command}\n{run(command, folder)}" for command, _ in examples(match[1]))
        return f"```console\n{block}```\n"

    anew(README)
    anew(INDONESIAN)
    for page in JOURNALIST:
        with TemporaryDirectory() as made:
            copytree(page.with_name("examples"), made, dirs_exist_ok=True)
            anew(page, Path(made))
