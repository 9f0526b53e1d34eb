"""What an article says about itself: header, dateline, lede, paragraphs, signature."""

import re

from newskit.document import Article, Document, Span
from newskit.header import HEADER

PARAGRAPH = re.compile(r"\S(?:.*\S)?")
DATELINE = re.compile(r"(?P<place>[A-Z][\w ]{2,20})?,? ?\(?(?P<outlet>[A-Z][\w. ]{2,20})\)? (?:--?|–|—) ")


def parse(document: Document) -> Article:
    """The article that a document holds; fields that it lacks are None."""
    text = document.text
    header = HEADER.match(text) if document.has_header else None
    span = lambda m, g: Span(*m.span(g), m[g]) if m and m[g] else None  # noqa: E731
    start = header.end() if header else 0
    dateline = DATELINE.match(text, pos := start + len(text[start:]) - len(text[start:].lstrip()))
    pos = dateline.end() if dateline else pos
    body = [Span(*m.span(), m[0]) for m in PARAGRAPH.finditer(text, pos)]
    return Article(
        date=span(header, "date"),
        title=span(header, "title"),
        image=span(header, "image"),
        outlet=span(dateline, "outlet"),
        place=span(dateline, "place"),
        lede=body[0] if body else None,
        paragraphs=tuple(body[1:]),
    )
