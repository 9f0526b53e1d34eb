"""What tells a name: the features of each piece of a stretch in which names may stand.

A slot is a place to look at: the piece itself, a neighbour, the first word of its run of capitals. A piece is
worth the sum over its slots: of weights when it is tagged, of the features themselves when weights are
learned. Few things stand in a slot that were not met there before, so what they are worth is kept.
"""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from operator import add
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from newskit.analyses.names.facets import (
    AT,
    CAPITAL,
    COMMON,
    JOINT,
    NUMBER,
    OPENER,
    OPENERS,
    OPENING_JOINT,
    SIDES,
    Features,
    Told,
    company,
    facets,
    inner,
    is_joint,
    manner,
    ranks,
    says,
    word_class,
)
from newskit.analyses.names.pieces import Line
from newskit.lexicon.gazetteer import is_listed
from newskit.lexicon.lists import word_list

CORE = CAPITAL + COMMON
RUN = re.compile(f".[{CORE}{NUMBER}]*+")  # capitals and numbers that follow each other
GAP = f"[{JOINT}{OPENING_JOINT}][{JOINT}{OPENING_JOINT}{NUMBER}]?"  # between two capitals of a stretch
STRETCH = re.compile(f"[{CORE}]{NUMBER}*+(?>(?:(?:{GAP})?[{CORE}]{NUMBER}*+)*)")
OPENS = OPENER + OPENING_JOINT
EDGE = "|"
BEGINS = OPENERS | {EDGE}  # before what begins a sentence
SEATED = frozenset(  # offices of one place, which is told before who has them
    (
        *("bupati", "wabup", "walikota", "wawali", "gubernur", "wagub", "camat", "sekda", "kajari", "kajati"),
        *("dandim", "kapolda", "kapolres", "kapolresta", "kapolrestabes", "kapolsek"),
    )
)
METRO = "Metro"  # a town, but Polres Metro Jaksel
REGIONS = frozenset(("kota", "kabupaten", "provinsi", "bank"))  # before a place that is a part of the name
NAME_LIKE = frozenset(("nXx", "?Xx"))  # classes of words that are nothing but names, or unknown
LONGEST_PLACE = 3  # pieces
REACH = 12  # pieces of what an acronym stands for
MEMO = 1 << 15
VOTES = ("at", "says", "()", "t", "Xx", "x", "+X", "low")

V = TypeVar("V", int, tuple[str, ...])


class Weights(Protocol[V]):
    """What features are worth together, and how much of that in each of the slots in which they tell."""

    def total(self, features: Features) -> V: ...
    def parted(self, total: V, slots: Sequence[str]) -> Sequence[V]: ...


class Slot(dict[Any, V]):
    """What each thing is worth that was met in a slot so far."""

    def __init__(self, name: str, weights: Weights[V]) -> None:
        super().__init__()
        self.name = name
        self.weights: Weights[V] = weights

    def __missing__(self, key: Hashable) -> V:
        if len(self) > MEMO:
            self.clear()
        self[key] = found = self.weights.total(expand(self.name, key))
        return found


class Shared(dict[Any, Sequence[V]]):
    """What each manner, or each cluster, is worth in each slot of a piece, for those met so far."""

    def __init__(self, told: Callable[..., Told], weights: Weights[V]) -> None:
        super().__init__()
        self.told = told
        self.weights: Weights[V] = weights

    def __missing__(self, key: tuple[Any, ...]) -> Sequence[V]:
        if len(self) > MEMO:
            self.clear()
        self[key] = found = slot_by_slot(self.told(*key), self.weights)
        return found


def slot_by_slot(told: Told, weights: Weights[V]) -> Sequence[V]:
    """What features are worth in each slot of a piece: the last ten fields of ``Worth``."""
    opening, own = weights.total(told.opening), weights.total(told.own)
    itself, before, after = weights.parted(weights.total(told.near), NEAR)
    found = [opening, itself + own, before, after]
    found += weights.parted(weights.total(told.far), FAR)
    return found


class Worth(NamedTuple, Generic[V]):
    """A piece, and what it is worth: itself, for its neighbours, for pieces farther off, at a run's edge.

    ``before`` is what it is worth for the piece behind it, and so on; ``first`` and ``last`` for all pieces
    of a run that it begins or ends, ``ahead`` and ``behind`` of one that it stands around.
    """

    lower: str
    shape: str
    word_class: str
    opening: V
    own: V
    before: V
    after: V
    earlier: V
    later: V
    first: V
    last: V
    ahead: V
    behind: V


class Slots(dict[str, Worth[V]]):
    """What each piece is worth that was met so far; ``of`` are the slots of what is no feature of a piece."""

    def __init__(self, weights: Weights[V]) -> None:
        super().__init__()
        self.weights: Weights[V] = weights
        self.manners: Shared[V] = Shared(manner, weights)
        self.companies: Shared[V] = Shared(company, weights)
        self.of: Mapping[str, Slot[V]] = {name: Slot(name, weights) for name in (*OF_PLACE, *RARE)}

    def __missing__(self, form: str) -> Worth[V]:
        if len(self) > MEMO:
            self.clear()
        lower, shape, word_class, by_manner, (few, many), near, far = facets(form)
        shared = self.manners[by_manner], self.companies[few], self.companies[many]
        worths = [a + b + c for a, b, c in zip(*shared, strict=True)]
        if worth := self.weights.total(near):  # few words tell something themselves
            worths[1:4] = map(add, worths[1:4], self.weights.parted(worth, NEAR))
        if worth := self.weights.total(far):
            worths[4:] = map(add, worths[4:], self.weights.parted(worth, FAR))
        self[form] = found = Worth(lower, shape, word_class, *worths)
        return found


# --- stretches


def stretches(marks: str) -> Iterator[tuple[int, int]]:
    """Where capitals stand in a line, with what may join them: names are found in there alone.

    The line is given as the marks of its pieces. A common word that begins a sentence, and no name follows,
    is none.
    """
    for match in STRETCH.finditer(marks):
        start, end = match.span()
        if match[0] != COMMON or (start and marks[start - 1] not in OPENS):
            yield start, end


def stretch_worths(line: Line, told: Mapping[str, int], slots: Slots[V]) -> Iterator[tuple[int, list[V]]]:
    """The stretches of a line: where each begins, and what each of its pieces is worth.

    ``told`` are the votes of the whole text. What is the same for all of a run of capitals is asked once.
    """
    padded = [EDGE, EDGE, *line.forms, EDGE, EDGE]
    for start, end in stretches(line.marks):
        known = list(map(slots.__getitem__, padded[start : end + 4]))  # from two before to two behind
        found: list[V] = []
        for run in RUN.finditer(line.marks, start, end):
            found += _of_run(known[run.start() - start : run.end() - start + 4], told, slots.of)
        for at, slot, key in _rare(line, start, [each.lower for each in known[1:-2]]):
            found[at - start] += slots.of[slot][key]
        yield start, found


def _of_run(known: Sequence[Worth[V]], told: Mapping[str, int], of: Mapping[str, Slot[V]]) -> Iterator[V]:
    """What the pieces of a run are worth; it is given with the two pieces on either side."""
    lowers, shapes, classes, opening, own, before, after, earlier, later, *edges = zip(*known, strict=True)
    first, last, ahead, behind = edges
    common = first[2] + last[-3] + ahead[1] + behind[-2]
    around, back, run, placed, voted, inside = map(of.__getitem__, OF_PLACE)
    size = len(known) - 4
    for place in range(size):
        at, left = place + 2, size - place
        worth = common + own[at]
        if lowers[at - 1] in BEGINS:
            worth += opening[at]
        yield (
            worth
            + before[at - 1]
            + after[at + 1]
            + earlier[at - 2]
            + later[at + 2]
            + around[classes[at - 1 : at + 2]]
            + back[classes[at - 2 : at + 1]]
            + run[classes[1], classes[2], place if place < 3 else 3, left if left < 3 else 3]
            + placed[place if place < 3 else 3, left if left < 4 else 4, shapes[at]]
            + voted[told.get(lowers[at], 0)]
            + inside[lowers[at]]
        )


# --- what few pieces have


def _rare(line: Line, start: int, lowers: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Places of a stretch with a slot that most pieces have not, and what is in it.

    ``lowers`` are its pieces in small letters, and the one before.
    """
    end = start + len(lowers) - 1
    yield from _touched(line, start, end)
    listed = listed_places(lowers[1:])
    yield from ((start + at, "Y", where) for at, where in listed.items())
    if not _in_offices().isdisjoint(lowers):
        for at, key in _offices(line.forms[max(0, start - 2) : end], lowers, listed):
            yield start + at, "O", key


def _touched(line: Line, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    """The marks that touch a piece, before and behind it."""
    starts, ends, forms, _ = line
    for at in range(start, end):
        if at and starts[at] == ends[at - 1] and not forms[at - 1].isalnum():
            yield at, "G", forms[at - 1]
            if forms[at - 1] == "(":
                yield from _acronym(forms, start, at)
        if at + 1 < len(forms) and ends[at] == starts[at + 1] and not forms[at + 1].isalnum():
            yield at, "g", forms[at + 1]


@cache
def _in_offices() -> frozenset[str]:
    """Words of which any office, rank or body has one."""
    seconds = {office.split()[1] for office in word_list("analyses/names/offices")}
    return ranks() | {"pol"} | word_list("lexicon/bodies") | REGIONS | SEATED | seconds


def _offices(
    forms: Sequence[str], lowers: Sequence[str], listed: Mapping[int, str]
) -> Iterator[tuple[int, str]]:
    """Ranks, offices of two words, and the places of offices; ``forms`` may begin two before the stretch."""
    offices, bodies = word_list("analyses/names/offices"), word_list("lexicon/bodies")
    rank, ahead = ranks(), len(forms) - len(lowers) + 1
    for at, (before, lower) in enumerate(pairwise(lowers)):
        if f"{before} {lower}" in offices:
            yield at, "on"
            if at:
                yield at - 1, "first"
        if lower in rank or (lower == "pol" and before in rank):
            yield at, "rank"
        elif before in bodies or before in REGIONS or before in SEATED:
            seated = before in SEATED or forms[max(0, ahead + at - 2)] == "Wali"
            yield from _seat(forms[ahead:], listed, at, seated)


def _seat(
    forms: Sequence[str], listed: Mapping[int, str], at: int, seated: bool
) -> Iterator[tuple[int, str]]:
    """The place of an office, and what follows it: ``Bupati Malang Sanusi``, ``Kapolsek Cibadak Kompol``.

    Of a body or region, not ``seated``, what follows the place alone: ``DPRD Kota Solo Budi``.
    """
    behind = at + 1
    last = min(at + LONGEST_PLACE + 1, len(forms))
    while behind < last and (listed.get(behind) == "I" or forms[behind].lower() in SIDES):
        behind += 1
    after = forms[behind] if behind < len(forms) else EDGE
    known = listed.get(at + 1) == "I" or (is_listed(forms[at].lower()) and forms[at] != METRO)
    if seated and forms[at][0].isupper() and after[0].isupper() and (known or after.lower() in ranks()):
        yield at, "seat"
        yield from ((side, "side") for side in range(at + 1, behind))
        yield behind, "behind"
    elif known and not is_listed(after.lower()) and word_class(after) in NAME_LIKE:
        yield behind, "behind"


def listed_places(lowers: Sequence[str]) -> dict[int, str]:
    """Where the gazetteer has a name of several pieces, and whether a piece begins it: ``jawa barat``."""
    found: dict[int, str] = {}
    at = 0
    while at < len(lowers) - 1:
        size = _place_length(lowers, at) if lowers[at] in _place_heads() else 1
        if size > 1:
            found.update(dict.fromkeys(range(at + 1, at + size), "I"))
            found[at] = "B"
        at += size
    return found


def _place_length(lowers: Sequence[str], at: int) -> int:
    places, regions = word_list("lexicon/places"), word_list("lexicon/regions")
    size = min(LONGEST_PLACE, len(lowers) - at)
    while size > 1 and (phrase := " ".join(lowers[at : at + size])) not in regions and phrase not in places:
        size -= 1
    return size


@cache
def _place_heads() -> frozenset[str]:
    """The first words of the places that have several."""
    listed = word_list("lexicon/places") | word_list("lexicon/regions")
    return frozenset(name.split()[0] for name in listed if " " in name)


def _acronym(forms: Sequence[str], start: int, at: int) -> Iterator[tuple[int, str, str]]:
    """An acronym in brackets, and the words that it stands for."""
    form = forms[at]
    if forms[at + 1 : at + 2] == [")"] and form.isupper() and len(form) > 1:
        back = stood_for(form, forms[max(at - 1 - REACH, start) : at - 1])
        yield at, "I", "=" if back else ""
        for place in range(max(at - 1 - back, start), at - 1):
            yield place, "J", "first" if place == at - 1 - back else "on"


def stood_for(acronym: str, before: Sequence[str]) -> int:
    """How many pieces before an acronym are the words that it stands for, none where letters do not fit.

    >>> stood_for("KPU", ["Ketua", "Komisi", "Pemilihan", "Umum"])
    3
    """
    left = acronym
    for back, word in enumerate(reversed(before), 1):
        if word[0].isupper():
            if not left or word[0] != left[-1]:
                return 0
            left = left[:-1]
            if not left:
                return back
        elif not is_joint(word):
            return 0
    return 0


def votes(texts: Sequence[Line]) -> dict[str, int]:
    """What the places of a word in the text tell of it, wherever it stands: a bit for each of ``VOTES``."""
    found: dict[str, int] = {}
    titles, saying = word_list("lexicon/titles"), says()
    at_, said, bracket, title, capital, common, goes_on, low = (1 << bit for bit in range(len(VOTES)))
    for line in texts:
        before = EDGE
        forms = [*line.forms, EDGE]
        for at, (form, letter) in enumerate(zip(line.forms, line.marks, strict=True)):
            if letter in CORE:
                after = forms[at + 1]
                vote = found.get(lower := form.lower(), 0)
                if before in AT:
                    vote |= at_
                elif before in saying or after in saying:
                    vote |= said
                elif before == "(" and after == ")":
                    vote |= bracket
                elif before not in BEGINS:
                    raised = not before.islower() and before.isalpha()
                    vote |= title if before.lower() in titles else capital if raised else common
                found[lower] = vote | goes_on if after[0].isupper() else vote
            elif form in found and form.islower():
                found[form] |= low
            before = form
    return found


# --- features


def expand(slot: str, key: Any) -> list[str]:
    """The features of what stands in a slot."""
    if slot == "0":
        return inner(key)
    if slot == "V":
        return [f"V={vote}" for bit, vote in enumerate(VOTES) if key >> bit & 1]
    return [f"{slot}={key if isinstance(key, str) else ' '.join(map(str, key))}"]


NEAR = ("0", "-1", "+1")  # the piece itself, the one before, the one behind
FAR = ("-2", "+2", "F", "L", "B", "A")  # two before, two behind; first and last of a run, and around it
OF_PLACE = ("3", "4", "H", "P", "V", "0")
RARE = ("G", "g", "I", "J", "O", "Y")
