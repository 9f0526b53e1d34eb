"""Help and messages have an Indonesian text each; scripts see no difference."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import newskit as package
from newskit import errors
from newskit.cli import app
from newskit.lexicon.lists import data
from newskit.output.language import in_indonesian
from run import BINARY, SEED, newskit

ROWS = [line.split("\t") for line in data("output/indonesian.tsv").splitlines()]
ERRORS = {error for error in vars(errors).values() if isinstance(error, type)}
TOLD = {"print_error", "told", "BadParameter", "Problem", "__init__", *(error.__name__ for error in ERRORS)}
"""The calls whose text a user reads."""


def template(node: ast.AST) -> str | None:
    """A string of the code, with ``{}`` for what it puts in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def messages() -> Iterator[tuple[str, str]]:
    """Every message in the code that a user may read, with the file it is in."""
    for path in Path(package.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            for argument in node.args if name in TOLD else ():
                text = template(argument)
                if text and (" " in text.replace("{}", "").strip() or name == "told"):
                    yield text, path.name


def help_texts() -> Iterator[str]:
    """Every sentence of the help."""
    group: Any = get_command(app())
    yield group.help
    for command in group.commands.values():
        yield command.help
        for parameter in command.params:
            yield parameter.help or ""
            if isinstance(parameter.show_default, str):
                yield parameter.show_default


def test_every_message_has_its_indonesian() -> None:
    english = {row[0] for row in ROWS}
    missing = sorted({text.strip() for text, _ in messages()} - english)
    assert missing == []


def test_every_help_text_has_its_indonesian() -> None:
    english = {row[0] for row in ROWS}
    assert sorted({text for text in help_texts() if " " in text} - english) == []


def test_table_is_sound() -> None:
    assert len({row[0] for row in ROWS}) == len(ROWS)
    for english, indonesian in ROWS:
        numbered = re.findall(r"\{(\d?)\}", indonesian)
        assert len(numbered) == english.count("{}") or all(numbered), english
        assert indonesian.strip()


def test_what_stands_in_a_message_stays_or_is_told_likewise() -> None:
    assert in_indonesian("arsip.txt: no such file") == "arsip.txt: berkas tidak ada"
    assert in_indonesian("something else") == "something else"


@pytest.mark.parametrize("variable", ["NEWSKIT_LANG", "LC_ALL"])
def test_scripts_see_no_difference(variable: str) -> None:
    english = newskit("keywords", "missing", SEED, LC_ALL="C.UTF-8", NEWSKIT_LANG="")
    wanted = {"NEWSKIT_LANG": "", variable: "id_ID.UTF-8"}
    indonesian = newskit("keywords", "missing", SEED, **wanted)  # type: ignore[arg-type]
    assert (english.returncode, english.stdout) == (indonesian.returncode, indonesian.stdout)
    assert english.stderr == b"newskit: missing: no such file\n"
    assert indonesian.stderr == b"newskit: missing: berkas tidak ada\n"
    assert "Pemakaian" in newskit("--help", NEWSKIT_LANG="id").stdout.decode()
    assert Path(BINARY).exists()


@pytest.mark.parametrize("language", ["en", "id"])
def test_help_fits_a_screen(language: str) -> None:
    group: Any = get_command(app())
    for command in group.commands:
        lines = newskit(command, "--help", NEWSKIT_LANG=language).stdout.decode().splitlines()
        assert len(lines) <= 50, command
        assert max(map(len, lines)) <= 100, command
        assert (lines[0].split()[0] == "Usage:") == (language == "en")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("keywords --tpo 3", "tidak ada opsi --tpo (mungkin maksudnya: --output, --top)"),
        ("keywrods", "tidak ada perintah 'keywrods'; mungkin maksudnya 'keywords'"),
        ("keywords --top", "opsi '--top' memerlukan nilai"),
        ("keywords --top banyak", "'--top': 'banyak' bukan bilangan bulat"),
        ("keywords --max-words 11", "'--max-words': 11 tidak di antara 1 dan 10"),
        ("quotes --kind semua", "'--kind': 'semua' bukan salah satu dari 'direct', 'reported', 'all'"),
        ("stem --roots documents", "documents: berkas tidak ada"),
        ("schema kata kunci", "ada argumen berlebih: kunci"),
    ],
)
def test_wrong_calls_are_told_in_indonesian(call: str, said: str) -> None:
    command = call.split()[0] + " " if "keywrods" not in call else ""
    done = newskit(*call.split(), NEWSKIT_LANG="id")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        f"newskit: {said}",
        f"newskit {command}--help menampilkan opsinya",
    ]


def test_topics_are_known_by_their_indonesian_names_too() -> None:
    english, indonesian = (newskit("help", topic).stdout for topic in ("input", "masukan"))
    assert english == indonesian != b""


@pytest.mark.parametrize("call", ["--help", "search --help", "help input", "help output"])
@pytest.mark.parametrize("language", ["en", "id"])
def test_help_fits_the_terminal(call: str, language: str) -> None:
    lines = newskit(*call.split(), NEWSKIT_LANG=language, COLUMNS="72").stdout.decode().splitlines()
    assert max(map(len, lines)) <= 72
    whole = newskit(*call.split(), NEWSKIT_LANG=language).stdout.decode()
    assert " ".join(lines).split() == whole.split()
