"""Sentences of a text, with their offsets.

A quotation or a bracket that closes within its paragraph stays whole, as the treebanks have it:
``"Kami siap. Kami datang," kata dia.`` is one sentence. A line break ends a sentence, so that headings and
list items stand alone, except in a paragraph that is wrapped at a fixed width. A speaker who follows a
quotation belongs to it: ``"Apa kabar?" tanya Budi.``, and so do ``"Awas!" Budi berteriak.`` and ``"Ya." Ujar
Ani.``, but ``"Awas!" Budi berteriak, "Lari!"`` begins a new sentence.

What a scraper wrote for a paragraph's end parts sentences, too, and like a blank belongs to none of them: a
literal ``\\n``, U+200B, ``&nbsp;``, the comma of ``naik.,Padahal``; or nothing: ``Baca JugaDia menilai``.
"""

import itertools
import re
from collections.abc import Iterator

from newskit.document import Span
from newskit.text.abbreviations import (
    CONSONANTS,
    GLUED_ITEM,
    LONGEST_SHORT,
    cites,
    is_missing_space_boundary,
    is_opener,
    may_end,
    never_ends,
    takes_number,
)
from newskit.text.lost_spaces import lost_spaces
from newskit.text.quote_marks import MARKS, is_attributed, quotations

ONE_BREAK = frozenset(("\n", "\r", "\r\n", "\x85", "\u2028"))
LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
LITERAL_BREAK = re.compile(r"(?:\\r)?\\n(?![a-z])")
WRAPPED = range(40, 121)  # characters in a line
NARROWEST, FEWEST = 20, 3  # characters in a line, lines: narrower columns are lists
UNSEEN = "\u200b\ufeff"  # no white space to Unicode, but a blank to the eye
BLANKS = UNSEEN + "".join(char for char in map(chr, range(0x3001)) if char.isspace())
BLANK = r"[\s\u200b\ufeff]"
SEPARATOR = re.compile(rf"(?:,(?=[\"“]?[A-Z]))?(?>(?:{BLANK}|&nbsp;)*)")
ODD = frozenset(",&")  # where a separator begins
LETTERS = re.compile(r"(?<![\w#@/.=&-])[^\W\d_]++(?![\w@/])")
WHOLE = re.compile(
    r"\([^()]{0,300}+\)|\[[^][]{0,300}+\]|‘[^‘’]{0,300}+’(?!\w)|'(?<!\w')(?=\w)[^']{1,300}+(?<=[\w.,?!])'(?!\w)"
)
OPENING = re.compile(f"[('‘{MARKS}&[]")  # where what no cut may divide begins
STOP = re.compile(  # or a capital within a word: JugaDia
    r"[.!?…A-Z](?:(?<=[.!?…])(?P<mark>[.!?…]*+)(?>(?:[”»)\]]|[\"'’](?!\w))*)|(?<=[a-z].)(?=[a-z]))"
)
SMALL_LETTERS = re.compile(r"[a-z]++")
INNER = re.compile(r"[\s'’)\]]{0,8}+(?:&\w{4,5})?")  # between a mark and the end of the quotation around it
FOLLOWING = re.compile(rf"({BLANK}*+)([\"“”„«‘'`(\[]*+)(\w*+)([,;:)@]?)")
JOINT = re.compile("[/:–—]")  # Jl. Sudirman–Jl. Thamrin, Caranya:1. Buka
GOES_ON = frozenset(("WIB", "WITA", "WIT", "SAW", "SWT"))  # pukul 10.00 WIB. lalu bubar
ITEM = re.compile(r"\d{1,3}|[a-zA-Z]|[IVX]{1,4}")  # 1. Beli
LONGEST_ITEM = 4


def sentences(text: str) -> list[Span]:
    """The sentences of a text, in order; between them is white space alone.

    >>> [s.text for s in sentences("Ia tiba di Jl. Sudirman.Dia berkata, “Siap. Ayo!”")]
    ['Ia tiba di Jl. Sudirman.', 'Dia berkata, “Siap. Ayo!”']
    """
    return list(each_sentence(text))


def each_sentence(text: str) -> Iterator[Span]:
    """The same one by one, for who needs but the first."""
    return (span for start, end in _paragraphs(text) for span in _split(text, start, end))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each line, or each run of wrapped lines, begins and ends."""
    block: list[tuple[int, int]] = []
    for start, end in _lines(text):
        is_blank = not text[start:end].strip()
        if block and (is_blank or text[block[-1][1] : start] not in ONE_BREAK):
            yield from _unwrapped(text, block)
            block = []
        if not is_blank:
            block.append((start, end))
    yield from _unwrapped(text, block)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends; a literal backslash and n ends one, too."""
    has_literals, start = "\\n" in text, 0
    for line in text.splitlines(keepends=True):
        at, end = start, start + len(line.rstrip(LINE_ENDS))
        for mark in LITERAL_BREAK.finditer(text, start, end) if has_literals else ():
            yield at, mark.start()
            at = mark.end()
        yield at, end
        start += len(line)


def _unwrapped(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines that follow each other as they are, or as one paragraph where a fixed width broke them."""
    goes_on = any(
        text[end - 1] not in ".!?:;…" and text[start].islower()
        for (_, end), (start, _) in itertools.pairwise(block)
    )
    wrapped = goes_on and (
        all(end - start in WRAPPED for start, end in block[:-1]) or _is_filled(text, block)
    )
    return [(block[0][0], block[-1][1])] if wrapped else block


def _is_filled(text: str, block: list[tuple[int, int]]) -> bool:
    """Tell whether each line holds as many words as the longest would take: a narrow column."""
    width = max(end - start for start, end in block)
    return (
        len(block) >= FEWEST
        and width >= NARROWEST
        and all(
            end - start + 1 + len(text[following : following + width].split(None, 1)[0]) >= width
            for (start, end), (following, _) in itertools.pairwise(block)
        )
    )


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one paragraph."""
    opening = OPENING.search(text, start, end)
    first = opening.start() if opening else end
    unbreakable: Iterator[tuple[int, int]] = iter(())
    opened, closed = end, end + 1
    for stop in STOP.finditer(text, start, end):
        if stop.end() > first:
            first, unbreakable = end, iter(_unbreakable_spans(text, start, end))
            opened, closed = next(unbreakable)
        while closed <= stop.start():
            opened, closed = next(unbreakable)
        mark = stop.end("mark")
        if mark < 0:  # a capital within a word
            cut = after = stop.start()
            ends = opened > cut and _is_joint(text, start, cut)
        elif opened > stop.start():
            cut = min(stop.end(), max(mark, opened))  # datang."Kami
            after = cut if text[cut : cut + 1] not in ODD else _resumes(text, cut, end)
            ends = after < end and _is_boundary(text, start, stop.start(), mark, cut, after)
        elif INNER.fullmatch(text, mark, closed - 1):
            cut = closed  # datang. ” Dia
            after = _resumes(text, cut, end)
            ends = after < end and not is_attributed(text, cut, end)
            ends = ends and _is_boundary(text, start, stop.start(), mark, cut, after)
        else:
            continue
        if ends:
            if span := _span(text, start, cut):
                yield span
            start = after
    if span := _span(text, start, end):
        yield span


def _resumes(text: str, cut: int, end: int) -> int:
    """Where the text goes on after a cut and what a scraper wrote there for a blank."""
    separator = SEPARATOR.match(text, cut, end)
    return separator.end() if separator else cut


def _is_joint(text: str, start: int, at: int) -> bool:
    """Tell whether a word that only begins sentences is glued to what stands before: ``Baca JugaDia``."""
    small = SMALL_LETTERS.match(text, at + 1, at + 40)
    if not small or not is_opener(text[at : small.end()]):
        return False
    words = LETTERS.finditer(text, max(start, at - 40), at + 40)
    whole = next((word for word in words if word.end() > at), None)
    return whole is not None and at - whole.start() in lost_spaces(whole[0])


def _unbreakable_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations and brackets that no cut may divide, in order and apart, and a last one at the end."""
    found: list[tuple[int, int]] = []
    if any(text.find(mark, start, end) >= 0 for mark in "(['‘"):  # a fifth of the time of a search in vain
        found += (whole.span() for whole in WHOLE.finditer(text, start, end))
    if any(text.find(mark, start, end) >= 0 for mark in (*MARKS, "&")):
        found += quotations(text, start, end)
    if not found:
        return [(end, end + 1)]
    apart: list[tuple[int, int]] = []
    for opened, closed in sorted(found):
        if apart and opened < apart[-1][1]:
            apart[-1] = apart[-1][0], max(closed, apart[-1][1])
        else:
            apart.append((opened, closed))
    return [*apart, (end, end + 1)]


def _is_boundary(text: str, start: int, at: int, mark: int, cut: int, after: int) -> bool:
    """Tell whether the mark between ``at`` and ``mark`` ends the sentence from ``start`` to ``cut``.

    Between ``cut`` and ``after`` stands what a scraper wrote for a blank.
    """
    following = FOLLOWING.match(text, after)
    assert following  # perhaps of nothing
    gap, opening, word, mark_after = following.groups()
    gap = text[cut:after] + gap
    before = _before(text, start, at) if cut == mark or text[cut - 1] in ")]" else ""
    if len(before) <= LONGEST_ITEM and ITEM.fullmatch(before) and _is_first(text, start, at - len(before)):
        return False
    if gap[:1] == ",":
        return not (never_ends(before) or may_end(before) or CONSONANTS.fullmatch(before))
    if opening and (gap or word):
        if opening[0] in "([" and (may_end(before) or (word.isdigit() and cites(before))):
            return False
        return not never_ends(before)
    if not word:
        return gap != "" and not mark_after and not never_ends(before) and not may_end(before)
    if word[0].islower():
        return gap != "" and text[at:cut] == "." and _ends_small(before, text[max(start, at - 80) : cut + 80])
    if not gap and (mark_after == "@" or "/" in text[max(start, at - 80) : at].rpartition(" ")[2]):
        return text[at] == "." and mark_after != "@" and is_missing_space_boundary(before, word)
    if text[at:mark] == "." and not gap and cut == mark:
        return _ends_glued(text, before, word, cut)
    if text[at:mark] == "." and cut == mark and word[0].isdigit():
        return not takes_number(before) and not (before[-1:].isdigit() and len(word) == 3)  # Rp 1. 000
    if len(before) > LONGEST_SHORT and "." not in before:
        return not never_ends(before)
    from newskit.text.continuations import goes_on  # not loaded where no short form ends

    left, right = text[max(start, at - 80) : at], text[following.start(3) : following.end(3) + 8]
    return not goes_on(left, before, right, word)


def _ends_glued(text: str, before: str, word: str, cut: int) -> bool:
    """Tell whether a full stop ends a sentence to which the next is glued: ``PIN.2. Unggah``."""
    if word.isdigit() and re.match(GLUED_ITEM, text[cut : cut + 5]):
        return len(before) > 1 and before.isalpha() and not takes_number(before)
    return is_missing_space_boundary(before, word)


def _is_first(text: str, start: int, at: int) -> bool:
    """Tell whether nothing, or a colon, stands before ``at``: there begins an item of a list."""
    left = text[max(start, at - 3) : at].rstrip()
    return not left or (left[-1] in ":;" and (text[at - 1].isspace() or not left[-2:-1].isdigit()))


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
    word = piece.rsplit(None, 1)[-1].lstrip("([\"'“‘")
    if word.isalpha():
        return word
    word = JOINT.split(word)[-1]
    last = word.rpartition("-")[2]
    return last if never_ends(last) else word


def _span(text: str, start: int, end: int) -> Span | None:
    """The piece without the blanks around it, unless it is blank."""
    piece = text[start:end]
    stripped = piece.strip()
    if stripped and (stripped[0] in UNSEEN or stripped[-1] in UNSEEN):
        stripped = piece.strip(BLANKS)
    if not stripped:
        return None
    begin = start + piece.index(stripped[0])
    return Span(begin, begin + len(stripped), stripped)
