"""The sentences of an article that tell its story.

Boosted trees over plain traits (``data/summary_trees.txt``, made by tests/measure/train_summary.py) say how
likely an editor's summary repeats a sentence. Left out are pointers to other articles and credits, and
what a chosen sentence has said already; ``Ia menambahkan`` costs where the sentence before it is not chosen.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from heapq import heapify, heappop, heappush
from itertools import chain, islice
from typing import NamedTuple

from newskit import lexicon
from newskit.asides import is_aside
from newskit.document import Document, Span
from newskit.parse import parse
from newskit.sentences import sentences as split
from newskit.traits import CLOSED, Traits, traits
from newskit.trees import Tree, read_trees, score

CAPTION = " Foto: "
HEADING_WORDS = 8  # at most, and no full stop: 10.05 WIB
USUAL_WORDS = 60  # the editors of IndoSum wrote 59 on average, whatever the article's length
ENOUGH_WORDS = 45  # beyond these a weak sentence adds nothing
WEAK = 0.3
LARGEST_SHARE = 0.6  # of the words of a short article
LEANING = re.compile(
    r"(?:ia|dia|beliau|mereka|keduanya|ini|itu|(?:menurut|kata|ujar|tutur|ucap)nya"
    r"|namun|tetapi|tapi|padahal|sedangkan|bahkan|akibatnya|sebaliknya|selain (?:itu|dia|ia)"
    r"|(?:meski|walau|kendati|dengan)(?:pun)? (?:begitu|demikian)"
    r"|(?:oleh )?karenanya|salah satunya|(?:beberapa )?di antaranya"
    r"|(?:hal|karena|sebab|untuk) (?:itu|ini|tersebut))\b",
    re.I,
)
LEANING_COST = 0.15  # where the sentence before is not chosen
FRAGMENT_COST = 0.2  # of up to four words
REPEATED_COST = 4.0  # beyond every other cost
SAME = 0.7  # share of the words of the shorter of two sentences


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
    may hold together, though one sentence always comes. With neither, as near to 60 words as whole
    sentences come, fewer where the rest is weak, and about three fifths of a short article.

    >>> article = Document("Harga beras naik di Jakarta.\\n\\nBaca juga: Harga cabai turun")
    >>> [sentence.text for sentence in summary(article)]
    ['Harga beras naik di Jakarta.']
    """
    paragraphs = candidates(document)
    texts = [[span.text for span in paragraph] for paragraph in paragraphs]
    scores = [likelihood(row) for row in traits(texts)]
    chosen = choose(list(chain.from_iterable(texts)), scores, sentences, words)
    spans = list(chain.from_iterable(paragraphs))
    return [SummarySentence(*spans[place], round(scores[place], 4)) for place in sorted(chosen)]


def candidates(document: Document) -> list[list[Span]]:
    """The sentences that a summary may use, by paragraph: no headings, captions, credits, pointers."""
    found = []
    for paragraph in parse(document, dated=False).body:
        offset = paragraph.start
        found.append([Span(start + offset, end + offset, text) for start, end, text in split(paragraph.text)])
    kept = [[span for span in spans if not _is_aside(span.text)] for spans in found]
    return [spans for spans in kept if spans] or [spans for spans in found if spans]


def _is_aside(text: str) -> bool:
    """Tell a credit, a caption, a pointer elsewhere, a heading or an item of a list."""
    heading = text[-1] == ":" or (text[-1] not in CLOSED and text.count(" ") < HEADING_WORDS)
    return heading or CAPTION in text or is_aside(text)


@cache
def _trees() -> list[Tree]:
    return read_trees((lexicon.DATA / "summary_trees.txt").read_text("utf-8").splitlines(), Traits._fields)


def likelihood(row: Traits) -> float:
    """How likely, 0 to 1, an editor's summary repeats the sentence."""
    return min(1.0, max(0.0, score(_trees(), row)))


def choose(
    texts: Sequence[str], scores: Sequence[float], sentences: int | None = None, words: int | None = None
) -> list[int]:
    """The places of the sentences chosen, best first; ``sentences`` and ``words`` as in ``summary``."""
    usual = min(USUAL_WORDS, LARGEST_SHARE * sum(text.count(" ") + 1 for text in texts))
    costs = [FRAGMENT_COST * (text.count(" ") < 4) - score for text, score in zip(texts, scores, strict=True)]
    heap = [(cost, place) for place, cost in enumerate(costs)]
    heapify(heap)
    chosen: dict[int, frozenset[str]] = {}
    delayed: set[int] = set()
    total = 0
    while heap and not (sentences is not None and len(chosen) >= sentences):
        cost, place = heappop(heap)
        text = texts[place]
        length = len(text.split())
        weak = total > ENOUGH_WORDS and scores[place] < WEAK
        if sentences is None and words is None and chosen and (weak or total + length / 2 > usual):
            break
        if place in chosen or (words is not None and chosen and total + length > words):
            continue
        if place not in delayed and place - 1 not in chosen and LEANING.match(text):
            delayed.add(place)
            heappush(heap, (cost + LEANING_COST, place))
            continue
        kinds = frozenset(text.lower().split())
        if cost < REPEATED_COST / 2 and _repeats(kinds, chosen.values()):
            if sentences is not None:
                heappush(heap, (cost + REPEATED_COST, place))
            continue
        chosen[place] = kinds
        total += length
        if place + 1 in delayed and place + 1 not in chosen:
            heappush(heap, (costs[place + 1], place + 1))
    return list(chosen)


def _repeats(kinds: frozenset[str], chosen: Iterable[frozenset[str]]) -> bool:
    """Tell whether one of the best sentences has said the same; more are not asked, to stay linear."""
    return any(len(kinds & other) > SAME * min(len(kinds), len(other)) for other in islice(chosen, 20))
