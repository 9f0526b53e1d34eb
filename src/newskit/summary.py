"""The sentences of an article that tell its story."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newskit.document import Document, Span
from newskit.parse import parse
from newskit.salience import salience
from newskit.sentences import sentences as split

ASIDE = re.compile(r"(?:baca|simak|lihat)[ _]*(?:juga|pula)\b|(?:foto|video|sumber|editor)\s*:", re.I)
ENOUGH = 50  # words; the sentence that reaches it ends the summary: IndoSum's editors wrote about 60


class SummarySentence(NamedTuple):
    """A sentence of the summary and its score in 0..1."""

    start: int
    end: int
    text: str
    score: float


def summary(
    document: Document, *, sentences: int | None = None, words: int | None = None
) -> list[SummarySentence]:
    """The sentences of the summary, in the article's order.

    ``sentences`` is their number, or fewer where the article has fewer. ``words`` is the most words that they
    may hold together, but the best sentence always comes. With neither, a length chosen from the article.
    """
    paragraphs = candidates(document)
    scores = salience([[sentence.text for sentence in paragraph] for paragraph in paragraphs])
    spans = [sentence for paragraph in paragraphs for sentence in paragraph]
    chosen = sorted(_choice(spans, scores, sentences, words))
    return [SummarySentence(*spans[place], round(scores[place], 4)) for place in chosen]


def candidates(document: Document) -> list[list[Span]]:
    """The sentences that a summary may use, by paragraph: no pointers to other articles, no credits."""
    found = []
    for paragraph in parse(document).body:
        spans = [
            Span(s.start + paragraph.start, s.end + paragraph.start, s.text) for s in split(paragraph.text)
        ]
        if kept := [span for span in spans if not ASIDE.match(span.text)]:
            found.append(kept)
    return found


def _choice(spans: Sequence[Span], scores: Sequence[float], most: int | None, words: int | None) -> list[int]:
    ranked = sorted(range(len(spans)), key=lambda place: -scores[place])
    if most is not None:
        return ranked[:most]
    chosen: list[int] = []
    total = 0
    for place in ranked:
        length = len(spans[place].text.split())
        if words is None and total >= ENOUGH:
            break
        if words is None or not chosen or total + length <= words:
            chosen.append(place)
            total += length
    return chosen
