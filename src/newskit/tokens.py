"""Words, numbers, punctuation and symbols of a text, with their offsets.

A word keeps its hyphens, apostrophes and inner full stops (``baru-baru``, ``Jum'at``, ``S.H``, ``KOMPAS.com``)
and may hold digits (``Covid-19``, ``ke-2``); addresses, handles and hashtags are words too. A number keeps
what is written to it (``Rp1.000.000``, ``14,5%``, ``10.30``, ``23/8/2020``, ``2-1``).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newskit.stops import glued


class Token(NamedTuple):
    """A piece of a text and its kind: ``word``, ``number``, ``punctuation`` or ``symbol``."""

    start: int
    end: int
    text: str
    kind: str


TOKEN = re.compile(
    r"""
    (?P<address>https?://[^\s"<>“”]++|www\.[^\s"<>“”]++)
  | (?P<number>(?:Rp|US\$|[$€£¥])?\d++(?:[.,:/–-]\d++)*+%?(?![^\W_]))
  | (?P<word>[@#]?(?:[^\W_]/[^\W_]++(?!/)|[^\W_]\w*+)(?:[-'’‘.&]?+\w++)*+)
  | (?P<punctuation>[^\w\s$+<=>^`|~©®™°§€£¥])
  | (?P<symbol>\S)
    """,
    re.VERBOSE,
)


def tokens(text: str) -> list[Token]:
    """The tokens of a text, in order; between them is white space alone.

    >>> [t.text for t in tokens("Laba KOMPAS.com Rp1.000.000 di negara.Memuji")]
    ['Laba', 'KOMPAS.com', 'Rp1.000.000', 'di', 'negara', '.', 'Memuji']
    """
    found: list[Token] = []
    for m in TOKEN.finditer(text):
        kind = m.lastgroup or ""
        if kind == "word" and "." in m[0]:
            found += _parts(m.start(), m[0])
        else:
            found.append(Token(*m.span(), m[0], "word" if kind == "address" else kind))
    return found


def _parts(start: int, run: str) -> Iterator[Token]:
    """The words of a run with full stops inside, cut where two sentences are glued."""
    begin = 0
    for stop in re.finditer(r"\.", run):
        left = run[begin : stop.start()].rpartition(".")[2]
        right = run[stop.end() :].partition(".")[0]
        if glued(left, right):
            yield Token(start + begin, start + stop.start(), run[begin : stop.start()], "word")
            yield Token(start + stop.start(), start + stop.end(), ".", "punctuation")
            begin = stop.end()
    yield Token(start + begin, start + len(run), run[begin:], "word")
