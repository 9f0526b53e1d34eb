"""What tells a name: the features of each piece of a stretch in which names may stand.

A slot is a place to look at (the piece itself, a neighbour, the first word of its run of capitals), and
``expand`` tells the features of what stands there. A piece is worth the sum over its slots: of weights when
it is tagged, of the features themselves when weights are learned. Few things stand in a slot that were not
met there before, so what they are worth is kept.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias, TypeVar

from newskit.analyses.names.facets import AT, Facets, facets, is_common, is_core, is_joint, is_says
from newskit.analyses.names.pieces import OPENERS, Line
from newskit.lexicon.lists import word_list

GAP = 2  # pieces between two capitals of a stretch
EDGE = "|"
LONGEST_PLACE = 3  # pieces
REACH = 12  # pieces of what an acronym stands for
MEMO = 1 << 15
VOTES = ("at", "says", "()", "t", "Xx", "x", "+X", "low")

V = TypeVar("V", int, tuple[str, ...])


class Slot(dict[Any, V]):
    """What each thing is worth that was met in a slot so far."""

    def __init__(self, name: str, worth: Callable[[list[str]], V]) -> None:
        super().__init__()
        self.name = name
        self.worth: Callable[[list[str]], V] = worth

    def __missing__(self, key: Hashable) -> V:
        if len(self) > MEMO:
            self.clear()
        found: V = self.worth(expand(self.name, key))
        self[key] = found
        return found


Slots: TypeAlias = Mapping[str, Slot[V]]


def slots(worth: Callable[[list[str]], V]) -> Slots[V]:
    """The slots of a piece, where the features of what stands in one are worth what ``worth`` says."""
    return {name: Slot(name, worth) for name in (*USUAL, *OF_RUN, *RARE)}


# --- stretches


def stretches(line: Line) -> Iterator[tuple[int, int]]:
    """Where capitals stand in a line, with what may join them: names are found in there alone.

    A common word that begins a sentence, and no name follows, is none.
    """
    start = end = -1
    for at, form in enumerate(line.forms):
        if is_core(form):
            if start < 0:
                start = at
            elif at - end > GAP or not all(map(is_joint, line.forms[end:at])):
                if end - start > 1 or not _only_begins(line.forms, start):
                    yield start, end
                start = at
            end = at + 1
        elif end == at and start >= 0 and form[0].isdigit():
            end = at + 1
    if start >= 0 and (end - start > 1 or not _only_begins(line.forms, start)):
        yield start, end


def _only_begins(forms: Sequence[str], at: int) -> bool:
    """Whether a piece has its capital since it begins a sentence."""
    return (not at or forms[at - 1] in OPENERS) and is_common(forms[at])


def stretch_worths(line: Line, told: Mapping[str, int], slots: Slots[V]) -> Iterator[tuple[int, list[V]]]:
    """The stretches of a line: where each begins, and what each of its pieces is worth.

    ``told`` are the votes of the whole text. What is the same for all of a run of capitals is asked once.
    """
    padded = [EDGE, EDGE, *line.forms, EDGE, EDGE]
    usual = tuple(slots[name] for name in USUAL)
    for start, end in stretches(line):
        forms = padded[start : end + 4]  # from two pieces before to two behind
        known = list(map(facets, forms))
        found: list[V] = []
        while len(found) < end - start:
            at = len(found)
            stop = _run_end(line.forms, start + at) - start + 4
            run = known[at:stop]
            found += _of_run(forms[at:stop], run, _ends(run, slots), told, usual)
        for at, slot, key in _rare(line, start, end):
            found[at - start] += slots[slot][key]
        yield start, found


def _run_end(forms: Sequence[str], start: int) -> int:
    """Where the pieces with a capital, or a number, end that follow each other from a place on."""
    end = start + 1
    while end < len(forms) and (is_core(forms[end]) or forms[end][0].isdigit()):
        end += 1
    return end


def _ends(known: Sequence[Facets], slots: Slots[V]) -> V:
    """What the first and last piece of a run of capitals are worth, and what stands around it."""
    return (
        slots["F"][known[2].far]
        + slots["L"][known[-3].far]
        + slots["B"][known[1].far]
        + slots["A"][known[-2].far]
    )


def _of_run(
    forms: Sequence[str],
    known: Sequence[Facets],
    common: V,
    told: Mapping[str, int],
    usual: Sequence[Slot[V]],
) -> Iterator[V]:
    """What the pieces of a run are worth; it is given with the two pieces on either side."""
    own, opening, before, after, earlier, later = usual[:6]
    around, back, run, placed, voted = usual[6:]
    classes = [each.word_class for each in known]
    first, second = classes[1:3]
    two = known[0]
    left = len(known) - 4
    for at, (one, here, next_, last) in enumerate(
        zip(known[1:], known[2:], known[3:], known[4:], strict=False)
    ):
        place = at if at < 3 else 3
        begins = forms[at + 1] == EDGE or forms[at + 1] in OPENERS
        itself: V = opening[here.own] if begins else own[here.own]
        yield (
            common
            + itself
            + before[one.near]
            + after[next_.near]
            + earlier[two.far]
            + later[last.far]
            + around[classes[at + 1], here.word_class, classes[at + 3]]
            + back[classes[at], classes[at + 1], here.word_class]
            + run[first, second, place, left if left < 3 else 3]
            + placed[place, left if left < 4 else 4, here.shape]
            + voted[told.get(here.lower, 0)]
        )
        two = one
        left -= 1


# --- what few pieces have


def _rare(line: Line, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    """Places of a stretch with a slot that most pieces have not, and what is in it."""
    starts, ends, forms = line
    if end - start > 1:
        for at, where in listed_places([form.lower() for form in forms[start:end]]).items():
            yield start + at, "Y", where
    for at in range(start, end):  # marks that touch a piece, with no blank between
        if at and starts[at] == ends[at - 1] and not forms[at - 1].isalnum():
            yield at, "G", forms[at - 1]
            if forms[at - 1] == "(":
                yield from _acronym(forms, start, at)
        if at + 1 < len(forms) and ends[at] == starts[at + 1] and not forms[at + 1].isalnum():
            yield at, "g", forms[at + 1]
        if at and f"{forms[at - 1]} {forms[at]}".lower() in word_list("analyses/names/offices"):
            yield at, "O", "on"
            if at > start:
                yield at - 1, "O", "first"


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
    titles = word_list("lexicon/titles")
    at_, says, bracket, title, capital, common, goes_on, low = (1 << bit for bit in range(len(VOTES)))
    for line in texts:
        before = EDGE
        forms = [*line.forms, EDGE]
        for at, form in enumerate(line.forms):
            if is_core(form):
                after = forms[at + 1]
                mark = found.get(lower := form.lower(), 0)
                if before in AT:
                    mark |= at_
                elif is_says(before) or is_says(after):
                    mark |= says
                elif before == "(" and after == ")":
                    mark |= bracket
                elif before not in OPENERS and before != EDGE:
                    raised = not before.islower() and before.isalpha()
                    mark |= title if before.lower() in titles else capital if raised else common
                found[lower] = mark | goes_on if after[0].isupper() else mark
            elif form in found and form.islower():
                found[form] |= low
            before = form
    return found


# --- features


def expand(slot: str, key: Any) -> list[str]:
    """The features of what stands in a slot."""
    if slot == "01":
        told = key.split(" ")
        return [*(f"0{each}" for each in told), *(f"1{each}" for each in told if each[:2] in ("s=", "u="))]
    if slot in FACETS:
        return [f"{slot}{feature}" for feature in key.split(" ")]
    if slot == "V":
        return [f"V={vote}" for bit, vote in enumerate(VOTES) if key >> bit & 1]
    return [f"{slot}={key if isinstance(key, str) else ' '.join(map(str, key))}"]


OF_PIECE = ("0", "01", "-1", "+1", "-2", "+2")
OF_RUN = ("F", "L", "B", "A")
FACETS = (*OF_PIECE, *OF_RUN)  # slots of the features of a piece
USUAL = (*OF_PIECE, "3", "4", "H", "P", "V")  # those that each piece has of its own
RARE = ("G", "g", "I", "J", "O", "Y")
