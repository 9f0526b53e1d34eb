"""A table of how a corpus uses its words, in place of the one of news: counted, written, read.

A line holds, with tabs between, a word in lower case, the number of documents that hold it, and the share of
capitals, in per cent, of its occurrences inside a sentence.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from newskit.document import Document
from newskit.errors import UsageError
from newskit.lexicon.lists import file_lines
from newskit.lexicon.usage import Usage

WORD = re.compile(r"[^\W\d_]++(?>(?:[-'’][^\W_]++)*)")
OPENS = re.compile(r"[.!?:\n\"“”]\s*\Z")
LONGEST_WORD = 40


def count_words(documents: Iterable[Document]) -> dict[str, Usage]:
    """How the documents use their words; a word that only ever opens sentences counts as written small.

    >>> count_words([Document("Hujan di Medan."), Document("Warga Medan kehujanan.")])["medan"]
    Usage(document_frequency=2, capitalization_rate=100)
    """
    holding: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    raised: Counter[str] = Counter()
    for document in documents:
        text = "\n".join(filter(None, (document.title, document.text)))
        found = [(m[0], m.start()) for m in WORD.finditer(text) if len(m[0]) <= LONGEST_WORD]
        holding.update(list(dict.fromkeys(word.lower() for word, _ in found)))
        for word, start in found:
            if start and not OPENS.search(text, max(0, start - 3), start):
                inside[word.lower()] += 1
                raised[word.lower()] += not word[0].islower()
    return {word: Usage(n, round(100 * raised[word] / (inside[word] or 1))) for word, n in holding.items()}


def write_words(table: Mapping[str, Usage]) -> str:
    """The table as text, sorted by word.

    >>> write_words({"medan": Usage(2, 100)})
    'medan\\t2\\t100\\n'
    """
    return "".join(
        f"{word}\t{table[word].document_frequency}\t{table[word].capitalization_rate}\n"
        for word in sorted(table)
    )


@cache
def read_words(path: str) -> Mapping[str, Usage]:
    """The table of a file that ``write_words`` made.

    UsageError names the file, or its first bad line.
    """
    table = {}
    for number, line in enumerate(file_lines(path), 1):
        row = re.fullmatch(r"([^\t]+)\t(\d{1,12})\t(\d{1,3})", line)
        if not row:
            raise UsageError(f"{path}: line {number} is not: a word, a tab, documents, a tab, capitals in %")
        table[row[1]] = Usage(int(row[2]), int(row[3]))
    if not table:
        raise UsageError(f"{path}: holds no words")
    return table
