"""Root words: PySastrawi's, those of news, a user's own."""

import importlib.util
from collections.abc import Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newskit.errors import UsageError
from newskit.lexicon import lists
from newskit.stemming.words import normal


class Roots(NamedTuple):
    """The roots that dictionaries list, and the words of news that stand as roots where those give none."""

    listed: Set[str]
    known: Set[str]


@cache
def kateglo_roots() -> frozenset[str]:
    """The root words of the installed PySastrawi, whose list is Kateglo's (CC BY-NC-SA)."""
    package = importlib.util.find_spec("Sastrawi")
    assert package and package.submodule_search_locations  # a core dependency
    path = Path(package.submodule_search_locations[0], "Stemmer", "data", "kata-dasar.txt")
    return frozenset(path.read_text("utf-8").split())


@cache
def precomputed_stems() -> dict[str, str]:
    """The stem of each word of news that is not its own, worked out ahead (training/precomputed_stems.py)."""
    fields = lists.data("stemming/precomputed_stems.tsv").split()
    return dict(zip(fields[::2], fields[1::2], strict=True))


@cache
def default_roots() -> Roots:
    """Kateglo's roots without its derived words, those that it lacks, and news words as a last resort."""
    return with_news(
        kateglo_roots() - lists.word_list("stemming/excluded_roots") | lists.word_list("stemming/extra_roots")
    )


def with_news(listed: frozenset[str]) -> Roots:
    return Roots(listed, listed | lists.word_list("stemming/news_roots"))


def root_words(path: str) -> frozenset[str]:
    """The roots of a user's file: instead of Kateglo's, or besides them where every line begins with +."""
    lines = lists.word_file(path)
    more = [line for line in lines if line.startswith("+")]
    if more and len(more) < len(lines):
        raise UsageError(f"{path}: some lines begin with + (more roots) and some do not (other roots)")
    words = frozenset(normal(line.removeprefix("+")) for line in lines)
    return words | default_roots().listed if more else words


def protected(path: str) -> frozenset[str]:
    """The words of a user's file, which are to be left alone."""
    return frozenset(map(normal, lists.word_file(path)))
