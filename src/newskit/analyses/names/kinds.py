"""What kind of name each piece of a text is: a linear-chain conditional random field.

Lafferty, McCallum and Pereira (2001). Its weights were learned by training/names.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import inf
from operator import add, sub
from struct import Struct
from typing import NamedTuple, TypeAlias

from newskit.analyses.names.features import FAR, Slots, stretch_worths, votes
from newskit.analyses.names.pieces import Line
from newskit.lexicon.lists import data

PERSON, ORGANISATION, PLACE = KINDS = ("person", "organisation", "place")
LABELS = ("O", *(f"{position}-{kind}" for kind in KINDS for position in "BI"))
INSIDE = tuple(range(2, len(LABELS), 2))  # labels of a piece that goes on a name
GOES_ON = tuple((label, label - 1) if label in INSIDE else () for label in range(len(LABELS)))  # after which
BEGINNING = tuple(range(1, len(LABELS), 2))
SCALE = 100  # a weight is told in hundredths
LANE = 32  # bits
NEVER = -(1 << 31)
SHARED = 0.35  # of what speaks for a kind, how much is the whole text's
WIDTH = LANE * len(LABELS)
BYTES = WIDTH // 8
PACK = Struct(f"<{len(LABELS)}i").pack
UNPACK = Struct(f"<{len(LABELS)}I").unpack
SIGNS = sum(1 << LANE - 1 << LANE * place for place in range(len(LABELS)))
RAISED = sum(1 << LANE - 2 << LANE * place for place in range(len(LABELS)))
RAISED_SLOTS = [sum(RAISED << WIDTH * slot for slot in range(size)) for size in range(len(FAR) + 1)]

Row: TypeAlias = Sequence[float]


class Piece(NamedTuple):
    """A name as the pieces of a line: ``line.forms[start:end]``."""

    line: int
    start: int
    end: int
    kind: str


class Stretch(NamedTuple):
    """A stretch of a line: where it begins, its pieces, and the weights of each."""

    line: int
    start: int
    forms: Sequence[str]
    rows: Sequence[Row]


class Table(dict[str, int | str]):
    """The weights of each feature: a number for each label, packed in one as soon as they are asked for.

    Each label has LANE bits of the number, so that adding two numbers adds all their weights at once; a
    feature that tells in several slots has such a number for each, side by side.
    """

    def total(self, features: Iterable[str]) -> int:
        """The weights of some features together; one that is not there has none."""
        found = 0
        for feature in features:
            row = self.get(feature)
            if row is None:
                continue
            if isinstance(row, str):
                self[feature] = row = _packed(row)
            found += row
        return found

    def parted(self, total: int, slots: Sequence[str]) -> list[int]:
        """The weights in each of the slots, which stand side by side."""
        size = len(slots) * BYTES
        raised = (total + RAISED_SLOTS[len(slots)]).to_bytes(size, "little")
        return [int.from_bytes(raised[at : at + BYTES], "little") - RAISED for at in range(0, size, BYTES)]


def _packed(row: str) -> int:
    """Weights as one number; a comma parts slots."""
    found = 0
    for slot, weights in enumerate(row.split(",")):
        if weights:
            lanes = int.from_bytes(PACK(*map(int, weights.split())), "little")
            found += (
                (lanes ^ SIGNS) - SIGNS
            ) << WIDTH * slot  # each lane with the sign that its first bit is
    return found


class Model(NamedTuple):
    """The weights by slot, and those of each label (``steps[b][a]``: of ``b`` after ``a``).

    ``leads[m][a]`` is by how much ``a`` may be the better label to go on from, at most.
    """

    slots: Slots[int]
    steps: Sequence[Row]
    leads: Sequence[Row]


def read_model(text: str) -> Model:
    """The model that ``data/weights.tsv`` holds."""
    table = Table(line.split("\t") for line in text.splitlines())
    steps = [tuple(map(int, str(table.pop(f"> {label}")).split())) for label in LABELS]
    free = [[row[label] for label in range(len(LABELS)) if label not in INSIDE] for row in steps]
    leads = [
        [1 + max(map(sub, row, other)) for row in free] for other in free
    ]  # and one, as sums are rounded
    return Model(Slots(table), list(zip(*steps, strict=True)), leads)


@cache
def _model() -> Model:
    return read_model(data("analyses/names/weights.tsv"))


def tagged(lines: Sequence[Line], model: Model | None = None) -> list[Piece]:
    """The names in the lines of a text, in order."""
    weights, steps, leads = model or _model()
    told = votes(lines)
    stretched: list[Stretch] = []
    for number, line in enumerate(lines):
        for start, worths in stretch_worths(line, told, weights):
            forms = line.forms[start : start + len(worths)]
            stretched.append(Stretch(number, start, forms, list(map(_unpacked, worths))))
    alike = _alike(stretched)
    found = []
    for number, start, pieces, rows in stretched:
        mixed = [_mixed(row, alike[form]) if form in alike else row for form, row in zip(pieces, rows)]  # noqa: B905
        labels = best_labels(mixed, steps, leads)
        if any(labels):
            found += [Piece(number, start + a, start + b, kind) for a, b, kind in spans(labels)]
    return found


def _unpacked(worth: int) -> Row:
    """The weight of each label of a piece, all raised alike so that none is negative."""
    return UNPACK((worth + RAISED).to_bytes(BYTES, "little"))


def _alike(stretched: Iterable[Stretch]) -> dict[str, Row]:
    """What speaks for each kind, against none, on average where a piece stands that comes more than once."""
    met: dict[str, list[Row]] = {}
    for _, _, forms, rows in stretched:
        for form, row in zip(forms, rows):  # noqa: B905
            met.setdefault(form, []).append(row)
    return {
        form: [sum(max(row[b], row[b + 1]) - row[0] for row in rows) / len(rows) for b in BEGINNING]
        for form, rows in met.items()
        if len(rows) > 1
    }


def _mixed(row: Row, alike: Row) -> Row:
    """The weights of a piece, each kind's moved towards what speaks for it in the whole text."""
    outside = row[0]
    found = [outside]
    for mean, begins, goes_on in zip(alike, row[1::2], row[2::2]):  # noqa: B905
        shift = SHARED * (mean + outside - (begins if begins > goes_on else goes_on))
        found += (begins + shift, goes_on + shift)
    return found


def best_labels(rows: Sequence[Row], steps: Sequence[Row], leads: Sequence[Row]) -> list[int]:
    """The likeliest labels of a stretch (Viterbi): ``steps[b][a]`` weighs label ``b`` after ``a``.

    A name is gone on with by a label of its own kind alone. No other label follows one that is worse than the
    best so far by more than its lead.
    """
    scores = list(rows[0])
    scores[2::2] = [NEVER] * len(KINDS)
    back: list[list[int]] = []
    for row in rows[1:]:
        top = max(scores)
        lead = leads[scores.index(top)]
        likely = [label for label, score in enumerate(map(add, scores, lead)) if score >= top]
        best, froms = [], []
        for step, weight, own in zip(steps, row, GOES_ON):  # noqa: B905
            most, source = -inf, 0
            for before in own or likely:
                score = scores[before] + step[before]
                if score > most:
                    most, source = score, before
            best.append(most + weight)
            froms.append(source)
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
