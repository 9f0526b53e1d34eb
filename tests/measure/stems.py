"""Work out src/newskit/data/stems.tsv: the stems of the words of news that are not their own stems.

To run after ``affixes.py``, or whenever the roots, the rules or words.tsv change: a test compares the two.
"""

from newskit import lexicon
from newskit.morphology import likeliest
from newskit.stem import default_roots

if __name__ == "__main__":
    roots = default_roots()
    found = (
        (word, likeliest(word, roots).root)
        for word in sorted(lexicon.words())
        if word.isascii() and word.isalpha()
    )
    lines = "".join(f"{word}\t{root}\n" for word, root in found if root != word)
    (lexicon.DATA / "stems.tsv").write_text(lines, encoding="utf-8")
