"""Make text/data/sentence_openers.tsv from articles: ``python -m training.sentence_openers corpus.jsonl.gz``.

A word counts as first after the full stop of a long small word, and at a line's beginning; as inside after a
small word. Kept are words that are often enough first, and not much oftener a capital inside (names).
"""

import gzip
import json
import re
import sys
from collections import Counter

from training import tables

FIRST = re.compile(r"(?:[a-z]{4}\. |^|\n)([A-Z][a-z]+)\b(?![.'’`])")
INSIDE = re.compile(r"(?<=[a-z,] )([A-Z][a-z]+)\b")
SMALL = re.compile(r"(?<=[a-z,] )([a-z]+)\b")
ENOUGH, SHARE, NAME = 4, 20, 60  # times first; per cent first; per cent of capitals inside a sentence
DOUBT = 2  # times inside that a rare word is trusted with, too


def table(texts: list[str]) -> dict[str, int]:
    """The words with their shares."""
    first, inside, small = (
        Counter(word.lower() for text in texts for word in pattern.findall(text))
        for pattern in (FIRST, INSIDE, SMALL)
    )
    shares = {
        word: 100 * count // (count + inside[word] + DOUBT)
        for word, count in first.items()
        if count >= ENOUGH
    }
    return {
        word: share
        for word, share in sorted(shares.items())
        if share >= SHARE and (share >= 70 or 100 * inside[word] < NAME * (inside[word] + small[word]))
    }


if __name__ == "__main__":
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        shares = table([json.loads(line)["text"] for line in lines])
    tables.write("text/sentence_openers.tsv", "".join(f"{word}\t{share}\n" for word, share in shares.items()))
