"""Work out stemming/data/precomputed_stems.tsv: the stems of words of news that are not their own stems.

To run after ``ranking_weights.py``, or when roots, rules or usage.tsv have changed: a test compares the two.
"""

from newskit.lexicon import usage
from newskit.stemming.stemmer import DEFAULT
from training import tables

if __name__ == "__main__":
    found = ((word, DEFAULT.stem_by_rules(word, word, inside=False)) for word in sorted(usage.words()))
    lines = "".join(f"{word}\t{root}\n" for word, root in found if root != word)
    tables.write("stemming/precomputed_stems.tsv", lines)
