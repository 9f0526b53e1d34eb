"""Words, numbers, punctuation and symbols of a text, with their offsets."""

import re
from typing import NamedTuple


class Token(NamedTuple):
    """A piece of a text and its kind: ``word``, ``number``, ``punctuation`` or ``symbol``."""

    start: int
    end: int
    text: str
    kind: str


TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:[-'’.]?[^\W_]+)*)|(?P<number>\d+(?:[.,:/]\d+)*)|(?P<punctuation>[.,;:!?\"'“”‘’()\[\]…–—-])|(?P<symbol>\S)"
)


def tokens(text: str) -> list[Token]:
    """The tokens of a text, in order; between them is white space alone."""
    return [Token(m.start(), m.end(), m.group(), m.lastgroup or "") for m in TOKEN.finditer(text)]
