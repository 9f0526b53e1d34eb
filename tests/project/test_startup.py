"""What must stay out of a start, since users wait for it at every call."""

import re
import subprocess
import sys

import pytest

from run import BINARY, COMMANDS

NEVER = {"pydantic", "numpy", "sklearn", "distributed", "fsspec", "rich.table", "rich.markdown"}


def modules(*arguments: str, stdin: bytes = b"") -> set[str]:
    """The modules that a run of newskit imports."""
    command = [sys.executable, "-v", BINARY, *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, check=True)
    return set(re.findall(r"^import '([^']+)'", done.stderr.decode(), re.MULTILINE))


def test_version_loads_little() -> None:
    loaded = modules("--version")
    assert "newskit.cli" in loaded
    heavy = {
        "rich",
        "multiprocessing",
        "importlib.metadata",
        "newskit.input.batches",
        "newskit.lexicon.usage",
        "newskit.stemming.stemmer",
    }
    assert not loaded & (NEVER | heavy)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_pipe_needs_neither_rich_nor_processes(command: str) -> None:
    loaded = modules(command, stdin=b"Warga menunggu bantuan.\n")
    assert "newskit.input.batches" in loaded
    assert {name for name in COMMANDS if f"newskit.cli.commands.{name}" in loaded} == {command}
    assert not loaded & (NEVER | {"rich", "multiprocessing", "Sastrawi"})


def test_a_line_that_is_stemmed_needs_no_patterns_of_articles_and_tokens() -> None:
    """Each of these makes patterns or reads tables, 2 to 10 ms, for what such a line does not have."""
    loaded = modules("stem", stdin=b"Warga menunggu bantuan.\n")
    assert "newskit.stemming.stemmer" in loaded
    needless = {
        "newskit.article.dateline",
        "newskit.article.headlines",
        "newskit.article.insert_ends",
        "newskit.article.parse",
        "newskit.text.abbreviations",
        "newskit.text.continuations",
        "newskit.text.sentences",
        "newskit.text.tokens",
    }
    assert not loaded & needless
