"""Boosted decision trees as lines of text, walked without any library.

One line is one tree in prefix order: ``feature<=threshold`` and then the tree for yes and the tree for no;
a bare number is a leaf, the tree's share of the sum. ``before<=57.5 0.12 -0.03`` is a tree of one question.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"


def read_trees(lines: Iterable[str], features: Sequence[str]) -> list[Tree]:
    """The trees of a table, their questions by the features' places.

    >>> read_trees(["before<=57.5 0.12 -0.03"], ["index", "before"])
    [(1, 57.5, 0.12, -0.03)]
    """
    places = {name: place for place, name in enumerate(features)}
    lines = (line.partition("#")[0] for line in lines)
    return [_tree(iter(line.split()), places) for line in lines if line.strip()]


def _tree(parts: Iterator[str], places: dict[str, int]) -> Tree:
    feature, question, number = next(parts).rpartition("<=")
    if not question:
        return float(number)
    return places[feature], float(number), _tree(parts, places), _tree(parts, places)


def score(trees: Iterable[Tree], row: Sequence[float]) -> float:
    """The sum of the leaves that a row of features reaches.

    >>> score([(0, 57.5, 0.25, 0.0), 0.5], [12])
    0.75
    """
    total = 0.0
    for tree in trees:
        node: Any = tree
        while node.__class__ is tuple:
            feature, threshold, yes, no = node
            node = yes if row[feature] <= threshold else no
        total += node
    return total
