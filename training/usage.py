"""Make lexicon/data/usage.tsv from counts: ``python -m training.usage words.tsv.gz``.

Kept: the word, a tab, the number of articles that hold it, a colon, and the share of capitals inside a
sentence, in per cent.
"""

import gzip
import sys
import unicodedata

from training import tables

if __name__ == "__main__":
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line[0] != "#"][1:]
    table = {
        unicodedata.normalize("NFC", w): f"{documents}:{float(capital) * 100:.0f}"
        for w, documents, _, capital in rows
    }
    tables.write("lexicon/usage.tsv", "".join(f"{word}\t{table[word]}\n" for word in sorted(table)))
