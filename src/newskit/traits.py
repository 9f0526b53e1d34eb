"""What can be said of a sentence in an article without understanding it.

Words count by their rarity in news: ``yang`` weighs nothing, a name that news has never held weighs most.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import ne
from typing import NamedTuple

from newskit import lexicon

WORD = re.compile(r"\w+")
QUOTE = re.compile(r'["“”„]')
CLOSED = frozenset('.?!…"”)')
UNKNOWN = math.log(lexicon.ARTICLES)


class Traits(NamedTuple):
    """The traits of one sentence; shares are 0 to 1."""

    place: int  # sentences before it
    places_left: int  # sentences from it to the end
    paragraph: int
    place_in_paragraph: int
    article_words: int
    words_before: int
    words: int
    of_article: float  # share of the article's weight that its words hold
    from_lede: float  # share of its weight that stands in the first sentence
    said_before: float  # share of its weight that stands in earlier sentences
    capitals: float  # share of words with a capital
    numbers: float  # share of words that are digits
    begins_quoted: bool
    ends_quoted: bool
    inside_quote: bool  # an earlier sentence of the paragraph opened a quotation
    says: bool  # kata, ujarnya
    reports: bool  # mengatakan, menurut
    addresses: bool  # saya, kita
    begins_pronoun: bool  # ia, ini
    begins_connective: bool  # namun, selain
    unfinished: bool  # no full stop: a heading
    asks: bool
    brackets: int
    slashed: bool  # (23/8)


class Words(NamedTuple):
    """The words of a sentence: how many, which, what they weigh, how many have a capital, are digits."""

    first: str
    count: int
    kinds: frozenset[str]
    weight: float
    capitals: int
    numbers: int


def traits(paragraphs: Sequence[Sequence[str]]) -> list[Traits]:
    """The traits of each sentence of an article, given as paragraphs of sentences.

    >>> [(t.words, t.reports, t.begins_pronoun) for t in traits([["Beras naik.", "Ia mengatakan itu."]])]
    [(2, False, False), (3, True, True)]
    """
    cased = [WORD.findall(text) for paragraph in paragraphs for text in paragraph]
    lower = [list(map(str.lower, row)) for row in cased]
    counts = Counter(chain.from_iterable(lower))
    weights = _weights(counts)
    mass = {word: count * weights[word] for word, count in counts.items()}
    words = [_words(*rows, weights) for rows in zip(cased, lower, strict=True)]
    return list(_rows(paragraphs, words, weights, mass))


def _weights(words: Iterable[str]) -> dict[str, float]:
    known = _rarity()
    return {word: known.get(word, UNKNOWN) for word in words}


@cache
def _rarity() -> Mapping[str, float]:
    return {word: UNKNOWN - math.log(use.documents + 1) for word, use in lexicon.words().items()}


def _words(cased: list[str], lower: list[str], weights: Mapping[str, float]) -> Words:
    kinds = frozenset(lower)
    return Words(
        lower[0] if lower else "",
        len(lower),
        kinds,
        sum(map(weights.__getitem__, kinds)) or 1.0,
        sum(map(ne, cased, lower)),
        sum(map(str.isdigit, lower)),
    )


def _rows(
    paragraphs: Sequence[Sequence[str]],
    words: Sequence[Words],
    weights: Mapping[str, float],
    mass: Mapping[str, float],
) -> Iterable[Traits]:
    weigh, weigh_mass = weights.__getitem__, mass.__getitem__
    total, whole = sum(row.count for row in words), sum(mass.values()) or 1.0
    says, reports, addresses, pronouns, connectives = _groups()
    place = before = 0
    seen: set[str] = set()
    for paragraph, texts in enumerate(paragraphs):
        inside = 0
        for place_in_paragraph, text in enumerate(texts):
            first, count, kinds, weight, capitals, numbers = words[place]
            per_word = 1 / (count or 1)
            yield Traits(
                place,
                len(words) - place,
                paragraph,
                place_in_paragraph,
                total,
                before,
                count,
                sum(map(weigh_mass, kinds)) / whole,
                sum(map(weigh, kinds & words[0].kinds)) / weight,
                sum(map(weigh, kinds & seen)) / weight,
                capitals * per_word,
                numbers * per_word,
                text[0] in '"“”„',
                text[-1] in '"”“',
                bool(inside),
                not kinds.isdisjoint(says),
                not kinds.isdisjoint(reports),
                not kinds.isdisjoint(addresses),
                first in pronouns,
                first in connectives,
                text[-1] not in CLOSED,
                "?" in text,
                text.count("("),
                "/" in text,
            )
            inside ^= len(QUOTE.findall(text)) & 1
            seen |= kinds
            before += count
            place += 1


@cache
def _groups() -> tuple[frozenset[str], ...]:
    names = ("says", "reports", "addresses", "pronouns", "connectives")
    return tuple(lexicon.word_list(f"summary_{name}") for name in names)
