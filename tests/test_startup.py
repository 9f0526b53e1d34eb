"""What must stay out of a start, since users wait for it at every call."""

import subprocess
import sys

import pytest

from run import BINARY

NEVER = {"pydantic", "numpy", "sklearn", "distributed", "fsspec", "rich.table", "rich.markdown"}


def modules(*arguments: str, stdin: bytes = b"") -> set[str]:
    """The modules that a run of newskit imports."""
    command = [sys.executable, "-X", "importtime", BINARY, *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, check=True)
    return {line.rpartition(b"|")[2].strip().decode() for line in done.stderr.splitlines()}


def test_version_loads_little() -> None:
    loaded = modules("--version")
    assert "newskit.cli" in loaded
    heavy = {
        "rich",
        "multiprocessing",
        "importlib.metadata",
        "newskit.reader",
        "newskit.lexicon",
        "newskit.stem",
    }
    assert not loaded & (NEVER | heavy)


@pytest.mark.parametrize("command", ["parse", "sentences", "tokenize", "stem", "keywords", "summary"])
def test_a_pipe_needs_neither_rich_nor_processes(command: str) -> None:
    loaded = modules(command, stdin=b"Warga menunggu bantuan.\n")
    assert "newskit.reader" in loaded
    assert not loaded & (NEVER | {"rich", "multiprocessing", "Sastrawi"})
