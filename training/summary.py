"""Learn the trees of summaries from articles with a human summary: ``make train``.

``trees.txt`` is learned from IndoSum, which has no titles; ``titled_trees.txt``, which sees the title and
what the first would say, from the summaries of a desk editor. ``--check`` prints ROUGE instead, as
score.py counts it, of summaries by trees that have not seen the article (five-fold cross-validation) or its
outlet, and puts the former into this release's results. Articles come from NEWSKIT_EVAL.
"""

import re
import sys
from collections import Counter, defaultdict
from typing import Any, NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor

from benchmarks import results
from benchmarks.corpus import rows
from newskit.analyses.summary.extract import candidates
from newskit.analyses.summary.features import (
    SentenceFeatures,
    TitleFeatures,
    sentence_features,
    title_features,
)
from newskit.analyses.summary.selection import choose
from newskit.article.parse import parse
from newskit.document import Document
from newskit.lexicon import usage
from training import tables

FIELDS = (*SentenceFeatures._fields, *TitleFeatures._fields)
REPEATED = 0.4  # of a sentence's word pairs: then the summary repeats the sentence


class Example(NamedTuple):
    outlet: str
    reference: str
    texts: list[str]
    sentence_features: list[SentenceFeatures]
    repeated: list[bool]
    title: str = ""


def example(text: str, reference: str, title: str = "") -> Example:
    outlet = parse(Document(text)).outlet
    paragraphs = [[span.text for span in paragraph] for paragraph in candidates(Document(text))]
    texts = [text for paragraph in paragraphs for text in paragraph]
    repeated = [shared(reference, text, 2) > REPEATED * pairs(text, 2).total() for text in texts]
    return Example(
        outlet.text if outlet else "", reference, texts, sentence_features(paragraphs), repeated, title
    )


def pairs(text: str, n: int) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[start:] for start in range(n)), strict=False))


def shared(reference: str, text: str, n: int) -> int:
    return (pairs(reference, n) & pairs(text, n)).total()


def rouge(reference: str, text: str, n: int) -> float:
    total = pairs(reference, n).total() + pairs(text, n).total()
    return 200 * shared(reference, text, n) / (total or 1)


def fit(examples: list[Example]) -> Any:
    """Thirty trees of eight leaves: more of either gains nothing on articles not seen."""
    table = [row for one in examples for row in one.sentence_features]
    model = HistGradientBoostingRegressor(
        max_iter=30,
        learning_rate=0.2,
        max_leaf_nodes=8,
        min_samples_leaf=40,
        l2_regularization=5,
        early_stopping=False,
        random_state=0,
    )
    weight = [min(row.words, 60) + 1 for row in table]  # long sentences make or spoil a summary
    return model.fit(
        np.array(table, float), [r for one in examples for r in one.repeated], sample_weight=weight
    )


def beside(one: Example, base: Any) -> list[tuple[float, ...]]:
    """The features of each sentence and what it has of the title."""
    untitled = base.predict(np.array(one.sentence_features, float)).clip(0, 1).tolist()
    more = title_features(one.texts, one.title, untitled)
    return [(*row, *found) for row, found in zip(one.sentence_features, more, strict=True)]


def fit_titled(examples: list[Example], rows: list[list[tuple[float, ...]]]) -> Any:
    """Few articles: small trees, each over a third of the features."""
    model = HistGradientBoostingRegressor(
        max_iter=60,
        learning_rate=0.08,
        max_leaf_nodes=6,
        max_features=0.3,
        min_samples_leaf=30,
        l2_regularization=10,
        early_stopping=False,
        random_state=0,
    )
    weight = [min(row.words, 60) + 1 for one in examples for row in one.sentence_features]
    wanted = [repeated for one in examples for repeated in one.repeated]
    return model.fit(np.array([row for table in rows for row in table]), wanted, sample_weight=weight)


def lines(model: Any) -> list[str]:
    """The model as lines of trees, in three digits."""
    trees = (predictor[0].nodes for predictor in model._predictors)
    return [f"{model._baseline_prediction.item():.3g}", *(written(nodes, 0) for nodes in trees)]


def written(nodes: Any, place: int) -> str:
    node = nodes[place]
    if node["is_leaf"]:
        return f"{node['value']:.3g}"
    question = f"{FIELDS[node['feature_idx']]}<={node['num_threshold']:.4g}"
    return f"{question} {written(nodes, node['left'])} {written(nodes, node['right'])}"


def check(examples: list[Example], folds: list[Any], base: Any = None) -> dict[str, float]:
    """Mean ROUGE; each fold's summaries by trees that learned from the others, after ``base`` where given."""
    figures: dict[str, float] = defaultdict(float)
    tables: list[Any] = [beside(one, base) if base else one.sentence_features for one in examples]
    for fold in sorted(set(folds)):
        seen = [place for place, other in enumerate(folds) if other != fold]
        some = [examples[place] for place in seen]
        model = fit_titled(some, [tables[place] for place in seen]) if base else fit(some)
        for place in set(range(len(folds))).difference(seen):
            one = examples[place]
            scores = model.predict(np.array(tables[place], float)).tolist()
            for name, most in (("default", None), ("three", 3)):
                summary = " ".join(one.texts[place] for place in sorted(choose(one.texts, scores, most)))
                for n in (1, 2):
                    figures[f"{name}.rouge{n}"] += rouge(one.reference, summary, n) / len(examples)
    return figures


def main() -> None:
    if "--check" not in sys.argv:
        common = sorted(
            word for word, use in usage.words().items() if use.document_frequency * 8 >= usage.ARTICLES
        )
        tables.write("analyses/summary/common_words.txt", "\n".join(common) + "\n")
    examples = [example(row["text"], row["reference"]) for row in rows("summary")]
    titled = [example(row["text"], row["reference"], row["title"]) for row in rows("edited_more")]
    titled = [one for one in titled if one.texts]
    if not examples or not titled:
        sys.exit("NEWSKIT_EVAL names no folder with data/summary_dev.jsonl.gz: nothing learned")
    base = fit(examples)
    if "--check" not in sys.argv:
        model = fit_titled(titled, [beside(one, base) for one in titled])
        tables.write("analyses/summary/trees.txt", "\n".join(lines(base)) + "\n")
        tables.write("analyses/summary/titled_trees.txt", "\n".join(lines(model)) + "\n")
        return
    folds = (np.random.default_rng(0).permutation(len(titled)) % 5).tolist()
    print("with titles", *(f"{figure} {value:.2f}" for figure, value in check(titled, folds, base).items()))
    folds = np.random.default_rng(0).permutation(len(examples)) % 5
    outlets = Counter(one.outlet for one in examples)
    groups = [one.outlet if outlets[one.outlet] > 50 else "other" * bool(one.outlet) for one in examples]
    for name, split in (("five folds", folds.tolist()), ("outlet kept aside", groups)):
        figures = check(examples, split)
        print(name, *(f"{figure} {value:.2f}" for figure, value in figures.items()))
        if name == "five folds":
            results.write_unseen({"cv.summary.rouge1": figures["default.rouge1"]})


if __name__ == "__main__":
    main()
