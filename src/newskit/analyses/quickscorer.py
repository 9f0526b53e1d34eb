"""Many small boosted trees walked at once, by the bits of one number.

The leaves that a row can still reach are the set bits of a number, a run of bits for each tree. A feature's
value rules out leaves; the lowest bit that is left in a run is the leaf that a walk from the root would reach
(QuickScorer, Lucchese et al., SIGIR 2015). Leaves are whole numbers of steps, so that their sum is told by
counting bits: of the leaves reached, those whose number has a one, a two, a four and so on.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import islice
from operator import and_, getitem
from typing import NamedTuple

from newskit.analyses.trees import Tree

LEVELS = 128  # features are whole numbers below this
DIGITS = 6  # binary digits of a leaf


class Scorer(NamedTuple):
    """Trees made ready: ``masks[feature][value]`` are the leaves that a value leaves."""

    masks: list[list[int]]
    lowest: int  # the first leaf of each tree
    digits: list[int]  # the leaves whose number of steps has a one, a two, a four ...
    step: float
    least: float  # the sum where every leaf has no steps

    def left(self, row: Iterable[int], start: int = 0) -> int:
        """The leaves left by the values of some features, from the one at ``start`` on.

        What several groups of features leave together is ``&`` of what each leaves: a group that is the same
        for many rows is asked once.
        """
        return reduce(and_, map(getitem, islice(self.masks, start, None), row))

    def scores(self, rows: Iterable[tuple[int, Sequence[int]]]) -> list[float]:
        """For each row, the leaves that are left before it is asked and its values: the sum that it reaches.

        >>> from newskit.analyses.trees import read_trees
        >>> trees = read_trees(["words<=5 0.25 count<=2 -1 3", "0.5"], ["words", "count"])
        >>> ready = scorer(trees, 2)
        >>> [round(score, 1) for score in ready.scores([(ready.left([1], 1), [6]), (ready.left([5]), [])])]
        [-0.5, 0.8]
        """
        masks, lowest, digits, step, least = self
        found = []
        for left, row in rows:
            left = reduce(and_, map(getitem, masks, row), left)
            reached = left ^ (left & (left - lowest))
            steps = 0
            for digit in digits:
                steps += steps + (reached & digit).bit_count()
            found.append(least + step * steps)
        return found


def scorer(trees: Sequence[Tree], features: int) -> Scorer:
    """Trees over so many features made ready; each leaf is rounded to one of 64 steps."""
    questions: list[list[tuple[float, int]]] = [[] for _ in range(features)]
    leaves: list[float] = []
    lowest = 0
    whole = [tree for tree in trees if tree[0] is not None]
    for tree in whole:
        lowest |= 1 << len(leaves)
        _lay_out(tree, leaves, questions)
    least = min(leaves, default=0.0)
    step = (max(leaves, default=0.0) - least) / ((1 << DIGITS) - 1) or 1.0
    steps = [round((leaf - least) / step) for leaf in leaves]
    digits = [
        sum(1 << place for place, number in enumerate(steps) if number >> digit & 1)
        for digit in reversed(range(DIGITS))
    ]
    everything = (1 << len(leaves)) - 1
    masks = [list(_masks(sorted(asked), everything)) for asked in questions]
    alone = sum(tree[1] for tree in trees if tree[0] is None)
    return Scorer(masks, lowest, digits, step, alone + least * len(whole))


def _masks(asked: Sequence[tuple[float, int]], left: int) -> Iterable[int]:
    """The leaves that each value of a feature leaves."""
    place = 0
    for value in range(LEVELS):
        while place < len(asked) and asked[place][0] < value:
            left &= ~asked[place][1]
            place += 1
        yield left


def _lay_out(node: Tree, leaves: list[float], questions: list[list[tuple[float, int]]]) -> None:
    """Number the leaves from the left; note for each question the leaves that its no rules out."""
    feature, number, yes, no = node
    if feature is None:
        leaves.append(number)
        return
    first = len(leaves)
    _lay_out(yes, leaves, questions)
    questions[feature].append((number, (1 << len(leaves)) - (1 << first)))
    _lay_out(no, leaves, questions)
