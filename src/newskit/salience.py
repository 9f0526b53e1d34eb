"""How much of an article's story each of its sentences tells.

A sentence is described by features that a person can name; boosted trees (``data/summary_trees.txt``, made by
tests/measure/train_summary.py) answer what share of its words an editor's summary would repeat.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from newskit import lexicon
from newskit.trees import Tree, read_trees, score

WORD = re.compile(r"\w+")
QUOTES = '"“”„'
UNSEEN = math.log(lexicon.ARTICLES)

FEATURES = (
    "place",  # sentences before it
    "places_left",  # sentences from it to the end
    "paragraph",
    "paragraphs_left",
    "place_in_paragraph",
    "left_in_paragraph",
    "sentences",
    "paragraphs",
    "article_words",
    "words_before",
    "words",
    "characters",
    "centrality",  # share of the article's weighted words that it holds
    "centrality_per_word",
    "of_lede",  # share of the lede's weight that it repeats
    "from_lede",  # share of its own weight that stands in the lede
    "said_before",  # weight, and share of its own weight, that earlier sentences hold
    "share_said_before",
    "from_previous",
    "from_next",
    "rarity",
    "names",
    "numbers",
    "quotes",
    "begins_quoted",
    "ends_quoted",
    "inside_quote",
    "says",  # kata, ujarnya
    "reports",  # mengatakan, menurut
    "addresses",  # saya, kita
    "begins_pronoun",
    "begins_connective",
    "asks",
    "unfinished",
    "colons",
    "dated",
    "brackets",
)


@cache
def _rarity() -> Mapping[str, float]:
    return {word: UNSEEN - math.log(use.documents + 1) for word, use in lexicon.words().items()}


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(
        lexicon.word_list(f"summary_{name}")
        for name in ("says", "reports", "addresses", "pronouns", "connectives")
    )


def features(paragraphs: Sequence[Sequence[str]]) -> list[list[float]]:
    """A row of ``FEATURES`` for each sentence of an article, given as paragraphs of sentences."""
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    if not sentences:
        return []
    cased = [WORD.findall(sentence) for sentence in sentences]
    words = [[word.lower() for word in row] for row in cased]
    counts = Counter(word for row in words for word in row)
    table = _rarity()
    rarity = {word: table.get(word, UNSEEN) for word in counts}
    mass = {word: count * rarity[word] for word, count in counts.items()}
    weigh, weigh_mass = rarity.__getitem__, mass.__getitem__
    says, reports, addresses, pronouns, connectives = _groups()
    kinds = [frozenset(row) for row in words]
    weights = [sum(map(weigh, kind)) or 1e-9 for kind in kinds]
    whole, article_words, lede = sum(mass.values()) or 1e-9, sum(map(len, words)), kinds[0]
    count, paragraph_count, seen, before, place, inside = len(sentences), len(paragraphs), set[str](), 0, 0, 0
    rows: list[list[float]] = []
    for number, paragraph in enumerate(paragraphs):
        for place_in_paragraph, text in enumerate(paragraph):
            own, kind, weight = words[place], kinds[place], weights[place]
            length = len(own)
            per_word = 1 / (length or 1)
            central = sum(map(weigh_mass, kind)) / whole
            with_lede = sum(map(weigh, kind & lede))
            said = sum(map(weigh, kind & seen))
            quotes = sum(map(text.count, QUOTES))
            first = own[0] if own else ""
            row = [
                place,
                count - place,
                number,
                paragraph_count - number,
                place_in_paragraph,
                len(paragraph) - place_in_paragraph,
                count,
                paragraph_count,
                article_words,
                before,
                length,
                len(text),
                central,
                central * per_word,
                with_lede / weights[0],
                with_lede / weight,
                said,
                said / weight,
                sum(map(weigh, kind & kinds[place - 1])) / weight if place else -1,
                sum(map(weigh, kind & kinds[place + 1])) / weight if place + 1 < count else -1,
                weight * per_word,
                sum(map(str.istitle, cased[place])) * per_word
                + sum(map(str.isupper, cased[place])) * per_word,
                sum(map(str.isdigit, own)) * per_word,
                quotes,
                text[0] in QUOTES,
                text[-1] in QUOTES,
                inside,
                not says.isdisjoint(kind),
                not reports.isdisjoint(kind),
                not addresses.isdisjoint(kind),
                first in pronouns,
                first in connectives,
                "?" in text,
                text[-1] not in ".?!" + QUOTES,
                text.count(":"),
                "/" in text,
                text.count("("),
            ]
            rows.append(row)
            inside ^= quotes & 1
            seen |= kind
            before += length
            place += 1
    return rows


@cache
def _trees() -> list[Tree]:
    lines = (lexicon.DATA / "summary_trees.txt").read_text("utf-8").splitlines()
    return read_trees(lines, FEATURES)


def salience(paragraphs: Sequence[Sequence[str]]) -> list[float]:
    """The share, 0 to 1, of each sentence's words that an editor's summary is expected to repeat."""
    trees = _trees()
    return [min(1.0, max(0.0, score(trees, row))) for row in features(paragraphs)]
