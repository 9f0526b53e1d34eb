"""The one door to the word lists in ``data/`` and to the root words of PySastrawi."""

import importlib.util
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newskit.errors import UsageError

DATA = Path(__file__).parent / "data"


class Usage(NamedTuple):
    """How news uses a word: in how many of ``ARTICLES`` articles, and written with a capital how often.

    ``capital`` is the share, in per cent, of its occurrences inside a sentence that begin with a capital.
    """

    documents: int
    capital: int


ARTICLES = 11_913


@cache
def words() -> Mapping[str, Usage]:
    """Each lower-case word form of Indonesian news with its use (see tests/measure/words.py)."""
    fields = (DATA / "words.tsv").read_text("utf-8").split()
    uses = {use: Usage(*map(int, use.split(":"))) for use in set(fields[1::2])}  # few for many words
    return dict(zip(fields[::2], map(uses.__getitem__, fields[1::2]), strict=True))


@cache
def roots() -> frozenset[str]:
    """The root words of the installed PySastrawi, whose list is Kateglo's (CC BY-NC-SA)."""
    package = importlib.util.find_spec("Sastrawi")
    assert package and package.submodule_search_locations  # a core dependency
    path = Path(package.submodule_search_locations[0], "Stemmer", "data", "kata-dasar.txt")
    return frozenset(path.read_text("utf-8").split())


@cache
def weights(name: str) -> Mapping[str, float]:
    """The learned weights of ``data/NAME.tsv``: a feature, a tab, its weight."""
    rows = (line.split("\t") for line in (DATA / f"{name}.tsv").read_text("utf-8").splitlines())
    return {feature: float(weight) for feature, weight in rows}


@cache
def stems() -> dict[str, str]:
    """The stem of each word of ``words`` that is not its own, worked out ahead (tests/measure/stems.py)."""
    fields = (DATA / "stems.tsv").read_text("utf-8").split()
    return dict(zip(fields[::2], fields[1::2], strict=True))


@cache
def word_list(name: str) -> frozenset[str]:
    """The lines of ``data/NAME.txt``; ``#`` begins a comment."""
    lines = (
        line.partition("#")[0].strip() for line in (DATA / f"{name}.txt").read_text("utf-8").splitlines()
    )
    return frozenset(line for line in lines if line)


@cache
def place_names() -> frozenset[str]:
    """The single names in the gazetteer that are no common words: news lacks them, or writes a capital."""
    names = {name for line in word_list("places") | word_list("regions") for name in line.split()}
    common = {word for word, use in words().items() if use.capital < 90}
    return frozenset(names - common)


def word_file(path: str) -> list[str]:
    """The words of a user's file, one a line, perhaps after a ``+``; ``#`` begins a comment.

    UsageError names the file, or the line that is no word.
    """
    try:
        lines = Path(path).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {getattr(error, 'strerror', None) or 'is not UTF-8 text'}") from None
    words = [line.partition("#")[0].strip() for line in lines]
    for number, word in enumerate(words, 1):
        if word and not re.fullmatch(r"\+?[^\W\d_]+(?:['’-][^\W_]+)*", word):
            raise UsageError(f"{path}: line {number}: {word!r} is not one word")
    return list(filter(None, words))
