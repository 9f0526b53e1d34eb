"""Trees walked by bits give what trees walked node by node give."""

import random

import pytest

from newskit.analyses.keywords.features import FEATURES
from newskit.analyses.quickscorer import LEVELS, Scorer, scorer
from newskit.analyses.trees import Tree, read_trees, score
from newskit.lexicon import lists


def rounded(tree: Tree, ready: Scorer, least: float) -> Tree:
    """A tree whose leaves are whole numbers of steps above the least leaf."""
    feature, number, yes, no = tree
    if feature is None:
        return None, least + ready.step * round((number - least) / ready.step), None, None
    return feature, number, rounded(yes, ready, least), rounded(no, ready, least)


def leaves(tree: Tree) -> list[float]:
    return [tree[1]] if tree[0] is None else leaves(tree[2]) + leaves(tree[3])


def test_shipped_trees_score_alike() -> None:
    base, *trees = read_trees(lists.data("analyses/keywords/trees.txt").splitlines(), FEATURES)
    ready, draw = scorer([base, *trees], len(FEATURES)), random.Random(0)
    least = min(leaf for tree in trees for leaf in leaves(tree))
    exact = [base, *(rounded(tree, ready, least) for tree in trees)]
    errors = []
    for _ in range(300):
        row = [draw.choice([0, 1, draw.randrange(20), draw.randrange(LEVELS)]) for _ in FEATURES]
        (found,) = ready.scores([(ready.left(row[9:], 9), row[:9])])
        assert found == pytest.approx(score(exact, row))
        errors.append(found - score([base, *trees], row))
    assert max(map(abs, errors)) < 0.2
    assert abs(sum(errors)) / len(errors) < 0.05


def test_trees_have_any_number_of_leaves() -> None:
    tree: Tree = (None, 0.0, None, None)
    for threshold in range(40):
        tree = (0, 40.0 - threshold, tree, (None, 1.0, None, None))
    ready = scorer([tree, tree], 1)
    assert [round(ready.scores([(ready.left([value]), [])])[0]) for value in (0, 1, 2, 127)] == [0, 0, 2, 2]
