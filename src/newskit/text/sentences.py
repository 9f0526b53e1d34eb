"""Sentences of a text, with their offsets.

A quotation or a bracket that closes within its paragraph stays whole, as the treebanks have it:
``"Kami siap. Kami datang," kata dia.`` is one sentence. A line break ends a sentence, so that headings and
list items stand alone, except in a paragraph that is wrapped at a fixed width.
"""

import itertools
import re
from collections.abc import Iterator

from newskit.document import Span
from newskit.text.abbreviations import CONSONANTS, counts, glued, may_end, never_ends, opens
from newskit.text.quote_marks import quotations

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]++")
ONE_BREAK = frozenset(("\n", "\r", "\r\n", "\x85", "\u2028"))
WRAPPED = range(40, 121)  # characters in a line
WHOLE = re.compile(
    r"\([^()]{0,300}+\)|\[[^][]{0,300}+\]|‘[^‘’]{0,300}+’(?!\w)|'(?<!\w')(?=\w)[^']{1,300}+(?<=[\w.,?!])'(?!\w)"
)
STOP = re.compile(r"(?P<mark>[.!?…]++)(?>(?:[”»)\]]|[\"'’](?!\w))*)")
INNER = re.compile(r"[\s'’)\]]{0,8}+")  # between a mark and the end of the quotation around it
FOLLOWING = re.compile(r"(\s*+)([\"“”„«‘'`(\[]*+)(\w*+)([,;:)@]?)")
JOINT = re.compile("[/–—]")  # Jl. Sudirman–Jl. Thamrin
GOES_ON = frozenset(("WIB", "WITA", "WIT", "SAW", "SWT"))  # pukul 10.00 WIB. lalu bubar
ITEM = re.compile(r"\d{1,3}|[a-zA-Z]|[IVX]{1,4}")  # 1. Beli
CLASS = re.compile(
    r"(?:blok|golongan|grade|group|grup|hepatitis|kategori|kelas|kelompok|opsi|paket|plan|rencana|seri"
    r"|serie|tipe|type|vitamin) [A-Z]\Z",
    re.IGNORECASE,
)


def sentences(text: str) -> list[Span]:
    """The sentences of a text, in order; between them is white space alone.

    >>> [s.text for s in sentences("Ia tiba di Jl. Sudirman.Dia berkata, “Siap. Ayo!”")]
    ['Ia tiba di Jl. Sudirman.', 'Dia berkata, “Siap. Ayo!”']
    """
    return [span for start, end in _paragraphs(text) for span in _cut(text, start, end)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each line, or each run of wrapped lines, begins and ends."""
    block: list[tuple[int, int]] = []
    for line in LINE.finditer(text):
        if block and (line[0].isspace() or text[block[-1][1] : line.start()] not in ONE_BREAK):
            yield from _unwrapped(text, block)
            block = []
        if not line[0].isspace():
            block.append(line.span())
    yield from _unwrapped(text, block)


def _unwrapped(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines that follow each other as they are, or as one paragraph where a fixed width broke them."""
    wrapped = all(end - start in WRAPPED for start, end in block[:-1]) and any(
        text[end - 1] not in ".!?:;…" and text[start].islower()
        for (_, end), (start, _) in itertools.pairwise(block)
    )
    return [(block[0][0], block[-1][1])] if wrapped else block


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
        elif INNER.fullmatch(text, mark, closed - 1):
            cut = closed  # datang. ” Dia
        else:
            continue
        if cut < end and _ends(text, start, stop.start(), mark, cut):
            yield from _span(text, start, cut)
            start = cut
    yield from _span(text, start, end)


def _wholes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations and brackets that no cut may divide, in order and apart, and a last one at the end."""
    found = [m.span() for m in WHOLE.finditer(text, start, end)]
    found += quotations(text, start, end)
    apart: list[tuple[int, int]] = []
    for opened, closed in sorted(found):
        if apart and opened < apart[-1][1]:
            apart[-1] = apart[-1][0], max(closed, apart[-1][1])
        else:
            apart.append((opened, closed))
    return [*apart, (end, end + 1)]


def _ends(text: str, start: int, at: int, mark: int, cut: int) -> bool:
    """Tell whether the mark between ``at`` and ``mark`` ends the sentence from ``start`` to ``cut``."""
    after = FOLLOWING.match(text, cut)
    gap, opening, word, mark_after = after.groups() if after else ("", "", "", "")
    before = _before(text, start, at) if cut == mark or text[cut - 1] in ")]" else ""
    if ITEM.fullmatch(before) and _is_first(text, start, at - len(before)):
        return False
    if opening and (gap or word):
        return not never_ends(before) and not (opening[0] in "([" and may_end(before))
    if not word:
        return gap != "" and not mark_after and not never_ends(before) and not may_end(before)
    if word[0].islower():
        return gap != "" and text[at:cut] == "." and _ends_small(before, text[max(start, at - 80) : cut + 80])
    if not gap and (mark_after == "@" or "/" in text[max(start, at - 80) : at].rpartition(" ")[2]):
        return text[at] == "." and mark_after != "@" and glued(before, word)
    if text[at:mark] != "." or cut > mark:
        return not never_ends(before) and (not may_end(before) or opens(word))
    if not gap:
        return glued(before, word)
    if word[0].isdigit():
        return not counts(before) and not (before[-1:].isdigit() and len(word) == 3)  # Rp 1. 000
    if never_ends(before):
        return False
    return not may_end(before) or opens(word) or CLASS.search(text, max(start, at - 16), at) is not None


def _is_first(text: str, start: int, at: int) -> bool:
    """Tell whether nothing, or a colon, stands before ``at``: there begins an item of a list."""
    return text[max(start, at - 2) : at].strip() in ("", ":", ";")


def _ends_small(before: str, around: str) -> bool:
    """Tell whether a sentence ends although the next word begins small: ``SHINee. detikcom``."""
    if never_ends(before) or may_end(before) or CONSONANTS.fullmatch(before) or before in GOES_ON:
        return False
    return (len(before) > 2 and not before[-1].isdigit()) or around.islower()


def _before(text: str, start: int, at: int) -> str:
    """The word that a mark stands at, without opening marks."""
    piece = text[max(start, at - 24) : at]
    if not piece or piece[-1].isspace():
        return ""
    word = JOINT.split(piece.split()[-1].lstrip("([\"'“‘"))[-1]
    last = word.rpartition("-")[2]
    return last if never_ends(last) else word


def _span(text: str, start: int, end: int) -> Iterator[Span]:
    """The piece without the blanks around it, unless it is blank."""
    piece = text[start:end]
    if stripped := piece.strip():
        begin = start + len(piece) - len(piece.lstrip())
        yield Span(begin, begin + len(stripped), stripped)
