"""What can be said of a sentence in an article without understanding it.

Of its words only those are compared that news does not use all the time (``data/common_words.txt``).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from operator import ne
from typing import NamedTuple

from newskit.lexicon import lists
from newskit.stemming.stemmer import stem

WORD = re.compile(r"\w+")
QUOTES = '"“”„'
CLOSED = frozenset(".?!…\"”'’)")


class SentenceFeatures(NamedTuple):
    """The features of one sentence; shares are 0 to 1, and words alike are counted once."""

    place: int  # sentences before it
    places_left: int  # sentences from it to the end
    paragraph: int
    place_in_paragraph: int
    article_words: int
    words_before: int
    words: int
    of_theme: float  # share, of the words that several sentences have, that it has
    from_lede: float  # share of its words that the first sentence has
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


class TitleFeatures(NamedTuple):
    """What a sentence has of the words of a title, by their stems."""

    share: float
    new_share: float  # of those that no sentence before it has
    of_most: float  # its words over those of the sentence that has most
    untitled: float  # how likely it is for a summary where no title is known


class Words(NamedTuple):
    """The words of a sentence: the first, how many, which but for common ones, capitals and numbers."""

    first: str
    length: int
    kinds: frozenset[str]
    capitals: int
    numbers: int


def sentence_features(paragraphs: Sequence[Sequence[str]]) -> list[SentenceFeatures]:
    """The features of each sentence of an article, given as paragraphs of sentences.

    >>> found = sentence_features([["Beras naik.", "Ia mengatakan itu."]])
    >>> [(one.words, one.reports, one.begins_pronoun) for one in found]
    [(2, False, False), (3, True, True)]
    """
    common = _common()
    words = [_words(text, common) for paragraph in paragraphs for text in paragraph]
    seen, theme = set[str](), set[str]()
    for row in words:
        theme |= row.kinds & seen
        seen |= row.kinds
    return list(_rows(paragraphs, words, frozenset(theme)))


def _words(text: str, common: frozenset[str]) -> Words:
    cased = WORD.findall(text)
    lower = list(map(str.lower, cased))
    kinds = frozenset(lower) - common
    return Words(
        lower[0] if lower else "", len(lower), kinds, sum(map(ne, cased, lower)), sum(map(str.isdigit, lower))
    )


def _rows(
    paragraphs: Sequence[Sequence[str]], words: Sequence[Words], theme: frozenset[str]
) -> Iterator[SentenceFeatures]:
    says, reports, addresses, pronouns, connectives = _groups()
    theme_kinds, total = len(theme) or 1, sum(row.length for row in words)
    lede = words[0].kinds if words else theme
    place = before = 0
    for paragraph, texts in enumerate(paragraphs):
        inside = False
        for place_in_paragraph, text in enumerate(texts):
            first, length, kinds, capitals, numbers = words[place]
            per_word = 1 / (length or 1)
            yield SentenceFeatures(
                place,
                len(words) - place,
                paragraph,
                place_in_paragraph,
                total,
                before,
                length,
                len(kinds & theme) / theme_kinds,
                len(kinds & lede) / (len(kinds) or 1),
                capitals * per_word,
                numbers * per_word,
                text[0] in QUOTES,
                text[-1] in QUOTES,
                inside,
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
            inside ^= sum(map(text.count, QUOTES)) % 2 == 1
            before += length
            place += 1


@cache
def _common() -> frozenset[str]:
    return lists.word_list("analyses/summary/common_words") - frozenset().union(*_groups())


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return (
        lists.word_list("lexicon/quotative_words"),
        lists.word_list("lexicon/reporting_verbs"),
        lists.word_list("analyses/summary/first_and_second_person"),
        lists.word_list("analyses/summary/anaphoric_pronouns"),
        lists.word_list("analyses/summary/connectives"),
    )


def title_features(sentences: Sequence[str], title: str, untitled: Sequence[float]) -> list[TitleFeatures]:
    """What each sentence of an article has of its title; ``untitled`` is kept beside it.

    >>> told = ["Warga mengantre.", "Harga beras naik."]
    >>> [row[:3] for row in title_features(told, "Kenaikan Harga", [0.5, 0.5])]
    [(0.0, 0.0, 0.0), (1.0, 1.0, 1.0)]
    """
    common = _common()
    wanted = frozenset(map(stem, _words(title, common).kinds))
    shared = [wanted.intersection(map(stem, _words(text, common).kinds)) for text in sentences]
    size, most = len(wanted) or 1, max(map(len, shared), default=0) or 1
    met = set[str]()
    rows = []
    for found, value in zip(shared, untitled, strict=True):
        rows.append(TitleFeatures(len(found) / size, len(found - met) / size, len(found) / most, value))
        met |= found
    return rows
