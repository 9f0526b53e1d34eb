"""The dateline before the first sentence: which words name the outlet, which the place.

Nothing here knows an outlet by name. A dateline is a few capitalised elements before a dash; an element is
a place when the gazetteer (``data/places.txt``) has it or it begins like one (``Kab. Bandung``), an outlet
when it is shaped like one (``TEMPO.CO``, ``iNews``, ``Pos Kota``, in brackets), else a name. Evidence is
added up, so that ``Persib - Persija imbang`` stays text: a dash between two names is no dateline.
"""

import re
from typing import NamedTuple

from newskit.document import Span
from newskit.lexicon import word_list, words

MONTH = r"(?:Jan|Feb|Peb|Mar|Apr|Mei|May|Jun|Jul|Agu|Aug|Sep|Okt|Oct|Nov|Nop|Des|Dec)[a-z]{0,6}\.?"
DAY = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)"

LONGEST = 100
SEPARATOR = re.compile(r"\s*+(?:--+|[–—―−]|\.-)\s*|\s++-\s*|-\s++|(?<=\.com)-(?=[A-Z])|:\s++")
ELEMENT = re.compile(r"(?P<open>[(\[])?\s*+(?P<text>[^,|()\[\]]*[^\s,|()\[\]])\s*(?P<close>[)\]])?[\s,|.]*")
PARTICLE = "de|da|do|dos|des|du|del|di|la|le|les|los|las|el|al|van|von|den|der|es|ed|of|the|dan"
WORD = rf"(?:[^\W_a-z][\w'’.&+-]*|{PARTICLE})"
NAME = re.compile(rf"[^\W_a-z][\w'’.&+-]*(?:[ \u00a0/-]+{WORD}){{0,5}}")
WHEN = re.compile(
    rf"(?:{DAY}\b,?\s*)?(?:\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|\d{{1,2}} {MONTH}(?: \d{{4}})?|\d{{4}})|{DAY}"
)
DOMAIN = re.compile(r"(?:\S*\w)?\.(?:com|co|id|net|org|tv|news|info|my|us|uk|asia|press)(?:\.\w+)?\b", re.I)
MEDIUM = re.compile(
    r"""(?:[\w ]*[a-z\d])?[a-z][A-Z]\w*|[A-Z]{2,}[a-z]{2,}|\S*[^\W\d_]\d+
    |(?i:(?:.*\b)?(?:\w*news|times|post|pos|daily|herald|tribune?|media|online|tv|radio|fm|koran|harian|majalah
    |tabloid|kabar|berita|warta|press|journal|update|today|network|channel)\b.*|\w{3,}(?:news|pos|post|com|media|zone|online))
    |\w+\ (?:Indonesia|INDONESIA)""",
    re.X,
)
DISTRICT = re.compile(
    r"(?:Kab|Kabupaten|Kota|Kec|Kecamatan|Desa|Kelurahan|Pulau|Kepulauan|Provinsi|Prov|Tanjung|Teluk|Muara|Nusa|Gunung"
    r"|Pelabuhan|Bandara|Danau|Selat|Pegunungan|Sungai|Ujung|Pangkalan|San|Santa|Santo|Saint|St|Los|Las|New|Port|Fort"
    r"|Phillip|Palm|El|Rio|Ciudad|Al)\b\.? [^\W\d_a-z].*",
    re.I,
)


class Dateline(NamedTuple):
    """Outlet and place as they stand, and where the first sentence begins."""

    outlet: Span | None
    place: Span | None
    end: int


class Element(NamedTuple):
    """A part of a dateline: offsets, its kind (place, outlet, name, when) and how sure that is."""

    start: int
    end: int
    kind: str
    score: int


def dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline of the paragraph ``text[start:end]``, or None where it has none.

    >>> found = dateline("Medan (Kabar Pagi) - Hujan turun.", 0, 33)
    >>> found.place.text, found.outlet.text, found.end
    ('Medan', 'Kabar Pagi', 21)
    """
    dash = SEPARATOR.search(text, start, min(end, start + LONGEST))
    if not dash or dash.start() == start:
        return None
    parts = elements(text, start, dash.start())
    if not parts or not is_dateline(
        parts, dash[0].strip(), text[dash.end() : min(end, dash.end() + LONGEST)]
    ):
        return None
    return fields(text, parts, dash.end())


def elements(text: str, start: int, end: int) -> list[Element]:
    """The parts of a would-be dateline; none when one of them cannot be a part."""
    found = []
    while start < end:
        part = ELEMENT.match(text, start, end)
        if not part or bool(part["open"]) != bool(part["close"]):
            return []
        kind, score = nature(part["text"])
        if not kind:
            return []
        if part["open"] and kind == "name":
            kind, score = "outlet", max(score, 1)
        found.append(Element(*part.span("text"), kind, score))
        start = part.end()
    return found


def nature(name: str) -> tuple[str, int]:
    """What an element is, and how surely: place, outlet, when, name, or nothing."""
    if WHEN.fullmatch(name):
        return "when", 1
    if is_place(name):
        return "place", 2
    if DOMAIN.fullmatch(name.split()[0]) or DOMAIN.fullmatch(name.split()[-1]):
        return "outlet", 3
    if MEDIUM.fullmatch(name):
        return "outlet", 2
    if not NAME.fullmatch(name) or len(name) > 40:
        return "", 0
    if DISTRICT.fullmatch(name):
        return "place", 2
    return "name", rarity(name)


def is_place(name: str) -> bool:
    """Whether the gazetteer has a name, or all names of an enumeration such as ``NEW YORK/LONDON``."""
    places = word_list("places")
    name = name.replace("\u00a0", " ").casefold()
    return name in places or all(part.strip() in places for part in re.split(r"[/-]| dan | & ", name))


def rarity(name: str) -> int:
    """1 for a name that could be a place or an outlet, -1 for words that a sentence is made of."""
    uses = [words().get(word.casefold()) for word in name.split()]
    return (
        -1
        if any(use and use.documents >= 20 and use.capital < 60 for use in uses) and not name.isupper()
        else 1
    )


def is_dateline(parts: list[Element], dash: str, rest: str) -> bool:
    """Whether the evidence before and after a dash speaks for a dateline."""
    score = sum(part.score for part in parts)
    kinds = {part.kind for part in parts}
    if dash == ":":
        return kinds <= {"place", "outlet", "when"} and (score >= 3 or kinds == {"place"})
    if kinds == {"when"} or not rest:
        return False
    score += (len(dash) > 1 or dash != "-") + opening(rest, kinds)
    return score >= 2


FIRST_WORD = re.compile(r"[\W_]*([^\W\d_][\w'’.-]*)")


def opening(rest: str, kinds: set[str]) -> int:
    """1 where the text after the dash opens like a sentence, -1 like the second of two names, -2 in its middle."""
    word = FIRST_WORD.match(rest)
    if not word:
        return 0
    if word[1][0].islower() and word.start(1) == 0:
        return -2 if "outlet" not in kinds else 0
    if kinds <= {"place", "when"}:
        return 0
    use = words().get(word[1].casefold())
    if use and use.capital < 60:
        return 1
    return 0 if "outlet" in kinds else -1


def fields(text: str, parts: list[Element], end: int) -> Dateline | None:
    """Outlet and place of the elements of a dateline."""
    outlets = [part for part in parts if part.kind == "outlet"]
    places = [part for part in parts if part.kind == "place"]
    names = [part for part in parts if part.kind == "name"]
    if (
        not outlets
        and names
        and (places or len(names) > 1 or is_acronym(text[names[0].start : names[0].end]))
    ):
        outlets = names[-1:]
    places = places + [part for part in names if part not in outlets]
    return Dateline(cover(text, outlets), cover(text, sorted(places)), end)


def is_acronym(name: str) -> bool:
    return len(name) <= 4 and name.isupper()


def cover(text: str, parts: list[Element]) -> Span | None:
    """The span from the first of some elements to the last."""
    return Span(parts[0].start, parts[-1].end, text[parts[0].start : parts[-1].end]) if parts else None
