"""Any text: no exception, true offsets, the same answer twice, and time in proportion to the text."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from fuzzing import ANYTHING, CASES, COMMANDS, FORMS, ROWS, analyses, check
from hypothesis import given, settings

import newskit
from newskit.document import Document
from timing import grows_linearly

ANALYSES = analyses()


@pytest.mark.parametrize("command", COMMANDS)
@settings(deadline=None, derandomize=True, max_examples=150)
@given(text=ANYTHING)
def test_any_text_is_analysed(command: str, text: str) -> None:
    check(ANALYSES[command], text)


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, derandomize=True, max_examples=150)
@given(text=ROWS | ANYTHING)
def test_any_file_is_read(form: str, text: str) -> None:
    check(ANALYSES[f"input_{form}"], text)


@settings(deadline=None, derandomize=True, max_examples=20)
@given(text=ANYTHING)
def test_any_text_is_kept_in_a_corpus_file(text: str) -> None:
    check(ANALYSES["corpus"], text)


@pytest.mark.parametrize(
    "case", sorted(CASES.iterdir()) if CASES.exists() else [], ids=lambda case: case.name
)
def test_what_fuzzing_found_stays_mended(case: Path) -> None:
    check(
        ANALYSES[case.name.rpartition("-")[0]],
        case.read_bytes().decode("utf-8", "surrogatepass"),
    )


# --- time ---------------------------------------------------------------------------------

UNITS = [
    *(
        "a.",
        "((",
        '"',
        "Rp1.",
        "(23/",
        "-",
        "a",
        "A",
        " ",
        "\n",
        "\r\n",
        "\t",
        "1",
        "1.",
        ".",
        "'",
        "“",
        "[",
        "a-",
        "@",
        "/",
        "\\",
        "é",
    ),
    *(
        "a b ",
        "A. ",
        "Dr. ",
        "kata, ",
        "date 2020-08 ",
        "\ndate 2020-08 ",
        "\n\ndate 2020-08 a",
        "\n\n",
        "Jakarta - ",
        "- ",
        "(a/",
        "a)",
    ),
    *(
        "9 Mei ",
        "23/8/",
        "Senin (",
        "a@",
        "https://",
        "me",
        "ber",
        "nya",
        "-nya",
        "😀",
        "\u200d",
        "\u0301",
        "\u200b",
        "?",
        "!",
        "a.a",
        "&",
    ),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_time_grows_with_the_text(command: str) -> None:
    analysis = ANALYSES[command]

    def work(text: str) -> object:
        return analysis(Document(text, has_header=text.startswith("date")))

    work("Pemanasan. " * 9)
    assert [unit for unit in UNITS if not grows_linearly(work, unit, 3000)] == []


MARKS = [
    *("<div>", "<!--", "<![", "<a b=c ", "</p", "&#", "<rss>", "<item><title>", "<script>"),
    *('{"a":', "[{", '\\"', '",', ";", "a,", "isi,judul\n", "Judul: a\n", "---\n", "lede: a\n\n"),
]


@pytest.mark.parametrize("form", FORMS)
def test_time_grows_with_the_file(form: str) -> None:
    analysis = ANALYSES[f"input_{form}"]

    def work(text: str) -> object:
        return analysis(Document(text))

    work("Pemanasan.")
    assert [unit for unit in UNITS + MARKS if not grows_linearly(work, unit, 3000)] == []


# searched only in so many characters of a text, or in arguments of the command line, or matched at one place
WINDOWED = {
    "newskit.article.insert_ends.QUOTED",
    "newskit.article.insert_ends.SIGNED",
    "newskit.article.timex.ages.OWNER_BEFORE",
    "newskit.cli.help.RANGE",
    "newskit.input.typed_article.LABEL",
    "newskit.article.dateline._separator_pattern",
    "newskit.article.dateline._next_stop",
    "newskit.input.remote.ADDRESS",
}
NAMES = [module.name for module in pkgutil.walk_packages(newskit.__path__, "newskit.")]
SOURCES = {name: Path(str(importlib.import_module(name).__file__)).read_text("utf-8") for name in NAMES}
SOURCE = "".join(SOURCES.values())
WRITTEN = re.compile(r"\bre\.(match|fullmatch|search|finditer|findall|split|sub)\(([A-Z_]+)\b")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern of the package, by its name: compiled, made by a function when needed, or written."""
    for module, source in SOURCES.items():
        written = {name for _, name in WRITTEN.findall(source)}
        for name, value in vars(importlib.import_module(module)).items():
            if isinstance(value, str) and name in written:
                value = re.compile(value)
            elif getattr(value, "__annotations__", None) == {"return": re.Pattern[str]}:
                value = value()
            many = value.values() if isinstance(value, dict) else value
            for pattern in many if isinstance(value, dict | list | tuple) else [value]:
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                    yield f"{module}.{name}", pattern


def uses(name: str, pattern: re.Pattern[str]) -> list[Callable[[str], object]]:
    """The ways in which the package applies a pattern: at one place, or at all."""
    module, _, last = name.rpartition(".")
    written = {method for method, written in WRITTEN.findall(SOURCES[module]) if written == last}
    methods = written or set(re.findall(rf"\b{last}(?:\(\))?\.(\w+)", SOURCE))
    fixed = [getattr(pattern, method) for method in methods & {"match", "fullmatch"}]
    return fixed if methods and methods <= {"match", "fullmatch"} else [*fixed, pattern.findall]


def test_no_pattern_is_slower_than_its_text() -> None:
    found = dict(patterns())
    assert len(found) > 15
    assert found.keys() >= WINDOWED
    slow = [
        (name, unit)
        for name in found.keys() - WINDOWED
        for use in uses(name, found[name])
        for unit in UNITS + MARKS
        if not grows_linearly(use, unit, 1500)
    ]
    assert slow == []


def possessive_groups(parsed: Any) -> Iterator[Any]:
    """The groups under a possessive quantifier in a parsed pattern; one character under one is harmless."""
    for operation, argument in parsed:
        if operation is _constants.POSSESSIVE_REPEAT:
            repeated = argument[2]
            if len(repeated) != 1 or repeated[0][0] not in ONE_CHARACTER:
                yield argument
        for part in argument if isinstance(argument, tuple | list) else [argument]:
            for inner in part if isinstance(part, list) else [part]:
                if isinstance(inner, _parser.SubPattern):
                    yield from possessive_groups(inner)


ONE_CHARACTER = {_constants.LITERAL, _constants.NOT_LITERAL, _constants.IN, _constants.ANY}


def test_no_pattern_has_what_old_pythons_match_wrongly() -> None:
    """CPython before 3.11.5, Debian 12's 3.11.2 too, matches ``(?:...)*+`` wrongly: ``(?>(?:...)*)``."""
    assert list(possessive_groups(_parser.parse("a(?:b|c(?:de)*+)")))
    assert not list(possessive_groups(_parser.parse(r"[ab]*+\s++c?+(?>(?:de)*)")))
    wrong = [
        name
        for name, pattern in patterns()
        if list(possessive_groups(_parser.parse(pattern.pattern, pattern.flags)))
    ]
    assert wrong == []
