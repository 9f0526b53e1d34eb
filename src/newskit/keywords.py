"""The words and phrases of an article that an editor would tag it with."""

from typing import NamedTuple

from newskit.document import Document


class Keyword(NamedTuple):
    """A keyword as it stands in the text, its score in 0..1 and its number of occurrences."""

    keyword: str
    score: float
    count: int


def keywords(
    document: Document, *, top: int = 10, max_words: int = 3, stopwords: frozenset[str] = frozenset()
) -> list[Keyword]:
    """The ``top`` keywords of a document, best first."""
    return []
