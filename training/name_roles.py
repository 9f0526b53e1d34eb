"""Counts what part words have in names: of people or of others, at the beginning or at the end.

``python -m training.name_roles`` reads the names that newskit finds in articles, a form once for each
article; it keeps words of LEAST forms. Articles are read from ``$NEWSKIT_EVAL/data``.
"""

from collections import Counter
from collections.abc import Iterator

from benchmarks.corpus import rows
from newskit.analyses import tagging
from newskit.analyses.names.extract import names
from newskit.document import Document
from newskit.lexicon import roles, usage
from training import tables

SOURCES = ("corpus", "summary", "keywords")
LEAST = 3


def forms() -> Iterator[tuple[str, list[str]]]:
    """The kind of each name, and its words, once for each article."""
    memo = tagging.TokenCache(usage.words(), frozenset())
    for source in SOURCES:
        for row in rows(source):
            for name in names(Document(row["text"], title=row.get("title"))):
                for form in {mention.text for mention in name.mentions}:
                    pieces = [piece for chunk in form.split() for piece in memo[chunk]]
                    yield name.type, [piece.lower for piece in pieces if piece.lower[0].isalnum()]


def main() -> None:
    count, person, begins, ends = (Counter[str]() for _ in range(4))
    for kind, words in forms():
        count.update(words)
        if kind == "person":
            person.update(words)
        begins.update(words[:1])
        ends.update(words[-1:])
    lines = []
    for word in sorted(count):
        if count[word] >= LEAST:
            shares = zip(roles.UNKNOWN, (person, begins, ends), strict=True)
            role = [round((prior + 100 * table[word]) / (1 + count[word])) for prior, table in shares]
            lines.append(f"{word}\t{':'.join(map(str, role))}\n")
    tables.write("lexicon/name_roles.tsv", "".join(lines))


if __name__ == "__main__":
    main()
