"""Work out src/newskit/data/stems.tsv: the stems of the words of news that are not their own stems.

To run after ``affixes.py``, or whenever the roots, the rules or words.tsv change: a test compares the two.
"""

from newskit import lexicon
from newskit.stem import DEFAULT

if __name__ == "__main__":
    found = ((word, DEFAULT.work_out(word, word, inside=False)) for word in sorted(lexicon.words()))
    lines = "".join(f"{word}\t{root}\n" for word, root in found if root != word)
    (lexicon.DATA / "stems.tsv").write_text(lines, encoding="utf-8")
