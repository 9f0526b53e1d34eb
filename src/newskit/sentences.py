"""Sentences of a text, with their offsets.

A quotation or a bracket that closes within its paragraph stays whole, as the treebanks have it:
``"Kami siap. Kami datang," kata dia.`` is one sentence. A line break ends a sentence, so that headings and
list items stand alone, except in a paragraph that is wrapped at a fixed width.
"""

import re
from collections.abc import Iterator

from newskit.document import Span
from newskit.stops import glued, may_end, never_ends, opens

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]++")
ONE_BREAK = frozenset(("\n", "\r", "\r\n", "\x85", "\u2028"))
WRAPPED = range(40, 121)  # characters in a line

QUOTE = re.compile(r'["“”„«»]')
LONGEST_QUOTATION = 1_000
BRACKET = re.compile(r"\([^()]{0,300}+\)|\[[^][]{0,300}+\]")

STOP = re.compile(r"(?P<mark>[.!?…]++)(?:[”»)\]]|[\"'’](?!\w))*+")
FOLLOWING = re.compile(r"(\s*+)([\"“”„«‘'(\[]*+)(\w*+)([,;:)]?)")
ITEM = re.compile(r"\d{1,3}|[a-zA-Z]|[IVX]{1,4}")  # 1. Beli


def sentences(text: str) -> list[Span]:
    """The sentences of a text, in order; between them is white space alone.

    >>> [s.text for s in sentences("Ia tiba di Jl. Sudirman.Dia berkata, “Siap. Ayo!”")]
    ['Ia tiba di Jl. Sudirman.', 'Dia berkata, “Siap. Ayo!”']
    """
    return [span for start, end in _paragraphs(text) for span in _cut(text, start, end)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each line, or each run of wrapped lines, begins and ends."""
    start = begin = end = 0
    for line in LINE.finditer(text):
        wraps = end - begin in WRAPPED and text[end : line.start()] in ONE_BREAK
        if not (wraps and text[end - 1] not in ".!?:;…" and text[line.start()].islower()):
            yield start, end
            start = line.start()
        begin, end = line.span()
    yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one paragraph."""
    wholes = _wholes(text, start, end)
    at = 0
    for stop in STOP.finditer(text, start, end):
        while wholes[at][1] <= stop.start():
            at += 1
        opened, closed = wholes[at]
        mark = stop.end("mark")
        if opened > stop.start():
            cut = min(stop.end(), max(mark, opened))  # datang."Kami
        elif text[mark : min(closed - 1, mark + 3)].strip("'’)] "):
            continue
        else:
            cut = closed  # datang. ” Dia
        if cut < end and _ends(text, start, stop.start(), mark, cut):
            yield from _span(text, start, cut)
            start = cut
    yield from _span(text, start, end)


def _wholes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations and brackets that no cut may divide, in order and apart, and a last one at the end."""
    found = [m.span() for m in BRACKET.finditer(text, start, end)]
    found += _quotations(text, start, end)
    apart: list[tuple[int, int]] = []
    for opened, closed in sorted(found):
        if apart and opened < apart[-1][1]:
            apart[-1] = apart[-1][0], max(closed, apart[-1][1])
        else:
            apart.append((opened, closed))
    return [*apart, (end, end + 1)]


def _quotations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Opening and closing mark of each quotation; what never closes is none."""
    opened = -1
    for quote in QUOTE.finditer(text, start, end):
        at, mark = quote.start(), quote[0]
        before, after = text[max(start, at - 1) : at], text[at + 1 : min(end, at + 2)]
        if opened < 0 or at - opened > LONGEST_QUOTATION:
            opened = -1 if mark == "»" or before.isdigit() else at
        elif mark in "“„«" or (mark == '"' and _must_open(text, before, after, at)):
            opened = at
        else:
            yield opened, at + 1
            opened = -1


def _must_open(text: str, before: str, after: str, at: int) -> bool:
    """Tell whether a straight mark can only open: a blank before, none after, and no ``salah, "katanya``."""
    apart = (before.isspace() or before in "([") and not after.isspace() and after not in ".,;:!?"
    return apart and not (after.islower() and text[at - 2 : at - 1] in ",?!")


def _ends(text: str, start: int, at: int, mark: int, cut: int) -> bool:
    """Tell whether the mark between ``at`` and ``mark`` ends the sentence from ``start`` to ``cut``."""
    after = FOLLOWING.match(text, cut)
    gap, opening, word, mark_after = after.groups() if after else ("", "", "", "")
    before = _before(text, start, at) if cut == mark else ""
    if opening and (gap or word):
        return not never_ends(before) and not (opening[0] in "([" and may_end(before))
    if not word:
        return gap != "" and not mark_after and not _is_short(before)
    if word[0].islower():
        return gap != "" and text[at:cut] == "." and _ends_small(before, text[max(start, at - 80) : cut + 80])
    if text[at:mark] != "." or cut > mark:
        return not may_end(before) or opens(word)
    if not gap:
        return glued(before, word)
    if never_ends(before) or (at - len(before) == start and ITEM.fullmatch(before)):
        return False
    if word[0].isdigit():
        return not may_end(before) and not (before[-1:].isdigit() and len(word) == 3)  # Rp 1. 000
    return not may_end(before) or opens(word)


def _ends_small(before: str, around: str) -> bool:
    """Tell whether a sentence ends although the next word begins small: after a long word, or amid no capitals."""
    return not _is_short(before) and (
        (len(before) > 3 and before.isalpha() and before.islower()) or around.islower()
    )


def _before(text: str, start: int, at: int) -> str:
    """The word that a mark stands at, without opening marks."""
    piece = text[max(start, at - 24) : at]
    return "" if not piece or piece[-1].isspace() else piece.split()[-1].lstrip("([\"'“‘").rpartition("/")[2]


def _is_short(word: str) -> bool:
    return never_ends(word) or may_end(word)


def _span(text: str, start: int, end: int) -> Iterator[Span]:
    """The piece without the blanks around it, unless it is blank."""
    piece = text[start:end]
    if stripped := piece.strip():
        begin = start + len(piece) - len(piece.lstrip())
        yield Span(begin, begin + len(stripped), stripped)
