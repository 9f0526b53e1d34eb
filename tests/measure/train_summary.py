"""Learn summary_trees.txt (in src/newskit/data) from articles with a human summary: ``make train``.

``--check`` writes nothing and prints ROUGE, as score.py counts it, of summaries by trees that have not
seen the article (five-fold cross-validation) or its outlet. Articles come from NEWSKIT_EVAL.
"""

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from corpus import rows
from sklearn.ensemble import HistGradientBoostingRegressor

from newskit import lexicon
from newskit.document import Document
from newskit.parse import parse
from newskit.summary import candidates, choose
from newskit.traits import Traits, traits

TABLE = Path(__file__).parents[2] / "src/newskit/data/summary_trees.txt"
HEAD = """\
# How likely an editor's summary repeats a sentence: boosted trees over the fields of newskit.traits.Traits.
# Made by tests/measure/train_summary.py; the format is told in newskit/trees.py.
"""
COMMON = TABLE.with_name("summary_common.txt")
COMMON_HEAD = "# Words that stand in an eighth of all articles (words.tsv): they do not tell a topic.\n"
REPEATED = 0.4  # of a sentence's word pairs: then the summary repeats the sentence


class Example(NamedTuple):
    outlet: str
    reference: str
    texts: list[str]
    traits: list[Traits]
    repeated: list[bool]


def example(text: str, reference: str) -> Example:
    outlet = parse(Document(text)).outlet
    paragraphs = [[span.text for span in paragraph] for paragraph in candidates(Document(text))]
    texts = [text for paragraph in paragraphs for text in paragraph]
    repeated = [shared(reference, text, 2) > REPEATED * pairs(text, 2).total() for text in texts]
    return Example(outlet.text if outlet else "", reference, texts, traits(paragraphs), repeated)


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
    table = [row for one in examples for row in one.traits]
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


def lines(model: Any) -> list[str]:
    """The model as lines of trees, in three digits."""
    trees = (predictor[0].nodes for predictor in model._predictors)
    return [f"{model._baseline_prediction.item():.3g}", *(written(nodes, 0) for nodes in trees)]


def written(nodes: Any, place: int) -> str:
    node = nodes[place]
    if node["is_leaf"]:
        return f"{node['value']:.3g}"
    question = f"{Traits._fields[node['feature_idx']]}<={node['num_threshold']:.4g}"
    return f"{question} {written(nodes, node['left'])} {written(nodes, node['right'])}"


def check(examples: list[Example], folds: list[Any]) -> dict[str, float]:
    """Mean ROUGE; each fold's summaries by trees that learned from the other folds."""
    figures: dict[str, float] = defaultdict(float)
    for fold in sorted(set(folds)):
        model = fit([one for one, other in zip(examples, folds, strict=True) if other != fold])
        for one in (one for one, own in zip(examples, folds, strict=True) if own == fold):
            scores = model.predict(np.array(one.traits, float)).tolist()
            for name, most in (("default", None), ("three", 3)):
                summary = " ".join(one.texts[place] for place in sorted(choose(one.texts, scores, most)))
                for n in (1, 2):
                    figures[f"{name}.rouge{n}"] += rouge(one.reference, summary, n) / len(examples)
    return figures


def main() -> None:
    if "--check" not in sys.argv:
        common = sorted(
            word for word, use in lexicon.words().items() if use.documents * 8 >= lexicon.ARTICLES
        )
        COMMON.write_text(COMMON_HEAD + "\n".join(common) + "\n", "utf-8")
    examples = [example(row["text"], row["reference"]) for row in rows("summary")]
    if not examples:
        sys.exit("NEWSKIT_EVAL names no folder with data/summary_dev.jsonl.gz: nothing learned")
    if "--check" not in sys.argv:
        TABLE.write_text(HEAD + "\n".join(lines(fit(examples))) + "\n", "utf-8")
        return
    folds = np.random.default_rng(0).permutation(len(examples)) % 5
    outlets = Counter(one.outlet for one in examples)
    groups = [one.outlet if outlets[one.outlet] > 50 else "other" * bool(one.outlet) for one in examples]
    for name, split in (("five folds", folds.tolist()), ("outlet kept aside", groups)):
        print(name, *(f"{figure} {value:.2f}" for figure, value in check(examples, split).items()))


if __name__ == "__main__":
    main()
