"""Learn the trees and the burstiness that keywords use from editors' tags.

``python -m training.keywords`` writes them; ``--check`` reports F1 by five-fold cross-validation instead, as
eval/score.py counts it, on both sources, and puts it into this release's results. Articles are read from
``edited_more_dev``, tagged as a desk editor would, and with a share of their weight from ``keywords_dev``,
the tags of sites, in ``$NEWSKIT_EVAL/data``. Needs scikit-learn.
"""

import gzip
import re
import sys
from typing import Any, NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from benchmarks import results
from benchmarks.corpus import EVAL
from benchmarks.corpus import rows as articles
from newskit.analyses import story, tagging
from newskit.analyses.keywords import candidates, features, selection
from newskit.document import Document
from newskit.lexicon import usage
from training import tables

OFTEN = 1.6
SOURCES = {"edited_more": 1.0, "keywords": 0.3}  # and what an article of each weighs


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


def fit(x: Any, y: Any, weight: Any) -> HistGradientBoostingClassifier:
    model = HistGradientBoostingClassifier(
        max_iter=100,
        learning_rate=0.1,
        max_leaf_nodes=12,
        min_samples_leaf=30,
        l2_regularization=10,
        max_features=0.3,
        early_stopping=False,
        random_state=0,
    )
    return model.fit(x, y, sample_weight=weight)


def lines(model: HistGradientBoostingClassifier) -> list[str]:
    """The model as lines of trees, with three digits."""
    trees = [predictor[0].nodes for predictor in model._predictors]
    return [f"{model._baseline_prediction.item():.4g}", *(written(nodes, 0) for nodes in trees)]


def written(nodes: Any, place: int) -> str:
    node = nodes[place]
    if node["is_leaf"]:
        return f"{node['value']:.3g}"
    question = f"{features.FEATURES[node['feature_idx']]}<={node['num_threshold']:.5g}"
    return f"{question} {written(nodes, node['left'])} {written(nodes, node['right'])}"


class Example(NamedTuple):
    """An article as pieces, its candidates, a row of ``FEATURES`` for each, and the tags it should have."""

    reading: tagging.TaggedText
    found: dict[str, list[int]]
    rows: list[tuple[int, ...]]
    gold: set[str]

    def taken(self) -> list[bool]:
        """Whether an editor took each candidate."""
        return [words(phrase) in self.gold for phrase in self.found]


def examples(data: list[dict[str, Any]]) -> list[Example]:
    """Each article read and its candidates described; the trees are not asked."""
    memo = tagging.TokenCache(usage.words(), frozenset())
    made = []
    for row in data:
        reading = tagging.read(*story.story(Document(row["text"], title=row["title"])), memo)
        found = candidates.places(reading, None)
        table = [
            (*placed, *first.facts, *last.facts) for first, last, placed in features.described(reading, found)
        ]
        made.append(Example(reading, found, table, tags(row)))
    return made


def learned(sets: dict[str, list[Example]]) -> HistGradientBoostingClassifier:
    """The model of some articles by source."""
    x = [row for some in sets.values() for one in some for row in one.rows]
    y = [taken for some in sets.values() for one in some for taken in one.taken()]
    weight = [SOURCES[name] for name, some in sets.items() for one in some for _ in one.rows]
    return fit(np.array(x, float), np.array(y), np.array(weight))


def figures(one: Example, scores: Any) -> tuple[float, float, float]:
    """F1 of the first five keywords, and full F1 of five and of ten."""
    chosen = selection.choose(zip(scores, one.found, strict=True), one.reading, one.found, 10)
    guess = list(dict.fromkeys(words(phrase) for _, phrase in chosen))
    five, ten = len(one.gold.intersection(guess[:5])), len(one.gold.intersection(guess))
    wanted = len(one.gold)
    return 200 * five / (len(guess[:5]) + wanted), 200 * five / (5 + wanted), 200 * ten / (10 + wanted)


def check(sets: dict[str, list[Example]]) -> None:
    """Print and keep F1 by models that have not seen the article."""
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in sets}
    for fold in range(5):
        model = learned(
            {name: [one for at, one in enumerate(some) if at % 5 != fold] for name, some in sets.items()}
        )
        for name, some in sets.items():
            for one in some[fold::5]:
                if one.gold and one.rows:
                    found[name].append(figures(one, model.decision_function(np.array(one.rows, float))))
    means = {name: np.mean(rows, axis=0) for name, rows in found.items()}
    for name, mean in means.items():
        print(name, "f1_at_5 {:.1f} full_f1_at_5 {:.1f} full_f1_at_10 {:.1f}".format(*mean))
    results.write_unseen(
        {"cv.keywords.edited": means["edited_more"][1], "cv.keywords.full_f1_at_5": means["keywords"][1]}
    )


def main() -> None:
    sets = {name: examples(articles(name)) for name in SOURCES}
    if not all(sets.values()):
        sys.exit("edited_more_dev.jsonl.gz or keywords_dev.jsonl.gz is missing: set NEWSKIT_EVAL")
    if "--check" in sys.argv:
        return check(sets)
    write_bursts()
    trees = lines(learned(sets))
    tables.write("analyses/keywords/trees.txt", "\n".join(trees) + "\n")


if __name__ == "__main__":
    main()
