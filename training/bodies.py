"""Writes the words that are clubs and parties by themselves: ``Persebaya``, ``PDIP``.

``python -m training.bodies`` counts what stands, as a name of one word, after what a body of people has
(SIGNS): ``skuad Persebaya``, ``kader PDIP``; it keeps what follows SIGNS_LEAST of them in LEAST articles.
Articles are read from ``$NEWSKIT_EVAL/data``.
"""

from collections import defaultdict
from collections.abc import Iterator

from benchmarks.corpus import rows
from newskit.analyses import tagging
from newskit.lexicon import usage
from training import tables

SOURCES = ("corpus", "summary", "keywords")
SIGNS = {
    *("kader", "kubu", "fraksi", "markas", "partai", "politikus", "politisi"),
    *("klub", "tim", "skuad", "pelatih", "manajer", "manajemen", "pemain", "suporter"),
    *("kiper", "gawang", "bek", "gelandang", "winger", "penyerang", "striker", "kapten"),
}
LEAST, SIGNS_LEAST = 2, 2


def bodies(reading: tagging.TaggedText) -> Iterator[tuple[str, str]]:
    """Each name of one word that follows a sign, with the sign."""
    lower, tags, words, _ = reading
    for at in range(1, len(lower) - 1):
        alone = tags[at] == tagging.NAME and tags[at + 1] not in tagging.NAME + tagging.JOINER
        if alone and lower[at - 1] in SIGNS and words[at].is_pure and not words[at].facts[tagging.IS_PLACE]:
            yield lower[at], lower[at - 1]


def main() -> None:
    memo = tagging.TokenCache(usage.words(), frozenset())
    signs, articles = defaultdict[str, set[str]](set), defaultdict[str, int](int)
    for source in SOURCES:
        for row in rows(source):
            found = set(bodies(tagging.read("", row["text"].split("\n"), memo)))
            for body, sign in found:
                signs[body].add(sign)
            for body in {body for body, _ in found}:
                articles[body] += 1
    kept = [body for body in signs if len(signs[body]) >= SIGNS_LEAST and articles[body] >= LEAST]
    tables.write("lexicon/bodies.txt", "".join(f"{body}\n" for body in sorted(kept)))


if __name__ == "__main__":
    main()
