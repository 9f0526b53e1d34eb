"""The most frequent words of news whose stem differs from PySastrawi's: ``python differences.py [COUNT]``."""

import sys

from newskit.lexicon import usage
from newskit.stemming.roots import kateglo_roots
from newskit.stemming.sastrawi import sastrawi_stem
from newskit.stemming.stemmer import stem

if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    roots = kateglo_roots()
    by_use = sorted(usage.words().items(), key=lambda item: -item[1].document_frequency)
    rows = ((word, use.document_frequency, sastrawi_stem(word, roots), stem(word)) for word, use in by_use)
    different = [row for row in rows if row[2] != row[3]]
    for word, documents, theirs, ours in different[:count]:
        print(f"{word}\t{documents}\t{theirs}\t{ours}")
    print(f"{len(different)} of {len(by_use)} words differ")
