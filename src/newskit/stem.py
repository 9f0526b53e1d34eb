"""The stem of an Indonesian word."""

from functools import lru_cache
from typing import Any, NamedTuple

from newskit.tokens import tokens


class Stem(NamedTuple):
    """A word of a text and its stem."""

    start: int
    end: int
    text: str
    stem: str


@lru_cache(1)
def _sastrawi() -> Any:
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    return StemmerFactory().create_stemmer()


@lru_cache(1 << 17)
def stem(word: str) -> str:
    """The stem of one word, in lower case."""
    return str(_sastrawi().stem(word)) or word.lower()


def stems(text: str) -> list[Stem]:
    """The stem of each word of a text."""
    return [Stem(t.start, t.end, t.text, stem(t.text)) for t in tokens(text) if t.kind == "word"]
