"""Sentences of a text, with their offsets."""

import re

from newskit.document import Span

END = re.compile(r"(?<=[^\W\d_]{2}[.!?])[\"”’)]?(?=[A-Z\"“‘]|\s+[\W\dA-Z])|\n\s*\n|$")


def sentences(text: str) -> list[Span]:
    """The sentences of a text, in order; between them is white space alone."""
    found, start = [], 0
    for cut in END.finditer(text):
        piece = text[start : cut.end()]
        if stripped := piece.strip():
            begin = start + piece.index(stripped)
            found.append(Span(begin, begin + len(stripped), stripped))
        start = cut.end()
    return found
