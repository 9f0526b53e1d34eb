"""The words and phrases of an article that an editor would tag it with.

What recurs, and a name that stands early, is a candidate (see candidates.py); boosted trees
(``data/keywords_trees.txt``, made by tests/measure/train_keywords.py) give the probability that an editor
would tag it; choice.py takes the best, each thing once.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newskit import lexicon
from newskit.asides import is_aside
from newskit.candidates import FEATURES, FIRST_WORD, LAST_WORD, places, rows
from newskit.choice import choose
from newskit.document import Document
from newskit.lexicon import Usage
from newskit.parse import parse
from newskit.pieces import A_NAME, END, WORD, Forms, Reading, read
from newskit.quickscorer import Scorer, scorer
from newskit.stem import stem
from newskit.trees import read_trees

INLINE = re.compile(r"\b(?:baca|simak|lihat) juga ?:[^.!?\n]{0,120}", re.I)
EMBEDDED = re.compile(r"\[[^\[\]\n]{0,80}\]")
CAPTION = re.compile(r"[(\[]\s?(?:foto|dok|sumber|ilustrasi|gambar)\b[^()\[\]\n]{0,80}[)\]]\W*\Z", re.I)
LONGEST_CAPTION = 250
WORD_OF_TITLE = re.compile(r"[^\W\d_]{2,}")
ENGLISH = frozenset("after and at by during for from his in is near of on over past the to with".split())  # noqa: SIM905
UNTITLED = 0.72  # log odds that an article without a title lacks: tests/measure/train_keywords.py --check


class Keyword(NamedTuple):
    """A keyword as it stands in the text, its score in 0..1 and its number of occurrences."""

    keyword: str
    score: float
    count: int  # type: ignore[assignment]


def keywords(
    document: Document,
    *,
    top: int = 10,
    max_words: int = 3,
    stopwords: frozenset[str] = frozenset(),
    background: Mapping[str, Usage] | None = None,
) -> list[Keyword]:
    """At most ``top`` keywords of a document, of at most ``max_words`` words each, best first.

    Those that hardly any editor would take are left out, but for the best three. The score is the probability
    that an editor would tag the article with the keyword; ``count`` tells how often it stands in title and
    body, as words of its own (``HP`` in ``HP-nya`` is none). ``stopwords`` are more words that are no
    keywords, in lower case; ``background`` is a table of words as ``count_words`` makes it, in place of that
    of news.

    >>> text = "Gunung Merapi kembali meletus. Warga di lereng Gunung Merapi mengungsi."
    >>> keywords(Document(text, title="Gunung Merapi Kembali Meletus"))[0].keyword
    'Gunung Merapi'
    """
    table = lexicon.words() if background is None else background
    title, paragraphs = story(document)
    reading = read(title, paragraphs, forms(table, stopwords))
    found = places(reading, max_words)
    log_odds = _scorer().scores(rows(reading, found))
    if not title:
        log_odds = [value + UNTITLED for value in log_odds]
    return [
        Keyword(as_written(reading, at := found[phrase], phrase.count(" ") + 1), _probability(value), len(at))
        for value, phrase in choose(zip(log_odds, found, strict=True), reading, found, top)
    ]


def _judge(facts: Sequence[int]) -> tuple[int, int]:
    left = _scorer().left
    return left(facts, FIRST_WORD), left(facts, LAST_WORD)


def _probability(log_odds: float) -> float:
    return round(1 / (1 + math.exp(-log_odds)), 4)


@cache
def _scorer() -> Scorer:
    lines = (lexicon.DATA / "keywords_trees.txt").read_text("utf-8").splitlines()
    return scorer(read_trees(lines, FEATURES), len(FEATURES))


_memos: dict[tuple[int, frozenset[str]], Forms] = {}


def forms(table: Mapping[str, Usage], stopwords: frozenset[str]) -> Forms:
    """The memo of word forms for a table of words and the user's stop words."""
    key = id(table), stopwords  # the memo holds the table, so that no other can take its id
    if key not in _memos:
        if len(_memos) > 3:
            _memos.clear()
        _memos[key] = Forms(table, stopwords, _judge)
    return _memos[key]


def story(document: Document) -> tuple[str, list[str]]:
    """The title, empty where it is in another language than the body; the body without links and captions."""
    article = parse(document, dated=False)
    texts = [span.text for span in article.body]
    body = [_without_links(text) for text in texts if not is_aside(text) and not _is_caption(text)]
    title = document.title or (article.title.text if article.title else "")
    of_header = document.has_header or document.date is not None  # a record of parse has the header's date
    return (title if not of_header or is_title_of(title, body) else ""), body


def _is_caption(text: str) -> bool:
    """Whether a paragraph is a picture's, with its source: ``Panen garam di Rembang (Foto: Dok. Desa)``."""
    return text[-1] in ")]" and len(text) <= LONGEST_CAPTION and CAPTION.search(text) is not None


def _without_links(text: str) -> str:
    if "[" in text:
        text = EMBEDDED.sub(" ", text)
    return INLINE.sub(" ", text) if ":" in text and ("uga" in text or "UGA" in text) else text


def is_title_of(title: str, body: list[str]) -> bool:
    """Whether a title is in the body's language: it may be the English caption of a picture.

    The words that the body lacks tell: a caption's foreign ones are two at least, and more than the others. A
    word that news writes with a capital tells nothing.

    >>> is_title_of("Joint Strategy Serving Regional Peace", ["Menteri membahas perdamaian."])
    False
    """
    standing = {*WORD_OF_TITLE.findall(" ".join(body).lower())}
    stems = set(map(stem, standing))
    own = foreign = 0
    for word in set(WORD_OF_TITLE.findall(title.lower())) - standing:
        use = lexicon.words().get(word)
        if word in ENGLISH:
            foreign += 2
        elif stem(word) in stems or stem(word) in lexicon.roots() or (use and use.capital < 50):
            own += 1
        elif not use or use.capital < A_NAME:
            foreign += 1
    return foreign < 2 or foreign <= own


def as_written(reading: Reading, at: Sequence[int], size: int) -> str:
    """A phrase as the body mostly has it inside sentences; common words in lower case, but in a name."""
    lower, shape, words, title = reading
    body = at[bisect_left(at, title) :] or at
    inside = [place for place in body if shape[place - 1] != END] or body
    spelled = [(shape[place : place + size], words[place].written) for place in inside]
    best = inside[spelled.index(max(dict.fromkeys(spelled), key=spelled.count))]
    return " ".join([lower[i] if shape[i] == WORD else words[i].written for i in range(best, best + size)])
