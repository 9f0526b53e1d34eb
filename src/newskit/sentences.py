"""Sentences of a text, with their offsets.

A quotation or a bracket that closes in its own line stays whole, as the treebanks have it:
``"Kami siap. Kami datang," kata dia.`` is one sentence. A line break ends a sentence.
"""

import re
from collections.abc import Iterator

from newskit.document import Span
from newskit.stops import glued, is_short, opens

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
WHOLE = re.compile(r'"[^"]*+"|“[^“”]*+”|”[^“”]*+”|\([^()]*+\)|\[[^][]*+\]')
STOP = re.compile(
    r"(?P<mark>[.!?…]++)(?P<close>[\"”’»)\]]*+)(?P<gap>\s*+)(?=(?P<open>[\"“‘«(\[]*+)(?P<next>\w*+))"
)
BEFORE = re.compile(r"[\w./-]*+\Z")


def sentences(text: str) -> list[Span]:
    """The sentences of a text, in order; between them is white space alone.

    >>> [s.text for s in sentences("Ia tiba di Jl. Sudirman.Dia berkata, “Siap. Ayo!”")]
    ['Ia tiba di Jl. Sudirman.', 'Dia berkata, “Siap. Ayo!”']
    """
    return [span for line in LINE.finditer(text) for span in _cut(text, *line.span())]


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one line."""
    whole = [m.span() for m in WHOLE.finditer(text, start, end)] + [(end, end)]
    at = 0
    for stop in STOP.finditer(text, start, end):
        while whole[at][1] <= stop.start():
            at += 1
        if whole[at][0] < stop.start() and whole[at][1] > stop.end("close"):
            continue
        cut = stop.end("close")
        if whole[at][0] == stop.end("mark") < whole[at][1] - 1:
            cut = stop.end("mark")
        if _ends(text, start, stop):
            yield from _span(text, start, cut)
            start = cut
    yield from _span(text, start, end)


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether a mark ends a sentence."""
    word, next = stop["next"], stop["next"][:1]
    if not (next or stop["open"] or stop["gap"]):
        return False
    if next.islower():
        return False
    left = text[max(start, stop.start() - 24) : stop.start()]
    before = left[len(left.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./-")) :]
    if stop["mark"] != "." or stop["close"] or stop["open"] or not before:
        return True
    if not stop["gap"]:
        return glued(before, word)
    if before.isdigit() and stop.start() - len(before) == start:
        return False
    return opens(word) if is_short(before) else True


def _span(text: str, start: int, end: int) -> Iterator[Span]:
    """The piece without the blanks around it, unless it is blank."""
    piece = text[start:end]
    if stripped := piece.strip():
        begin = start + len(piece) - len(piece.lstrip())
        yield Span(begin, begin + len(stripped), stripped)
