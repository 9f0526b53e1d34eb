"""The pieces of a document that analyses read: no header's date, image's extension, signature or insert."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import islice

from newskit.article.boilerplate import inserts
from newskit.document import Article, Insert, Source, Span
from newskit.input.dated_header import as_document

BLANKS = re.compile(r"\s*+")


def passages(source: Source) -> list[Span]:
    """Title, lede and paragraphs of a dated-header article; any other text whole. Inserts are cut out.

    >>> [passage.text for passage in passages("date 2020-08 Harga Beras.jpg\\n\\nBeras naik. [a/b]")]
    ['Harga Beras', 'Beras naik.']
    >>> [passage.text for passage in passages("Beras naik.\\nBaca juga: Harga Cabai Turun\\nStok aman.")]
    ['Beras naik.', 'Stok aman.']
    """
    from newskit.article.parse import parse

    article = parse(source, dated=False)
    text = article.document.text
    if article.document.has_header:
        told = [piece for pieces in content(article) for piece in pieces]
        return [article.title, *told] if article.title else told
    return list(without(Span(0, len(text), text), article.inserts))


def whole(source: Source) -> list[Span]:
    """The same with inserts as pieces of their own, for what loses no word: sentences, tokens, stems.

    >>> [piece.text for piece in whole("Beras naik.Baca JugaStok aman.")]
    ['Beras naik.', 'Baca Juga', 'Stok aman.']
    """
    document = as_document(source)
    text = document.text
    if not document.has_header:
        return list(without(Span(0, len(text), text), inserts(text), keep=True))
    from newskit.article.parse import parse  # not loaded where a text is no article

    article = parse(source, dated=False)
    told = [piece for paragraph in article.body for piece in without(paragraph, article.inserts, keep=True)]
    return [article.title, *told] if article.title else told


def content(article: Article) -> list[list[Span]]:
    """The paragraphs of the body, each as the pieces that inserts leave of it."""
    found = [list(without(paragraph, article.inserts)) for paragraph in article.body]
    return [pieces for pieces in found if pieces]


def without(span: Span, asides: Sequence[Insert], *, keep: bool = False) -> Iterator[Span]:
    """The pieces of a span between inserts, which come in order; ``keep`` gives the inserts, too."""
    start, end, text = span
    at = start
    for insert in islice(asides, bisect(asides, start, key=lambda insert: insert.end), None):
        if insert.start >= end:
            break
        if piece := text[at - start : max(0, insert.start - start)].rstrip():
            yield Span(at, at + len(piece), piece)
        if keep and insert.start >= start:
            yield Span(*insert[:3])
        at = start + BLANKS.match(text, min(insert.end, end) - start).end()  # type: ignore[union-attr]
    if at < end:
        yield Span(at, end, text[at - start :])
