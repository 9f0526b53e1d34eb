"""Trees walked by bits give what trees walked node by node give."""

import random

import pytest

from newskit import lexicon
from newskit.candidates import FEATURES
from newskit.quickscorer import scorer
from newskit.trees import Tree, read_trees, score


def test_shipped_trees_score_alike() -> None:
    trees = read_trees((lexicon.DATA / "keywords_trees.txt").read_text("utf-8").splitlines(), FEATURES)
    ready, draw = scorer(trees, len(FEATURES)), random.Random(0)
    values = [tree[1] for tree in trees if isinstance(tree, tuple)]
    for _ in range(300):
        row = [draw.choice([0, 1, draw.random(), draw.choice(values), 300 * draw.random()]) for _ in FEATURES]
        assert ready.score(row) == pytest.approx(score(trees, row))


def test_more_than_eight_leaves_are_refused() -> None:
    tree: Tree = 0.0
    for threshold in range(8):
        tree = (0, float(threshold), tree, 1.0)
    with pytest.raises(ValueError, match="eight leaves"):
        scorer([tree], 1)
