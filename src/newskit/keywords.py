"""The words and phrases of an article that an editor would tag it with.

What recurs, stands early or in the title and is rare in news is a candidate (candidates.py); boosted trees
(``data/keywords_trees.txt``, made by tests/measure/train_keywords.py) give the probability that an editor
would tag it. A part of a longer phrase is a keyword only where it also stands alone, a part of a longer
keyword's name (``Widodo``) never.
"""

import math
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from newskit import lexicon
from newskit.candidates import FEATURES, WORD, Forms, Reading, places, read, rows
from newskit.document import Document
from newskit.lexicon import Usage
from newskit.parse import parse
from newskit.trees import Tree, read_trees, score

LINK = re.compile(r"\W*(?:baca|simak|lihat|tonton|saksikan|klik)\b[^\n:]{0,40}:", re.I)
EMBEDDED = re.compile(r"\[[^\[\]\n]{0,80}\]")


class Keyword(NamedTuple):
    """A keyword as it stands in the text, its score in 0..1 and its number of occurrences."""

    keyword: str
    score: float
    count: int


def keywords(
    document: Document,
    *,
    top: int = 10,
    max_words: int = 3,
    stopwords: frozenset[str] = frozenset(),
    background: Mapping[str, Usage] | None = None,
) -> list[Keyword]:
    """The ``top`` keywords of a document of at most ``max_words`` words, best first.

    The score is the probability that an editor would tag the article with the keyword; ``count`` tells how
    often it stands in title and body. ``stopwords`` are more words that are no keywords, in lower case;
    ``background`` is a table of words as ``count_words`` makes it, in place of the one of news.

    >>> text = "Gunung Merapi meletus. Warga lereng Gunung Merapi mengungsi."
    >>> keywords(Document(text, title="Gunung Merapi Meletus"))[0].keyword
    'Gunung Merapi'
    """
    table = lexicon.words() if background is None else background
    title, paragraphs = story(document)
    reading = read(title, paragraphs, forms(table, stopwords))
    found = places(reading, max_words)
    ranked = sorted(
        ((score(trees(), row), phrase) for phrase, row in rows(reading, found).items()),
        key=lambda item: (-item[0], found[item[1]][0]),
    )
    chosen: list[str] = []
    result = []
    for value, phrase in ranked:
        if len(chosen) == top:
            break
        if not is_part_of_name(phrase, chosen, reading, found):
            chosen.append(phrase)
            written = as_written(reading, found[phrase], phrase.count(" ") + 1)
            result.append(Keyword(written, round(1 / (1 + math.exp(-value)), 4), len(found[phrase])))
    return result


@cache
def trees() -> list[Tree]:
    """The learned trees over FEATURES."""
    return read_trees((lexicon.DATA / "keywords_trees.txt").read_text("utf-8").splitlines(), FEATURES)


_memos: dict[tuple[int, frozenset[str]], Forms] = {}


def forms(table: Mapping[str, Usage], stopwords: frozenset[str]) -> Forms:
    """The memo of word forms for a table of words and the user's stop words."""
    key = id(table), stopwords  # the memo holds the table, so that no other can take its id
    if key not in _memos:
        if len(_memos) > 3:
            _memos.clear()
        _memos[key] = Forms(table, stopwords | lexicon.word_list("stopwords"))
    return _memos[key]


def story(document: Document) -> tuple[str, list[str]]:
    """The title, empty where it is in another language than the body, and the body without links."""
    article = parse(document)
    body = [
        EMBEDDED.sub(" ", span.text) if "[" in span.text else span.text
        for span in article.body
        if not LINK.match(span.text)
    ]
    title = document.title or (article.title.text if article.title else "")
    return (title if not document.has_header or is_title_of(title, body) else ""), body


def is_title_of(title: str, body: list[str]) -> bool:
    """Whether a header's title is in the body's language: it may be the English caption of a picture.

    >>> is_title_of("Joint Strategy Serving Regional Peace", ["Menteri membahas perdamaian."])
    False
    """
    standing = set(" ".join(body).lower().split())
    missing = [word for word in re.findall(r"[^\W\d_]{2,}", title.lower()) if word not in standing]
    uses = [lexicon.words().get(word) for word in missing]
    return 2 * sum(use is not None and use.capital < 50 for use in uses) >= len(uses)


def is_part_of_name(phrase: str, chosen: list[str], reading: Reading, found: Mapping[str, list[int]]) -> bool:
    """Whether a phrase is but a part of a chosen name, or a chosen phrase with a word more."""
    return False


def as_written(reading: Reading, at: list[int], size: int) -> str:
    """A phrase as its first place in the body has it; common words in lower case."""
    first = next((place for place in at if place > reading.title), at[0])
    return " ".join(
        form.lower if kind == WORD else form.written
        for form, kind in zip(reading.forms[first : first + size], reading.shape[first:], strict=False)
    )
