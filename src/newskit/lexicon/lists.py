"""The one door to lists and weights of words, the package's and the user's."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from newskit.errors import UsageError, reason

PACKAGE = Path(__file__).parents[1]
HEAD = re.compile(r"(?:#.*\n)*")


def data_path(name: str) -> Path:
    """The data file that is called ``PACKAGE/FILE``: ``text/abbreviations.txt`` lies in ``text/data/``."""
    package, _, file = name.rpartition("/")
    return PACKAGE / package / "data" / file


def data(name: str) -> str:
    """The text of a data file after its head, the lines that tell what it is, whence, and how it was made."""
    text = data_path(name).read_text("utf-8")
    return text[HEAD.match(text).end() :]  # type: ignore[union-attr]  # matches nothing, too


@cache
def weights(name: str) -> Mapping[str, float]:
    """The learned weights of a table, ``stemming/ranking_weights``: a feature, a tab, its weight."""
    rows = (line.split("\t") for line in data(f"{name}.tsv").splitlines())
    return {feature: float(weight) for feature, weight in rows}


@cache
def word_list(name: str) -> frozenset[str]:
    """The lines of a list, ``lexicon/places``; ``#`` begins a comment."""
    lines = (line.partition("#")[0].strip() for line in data(f"{name}.txt").splitlines())
    return frozenset(line for line in lines if line)


def file_lines(path: str) -> list[str]:
    """The lines of a user's file. UsageError names a file that cannot be read."""
    try:
        return Path(path).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        told = reason(error) if isinstance(error, OSError) else "is not UTF-8 text"
        raise UsageError(f"{path}: {told}") from None


def word_file(path: str) -> list[str]:
    """The words of a user's file, one a line, perhaps after a ``+``; ``#`` begins a comment.

    UsageError names the file, or the line that is no word.
    """
    words = [line.partition("#")[0].strip() for line in file_lines(path)]
    for number, word in enumerate(words, 1):
        if word and not re.fullmatch(r"\+?[^\W\d_]+(?:['’-][^\W_]+)*", word):
            raise UsageError(f"{path}: line {number}: {word!r} is not one word")
    return list(filter(None, words))


def phrase_file(path: str) -> list[str]:
    """The words and phrases of a user's file in lower case, one a line; ``#`` begins a comment.

    UsageError names the file, or the line that holds no letter or digit.
    """
    phrases = [" ".join(line.partition("#")[0].lower().split()) for line in file_lines(path)]
    for number, phrase in enumerate(phrases, 1):
        if phrase and not any(map(str.isalnum, phrase)):
            raise UsageError(f"{path}: line {number}: {phrase!r} is no word or phrase")
    return list(filter(None, phrases))
