"""What tells a name: the features of each piece of a stretch in which names may stand.

A key is a slot (the piece itself, a neighbour, the first word of its run of capitals) and what stands there;
``expand`` turns it into features. Few keys make many features, so the tagger keeps the weights of each key.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from newskit.analyses.names.pieces import OPENERS, Line
from newskit.lexicon.gazetteer import place_names
from newskit.lexicon.lists import data, word_list
from newskit.lexicon.usage import words

Key: TypeAlias = tuple[str, str]

LINKS = frozenset(
    (
        *(
            "al",
            "and",
            "at",
            "bin",
            "binti",
            "da",
            "dan",
            "de",
            "den",
            "der",
            "di",
            "dos",
            "el",
            "for",
            "ibn",
        ),
        *("in", "ke", "la", "le", "of", "on", "the", "to", "untuk", "van", "von", "with"),
    )
)
JOINTS = frozenset("()-–/&'’\"“”‘.,:‑[]|")
GAP = 2  # pieces between two capitals of a stretch
EDGE = "|"
AT = frozenset(
    ("asal", "daerah", "dari", "di", "kawasan", "ke", "kota", "menuju", "pulau", "warga", "wilayah")
)
LONGEST_PLACE = 3  # pieces
REACH = 12  # pieces of what an acronym stands for


def stretches(line: Line) -> Iterator[tuple[int, int]]:
    """Where capitals stand in a line, with what may join them: names are found in there alone."""
    start = end = -1
    for at, form in enumerate(line.forms):
        if is_core(form):
            if start < 0:
                start = at
            elif at - end > GAP or not all(map(is_joint, line.forms[end:at])):
                yield start, end
                start = at
            end = at + 1
        elif end == at and start >= 0 and form[0].isdigit():
            end = at + 1
    if start >= 0:
        yield start, end


@lru_cache(1 << 15)
def is_core(form: str) -> bool:
    """Whether a piece may begin or end a name: it has a capital, is a site, or news gives it one."""
    if not form.islower():
        return (form[0].isalnum() and not form[-1].isdigit()) or any(map(str.isupper, form))
    use = words().get(form)
    return "." in form or (use is not None and use.capital >= 60 and len(form) > 2)


@lru_cache(1 << 15)
def is_joint(form: str) -> bool:
    return form in JOINTS or form in LINKS or form[0].isdigit()


@lru_cache(1 << 15)
def shape(form: str) -> str:
    """How a piece is written, in a letter or two: ``X3`` KPK, ``Xx`` Joko, ``xX`` detikInet, ``d`` 12."""
    if form.islower():
        return "w" if "." in form else "x"
    if form.isupper():
        return f"X{min(len(form), 5)}"
    if form[0].isdigit():
        return "d" if not any(map(str.isalpha, form)) else "dx"
    if not form[0].isalpha():
        return form
    return "Xx" if form[0].isupper() and form[1:].islower() else "xX"


@lru_cache(1 << 15)
def usage(lower: str) -> str:
    """How news uses a word: how often with a capital, and how often at all."""
    use = words().get(lower)
    if not use:
        return "?"
    return f"{min(use.capital // 10, 9)}{'abcde'[min(len(str(use.documents)), 5) - 1]}"


@lru_cache(1 << 15)
def word_class(form: str) -> str:
    """A rough class of a piece, of which three in a row make a feature."""
    lower = form.lower()
    if not form[0].isalnum():
        return form
    if lower in word_list("lexicon/titles"):
        return "title"
    if form.islower():
        if is_says(lower):
            return "says"
        if lower in AT:
            return "at"
        return lower if lower in LINKS else "x"
    if lower in word_list("lexicon/places") or lower in word_list("lexicon/regions"):
        return "place"
    use = words().get(lower)
    if not use:
        return "?" + shape(form)
    return (
        "n" if use.capital >= 90 else "m" if use.capital >= 60 else "c" if use.capital >= 25 else "o"
    ) + shape(form)


def is_says(lower: str) -> bool:
    """Whether a word reports what somebody says: ``kata``, ``mengatakan``."""
    return lower in word_list("lexicon/reporting_verbs") or lower in word_list("lexicon/quotative_words")


def listed_places(lowers: Sequence[str]) -> dict[int, str]:
    """Where the gazetteer has a name of several pieces, and whether a piece begins it: ``jawa barat``."""
    places, regions = word_list("lexicon/places"), word_list("lexicon/regions")
    found = {}
    at = 0
    while at < len(lowers) - 1:
        size = min(LONGEST_PLACE, len(lowers) - at)
        while (
            size > 1 and (phrase := " ".join(lowers[at : at + size])) not in regions and phrase not in places
        ):
            size -= 1
        if size > 1:
            found.update(dict.fromkeys(range(at + 1, at + size), "I"))
            found[at] = "B"
        at += size
    return found


def line_keys(line: Line, told: Mapping[str, tuple[str, ...]], start: int, end: int) -> list[list[Key]]:
    """The keys of each piece of a stretch; ``told`` are the votes of the whole text."""
    padded = [EDGE, EDGE, *line.forms, EDGE, EDGE]
    classes = [word_class(form) for form in padded[start : end + 3]]  # from two pieces before
    listed = listed_places([form.lower() for form in line.forms[start:end]])
    found = []
    run = range(0)
    for at in range(start, end):
        if at not in run:
            run = _run(line.forms, at)
        here = at - start
        keys = _neighbours(padded, at + 2)
        keys += _of_run(padded, run, at)
        keys.append(("3", " ".join(classes[here + 1 : here + 4])))
        keys.append(("4", " ".join(classes[here : here + 3])))
        keys += [("V", vote) for vote in told.get(line.forms[at].lower(), ())]
        if here in listed:
            keys.append(("Y", listed[here]))
        keys += _glued(line, at)
        found.append(keys)
    _mark_acronyms(line.forms, start, found)
    return found


def _run(forms: Sequence[str], start: int) -> range:
    """The places of the pieces with a capital, or a number, that follow each other from a place on."""
    end = start + 1
    while end < len(forms) and (is_core(forms[end]) or forms[end][0].isdigit()):
        end += 1
    return range(start, end)


def _neighbours(padded: Sequence[str], here: int) -> list[Key]:
    """The piece itself, told apart where it begins a sentence, and the two on either side."""
    earlier, before, form, after, later = padded[here - 2 : here + 3]
    own = "01" if before == EDGE or before in OPENERS else "0"
    return [(own, form), ("-1", before), ("+1", after), ("-2", earlier), ("+2", later)]


def _of_run(padded: Sequence[str], run: range, at: int) -> list[Key]:
    """The run of capitals that a piece is in: its ends, what stands around it, where in it the piece is."""
    first, before = padded[run.start + 2], padded[run.start + 1]
    place = min(at - run.start, 3)
    left = run.stop - at
    return [
        ("F", first),
        ("L", padded[run.stop + 1]),
        ("B", before),
        ("A", padded[run.stop + 2]),
        ("H", f"{word_class(before)} {word_class(first)} {place} {min(left, 3)}"),
        ("N", f"{first.lower()} {place}"),
        ("P", f"{place} {min(left, 4)} {shape(padded[at + 2])}"),
    ]


def _glued(line: Line, at: int) -> list[Key]:
    """The marks that touch a piece, with no blank between."""
    found = []
    if at and line.starts[at] == line.ends[at - 1] and not line.forms[at - 1].isalnum():
        found.append(("G", line.forms[at - 1]))
    if at + 1 < len(line.forms) and line.ends[at] == line.starts[at + 1] and not line.forms[at + 1].isalnum():
        found.append(("g", line.forms[at + 1]))
    return found


def _mark_acronyms(forms: Sequence[str], start: int, found: Sequence[list[Key]]) -> None:
    """Add to the keys of an acronym in brackets, and of the words that it stands for, that they are that."""
    for at in range(max(start, 1), start + len(found)):
        form = forms[at]
        if forms[at - 1] == "(" and forms[at + 1 : at + 2] == [")"] and form.isupper() and len(form) > 1:
            back = _stood_for(form, forms[max(at - 1 - REACH, start) : at - 1])
            found[at - start].append(("I", "=" if back else ""))
            for place in range(max(at - 1 - back, start), at - 1):
                found[place - start].append(("J", "first" if place == at - 1 - back else "on"))


def _stood_for(acronym: str, before: Sequence[str]) -> int:
    """How many pieces before an acronym are the words that it stands for, none where letters do not fit.

    >>> _stood_for("KPU", ["Ketua", "Komisi", "Pemilihan", "Umum"])
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


def expand(key: Key) -> list[str]:
    """The features of a key."""
    slot, form = key
    if slot in ("0", "01"):
        return [*_full(form), *(f"1{f}" for f in _opening(form) if slot == "01")]
    if slot in ("3", "4", "H", "N", "P", "G", "g", "I", "J", "V", "Y"):
        return [f"{slot}={form}"]
    lower = form.lower()
    if slot in ("-1", "+1"):
        return [
            f"{slot}{lower}",
            f"{slot}s{shape(form)}",
            f"{slot}u{usage(lower)}",
            *(f"{slot}k{k}" for k in clusters(lower)),
        ]
    return [f"{slot}{lower}", f"{slot}c{word_class(form)}", *(f"{slot}k{k}" for k in clusters(lower))]


def _opening(form: str) -> list[str]:
    lower = form.lower()
    return [usage(lower), shape(form)]


def _full(form: str) -> list[str]:
    lower = form.lower()
    found = [
        f"w{lower}",
        f"s{shape(form)}",
        f"u{usage(lower)}",
        f"us{usage(lower)[0]}{shape(form)}",
        f"c{word_class(form)}",
        "b",
    ]
    found += [f"p{lower[:n]}" for n in (2, 3, 4) if len(lower) > n]
    found += [f"e{lower[-n:]}" for n in (2, 3, 4) if len(lower) > n]
    found += [f"k{k}" for k in clusters(lower)]
    if lower in place_names():
        found.append("place")
    return found


@cache
def _clusters() -> Mapping[str, str]:
    """The cluster of a word among few and among many, words of like neighbours together."""
    return dict(line.split("\t") for line in data("analyses/names/clusters.tsv").splitlines())


def clusters(lower: str) -> tuple[str, ...]:
    found = _clusters().get(lower)
    if not found:
        return ()
    few, _, many = found.partition(" ")
    return f"a{few}", f"b{many}"


def votes(texts: Sequence[Line]) -> dict[str, tuple[str, ...]]:
    """What the places of a word in the text tell of it, wherever it stands in it."""
    found: dict[str, set[str]] = {}
    for line in texts:
        before = EDGE
        forms = line.forms
        for at, form in enumerate(forms):
            if is_core(form):
                mark = found.setdefault(form.lower(), set())
                after = forms[at + 1] if at + 1 < len(forms) else EDGE
                if before in AT:
                    mark.add("at")
                elif is_says(before) or is_says(after):
                    mark.add("says")
                elif before == "(" and after == ")":
                    mark.add("()")
                elif before not in OPENERS and before != EDGE:
                    mark.add(
                        "t"
                        if before.lower() in word_list("lexicon/titles")
                        else "Xx"
                        if not before.islower() and before.isalpha()
                        else "x"
                    )
                if after[0].isupper():
                    mark.add("+X")
            elif form.islower() and form in found:
                found[form].add("low")
            before = form
    return {word: tuple(mark) for word, mark in found.items()}
