"""Boosted decision trees as lines of text, walked without any library.

One line is one tree in prefix order: ``feature<=threshold`` and then the tree for yes and the tree for no;
a bare number is a leaf, the tree's share of the sum. ``before<=57.5 0.12 -0.03`` is a tree of one question.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

Tree: TypeAlias = tuple[int | None, float, Any, Any]  # feature, threshold, yes, no; or None, leaf, None, None


def read_trees(lines: Iterable[str], features: Sequence[str]) -> list[Tree]:
    """The trees of a table, their questions by the features' places; ``#`` begins a comment.

    >>> read_trees(["before<=57.5 0.12 -0.03"], ["index", "before"])
    [(1, 57.5, (None, 0.12, None, None), (None, -0.03, None, None))]
    """
    places = {name: place for place, name in enumerate(features)}
    parts = (line.partition("#")[0].split() for line in lines)
    return [_tree(iter(line), places) for line in parts if line]


def _tree(parts: Iterator[str], places: Mapping[str, int]) -> Tree:
    feature, question, number = next(parts).rpartition("<=")
    if not question:
        return None, float(number), None, None
    return places[feature], float(number), _tree(parts, places), _tree(parts, places)


def score(trees: Iterable[Tree], row: Iterable[float]) -> float:
    """The sum of the leaves that a row of features reaches.

    >>> score(read_trees(["before<=57.5 0.25 0", "0.5"], ["before"]), [12])
    0.75
    """
    values = tuple(map(float, row))  # a whole number would be compared at a third of the speed
    total = 0.0
    for feature, number, yes, no in trees:
        while feature is not None:
            feature, number, yes, no = yes if values[feature] <= number else no
        total += number
    return total
