"""Make src/newskit/data/words.tsv from the counts of shared/data: ``python words.py words.tsv.gz``.

Kept: the word, a tab, the number of articles that hold it, a colon, and the share of capitals inside a
sentence, in per cent.
"""

import gzip
import sys
import unicodedata
from pathlib import Path

TABLE = Path(__file__).parents[2] / "src/newskit/data/words.tsv"

if __name__ == "__main__":
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line[0] != "#"][1:]
    table = {
        unicodedata.normalize("NFC", w): f"{documents}:{float(capital) * 100:.0f}"
        for w, documents, _, capital in rows
    }
    TABLE.write_text("".join(f"{word}\t{table[word]}\n" for word in sorted(table)), encoding="utf-8")
