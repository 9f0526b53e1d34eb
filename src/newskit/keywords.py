"""The words and phrases of an article that an editor would tag it with.

What recurs, and a name that stands early, is a candidate (see candidates.py); boosted trees
(``data/keywords_trees.txt``, made by tests/measure/train_keywords.py) give the probability that an editor
would tag it. A part of a chosen phrase is a keyword only where it also stands alone, half a name
(``Widodo``) only where it stands before the whole.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newskit import lexicon
from newskit.candidates import FEATURES, FIRST_WORD, LAST_WORD, Row, places, promise_of_word, rows
from newskit.document import Document
from newskit.lexicon import Usage
from newskit.parse import parse
from newskit.pieces import NAME, WORD, Forms, Reading, Verdict, read
from newskit.quickscorer import Scorer, scorer
from newskit.trees import read_trees

LINK = re.compile(
    r"\W*(?:(?:baca|simak|lihat|tonton|saksikan|klik)\b[^\n:]{0,40}"
    r"|(?:penulis|editor|reporter|pewarta|penyunting|redaktur)\s?):",
    re.I,
)
INLINE = re.compile(r"\b(?:Baca|Simak|Lihat) [Jj]uga ?:[^.!?\n]{0,120}")
AT = frozenset({"di", "ke"})  # what follows is a place
NEARLY = 1.5  # log odds by which a whole name may fall short of its half
EMBEDDED = re.compile(r"\[[^\[\]\n]{0,80}\]")


LEAST = math.log(0.05 / 0.95)  # log odds of one editor in twenty
ALWAYS = 3


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

    Those that hardly any editor would take (LEAST) are left out, but for the best three. The score is the
    probability that an editor would tag the article with the keyword; ``count`` tells how often it stands in
    title and body. ``stopwords`` are more words that are no keywords, in lower case; ``background`` is a
    table of words as ``count_words`` makes it, in place of the one of news.

    >>> text = "Gunung Merapi kembali meletus. Warga di lereng Gunung Merapi mengungsi."
    >>> keywords(Document(text, title="Gunung Merapi Kembali Meletus"))[0].keyword
    'Gunung Merapi'
    """
    table = lexicon.words() if background is None else background
    title, paragraphs = story(document)
    reading = read(title, paragraphs, forms(table, stopwords))
    found = places(reading, max_words)
    scored = scores(rows(reading, found))
    return [
        Keyword(as_written(reading, found[p], p.count(" ") + 1), _probability(value), len(found[p]))
        for value, p in choose(scored, reading, found, top)
    ]


def scores(table: Iterable[Row]) -> list[tuple[float, str]]:
    """The log odds of each candidate."""
    left, score = _scorer().left, _scorer().score
    return [
        (score(head.verdict.leaves_first & tail.verdict.leaves_last & left(placed)), phrase)
        for phrase, head, tail, placed in table
    ]


def _judge(facts: Sequence[int]) -> Verdict:
    left = _scorer().left
    return Verdict(*promise_of_word(facts), left(facts, FIRST_WORD), left(facts, LAST_WORD))


def choose(
    scored: Sequence[tuple[float, str]], reading: Reading, found: Mapping[str, list[int]], top: int
) -> list[tuple[float, str]]:
    """The best candidates, each with its score, without those that repeat another."""
    names = [(value, p) for value, p in scored if " " in p and _is_proper(reading, found[p][0], p)]
    chosen: list[tuple[float, str]] = []
    for value, phrase in sorted(scored, key=lambda pair: (-pair[0], found[pair[1]][0], pair[1])):
        if len(chosen) == top or (value < LEAST and len(chosen) >= ALWAYS):
            break
        words = phrase.split(" ")
        if len({*words}) < len(words) or _is_cut(reading, found[phrase], len(words)):
            continue
        wholes = [name for better, name in names if better > value - NEARLY]
        if _is_half(phrase, wholes, reading, found):
            continue
        if not _repeats(phrase, [other for _, other in chosen], reading, found):
            chosen.append((value, phrase))
    return chosen


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
        _memos[key] = Forms(table, stopwords | lexicon.word_list("stopwords"), _judge)
    return _memos[key]


def story(document: Document) -> tuple[str, list[str]]:
    """The title, empty where it is in another language than the body, and the body without links."""
    article = parse(document, dated=False)
    body = [
        INLINE.sub(" ", EMBEDDED.sub(" ", span.text)) for span in article.body if not LINK.match(span.text)
    ]
    title = document.title or (article.title.text if article.title else "")
    of_header = document.has_header or document.date is not None  # a record of parse has the header's date
    return (title if not of_header or is_title_of(title, body) else ""), body


def is_title_of(title: str, body: list[str]) -> bool:
    """Whether a title is in the body's language: it may be the English caption of a picture.

    >>> is_title_of("Joint Strategy Serving Regional Peace", ["Menteri membahas perdamaian."])
    False
    """
    standing = set(" ".join(body).lower().split())
    missing = [word for word in re.findall(r"[^\W\d_]{2,}", title.lower()) if word not in standing]
    uses = [lexicon.words().get(word) for word in missing]
    return 2 * sum(use is not None and use.capital < 50 for use in uses) >= len(uses)


def _is_cut(reading: Reading, at: Sequence[int], size: int) -> bool:
    """Whether words end within a name wherever they stand (``Gubernur Jawa`` of ``Gubernur Jawa Tengah``)."""
    if size == 1:
        return False
    return all(reading.shape[place + size - 1 : place + size + 1] == NAME + NAME for place in at)


def _repeats(phrase: str, chosen: Sequence[str], reading: Reading, found: Mapping[str, list[int]]) -> bool:
    """Whether a phrase says what a chosen one says.

    A part of a chosen phrase does where it never stands alone; so does a name that stands once around a
    chosen name (``Rusia Sergey Shoygu`` beside ``Sergey Shoygu``).
    """
    at, padded = found[phrase], f" {phrase} "
    once = len(at) == 1 and _is_name(reading, at, phrase)
    for other in chosen:
        longer = f" {other} "
        if padded in longer and len(at) <= len(found[other]):
            return True
        if once and " " in other and longer in padded:
            return True
    return False


def _is_half(phrase: str, wholes: Sequence[str], reading: Reading, found: Mapping[str, list[int]]) -> bool:
    """Whether a word is half of a name that stands whole before it (``Joko`` after ``Joko Widodo``).

    Before the whole it is how the name is known, as in a title (``Anies``), or another thing (``Rusia``
    before ``Rusia Sergey Shoygu``); and a place (``di Qatar``) is no half of ``Qatar Airways``.
    """
    at = found[phrase]
    first = at[0]
    if " " in phrase or not _is_name(reading, at, phrase):
        return False
    if any(reading.lower[place - 1] in AT for place in at):
        return False
    return any(f" {phrase} " in f" {whole} " and found[whole][0] <= first for whole in wholes)


def _is_name(reading: Reading, at: Sequence[int], phrase: str) -> bool:
    size = phrase.count(" ") + 1
    return any(reading.shape.count(NAME, place, place + size) == size for place in at)


def _is_proper(reading: Reading, first: int, phrase: str) -> bool:
    """Whether news knows each word as a name: ``Joko Widodo``, but not ``Menteri Pertahanan Iran``."""
    return all(word.usual >= 50 for word in reading.words[first : first + phrase.count(" ") + 1])


def as_written(reading: Reading, at: Sequence[int], size: int) -> str:
    """A phrase as the body has it, where it is a name at best; common words in lower case."""
    shape, end = reading.shape, reading.title
    body = [place for place in at if place > end] or at
    best = next((place for place in body if shape.count(NAME, place, place + size) == size), body[0])
    pieces = zip(reading.lower[best:], reading.words[best : best + size], shape[best:], strict=False)
    return " ".join([lower if kind == WORD else word.written for lower, word, kind in pieces])
