"""Structure, sentences, stems, keywords and summaries from Indonesian news.

Every function takes a text, a Document, or an Article that ``parse`` gave, which is not parsed again:

>>> import newskit
>>> newskit.stem("penyelidikan")
'selidik'
>>> article = newskit.parse("SOLO, JUARA.net - Harga beras naik. Warga resah. (den/asa)")
>>> article.place.text, [sentence.text for sentence in newskit.sentences(article)]
('SOLO', ['SOLO, JUARA.net - Harga beras naik.', 'Warga resah.', '(den/asa)'])
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.4.0"

if TYPE_CHECKING:
    from newskit.analyses.keywords.extract import keywords as keywords
    from newskit.analyses.names.extract import names as names
    from newskit.analyses.quotes.extract import quotes as quotes
    from newskit.analyses.summary.extract import summary as summary
    from newskit.analyses.units import sentences as sentences
    from newskit.analyses.units import stem_text as stem_text
    from newskit.analyses.units import stems as stems
    from newskit.analyses.units import tokens as tokens
    from newskit.article.dates import dates as dates
    from newskit.article.parse import parse as parse
    from newskit.document import Article as Article
    from newskit.document import Document as Document
    from newskit.document import Span as Span
    from newskit.stemming.stemmer import stem as stem

_HOMES = {
    "Article": "document",
    "Document": "document",
    "Span": "document",
    "dates": "article.dates",
    "keywords": "analyses.keywords.extract",
    "names": "analyses.names.extract",
    "parse": "article.parse",
    "quotes": "analyses.quotes.extract",
    "sentences": "analyses.units",
    "stem": "stemming.stemmer",
    "stem_text": "analyses.units",
    "stems": "analyses.units",
    "summary": "analyses.summary.extract",
    "tokens": "analyses.units",
}

__all__ = [
    *_HOMES,
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'newskit' has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f"newskit.{_HOMES[name]}"), name)
    return value


def __dir__() -> list[str]:
    return [*_HOMES, "__version__"]
