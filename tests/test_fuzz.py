"""Any text: no exception, true offsets, the same answer twice, and twice the time for twice the text."""

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newskit
from fuzzing import COMMANDS, analyses, check
from newskit.document import Document

ANALYSES = analyses()
PIECES = [
    *(
        "date 2020-08 Banjir di Solo.jpg\n\n",
        " date 2020",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\x85",
        "\t",
        " ",
        "\0",
        "\x1b[",
    ),
    *(
        "Jakarta, CNN Indonesia -- ",
        "SOLO - ",
        "KOMPAS.com",
        "[IT/r]",
        "(den/asa)",
        "Minggu (23/8)",
        "Senin (31/2/20)",
        "9 Mei 2017",
    ),
    *(
        "Presiden Joko Widodo",
        "mempertanggungjawabkan",
        "baru-baru",
        "ke-2",
        "Rp1.000.000",
        "10.30",
        "H. ",
        "Prof. Dr. ",
        "Jl. ",
    ),
    *(
        "“",
        "”",
        '"',
        "'",
        "(",
        ")",
        "[",
        "]",
        "-",
        "--",
        "–",
        ".",
        "...",
        "?!",
        ",",
        ":",
        ";",
        "/",
        "@",
        "#",
        "%",
        "&",
        "\\",
    ),
    *(
        "kata dia",
        "katanya",
        "Baca juga:",
        "https://a.co/b?c=d",
        "a@b.id",
        "é",
        "e\u0301",
        "\u200b",
        "\u00ad",
        "ｍｅ",
        "ß",
        "İ",
        "ǅ",
    ),
    *("😀", "👨‍👩‍👧", "\ud800", "\u202e", "مرحبا", "東京", "१२", "²", "½", "\U0010ffff", "a", "A", "1"),
]
anything = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map("".join) | st.text(
    st.characters(), max_size=60
)


@pytest.mark.parametrize("command", COMMANDS)
@settings(deadline=None, derandomize=True, max_examples=150)
@given(text=anything)
def test_any_text_is_analysed(command: str, text: str) -> None:
    check(ANALYSES[command], text)


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
PATIENCE = 4  # measurements before a machine that is busy is no excuse


def grows_linearly(work: Callable[[str], object], unit: str, size: int) -> bool:
    """Whether twice the text takes at most three times the time; what takes next to no time is not measured."""
    for _attempt in range(PATIENCE):
        once, twice = (_seconds(work, unit * (n // len(unit))) for n in (size, 2 * size))
        if twice <= 3 * once + 0.005:
            return True
    return False


def _seconds(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return time.process_time() - begun


@pytest.mark.parametrize("command", COMMANDS)
def test_time_doubles_with_the_text(command: str) -> None:
    analysis = ANALYSES[command]

    def work(text: str) -> object:
        return analysis(Document(text, has_header=text.startswith("date")))

    work("Pemanasan. " * 9)
    assert [unit for unit in UNITS if not grows_linearly(work, unit, 10_000)] == []


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of the package, by its name."""
    for module in pkgutil.walk_packages(newskit.__path__, "newskit."):
        for name, value in vars(importlib.import_module(module.name)).items():
            found = (
                value.values()
                if isinstance(value, dict)
                else value
                if isinstance(value, list | tuple)
                else [value]
            )
            for pattern in found:
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                    yield f"{module.name}.{name}", pattern


def test_no_pattern_is_slower_than_its_text() -> None:
    found = dict(patterns())
    assert len(found) > 15
    slow = [
        (name, unit)
        for name, pattern in found.items()
        for unit in UNITS
        for text in (unit,)
        if not grows_linearly(lambda text, search=pattern.finditer: sum(1 for _ in search(text)), text, 4_000)  # type: ignore[misc]
    ]
    assert slow == []
