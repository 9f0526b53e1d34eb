"""Both READMEs show every command and option, and every example of a page does what it says."""

import doctest
import re
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from typer.main import get_command

from newskit.cli import app
from readme import CONSOLE, INDONESIAN, JOURNALIST, README, examples, run
from run import COMMANDS
from scripts.figures import written
from scripts.options_page import PAGE, page

TEXT = README.read_text("utf-8")
TEXT_ID = INDONESIAN.read_text("utf-8")
CORPUS = (README.with_name("docs") / "corpus.md", README.with_name("docs") / "corpus.id.md")
EXAMPLES = [example for block in CONSOLE.findall(TEXT) for example in examples(block)]


def test_readme_shows_every_command() -> None:
    commands = [info.callback.__name__ for info in app().registered_commands if info.callback]
    assert {*COMMANDS} < {*commands}
    shown = " ".join(command for command, _ in EXAMPLES)
    for command in commands:
        assert f"newskit {command} " in shown
        assert f"\n### {command}\n" in TEXT
        assert f"\n### {command}\n" in TEXT_ID


@pytest.mark.parametrize("pages", [(README, INDONESIAN), JOURNALIST, CORPUS], ids=lambda pages: pages[0].stem)
def test_pages_have_the_same_code_in_both_languages_and_lead_to_each_other(pages: tuple[Path, Path]) -> None:
    english, indonesian = (page.read_text("utf-8") for page in pages)
    code = re.compile(r"^```(?:console|python)\n.*?^```$", re.M | re.S)
    assert code.findall(english) == code.findall(indonesian)
    assert f"]({pages[1].name})" in english
    assert f"]({pages[0].name})" in indonesian
    links = [re.findall(r"\]\(([^#)]+)\)", text) for text in (english, indonesian)]
    there, here = ({link.replace(".id.md", ".md") for link in some} for some in links)
    assert there == here
    assert all((pages[0].parent / link).exists() for link in links[0] + links[1] if "://" not in link)


def test_options_page_is_made_from_the_command_line() -> None:
    assert PAGE.read_text("utf-8") == page()
    group: Any = get_command(app())
    for command in group.commands.values():
        for parameter in command.params:
            assert parameter.help or parameter.name == "paths", parameter.name
            assert all(f"`{name}`" in page() for name in parameter.opts if name.startswith("-"))


@pytest.mark.parametrize(("command", "output"), EXAMPLES)
def test_example(command: str, output: str) -> None:
    assert output
    assert run(command) == output


@pytest.mark.parametrize("page", JOURNALIST, ids=lambda page: page.name)
def test_journalist_page(page: Path, tmp_path: Path) -> None:
    copytree(page.with_name("examples"), tmp_path, dirs_exist_ok=True)
    found = [e for block in CONSOLE.findall(page.read_text("utf-8")) for e in examples(block)]
    assert len(found) == 4
    for command, output in found:
        assert output
        assert run(command, tmp_path) == output


def test_python_examples() -> None:
    result = doctest.testfile(str(README), module_relative=False)
    assert result.attempted > 5
    assert not result.failed


def test_table_of_figures_is_that_of_the_results() -> None:
    assert "<!-- figures -->" in TEXT
    assert written(TEXT) == TEXT
    assert written(TEXT_ID) == TEXT_ID
