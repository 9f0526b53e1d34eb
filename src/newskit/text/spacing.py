"""Spacing as an editor would have it, for output; offsets never refer to repaired text."""

import re

from newskit.text.abbreviations import is_missing_space_boundary
from newskit.text.quote_marks import quotations

INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff]++")
BLANKS = re.compile(r"\s++")
BEFORE_MARK = re.compile(r" (?=[,;.!?)\]](?:[\s\"”’]|\Z))|(?<!\d) (?=:(?:[\s\"”’]|\Z))")
BEFORE_CLOSING = re.compile(r"(?<=[,.?!]) ([”»]) ?(?=[^\W\d_])")  # salah, ”katanya
AFTER_OPENING = re.compile(r"(?<=[(\[]) ")
COMMA = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])")
STOP = re.compile(r"(?<![\w.])([\w-]{2,24})\.(\w++)")


def clean(text: str) -> str:
    """A sentence with its spacing repaired and its invisible characters gone; no letter or mark changes.

    >>> clean('Kebijakan  yang “ salah, ”katanya , tegas.')
    'Kebijakan yang “salah,” katanya, tegas.'
    """
    text = BLANKS.sub(" ", INVISIBLE.sub("", text)).strip()
    text = AFTER_OPENING.sub("", BEFORE_MARK.sub("", text))
    text = BEFORE_CLOSING.sub(r"\1 ", text)
    text = STOP.sub(_part, COMMA.sub(", ", text))
    return _space_quotations(text)


def _part(stop: re.Match[str]) -> str:
    """Two words with a blank after the full stop between them where it ends a sentence."""
    left, right = stop.groups()
    return f"{left}. {right}" if is_missing_space_boundary(left, right) else stop[0]


def _space_quotations(text: str) -> str:
    """The text with a blank outside of each quotation and none inside of it."""
    pieces, at = [], 0
    for start, end in quotations(text):
        before, after = text[at:start], text[end : end + 1]
        apart = "" if not before or before[-1] in " ([‘'" else " "
        pieces += [before, apart, text[start], text[start + 1 : end - 1].strip(), text[end - 1]]
        pieces += [" "] if after.isalnum() else []
        at = end
    return "".join((*pieces, text[at:]))
