"""Quotations of a text, between straight or typographic double marks, misspaced ones too.

Marks are paired in turn within a paragraph: a mark with a blank before and none after opens (but not in
``salah, "katanya``), a mark that never closes is no quotation, and neither is the inch of ``5,5"``.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newskit.lexicon import lists

MARKS = '"“”„«»'
MARK = re.compile(f"[{MARKS}]")
ENTITY = re.compile("&(?:quot|[lr]dquo|[lr]aquo);")
MARK_OR_ENTITY = re.compile(f"{MARK.pattern}|{ENTITY.pattern}")
NAME = r"(?:dia|ia|beliau|mereka|[A-Z][\w'’.-]*+)"
LONGEST = 500  # beyond that, a mark is missing; in news, one quotation in two hundred is longer


def quotations(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each quotation between two offsets, its marks included.

    >>> text = 'Kebijakan yang "salah, ”katanya. “Kami siap.”'
    >>> [text[start:end] for start, end in quotations(text)]
    ['"salah, ”', '“Kami siap.”']
    """
    opened = -1
    end = len(text) if end is None else end
    marks = MARK_OR_ENTITY if "&" in text and ENTITY.search(text) else MARK
    for found in marks.finditer(text, start, end):
        at, beyond = found.span()
        mark = found[0] if beyond - at == 1 else _character(found[0])
        before, after = text[max(start, at - 1) : at], text[beyond : min(end, beyond + 1)]
        if opened < 0 or at - opened > LONGEST:
            opened = -1 if mark == "»" or before.isdigit() else at
        elif mark in "“„«" or (mark == '"' and _must_open(text, before, after, at)):
            opened = at
        else:
            yield opened, beyond
            opened = -1


@cache
def _character(entity: str) -> str:
    """The mark that an entity writes: ``&quot;``."""
    from html import unescape

    return unescape(entity)


def _must_open(text: str, before: str, after: str, at: int) -> bool:
    """Tell whether a straight mark can only open: a blank before it and none after it."""
    apart = (before.isspace() or before in "([") and not after.isspace() and after not in ".,;:!?"
    return apart and not (after.islower() and text[at - 2 : at - 1] in ",?!")


def is_attributed(text: str, at: int, end: int) -> bool:
    """Tell whether a sentence that seems to begin after a quotation names its speaker, and no more.

    >>> [is_attributed(text, 0, 20) for text in (" Budi bertanya.", " Ujar Ani.", ' Ia berkata, "Ya."')]
    [True, True, False]
    """
    return _said().match(text, at, end) is not None or _spoke().match(text, at, end) is not None


@cache
def _spoke() -> re.Pattern[str]:
    """What tells that somebody spoke: ``?" Budi bertanya.``"""
    return re.compile(
        r"\s?(?:(?:[A-Z][\w'’-]*|itu|tersebut|saya|kami|lalu|pun|kembali)\s){1,6}"
        r"ber(?:bisik|gumam|kata|seru|sorak|tanya|teriak|tutur|ujar)\b(?!\s(?:apa|bahwa))"
        r"[^.:;?!\"“”„«»]{0,60}+[.!?…]"
    )


@cache
def _said() -> re.Pattern[str]:
    """What names a speaker with a capital: ``Ujar Ani``, ``Ungkapnya``, not ``Kata Ani, polisi pergi``."""
    words = "|".join(sorted(word.capitalize() for word in lists.word_list("lexicon/quotative_words")))
    return re.compile(
        rf"\s?(?:{words}|Tanya|Seru|Teriak)(?:(?<=nya)|\s{NAME}(?>(?:\s{NAME}){{0,4}}))(?!\w)(?!,\s(?!yang|saat|di)[a-z])"
    )


# --- as news writes them: damaged, of every kind, never closed

PARAGRAPH = re.compile(r"[^\n\r]++")
DOUBLE = (
    re.compile(  # where a code page was lost, ?Kami siap,?kata dia; each way begins with a plain character,
        # which a search looks for at a tenth of the price of anything else
        r"''|``|\"|“|”|„|«|»|\?(?<![^\s(]\?)(?=[A-Z“])|\?(?<=[,.!]\?)\??(?= ?[a-zA-Z]|\s|$)"
    )
)
SINGLE = re.compile(r"[‘'](?<![\w’'][‘'])(?=\w)[^‘’'\n]{12,600}?[\w.,?!][’'](?!\w)")
STOPS = frozenset(",.!?…:")
FAR = 80  # characters: a stop with more blanks behind it is another paragraph's
MISSING = 3000  # characters without a mark: one was forgotten


class Quoted(NamedTuple):
    """A piece between quotation marks, these included; ``opened`` tells whether the first is there."""

    start: int
    end: int
    opened: bool = True


def quoted(text: str) -> list[Quoted]:
    """What stands between quotation marks of any kind, in order and apart.

    Which side a mark stands on is told by the blanks and stops around it, and only where these do not tell by
    the mark before it. A quotation over several paragraphs opens again in each; one that never closes ends
    with its paragraph.

    >>> text = '?Kami siap,?kata dia. “Aman, ”ujarnya. Ia menjawab, "Sudah.'
    >>> [text[q.start : q.end] for q in quoted(text)]
    ['?Kami siap,?', '“Aman, ”', '"Sudah.']
    """
    found: list[Quoted] = []
    for line in PARAGRAPH.finditer(text):
        pairs = list(_pairs(text, *line.span()))
        singles = [Quoted(*m.span()) for m in SINGLE.finditer(text, *line.span())]
        apart = [s for s in singles if not any(p.start < s.end and s.start < p.end for p in pairs)]
        found += sorted([*pairs, *apart]) if apart else pairs
    return found


def _pairs(text: str, start: int, end: int) -> Iterator[Quoted]:
    """What stands between double marks in one paragraph."""
    opened = -1
    for mark in DOUBLE.finditer(text, start, end):
        at, after = mark.span()
        if opened < 0 and text[at] == '"' and text[max(start, at - 1)].isdigit():
            continue  # 5,5"
        opens = _opens(text, start, end, at, after)
        if opened < 0 and opens is False and text[at - 1] not in ".!?…":
            yield Quoted(at, after, opened=False)
        elif opened < 0:
            opened = at
        elif opens or at - opened > MISSING:
            yield Quoted(opened, opened + len(text[opened:at].rstrip()))
            opened = at
        else:
            yield Quoted(opened, after)
            opened = -1
    if opened >= 0:
        yield Quoted(opened, opened + len(text[opened:end].rstrip()))


def _opens(text: str, start: int, end: int, at: int, after: int) -> bool | None:
    """Tell whether a mark opens (True), closes (False) or may do both (None)."""
    mark = text[at]
    before = text[at - 1] if at > start else " "
    behind = text[after] if after < end else " "
    free_before = before.isspace() or before in "([-–—"
    free_behind = behind.isspace() or behind in ".,;:!?)"
    if mark == "»":
        return False
    if free_before and not free_behind:
        near = text[max(start, at - FAR) : at].rstrip()
        glued = near[-1:] in (",", "?", "!") and behind.islower()  # salah, ”katanya
        return (False if mark == "”" else None) if glued and mark in "”\"'" else True
    if mark in "“„«":
        return None if before in STOPS and (free_behind or behind.islower()) else True
    if free_behind and not free_before:
        return False
    if before == "," and behind.isupper() and mark != "”":
        return False
    return None
