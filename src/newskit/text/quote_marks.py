"""Quotations of a text, between straight or typographic double marks, misspaced ones too.

Marks are paired in turn within a paragraph: a mark with a blank before and none after opens (but not in
``salah, "katanya``), a mark that never closes is no quotation, and neither is the inch of ``5,5"``.
"""

import re
from collections.abc import Iterator

MARK = re.compile(r'["“”„«»]')
LONGEST = 500  # beyond that, a mark is missing; in news, one quotation in two hundred is longer


def quotations(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each quotation between two offsets, its marks included.

    >>> text = 'Kebijakan yang "salah, ”katanya. “Kami siap.”'
    >>> [text[start:end] for start, end in quotations(text)]
    ['"salah, ”', '“Kami siap.”']
    """
    opened = -1
    end = len(text) if end is None else end
    for found in MARK.finditer(text, start, end):
        at, mark = found.start(), found[0]
        before, after = text[max(start, at - 1) : at], text[at + 1 : min(end, at + 2)]
        if opened < 0 or at - opened > LONGEST:
            opened = -1 if mark == "»" or before.isdigit() else at
        elif mark in "“„«" or (mark == '"' and _must_open(text, before, after, at)):
            opened = at
        else:
            yield opened, at + 1
            opened = -1


def _must_open(text: str, before: str, after: str, at: int) -> bool:
    """Tell whether a straight mark can only open: a blank before it and none after it."""
    apart = (before.isspace() or before in "([") and not after.isspace() and after not in ".,;:!?"
    return apart and not (after.islower() and text[at - 2 : at - 1] in ",?!")
