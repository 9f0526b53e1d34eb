"""What kind of name each piece of a text is: a linear-chain conditional random field.

Lafferty, McCallum and Pereira (2001). Its weights were learned by training/names.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import add
from struct import Struct
from typing import NamedTuple, TypeAlias

from newskit.analyses.names.features import Key, expand, line_keys, stretches, votes
from newskit.analyses.names.pieces import Line
from newskit.lexicon.lists import data

KINDS = ("person", "organisation", "place")
LABELS = ("O", *(f"{position}-{kind}" for kind in KINDS for position in "BI"))
INSIDE = tuple(
    range(2, len(LABELS), 2)
)  # the label of a piece that goes on a name, by that of a piece before it
SCALE = 100  # a weight is told in hundredths
MEMO = 1 << 17
LANE = 32  # bits
UNPACK = Struct(f"<{len(LABELS)}I").unpack
RAISED = sum(1 << LANE - 2 << LANE * place for place in range(len(LABELS)))

Row: TypeAlias = tuple[int, ...]


class Piece(NamedTuple):
    """A name as the pieces of a line: ``line.forms[start:end]``."""

    line: int
    start: int
    end: int
    kind: str


class Weights(dict[Key, int]):
    """For each key that was met so far the weight of each label, packed in one number.

    A weight is the sum over the features of the key. Each label has LANE bits of the number, so that adding
    two numbers adds all their weights at once.
    """

    def __init__(self, table: Mapping[str, str]) -> None:
        super().__init__()
        self.table = table
        self.packed: dict[str, int] = {}

    def __missing__(self, key: Key) -> int:
        if len(self) > MEMO:
            self.clear()
        self[key] = packed = sum(self._feature(name) for name in expand(key) if name in self.table)
        return packed

    def _feature(self, name: str) -> int:
        if name not in self.packed:
            row = self.table[name].split()
            self.packed[name] = sum(int(weight) << LANE * place for place, weight in enumerate(row))
        return self.packed[name]


class Model(NamedTuple):
    """The weights of the keys, and those of each label (``steps[b][a]``: of ``b`` after ``a``)."""

    weights: Weights
    steps: list[Row]


def read_model(text: str) -> Model:
    """The model that ``data/weights.tsv`` holds."""
    table = dict(line.split("\t") for line in text.splitlines())
    steps = [tuple(map(int, table.pop(f"> {label}").split())) for label in LABELS]
    return Model(Weights(table), [tuple(column) for column in zip(*steps, strict=True)])


@cache
def _model() -> Model:
    return read_model(data("analyses/names/weights.tsv"))


def tagged(lines: Sequence[Line], model: Model | None = None) -> list[Piece]:
    """The names in the lines of a text, in order."""
    weights, steps = model or _model()
    told = votes(lines)
    found = []
    for number, line in enumerate(lines):
        for start, end in stretches(line):
            keys = line_keys(line, told, start, end)
            labels = best_labels([_total(weights, each) for each in keys], steps)
            found += [Piece(number, start + a, start + b, kind) for a, b, kind in spans(labels)]
    return found


def _total(weights: Weights, keys: Sequence[Key]) -> tuple[int, ...]:
    """The weight of each label of a piece, all raised alike so that none is negative."""
    return UNPACK(sum(map(weights.__getitem__, keys), RAISED).to_bytes(LANE * len(LABELS) // 8, "little"))


def best_labels(rows: Sequence[Row], steps: Sequence[Row]) -> list[int]:
    """The likeliest labels of a stretch (Viterbi): ``steps[b][a]`` weighs label ``b`` after ``a``."""
    scores = list(rows[0])
    back: list[list[int]] = []
    for row in rows[1:]:
        best, froms = [], []
        for step, weight in zip(steps, row):  # noqa: B905
            sums = list(map(add, scores, step))
            top = max(sums)
            best.append(top + weight)
            froms.append(sums.index(top))
        scores = best
        back.append(froms)
    label = scores.index(max(scores))
    labels = [label]
    for froms in reversed(back):
        label = froms[label]
        labels.append(label)
    return labels[::-1]


def spans(labels: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Where names begin and end, by the labels of a stretch."""
    start, kind = -1, -1
    for at, label in enumerate((*labels, 0)):
        if start >= 0 and not (label in INSIDE and (label - 1) // 2 == kind):
            yield start, at, KINDS[kind]
            start = -1
        if label and start < 0:
            start, kind = at, (label - 1) // 2
