"""Many small boosted trees walked at once, by the bits of one number.

The leaves that a row can still reach are the set bits of a number, eight bits for each tree. Each feature's
value rules out leaves, the same ones wherever it falls between two thresholds; the lowest bit that is left in
a tree's byte is the leaf that a walk from its root would reach (QuickScorer, Lucchese et al., SIGIR 2015).
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import getitem
from typing import NamedTuple

from newskit.trees import Tree

LEAVES = 8


class Scorer(NamedTuple):
    """Trees made ready: ``masks[feature][i]`` are the leaves left where i thresholds lie below a value."""

    base: float
    everything: int
    thresholds: list[list[float]]
    masks: list[list[int]]
    leaves: list[list[float]]  # for each tree, by its byte

    def score(self, row: Sequence[float]) -> float:
        """The sum of the leaves that a row of features reaches.

        >>> from newskit.trees import read_trees
        >>> lines = ["before<=57.5 0.25 words<=2 -1 3", "0.5"]
        >>> scorer(read_trees(lines, ["before", "words"]), 2).score([60, 1])
        -0.5
        """
        left = self.everything
        for value, thresholds, masks in zip(row, self.thresholds, self.masks, strict=True):
            left &= masks[bisect_left(thresholds, value)]
        return self.base + sum(map(getitem, self.leaves, left.to_bytes(len(self.leaves), "little")))


def scorer(trees: Sequence[Tree], features: int) -> Scorer:
    """Trees of at most eight leaves, over so many features, made ready."""
    grown = [tree for tree in trees if tree[0] is not None]
    base = sum(leaf for feature, leaf, *_ in trees if feature is None)
    questions: list[list[tuple[float, int]]] = [[] for _ in range(features)]
    leaves = []
    for number, tree in enumerate(grown):
        values: list[float] = []
        _lay_out(tree, values, 8 * number, questions)
        values += [0.0] * (LEAVES - len(values))
        leaves.append([values[(byte & -byte).bit_length() - 1] for byte in range(256)])
    everything = (1 << 8 * len(grown)) - 1
    masks = []
    for asked in questions:
        asked.sort()
        left = [everything]
        for _, ruled_out in asked:
            left.append(left[-1] & ~ruled_out)
        masks.append(left)
    return Scorer(base, everything, [[at for at, _ in asked] for asked in questions], masks, leaves)


def _lay_out(node: Tree, values: list[float], at: int, questions: list[list[tuple[float, int]]]) -> None:
    """Number the leaves from the left; note for each question the leaves that its no rules out."""
    feature, threshold, yes, no = node
    if feature is None:
        if len(values) == LEAVES:
            raise ValueError("a tree has more than eight leaves")
        values.append(threshold)
        return
    first = len(values)
    _lay_out(yes, values, at, questions)
    questions[feature].append((threshold, (1 << at + len(values)) - (1 << at + first)))
    _lay_out(no, values, at, questions)
