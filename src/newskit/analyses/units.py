"""The sentences, tokens and stems of a document, with offsets in its whole text."""

from typing import TYPE_CHECKING

from newskit.article.passages import whole
from newskit.document import Source, Span
from newskit.input.dated_header import as_document
from newskit.stemming.stemmer import DEFAULT, Stem, Stemmer

if TYPE_CHECKING:
    from newskit.text.tokens import Token


def sentences(source: Source) -> list[Span]:
    """The sentences of a text, document or article.

    >>> [sentence.text for sentence in sentences("Harga naik.Warga resah.")]
    ['Harga naik.', 'Warga resah.']
    """
    from newskit.text.sentences import sentences as split  # not loaded for stems

    return [
        Span(start + base, end + base, text)
        for base, _, passage in whole(source)
        for start, end, text in split(passage)
    ]


def tokens(source: Source) -> list["Token"]:
    """The words, numbers and punctuation of a text, document or article.

    >>> [token.text for token in tokens("Harga naik 2,5%.")]
    ['Harga', 'naik', '2,5%', '.']
    """
    from newskit.text.tokens import Token
    from newskit.text.tokens import tokens as split

    return [
        Token(start + base, end + base, text, kind)
        for base, _, passage in whole(source)
        for start, end, text, kind in split(passage)
    ]


def stems(source: Source, stemmer: Stemmer = DEFAULT) -> list[Stem]:
    """The words of a text, document or article with their stems in context.

    >>> [s.stem for s in stems("Menurut Kepolisian, pelakunya ditangkap.")]
    ['turut', 'polisi', 'laku', 'tangkap']
    """
    return [
        Stem(start + base, end + base, text, stem, inside)
        for base, _, passage in whole(source)
        for start, end, text, stem, inside in stemmer.stems(passage)
    ]


def stem_text(source: Source, stemmer: Stemmer = DEFAULT) -> str:
    """The document's text with the words that analyses read replaced by their stems, all else as it is.

    >>> stem_text("Menurut  dia, harga-harga naik (2,5%).\\n")
    'turut  dia, harga naik (2,5%).\\n'
    """
    text = as_document(source).text
    pieces, position = [], 0
    for passage in whole(source):
        pieces += [text[position : passage.start], stemmer.stem_text(passage.text)]
        position = passage.end
    return "".join((*pieces, text[position:]))
