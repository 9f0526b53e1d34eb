"""The dateline before the first sentence: which words name the outlet, which the place.

Nothing here knows an outlet by name. A dateline is a few capitalised elements before a dash; an element is
a place when the gazetteer (``places.txt``) has it or it begins like one (``Kab. Bandung``), an outlet
when it is shaped like one (``TEMPO.CO``, ``iNews``, ``Pos Kota``, in brackets), else a name. Evidence is
added up, so that ``Persib - Persija imbang`` stays text: a dash between two known names is no dateline.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from newskit.document import Span
from newskit.lexicon.gazetteer import is_place
from newskit.lexicon.lists import word_list
from newskit.lexicon.usage import ALWAYS, MOSTLY, words

LONGEST = 100
SURE = 3
GLUED = r"(?:(?<=[A-Z]{3})-(?=[A-Z][a-z])|(?:(?<=\.com)|(?<=\.net)|(?<=\.co)|(?<=\.id))-(?=[A-Z“\"]))"
DASH = rf"\s*+(?:--+|[–—―−]|\.-)\s*|\s++-\s*|-\s++|{GLUED}"
MARK = re.compile("[-–—―−:]")  # in every separator, and soon found
ELEMENT = re.compile(
    r"(?P<open>[(\[])?\s*+(?P<text>\w++,(?:com?|net|id)\b(?!\s\w)|[^\s,|()\[\]][^,|()\[\]]*+)(?P<close>[)\]])?[\s,|.]*+"
)  # Bisnis,com is an address, too
PARTICLE = "de|da|do|dos|des|du|del|di|la|le|les|los|las|el|al|van|von|den|der|es|ed|of|the|dan"
INITIAL = r"[^\W\d_a-z]"
NAME = rf"{INITIAL}[\w'’.&+-]+(?:[ \u00a0/-]+(?:[^\W_a-z][\w'’.&+-]*|{PARTICLE})){{0,5}}"
MONTH = r"(?:Jan|[FP]eb|Mar|Apr|Mei|May|Jun|Jul|Agu|Ags|Agt|Aug|Sep|Okt|Oct|No[vp]|De[sc])[a-z]{0,6}\.?"
DAY = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)"
NUMBER = rf"\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|\d{{1,2}} {MONTH}(?: \d{{4}})?|\d{{4}}"
WHEN = rf"{DAY}(?:[, ]\s*(?:{NUMBER}))?|{NUMBER}"
DOMAIN = re.compile(r"\w[\w.-]*[.,](?:com?|id|net|org|tv|news|info|my|us|uk|asia|press)(?:\.\w+)?", re.I)
MIXED_CASE = r"[a-z]{3,}(?:com|news)|\w*[a-z\d][A-Z]\w*|[A-Z]{2,}[a-z]{2,}|[^\W\d_]+\d+"
MEDIUM = r"""(?xi)
    (?:.*\b)?(?:\w*news|times|post|pos|daily|herald|tribune?|media|online|tv|radio|fm|koran|harian|majalah|tabloid
    |kabar|berita|warta|press|journal|update|today|network|channel)(?:\b.*)?
    |\w{3,}(?:pos|post|com|media|zone|online|times)
    |radar\ .+|(?:suara|pikiran|kedaulatan)\ (?:rakyat|merdeka|karya|pembaruan)|\w+\ Indonesia"""
DISTRICT = rf"""(?x)
    (?:(?i:Kab|Kabupaten|Kota|Kec|Kecamatan|Desa|Kelurahan|Pulau|Kepulauan|Prov|Provinsi|Tanjung|Teluk|Muara|Nusa
    |Gunung|Pelabuhan|Bandara|Danau|Selat|Pegunungan|Sungai|Ujung|Pangkalan|San|Santa|Santo|Saint|St|Los|Las|New|Port
    |Fort|Phillip|Palm|El|Rio|Ciudad|Al)\.?[ ]{INITIAL}.*)"""
UNSPEAKABLE = (
    r"\A(?!(?:sch|scr|spr|str|thr)?[^aiueoy]?[aiueoy]|(?:[bcfgkp][lr]|[dt]r|[dt]w|[ckpstwgz]h|[nv][gyl]|s[cklmnptwy]|kn|ps|ts|wr)[aiueoy])"
    r"|[^aiueoy\W]{5}"
)  # an acronym: RMOLJATENG
FIRST_WORD = re.compile(r"[\W_]*+(\w[\w'’-]*+)")


class Dateline(NamedTuple):
    """Outlet, place and day as they stand, and where the first sentence begins."""

    outlet: Span | None
    place: Span | None
    end: int
    day: Span | None = None


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
    limit = min(end, start + LONGEST)
    if dash := _separator(text, start, limit):
        parts = elements(text, start, dash.start())
        rest = text[dash.end() : min(end, dash.end() + LONGEST)] or text[end : end + LONGEST].lstrip()
        if parts and is_dateline(text, parts, dash[0], rest):
            line = fields(text, parts, dash.end())
            return line and with_place(text, line, end)
    elif end - start < LONGEST and (line := line_of_its_own(text, start, end)):
        return line
    return without_dash(text, start, end)


@cache
def _separator_pattern() -> re.Pattern[str]:
    return re.compile(rf"{DASH}|:\s++")


def _separator(text: str, start: int, limit: int) -> re.Match[str] | None:
    """The first separator, looked for at the marks alone: with the blanks or the full stop before them."""
    for mark in MARK.finditer(text, start, limit):
        at = mark.start()
        if text[at] != ":":
            at -= text.startswith(".-", at - 1) and at > start
            at = start + len(text[start:at].rstrip())
        if found := _separator_pattern().match(text, at, limit):
            return found
    return None


# --- elements ----------------------------------------------------------------------------


def elements(text: str, start: int, end: int) -> list[Element]:
    """The parts of a would-be dateline; none when one of them cannot be a part."""
    found = []
    while start < end:
        part = ELEMENT.match(text, start, end)
        if not part or bool(part["open"]) != bool(part["close"]):
            return []
        name = part["text"].rstrip()
        kind, score = classify(name)
        if part["open"] and kind in ("name", "") and len(name) <= 40 and name[0].isupper():
            kind, score = "outlet", int(kind == "name")
        if not kind:
            return []
        stop = part.end("close") if part["open"] and kind == "place" else part.start("text") + len(name)
        found.append(Element(part.start("text"), stop, kind, score))
        start = part.end()
    return found


@lru_cache(4096)
def classify(name: str) -> tuple[str, int]:
    """What an element is, and how surely: place, outlet, when, name, or nothing."""
    if len(name) > 40:
        return "", 0
    if is_place(name):
        return "place", 2
    if re.fullmatch(WHEN, name):
        return "when", 1
    if DOMAIN.fullmatch(name):
        return "outlet", SURE
    if re.fullmatch(MIXED_CASE, name):
        return "outlet", 2
    if not re.fullmatch(NAME, name) or name[-2].isspace():
        return "", 0
    if re.fullmatch(MEDIUM, name) or any(map(DOMAIN.fullmatch, name.split())):
        return "outlet", 2
    if name[-1].isdigit():  # Covid-19
        return "", 0
    if re.fullmatch(DISTRICT, name):
        return "place", 2
    return "name", rarity(name)


def rarity(name: str) -> int:
    """2 for a name that news hardly knows, 1 for one that it does, -1 for words of the language."""
    uses = [use for word in name.split() if (use := words().get(word.casefold()))]
    if (
        any(use.document_frequency >= 20 and use.capitalization_rate < MOSTLY for use in uses)
        and not name.isupper()
    ):
        return -1
    return 1 if any(use.document_frequency >= 5 for use in uses) or len(name) < 4 else 2


# --- evidence ----------------------------------------------------------------------------


def is_dateline(text: str, parts: list[Element], separator: str, rest: str) -> bool:
    """Whether the evidence before and after a separator speaks for a dateline."""
    kinds = {part.kind for part in parts}
    score = sum(part.score if kinds == {"name"} else max(part.score, 0) for part in parts)
    dash = separator.strip()
    word = FIRST_WORD.match(rest)
    if not word or kinds == {"when"} or (kinds == {"name"} and word[1][0].isdigit()):
        return False
    if dash == ":":
        return (score > SURE or kinds == {"place"}) and word[1][0].isupper()
    small = word[1][0].islower() and word[1].islower() and word.start(1) == 0  # but iPhone, e-KTP
    if small or (word[1][0].isdigit() and separator == "- "):
        return max(part.score for part in parts) == SURE or kinds >= {"outlet", "place"}
    if kinds == {"place"} and len(parts) == 1:
        return not is_route(text[parts[0].start : parts[0].end], rest, word[1])
    if max(part.score for part in parts) < 2:
        score += 1 if is_opener(word[1]) else -1
    return score + (dash != "-") >= 2


def is_route(place: str, rest: str, word: str) -> bool:
    """Whether a place and a dash go on with another place, as in ``Jakarta - Bandung kini dekat``."""
    names = {place.casefold(), word.casefold()}
    alike = len(names) == 2 and (
        names <= word_list("lexicon/places") or names <= word_list("lexicon/regions")
    )
    return alike and rest[len(word) : len(word) + 2].strip().islower()


def is_opener(word: str) -> bool:
    """Whether a word is one with which sentences begin, not a name: ``Menteri``, ``Harga``."""
    use = words().get(word.casefold())
    return word[1:].islower() and use is not None and use.capitalization_rate < ALWAYS


# --- fields ------------------------------------------------------------------------------


def fields(text: str, parts: list[Element], end: int) -> Dateline | None:
    """Outlet and place of the elements of a dateline; None where one stands inside the other."""
    outlets = [part for part in parts if part.kind == "outlet"]
    places = [part for part in parts if part.kind == "place"]
    names = [part for part in parts if part.kind == "name"]
    if names and not outlets:
        outlets = names[-1:] if places else [part for part in names if is_known(text, part)][:1]
        if not outlets and len(names) > 1:
            outlets = names[-1:]
    places = sorted(places + [part for part in names if part not in outlets])
    day = spanning(text, [part for part in parts if part.kind == "when"])
    line = Dateline(spanning(text, outlets), spanning(text, places), end, day)
    apart = (
        not outlets or not places or outlets[-1].end <= places[0].start or places[-1].end <= outlets[0].start
    )
    return line if apart else None


def is_known(text: str, name: Element) -> bool:
    """Whether a name that is no listed place is an outlet's: an acronym, or one that news also writes small.

    A name that can be spoken and is a name everywhere is a place that the gazetteer lacks: ``SELANGOR``.
    """
    word = text[name.start : name.end]
    use = words().get(word.casefold())
    if " " in word:
        return bool(use and use.document_frequency >= 5)
    acronym = word.isupper() and (len(word) < 5 or re.search(UNSPEAKABLE, word.casefold()) is not None)
    return acronym or bool(use and use.document_frequency >= 5 and use.capitalization_rate < ALWAYS)


def spanning(text: str, parts: list[Element]) -> Span | None:
    """The span from the first of some elements to the last."""
    return Span(parts[0].start, parts[-1].end, text[parts[0].start : parts[-1].end]) if parts else None


# --- other shapes ------------------------------------------------------------------------

LONE_DASH = re.compile(r"-\s*+")
ADDRESS_AND_WORDS = re.compile(
    rf"(?P<outlet>\w[\w.-]*+),\s*+(?P<words>{INITIAL}[\w.]*+(?: (?:{INITIAL}[\w.]*+|{PARTICLE})){{0,3}})"
)


@cache
def _next_stop() -> re.Pattern[str]:
    return re.compile(rf"{DASH}|\.\s++")


def with_place(text: str, line: Dateline, end: int) -> Dateline:
    """A dateline with the place that follows the dash, as in ``KABAR.CO.ID - JAKARTA. Harga``."""
    limit = min(end, line.end + LONGEST)
    for stop in _next_stop().finditer(text, line.end, limit) if not line.place else ():
        parts = elements(text, line.end, stop.start())
        place = spanning(text, parts)
        if place and is_place_line(parts, place.text, stop[0], text[stop.end() : limit]):
            return line._replace(place=place, end=stop.end())
    return line


def is_place_line(parts: list[Element], place: str, separator: str, rest: str) -> bool:
    """Whether elements after an outlet are its place: all of them places, or a name that is hardly known."""
    word = FIRST_WORD.match(rest)
    if not word or (separator[0] == "." and not place.isupper()):
        return False
    if all(part.kind == "place" for part in parts):
        return True
    rare = all(part.kind == "name" and part.score == 2 for part in parts)
    return rare and (separator[0] == "." or is_opener(word[1]))


def line_of_its_own(text: str, start: int, end: int) -> Dateline | None:
    """A dateline that is a whole paragraph, without a dash: ``Jakarta, Kabar Pagi``."""
    parts = elements(text, start, end)
    if (
        not text[end:].strip()
        or "place" not in {part.kind for part in parts}
        or min(part.score for part in parts) < 1
    ):
        return None
    line = fields(text, parts, end)
    return line if line and line.outlet else None


def without_dash(text: str, start: int, end: int) -> Dateline | None:
    """A dateline of a site's address and a known place without a dash: ``Kabar24.com, Jakarta Harga``."""
    line = ADDRESS_AND_WORDS.match(text, start, min(end, start + LONGEST))
    if not line or not DOMAIN.fullmatch(line["outlet"]):
        return None
    name = line["words"]
    while name and not is_place(name):
        name = name.rpartition(" ")[0]
    stop = line.start("words") + len(name)
    if not name or not text[stop:end].strip():
        return None
    dash = LONE_DASH.match(text, stop, end)
    place = Span(line.start("words"), stop, name)
    return Dateline(Span(*line.span("outlet"), line["outlet"]), place, dash.end() if dash else stop)
