"""Writes the words, without an affix of verbs, that tell what happens or how something is: ``batal``.

``python -m training.predicates`` keeps two kinds of words, which are no topics.
- What stands after words like ``tidak``, ``lebih`` and ``yang`` more often than where nouns stand: after
  prepositions and words like ``para``, before ``ini``. Nouns are negated by ``bukan`` (Sneddon et al.,
  Indonesian Reference Grammar).
- Roots that headlines use for their verbs: ``menuding`` and ``dituding`` are frequent, ``tuding`` is not.

Articles are read from ``$NEWSKIT_EVAL/data``.
"""

from collections import Counter

from benchmarks.corpus import rows
from newskit.analyses import tagging
from newskit.lexicon import usage
from newskit.stemming.stemmer import stem
from training import tables

SOURCES = ("corpus", "summary", "keywords")
BEFORE_PREDICATES = frozenset(
    (  # noqa: SIM905
        "yang tidak tak akan telah sudah belum sedang bisa dapat harus ingin mau sempat makin semakin "
        "sangat lebih paling cukup terlalu agak masih pernah bakal segera turut ikut kian jangan malah "
        "tetap langsung"
    ).split()
)
BEFORE_NOUNS = frozenset(
    (  # noqa: SIM905
        "sebuah seorang para beberapa setiap suatu sejumlah berbagai di ke dari pada dalam tentang terhadap "
        "seluruh semua salah antara soal mengenai atas bagi oleh dengan tanpa kasus sebagai"
    ).split()
)
AFTER_NOUNS = frozenset({"ini", "itu", "tersebut"})
LEAST, RATIO = 3, 2.0  # places of a predicate, and over those of a noun
VERBAL, BARE, NOMINAL = 8, 2, 0.02  # articles with me- or di-, over those without; places of a noun over them


def places() -> tuple[Counter[str], Counter[str]]:
    """How often each common word stands where predicates do, and where nouns do."""
    memo = tagging.TokenCache(usage.words(), frozenset())
    predicate, noun = Counter[str](), Counter[str]()
    for source in SOURCES:
        for row in rows(source):
            lower, tags, *_ = tagging.read("", row["text"].split("\n"), memo)
            for at in range(1, len(lower) - 1):
                if tags[at] == tagging.WORD and lower[at - 1] in BEFORE_PREDICATES:
                    predicate[lower[at]] += 1
                elif tags[at] == tagging.WORD:
                    noun[lower[at]] += lower[at - 1] in BEFORE_NOUNS or lower[at + 1] in AFTER_NOUNS
    return predicate, noun


def verbal() -> Counter[str]:
    """In how many articles a root has me- or di- and nothing else."""
    found = Counter[str]()
    for word, use in usage.words().items():
        if word.startswith(("me", "di")) and (root := stem(word)) != word and word.endswith(root[1:]):
            found[root] += use.document_frequency
    return found


def in_small_letters(word: str) -> float:
    """In how many articles a word has no capital, about."""
    use = usage.words().get(word)
    return use.document_frequency * (1 - use.capitalization_rate / 100) if use else 0


def main() -> None:
    predicate, noun = places()
    kept = {word for word, times in predicate.items() if times >= max(LEAST, RATIO * noun[word])}
    kept |= {
        root
        for root, times in verbal().items()
        if times >= max(VERBAL, BARE * in_small_letters(root)) and noun[root] <= 1 + NOMINAL * times
    }
    plain = {w for w in kept if "-" not in w and (not w.startswith(tagging.VERBS) or stem(w) == w)}
    plain = {word for word in plain if not tagging.is_place(word)}  # Serang
    tables.write("lexicon/predicates.txt", "".join(f"{word}\n" for word in sorted(plain)))


if __name__ == "__main__":
    main()
