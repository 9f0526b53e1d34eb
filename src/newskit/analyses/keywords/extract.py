"""The words and phrases of an article that an editor would tag it with.

Names, phrases and words are candidates (candidates.py); boosted trees (``data/trees.txt``, made by
training/keywords.py) give the probability that an editor would tag the article with each, by what can be said
of it (features.py); selection.py takes the best, each thing once.
"""

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newskit.analyses.keywords.candidates import places
from newskit.analyses.keywords.features import FEATURES, FIRST_WORD, LAST_WORD, described
from newskit.analyses.keywords.selection import choose
from newskit.analyses.quickscorer import Scorer, scorer
from newskit.analyses.story import story
from newskit.analyses.tagging import MEMO, SENTENCE_END, WORD, TaggedText, TokenCache, read
from newskit.analyses.trees import read_trees
from newskit.document import Source
from newskit.lexicon import lists, usage
from newskit.lexicon.usage import Usage


class Keyword(NamedTuple):
    """A keyword as it stands in the text, its score in 0..1 and its number of occurrences."""

    keyword: str
    score: float
    count: int  # type: ignore[assignment]


def keywords(
    source: Source,
    *,
    top: int = 10,
    max_words: int | None = None,
    stopwords: frozenset[str] = frozenset(),
    background: Mapping[str, Usage] | None = None,
) -> list[Keyword]:
    """At most ``top`` keywords of an article, best first.

    ``max_words`` bounds their length; by default a phrase has at most three words, a name as many as it has.

    Those that hardly any editor would take are left out, but for the best five. The score is the probability
    that an editor would tag the article with the keyword; ``count`` tells how often it stands in title and
    body. ``stopwords`` are more words and phrases that are no keywords, in lower case; ``background`` is a
    table of words as ``count_words`` makes it, in place of that
    of news.

    >>> text = "Gunung Merapi kembali meletus. Warga di lereng Gunung Merapi mengungsi."
    >>> keywords(text)[0].keyword
    'Gunung Merapi'
    """
    table = usage.words() if background is None else background
    title, paragraphs = story(source)
    reading = read(title, paragraphs, forms(table, stopwords))
    found = places(reading, max_words)
    found = {phrase: at for phrase, at in found.items() if phrase not in stopwords}
    rows = (
        (_left(first.facts, FIRST_WORD) & _left(last.facts, LAST_WORD), placed)
        for first, last, placed in described(reading, found)
    )
    log_odds = _scorer().scores(rows)
    return [
        Keyword(as_written(reading, at := found[phrase], phrase.count(" ") + 1), _probability(value), len(at))
        for value, phrase in choose(zip(log_odds, found, strict=True), reading, found, top)
    ]


@lru_cache(MEMO)
def _left(facts: Sequence[int], start: int) -> int:
    """The leaves that the facts of a phrase's first or last word leave."""
    return _scorer().left(facts, start)


def _probability(log_odds: float) -> float:
    return round(1 / (1 + math.exp(-log_odds)), 4)


@cache
def _scorer() -> Scorer:
    lines = lists.data("analyses/keywords/trees.txt").splitlines()
    return scorer(read_trees(lines, FEATURES), len(FEATURES))


_memos: dict[tuple[int, frozenset[str]], TokenCache] = {}


def forms(table: Mapping[str, Usage], stopwords: frozenset[str]) -> TokenCache:
    """The memo of word forms for a table of words and the user's stop words."""
    key = id(table), stopwords  # the memo holds the table, so that no other can take its id
    if key not in _memos:
        if len(_memos) > 3:
            _memos.clear()
        _memos[key] = TokenCache(table, stopwords)
    return _memos[key]


def as_written(reading: TaggedText, at: Sequence[int], size: int) -> str:
    """A phrase as the body mostly has it inside sentences; common words in lower case, but in a name."""
    lower, tags, words, title = reading
    body = at[bisect_left(at, title) :] or at
    inside = [place for place in body if tags[place - 1] != SENTENCE_END] or body
    spelled = [(tags[place : place + size], words[place].written) for place in inside]
    best = inside[spelled.index(max(dict.fromkeys(spelled), key=spelled.count))]
    return " ".join([lower[i] if tags[i] == WORD else words[i].written for i in range(best, best + size)])
