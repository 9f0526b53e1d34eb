"""Learn clusters.tsv of src/newskit/analyses/names/data: words of like neighbours, counted over raw news.

Positive pointwise mutual information with the words two places around, a hundred singular vectors (Levy and
Goldberg 2014), k-means twice, among few clusters and among many. Articles are read from
``$NEWSKIT_EVAL/data``. Needs scikit-learn.
"""

from collections import Counter
from collections.abc import Iterator

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import svds
from sklearn.cluster import MiniBatchKMeans

from benchmarks.corpus import rows
from newskit.analyses.names.pieces import lines
from newskit.document import Span
from training.tables import write

SETS = ("corpus", "keywords", "summary")
LEAST, CONTEXTS, AROUND, SIZE = 5, 3000, (-2, -1, 1, 2), 100
FEW, MANY = 60, 400


def texts() -> Iterator[list[str]]:
    """The lines of the articles, each as lower-case pieces, numbers alike."""
    for name in SETS:
        for row in rows(name):
            text = f"{row.get('title') or ''}\n{row['text']}"
            for line in lines([Span(0, len(text), text)]):
                yield ["0" if form[0].isdigit() else form.lower() for form in line.forms]


def vectors(found: list[list[str]]) -> tuple[list[str], np.ndarray]:
    """The words that are met often enough, and a vector for each."""
    counts = Counter(word for line in found for word in line)
    vocabulary = [word for word, count in counts.items() if count >= LEAST]
    number = {word: at for at, word in enumerate(vocabulary)}
    context = {word: at for at, (word, _) in enumerate(counts.most_common(CONTEXTS))}
    pairs: Counter[tuple[int, int]] = Counter()
    for line in found:
        near = [context.get(word, -1) for word in line]
        for at, word in enumerate(line):
            if word in number:
                for side, step in enumerate(AROUND):
                    other = near[at + step] if 0 <= at + step < len(line) else CONTEXTS
                    if other >= 0:
                        pairs[number[word], side * (CONTEXTS + 1) + other] += 1
    at, to = map(np.array, zip(*pairs, strict=True))
    weights = np.array(list(pairs.values()), float)
    return vocabulary, _embedded(at, to, weights, len(vocabulary))


def _embedded(at: np.ndarray, to: np.ndarray, count: np.ndarray, size: int) -> np.ndarray:
    width = len(AROUND) * (CONTEXTS + 1)
    rows_, columns = np.bincount(at, count, size), np.bincount(to, count, width) ** 0.75
    columns *= count.sum() / columns.sum()
    mutual = np.maximum(np.log(count * count.sum() / (rows_[at] * columns[to])) - 0.5, 0)
    left, values, _ = svds(sparse.csr_matrix((mutual, (at, to)), (size, width)), k=SIZE, random_state=0)
    found = left * np.sqrt(values)
    unit: np.ndarray = found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9)
    return unit


def main() -> None:
    vocabulary, embedded = vectors(list(texts()))
    few, many = (
        MiniBatchKMeans(k, random_state=0, n_init=3, batch_size=4096).fit(embedded).labels_
        for k in (FEW, MANY)
    )
    table = sorted(zip(vocabulary, few, many, strict=True))
    write(
        "analyses/names/clusters.tsv", "".join(f"{word}\t{a} {b}\n" for word, a, b in table if word.isalpha())
    )


if __name__ == "__main__":
    main()
