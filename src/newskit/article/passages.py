"""The pieces of a document that analyses read: never a header's date, an image's extension or a signature."""

from newskit.article.parse import as_document, parse
from newskit.document import Source, Span


def passages(source: Source) -> list[Span]:
    """Title, lede and paragraphs of a dated-header article; any other text whole.

    >>> [passage.text for passage in passages("date 2020-08 Harga Beras.jpg\\n\\nBeras naik. [a/b]")]
    ['Harga Beras', 'Beras naik.']
    """
    document = as_document(source)
    if not document.has_header:
        return [Span(0, len(document.text), document.text)] if document.text else []
    article = parse(source, dated=False)
    return [*([article.title] if article.title else []), *article.body]
