"""The sentences of an article that tell its story."""

from typing import NamedTuple

from newskit.document import Document


class SummarySentence(NamedTuple):
    """A sentence of the summary and its score in 0..1."""

    start: int
    end: int
    text: str
    score: float


def summary(
    document: Document, *, sentences: int | None = None, words: int | None = None
) -> list[SummarySentence]:
    """The sentences of the summary, in the article's order."""
    return []
