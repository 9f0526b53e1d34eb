"""Writes the phrases of common words that news uses as one: ``serangan jantung``, ``nilai tukar rupiah``.

``python -m training.phrases`` counts the articles that hold each run of two or three words, at least one of
them a common one; it keeps those that stand in LEAST articles and are a fair share (TIES) of the articles of
their rarest word, a larger one (FIRM) where a word tells how something is: ``rumah sakit``. Articles are read
from ``$NEWSKIT_EVAL/data``.
"""

import re
from collections import Counter
from collections.abc import Iterator

from benchmarks.corpus import rows
from newskit.analyses import tagging
from newskit.lexicon import lists, usage
from training import tables

SOURCES = ("corpus", "summary", "keywords")
LEAST = 4  # articles
TIES, FIRM = 0.03, 0.045  # articles of the phrase over those of its rarest word
RUN = re.compile("[wN]{2,9}")


def counts() -> tuple[Counter[str], Counter[str]]:
    """In how many articles each phrase and each word stands."""
    memo = tagging.TokenCache(usage.words(), frozenset())
    phrases, words = Counter[str](), Counter[str]()
    for source in SOURCES:
        for row in rows(source):
            reading = tagging.read("", row["text"].split("\n"), memo)
            phrases.update(set(runs(reading)))
            words.update(set(reading.lower))
    return phrases, words


def runs(reading: tagging.TaggedText) -> Iterator[str]:
    """Each two and three content words in a row, one of them a common one, none a verb at an end."""
    lower, tags = reading.lower, reading.tags
    for run in RUN.finditer(tags):
        for start in range(run.start(), run.end()):
            for end in (start + 2, start + 3):
                whole = end <= run.end() and tagging.WORD in tags[start:end]
                if whole and not any(is_verb(reading.words[at]) for at in (start, end - 1)):
                    yield " ".join(lower[start:end])


def is_verb(word: tagging.Word) -> bool:
    """Whether a word is a predicate by its affix: ``melawan``, not ``sakit``."""
    return bool(word.facts[tagging.IS_PREDICATE]) and word.stem != word.written.lower()


def main() -> None:
    phrases, words = counts()
    predicates = lists.word_list("lexicon/predicates")
    kept = {}
    for phrase, times in phrases.items():
        parts = phrase.split()
        rarest = min(words[word] for word in parts)
        if times >= LEAST and times > (TIES if predicates.isdisjoint(parts) else FIRM) * rarest:
            kept[phrase] = times
    tables.write("lexicon/phrases.tsv", "".join(f"{p}\t{kept[p]}\n" for p in sorted(kept)))


if __name__ == "__main__":
    main()
