"""Writes what acronyms stand for: acronyms.tsv of src/newskit/analyses/names/data.

``python -m training.acronyms`` counts acronyms in brackets behind words whose first letters they are, as
``Indeks Harga Saham Gabungan (IHSG)``, and keeps the first of these words: what kind of thing it is. Articles
are read from ``$NEWSKIT_EVAL/data``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from benchmarks.corpus import rows
from newskit.analyses.names.features import REACH, stood_for
from newskit.analyses.names.pieces import lines
from newskit.document import Span
from training import tables

SETS = ("corpus", "keywords", "summary")
SIZES = range(2, 9)  # letters


def acronyms(forms: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The acronyms that a line spells out, each with the first word that it stands for."""
    for at in range(2, len(forms) - 1):
        form = forms[at]
        bracketed = forms[at - 1] == "(" and forms[at + 1] == ")"
        if bracketed and form.isupper() and len(form) in SIZES:
            back = stood_for(form, forms[max(0, at - 1 - REACH) : at - 1])
            if back > 1:
                yield form, forms[at - 1 - back].lower()


def main() -> None:
    counts = defaultdict[str, Counter[str]](Counter)
    for name in SETS:
        for row in rows(name):
            for line in lines([Span(0, len(row["text"]), row["text"])], row.get("title") or ""):
                for acronym, first in acronyms(line.forms):
                    counts[acronym][first] += 1
    kept = sorted((acronym, count.most_common(1)[0][0]) for acronym, count in counts.items())
    tables.write("analyses/names/acronyms.tsv", "".join(f"{short}\t{first}\n" for short, first in kept))


if __name__ == "__main__":
    main()
