"""Where names begin and end, by the letters around what was tagged: marks in pairs, hyphens, initials.

>>> text = "Menteri itu membuka Forum Internasional 'Army-2020' di Moskow."
>>> [mention.text for mention in bounded(text, [(20, 45, "organisation")])]
["Forum Internasional 'Army-2020'"]
"""

import re
from collections.abc import Iterator, Sequence

from newskit.analyses.names.kinds import ORGANISATION, PERSON, PLACE
from newskit.analyses.names.linking import STATE_OWNED, Mention
from newskit.analyses.names.short_forms import is_short_for
from newskit.lexicon.gazetteer import is_listed
from newskit.lexicon.lists import word_list
from newskit.lexicon.usage import EVENLY, words

PAIR = re.compile(r"(?P<first>[^-]*\s)?(?P<left>[^\W\d_]{3,})-(?P<right>[^\W\d_]{3,})(?P<last>\s[^-]*)?")
NUMBERED = re.compile(r"-\d{1,2}(?!\w)")
REPEATED = re.compile(r"(?i)(?<![^\W_])([^\W\d_]{3,})-\1(?![^\W_])")  # Perserikatan Bangsa-bangsa
SURNAME = re.compile(r"-([A-Z][^\W\d_A-Z]{2,})(?!\w)(?!-[a-z]|\s[A-Z])")  # Trent Alexander-Arnold
INITIALS = re.compile(
    r"(?P<before>(?:(?<![^\W\d_])[^\W\d_]++|[,(])\s)(?P<initials>(?>(?:(?![HR]\.)[A-Z]|Moh|Muh|Mohd|Abd)\.\s?)+)\Z"
)
TAIL = re.compile(r"(?:(?i: SAW| SWT| [\uFDFA\uFDFB])| Rp\d[\d.,]*)\Z")  # honour, price: no part of a name
GLUED = re.compile(r"([^\W\d_])\d{1,2}\Z")  # number of the next item
PARTICLE = re.compile(r"[A-Za-z]*\Z")
IN_SMALL = re.compile(r"(?:(?!(?:al|an|bin|da|de|di|el|van|von|the)\s)[a-z]+\s)+(?=[A-Z])")
LATIN = re.compile(r"[A-Za-z\u00C0-\u024F]")
QUOTES = "'\"‘’“”"
CLOSE = {"(": ")", "[": "]", '"': '"', "“": "”", "'": "'", "‘": "’"}
OPEN = re.compile(r"(?<![^\W_])[(\[\"“'‘](?=\w)")
LONGEST_REST = 30  # letters between a name and the mark that closes what it opened
REST = re.compile(r"[\w -]*")
BEHIND = re.compile(r"(?: \([^\W_]+\))?\s?\(")  # between a name and what its bracket holds
HONOURS = frozenset(
    "coach dr dra drs dubes ir mr mrs nyonya prof profesor sekdes tuan ustad ustadz ustaz".split()  # noqa: SIM905
)
SUFFIXES = frozenset(("Ltd", "Inc", "Tbk", "Corp", "LLC", "Plc", "Bhd"))
SEATS = frozenset("kejari kejati pemda pemkab pemkot pemprov polda polres polsek".split())  # noqa: SIM905
NO_NAMES = frozenset(("", "pt", "cv", "ud", "tbk", "persero"))
LEFT = 40  # letters before a person with initials
LONGEST = 200  # letters of a name over a bracket
REACH = 80  # letters before a bracket with what its short form stands for
CAPITALS = re.compile(r"(?<![\w'’-])(?>(?:[A-Z][\w'’-]*+ )+)\Z")


def bounded(text: str, tagged: Sequence[tuple[int, int, str]]) -> list[Mention]:
    """The names of a text, of which each is where pieces were tagged as one, in order."""
    made: list[Mention] = []
    limits = [start for start, _, _ in tagged[1:]] + [len(text)]
    for (start, end, kind), limit in zip(tagged, limits, strict=False):
        if text.startswith("(", start - 1 if start else 0) and ")" in text[start:end]:
            start = _before_bracket(text, start, end, made)
        elif text.startswith(STATE_OWNED, start - 1 if start else 0):
            start, end = _before_bracket(text, start, end + 1, made), end + 1
        given, start = start, _start(text, start, end)
        kind = PLACE if start > given and is_listed(text[start:end].lower()) else kind
        end -= len(tail[0]) if (tail := TAIL.search(text, start, end)) else 0
        if kind == PERSON:
            floor = made[-1].end if made else 0
            spans = _people(text, max(floor, _with_initials(text, start)), end, limit)
        else:
            spans = [(start, _end(text, start, end, limit))]
        if made and (before := _goes_on(text, made[-1], start, end, kind)) is not None:
            while made and made[-1].end > before:
                made.pop()
            spans = [(before, spans[-1][1])]
            kind = ORGANISATION
        named = [Mention(*span, text[slice(*span)], kind) for span in spans]
        made += [mention for mention in named if _is_name(mention.text)]
    return made


def _goes_on(text: str, before: Mention, start: int, end: int, kind: str) -> int | None:
    """Where a body begins that goes on with what follows it: ``Toyota Motor Co. Ltd``, a seat's place.

    ``Pemerintah Kabupaten (Pemkab) Nganjuk`` is one name, as what is before the bracket is none.
    """
    if before.kind != ORGANISATION:
        return None
    between = text[before.end : start]
    if text[start:end].strip(".") in SUFFIXES and between.strip(" .,") == "" and len(between) < 4:
        return before.start
    if kind == PLACE and between == ") " and before.text.casefold() in SEATS:
        full = CAPITALS.search(text, max(0, before.start - 1 - REACH), before.start - 1)
        words = full[0].casefold().split() if full else []
        if text.startswith("(", before.start - 1) and is_short_for(
            before.text.casefold(), words[-2:] or [" "]
        ):
            return before.start - 2 - len(" ".join(words[-2:]))
    return None


def _is_name(form: str) -> bool:
    """Whether a form in the letters of this alphabet may be a name by itself: not ``PT``, ``Selatan``."""
    plain = form.strip("()").casefold()
    return (
        plain not in NO_NAMES | HONOURS
        and plain not in word_list("analyses/names/no_names")
        and bool(LATIN.search(form))
    )


def _before_bracket(text: str, start: int, end: int, made: list[Mention]) -> int:
    """Where a name begins that goes on behind a bracket: ``PT Telkom (Persero) Tbk``.

    It begins as the body or place before the bracket does, or where the words begin that the bracket has in
    short, ``Pemerintah Daerah (Pemda) Bogor``; else behind the bracket.
    """
    close = text.index(")", start, end)
    joined = text.startswith(" dan ", close + 1) or (made and end - made[-1].start > LONGEST)
    floor = made[-1].end if made else 0
    if made and made[-1].kind != PERSON and not joined and BEHIND.fullmatch(text, made[-1].end, start):
        return made.pop().start
    before = CAPITALS.search(text[max(0, start - 1 - REACH) : start - 1])
    if before and not joined:
        full = before[0].casefold().split()
        for at in range(max(0, len(full) - 6), len(full) - 1):
            first = start - 2 - len(" ".join(full[at:]))
            if first >= floor and is_short_for(text[start:close].casefold(), full[at:]):
                return first
    return next((at for at in range(close, end) if text[at].isupper()), end)


def _start(text: str, start: int, end: int) -> int:
    """Where a name begins: no class word in small letters before a capital, ``bukit Hambalang``, no half."""
    if text[start] == "-":  # al-Mawasi
        return start - len(PARTICLE.search(text, max(0, start - 3), start)[0])  # type: ignore[index]
    if text[start].islower() and not text.startswith("-", start - 1 if start else 0):
        small = IN_SMALL.match(text, start, end)
        return small.end() if small else start
    return start


def _end(text: str, start: int, end: int, limit: int) -> int:
    """Where a body or place ends, with its number, ``Satgas Covid-19``, and the marks that it opened."""
    end = _closed(text, start, end, limit)
    if (item := GLUED.search(text, start, end)) and is_listed(text[start : item.end(1)].split()[-1].lower()):
        return item.end(1)
    if number := NUMBERED.match(text, end):
        return number.end()
    if text.startswith("-", end) and (again := REPEATED.match(text, text.rfind(" ", start, end) + 1)):
        return min(max(end, again.end()), limit)
    return end - (text[end - 1] == ".")  # Blok M.


def _closed(text: str, start: int, end: int, limit: int) -> int:
    """Where a name ends that opened a mark, or before one that is not its own: ``KPK'``."""
    if text[end - 1] in QUOTES and not OPEN.search(text, start, end):
        return end - 1
    for opened in OPEN.finditer(text, start, end):
        close = CLOSE[opened[0]]
        if close not in text[opened.end() : end]:
            rest = REST.match(text, end, min(end + LONGEST_REST, limit))
            if rest and text.startswith(close, rest.end()):
                return rest.end() + 1
    return end


def _with_initials(text: str, start: int) -> int:
    """Where a person begins whose first names are short: ``M. Rayhan``, ``Moh. Zaki``, not ``H. Abdul``.

    What stands before an initial must be no name that it may end: ``Formula E. Prasetyo``.
    """
    if "." in text[max(0, start - 2) : start] and (
        initials := INITIALS.search(text, max(0, start - LEFT), start)
    ):
        before = initials["before"].strip()
        if not before[0].isupper() or before.lower() in word_list("lexicon/titles"):
            return initials.end("before")
    return start


def _people(text: str, start: int, end: int, limit: int) -> list[tuple[int, int]]:
    """A person with the whole surname and without what honours him, or two that a hyphen joins."""
    end -= text[end - 1] == "."  # that of the sentence: Bharada E.
    end = _closed(text, start, end, limit)
    while (at := text.find(" ", start, end)) > 0 and text[start:at].rstrip(".").lower() in HONOURS:
        start = at + 1
    if text.startswith("-", end) and " " in text[start:end] and (surname := SURNAME.match(text, end, limit)):
        use = words().get(lower := surname[1].lower())
        known = is_listed(lower) or (use is not None and use.capitalization_rate < EVENLY)
        if not (known or _stands(text[start:end], text) or _stands(surname[1], text)):
            end = surname.end()
    return _pair(text, start, end)


def _pair(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A person, or two that a hyphen joins, ``Anies-Muhaimin``, ``Joe Biden-Kamala Harris``.

    They are two where both have more words than one, or the text names each by itself, too.
    """
    pair = PAIR.fullmatch(text, start, end)
    if pair and (
        (pair["first"] and pair["last"] and pair["left"].istitle() and pair["right"].istitle())
        or (_stands(pair["left"], text) and any(True for _ in standing(pair["right"], text)))
    ):
        return [(start, pair.end("left")), (pair.start("right"), end)]
    return [(start, end)]


def _stands(form: str, text: str) -> bool:
    """Whether a form stands in a text without a hyphen behind it."""
    return any(text[end : end + 1] != "-" for _, end in standing(form, text))


def standing(form: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a form stands in a text as a word of its own."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        before, after = text[start - 1 : start], text[end : end + 1]
        apart = not (before.isalnum() or after.isalnum() or before in ("_", "-") or after == "_")
        if apart:
            yield start, end
        start = text.find(form, end if apart else start + 1)
