"""The pieces of a document that analyses read: never a header's date, an image's extension or a signature."""

from newskit.document import Document, Span


def passages(document: Document) -> list[Span]:
    """Title, lede and paragraphs of a dated-header article; any other text whole.

    >>> article = Document("date 2020-08 Harga Beras.jpg\\n\\nBeras naik. [a/b]", has_header=True)
    >>> [passage.text for passage in passages(article)]
    ['Harga Beras', 'Beras naik.']
    """
    if not document.has_header:
        return [Span(0, len(document.text), document.text)] if document.text else []
    from newskit.article.parse import parse

    article = parse(document, dated=False)
    return [*([article.title] if article.title else []), *article.body]
