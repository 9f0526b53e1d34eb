"""Learn the trees and the burstiness that keywords use from editors' tags.

``python -m training.keywords`` writes them; ``--check`` reports F1 by five-fold cross-validation instead, as
eval/score.py counts it, the mean over four ways to fold. Articles are read from
``$NEWSKIT_EVAL/data/keywords_dev.jsonl.gz``. Needs scikit-learn.
"""

import gzip
import re
import sys
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from scipy.optimize import brentq
from scipy.special import expit
from sklearn.ensemble import HistGradientBoostingClassifier

from benchmarks.corpus import EVAL
from benchmarks.corpus import rows as articles
from newskit.analyses import tagging
from newskit.analyses.keywords import candidates, selection, story
from newskit.document import Document
from newskit.lexicon import usage
from training import tables

OFTEN = 1.6


def write_bursts() -> None:
    """Write how often a word stands in an article that holds it, from the counts of shared/data."""
    with gzip.open(EVAL / "../data/words.tsv.gz", "rt", encoding="utf-8") as table:
        rows = [line.split("\t") for line in table if line[0] != "#"][1:]
    found = {word: int(times) / int(documents) for word, documents, times, *_ in rows}
    lines = [f"{word}\t{found[word]:.1f}\n" for word in sorted(found) if found[word] >= OFTEN]
    tables.write("lexicon/burstiness.tsv", "".join(lines))


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def tags(row: dict[str, Any]) -> set[str]:
    """The tags that stand in title or text."""
    text = f" {words(row['title'] + ' ' + row['text'])} "
    return {tag for tag in map(words, row["tags"]) if tag and f" {tag} " in text}


def f1(guess: list[str], gold: set[str]) -> float:
    return 200 * len(gold & set(guess)) / (len(guess) + len(gold))


def fit(x: Any, y: Any) -> HistGradientBoostingClassifier:
    model = HistGradientBoostingClassifier(
        max_iter=45,
        learning_rate=0.17,
        max_leaf_nodes=12,
        min_samples_leaf=40,
        l2_regularization=10,
        max_features=0.3,
        early_stopping=False,
        random_state=0,
    )
    return model.fit(x, y)


def lines(model: HistGradientBoostingClassifier) -> list[str]:
    """The model as lines of trees, with three digits."""
    trees = [predictor[0].nodes for predictor in model._predictors]
    return [f"{model._baseline_prediction.item():.4g}", *(written(nodes, 0) for nodes in trees)]


def written(nodes: Any, place: int) -> str:
    node = nodes[place]
    if node["is_leaf"]:
        return f"{node['value']:.3g}"
    question = f"{candidates.FEATURES[node['feature_idx']]}<={node['num_threshold']:.5g}"
    return f"{question} {written(nodes, node['left'])} {written(nodes, node['right'])}"


Read: TypeAlias = tuple[tagging.Reading, dict[str, list[int]]]


def readings(data: list[dict[str, Any]]) -> list[Read]:
    """Each article as pieces, and its candidates; the trees are not asked."""
    memo = tagging.Forms(usage.words(), frozenset(), lambda _: (0, 0))
    found = []
    for row in data:
        reading = tagging.read(*story.story(Document(row["text"], title=row["title"])), memo)
        found.append((reading, candidates.places(reading, 3)))
    return found


def rows(reading: tagging.Reading, found: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    """A row of ``FEATURES`` for each candidate."""
    table = {}
    for (phrase, at), (_, placed) in zip(found.items(), candidates.rows(reading, found), strict=True):
        head, tail = reading.words[at[0]], reading.words[at[0] + phrase.count(" ")]
        table[phrase] = (*placed, *head.facts, *tail.facts)
    return table


class Examples(NamedTuple):
    """Candidates: readings and tables by article; all rows, whether editors took them, and whose they are."""

    read: list[Read]
    tables: list[dict[str, tuple[int, ...]]]
    x: Any
    y: Any
    owner: Any


def examples(data: list[dict[str, Any]]) -> Examples:
    read = readings(data)
    tables = [rows(*one) for one in read]
    x = np.array([row for table in tables for row in table.values()], float)
    owner = np.array([number for number, table in enumerate(tables) for _ in table])
    golds = [tags(row) for row in data]
    y = np.array([words(p) in golds[number] for number, table in enumerate(tables) for p in table])
    return Examples(read, tables, x, y, owner)


def unseen(learned: Examples, asked: Examples, fold_of: Any) -> Any:
    """The scores of candidates by models that have not seen their articles."""
    scores = np.zeros(len(asked.y))
    for fold in range(5):
        seen, test = fold_of[learned.owner] != fold, fold_of[asked.owner] == fold
        scores[test] = fit(learned.x[seen], learned.y[seen]).decision_function(asked.x[test])
    return scores


def check(data: list[dict[str, Any]]) -> None:
    """Print F1 by models that have not seen the article, over four splits; and ``keywords.UNTITLED``."""
    draw = np.random.default_rng(0)
    splits = [np.arange(len(data)) % 5, *(draw.permutation(len(data)) % 5 for _ in range(3))]
    titled = examples(data)
    figures: dict[int, list[float]] = {5: [], 10: []}
    for fold_of in splits:
        scores = unseen(titled, titled, fold_of)
        for number, (row, table) in enumerate(zip(data, titled.tables, strict=True)):
            if gold := tags(row):
                scored = zip(scores[titled.owner == number], table, strict=True)
                guess = [words(phrase) for _, phrase in selection.choose(scored, *titled.read[number], 10)]
                for k, values in figures.items():
                    values.append(f1(guess[:k], gold))
    for k, values in figures.items():
        print(f"f1_at_{k:<3} {sum(values) / len(values):.2f}")
    untitled = examples([row | {"title": ""} for row in data])
    scores = unseen(titled, untitled, splits[0])
    shift = brentq(lambda more: expit(scores + more).sum() - untitled.y.sum(), -3, 3)
    print(f"untitled {shift:.2f}")


def main() -> None:
    if not (data := articles("keywords")):
        sys.exit("keywords_dev.jsonl.gz is missing: set NEWSKIT_EVAL")
    if "--check" in sys.argv:
        return check(data)
    write_bursts()
    learned = examples(data)
    trees = lines(fit(learned.x, learned.y))
    tables.write("analyses/keywords/trees.txt", "\n".join(trees) + "\n")


if __name__ == "__main__":
    main()
