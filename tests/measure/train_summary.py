"""Learn src/newskit/data/summary_trees.txt from articles with a human summary.

``python train_summary.py`` writes the trees; ``--check`` reports ROUGE by five-fold cross-validation instead.
Articles are read from ``$NEWSKIT_EVAL/data/summary_dev.jsonl.gz`` (default ../shared/eval). Needs scikit-learn.
"""

import gzip
import json
import os
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor

from newskit import salience, summary
from newskit.document import Document

ROOT = Path(__file__).parents[2]
ARTICLES = Path(os.environ.get("NEWSKIT_EVAL", ROOT / "../shared/eval"), "data/summary_dev.jsonl.gz")
TABLE = ROOT / "src/newskit/data/summary_trees.txt"
HEAD = """\
# Boosted trees for the share of a sentence's words that an editor's summary repeats.
# Made by tests/measure/train_summary.py; the format is told in newskit/trees.py.
"""


def shared(reference: str, text: str, n: int) -> int:
    a, b = grams(reference, n), grams(text, n)
    return (a & b).total()


def grams(text: str, n: int) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[start:] for start in range(n)), strict=False))


def share(reference: str, text: str) -> float:
    """Mean share of the text's words and word pairs that the reference repeats."""
    return sum(shared(reference, text, n) / (grams(text, n).total() or 1) for n in (1, 2)) / 2


def rouge(reference: str, text: str, n: int) -> float:
    return 200 * shared(reference, text, n) / ((grams(reference, n).total() + grams(text, n).total()) or 1)


def fit(x: Any, y: Any, weight: Any) -> HistGradientBoostingRegressor:
    model = HistGradientBoostingRegressor(
        max_iter=60,
        learning_rate=0.12,
        max_leaf_nodes=10,
        min_samples_leaf=40,
        l2_regularization=5,
        early_stopping=False,
        random_state=0,
    )
    return model.fit(x, y, sample_weight=weight)


def lines(model: HistGradientBoostingRegressor) -> list[str]:
    """The model as lines of trees, with four digits."""
    trees = [predictor[0].nodes for predictor in model._predictors]
    return [f"{model._baseline_prediction.item():.4g}", *(written(nodes, 0) for nodes in trees)]


def written(nodes: Any, place: int) -> str:
    node = nodes[place]
    if node["is_leaf"]:
        return f"{node['value']:.3g}"
    question = f"{salience.FEATURES[node['feature_idx']]}<={node['num_threshold']:.5g}"
    return f"{question} {written(nodes, node['left'])} {written(nodes, node['right'])}"


def check(articles: list[Any], x: Any, y: Any, weight: Any, owner: Any) -> None:
    """Print ROUGE of summaries whose scores come from a model that has not seen the article."""
    fold = np.random.default_rng(0).permutation(len(articles)) % 5
    scores = np.zeros(len(y))
    for out in range(5):
        test = fold[owner] == out
        scores[test] = fit(x[~test], y[~test], weight[~test]).predict(x[test])
    figures: dict[str, float] = Counter()
    for number, (spans, reference) in enumerate(articles):
        own = list(scores[owner == number])
        for name, most in (("default", None), ("three", 3)):
            chosen = sorted(summary._choice(spans, own, most, None))
            text = " ".join(spans[place].text for place in chosen)
            for n in (1, 2):
                figures[f"{name}.rouge{n}"] += rouge(reference, text, n) / len(articles)
    for name, figure in figures.items():
        print(f"{name:16} {figure:.2f}")


def main() -> None:
    if not ARTICLES.exists():
        sys.exit(f"{ARTICLES} is missing: set NEWSKIT_EVAL")
    articles, x, y, weight, owner = [], [], [], [], []
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as rows:
        for number, row in enumerate(map(json.loads, rows)):
            paragraphs = summary.candidates(Document(row["text"]))
            spans = [span for paragraph in paragraphs for span in paragraph]
            x += salience.features([[span.text for span in paragraph] for paragraph in paragraphs])
            y += [share(row["reference"], span.text) for span in spans]
            weight += [len(span.text.split()) for span in spans]
            owner += [number] * len(spans)
            articles.append((spans, row["reference"]))
    data = np.array(x, float), np.array(y), np.array(weight, float)
    if "--check" in sys.argv:
        return check(articles, *data, np.array(owner))
    TABLE.write_text(HEAD + "\n".join(lines(fit(*data))) + "\n", "utf-8")


if __name__ == "__main__":
    main()
