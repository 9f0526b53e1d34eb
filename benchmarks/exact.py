"""Compare ``newskit stem --exact`` with PySastrawi: ``python exact.py [COUNT]``, a million forms at first.

Every word of words.tsv, every root word, then generated forms and letter strings. Prints each difference.
"""

import sys

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from benchmarks.forms import anything
from newskit.lexicon import usage
from newskit.stemming.roots import kateglo_roots
from newskit.stemming.sastrawi import sastrawi_stem

if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    stemmer = StemmerFactory().create_stemmer().delegatedStemmer  # without its cache, which is unbounded
    roots = kateglo_roots()
    words = [*usage.words(), *sorted(roots), *anything(sorted(roots), count, 2026)]
    wrong = [
        (word, answer, ours)
        for word in words
        if (answer := stemmer.stem(word)) != (ours := sastrawi_stem(word, roots))
    ]
    for word, answer, ours in wrong:
        print(f"{word}\t{answer}\t{ours}")
    print(f"{len(wrong)} differences in {len(words)} words")
    sys.exit(bool(wrong))
