"""The sentences of an article that tell its story.

Boosted trees over plain features (``data/trees.txt``, and ``data/titled_trees.txt`` where a title tells what
the news is; made by training/summary.py) say how likely an editor's summary repeats a sentence. Left out are
pointers to other articles and credits, and what a chosen sentence has said already; ``Ia menambahkan`` costs
where the sentence before it is not chosen.
"""

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from newskit.analyses.story import story
from newskit.analyses.summary.features import (
    CLOSED,
    SentenceFeatures,
    TitleFeatures,
    sentence_features,
    title_features,
)
from newskit.analyses.summary.selection import choose
from newskit.analyses.trees import Tree, read_trees, score
from newskit.article.parse import parse
from newskit.article.passages import content
from newskit.article.title_case import is_headline
from newskit.document import Source, Span
from newskit.lexicon import lists
from newskit.text.sentences import sentences as split

HEADING_WORDS = 8  # at most, and no full stop: 10.05 WIB


class SummarySentence(NamedTuple):
    """A sentence of the summary and its score in 0..1."""

    start: int
    end: int
    text: str
    score: float


def summary(
    source: Source, *, sentences: int | None = None, words: int | None = None
) -> list[SummarySentence]:
    """The sentences of the summary, in the article's order.

    ``sentences`` is their number, or fewer where the article has fewer. ``words`` is the most words that they
    may hold together, though one sentence always comes. With neither, as near to 60 words as whole
    sentences come, fewer where the rest is weak, and about three fifths of a short article.

    >>> article = "Harga beras naik di Jakarta.\\n\\nBaca juga: Harga cabai turun"
    >>> [sentence.text for sentence in summary(article)]
    ['Harga beras naik di Jakarta.']
    """
    article = parse(source, dated=False)
    paragraphs = candidates(article)
    texts = [[span.text for span in paragraph] for paragraph in paragraphs]
    scores = likelihoods(texts, story(article)[0])
    chosen = choose(list(chain.from_iterable(texts)), scores, sentences, words)
    spans = list(chain.from_iterable(paragraphs))
    return [SummarySentence(*spans[place], round(scores[place], 4)) for place in sorted(chosen)]


def candidates(source: Source) -> list[list[Span]]:
    """The sentences that a summary may use, by paragraph: no headings, no inserts."""
    found = []
    for pieces in content(parse(source, dated=False)):
        told = ((offset, split(text)) for offset, _, text in pieces)
        found.append([Span(a + offset, b + offset, text) for offset, cut in told for a, b, text in cut])
    kept = [[span for span in spans if not _is_heading(span.text)] for spans in found]
    return [spans for spans in kept if spans] or [spans for spans in found if spans]


def _is_heading(text: str) -> bool:
    """Tell a heading, an item of a list, or the headline of another article."""
    if text[-1] in CLOSED:
        return False
    return text[-1] == ":" or text.count(" ") < HEADING_WORDS or is_headline(text)


@cache
def _trees(name: str) -> list[Tree]:
    return read_trees(
        lists.data(f"analyses/summary/{name}.txt").splitlines(),
        (*SentenceFeatures._fields, *TitleFeatures._fields),
    )


def likelihoods(paragraphs: Sequence[Sequence[str]], title: str = "") -> list[float]:
    """How likely, 0 to 1, an editor's summary has each sentence; a title tells what the news is."""
    rows = sentence_features(paragraphs)
    untitled = [_share(score(_trees("trees"), row)) for row in rows]
    if not title:
        return untitled
    beside = title_features(list(chain.from_iterable(paragraphs)), title, untitled)
    return [
        _share(score(_trees("titled_trees"), (*row, *more))) for row, more in zip(rows, beside, strict=True)
    ]


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
