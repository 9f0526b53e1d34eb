"""Documents, articles and the spans of text that they consist of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias


class Span(NamedTuple):
    """A piece of a text: ``text == whole[start:end]``, counted in Unicode code points."""

    start: int
    end: int
    text: str


class Insert(NamedTuple):
    """A piece of a text that is the page's and not the story's.

    ``kind`` is ``related``, ``video``, ``advert``, ``caption``, ``byline``, ``call``, ``share``,
    ``copyright`` or ``header``.
    """

    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text to analyse, and where it came from.

    ``origin`` is where ``text`` starts in the decoded input: records add it to every offset.
    ``title`` and ``date`` are those that a JSONL row carries beside its text, ``has_header`` tells
    that the text begins with a dated header or typed ones, so that it is to be read as an article, ``end`` is
    what follows the text in its source: the newline of a line or row.

    A row, feed entry or page may also have its ``url`` and ``outlet``, ``date_order`` (whether ``day`` or
    ``month`` comes first in dates of figures, where its column tells), ``date_from`` (``row`` or ``page``:
    what ``date`` rests on), and ``extra``, the row's other columns where they pass through. What else a page
    says about itself belongs to no analysis, so it is not here.
    """

    text: str
    source: str = "-"
    index: int = 0
    id: str = "-"
    origin: int = 0
    title: str | None = None
    date: str | None = None
    has_header: bool = False
    end: str = ""
    url: str | None = None
    outlet: str | None = None
    date_order: str | None = None
    date_from: str | None = None
    extra: Mapping[str, Any] | None = field(default=None, hash=False)

    def __repr__(self) -> str:
        title = f", title={self.title!r}" if self.title else ""
        return f"<Document {self.id}{title}, {len(self.text):,} characters>"


@dataclass(frozen=True, slots=True)
class Article:
    """What a document says about itself as an article; every span is a piece of the document's text.

    ``image`` is the title with its extension, so it covers ``title``. ``published`` is an ISO date,
    ``published_by`` what it rests on: ``row``, ``page``, ``header`` or ``text``.
    """

    document: Document
    date: Span | None = None
    title: Span | None = None
    image: Span | None = None
    outlet: Span | None = None
    place: Span | None = None
    lede: Span | None = None
    paragraphs: tuple[Span, ...] = ()
    signature: Span | None = None
    inserts: tuple[Insert, ...] = ()
    published: str | None = None
    published_by: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def body(self) -> tuple[Span, ...]:
        """Lede and paragraphs in their order: the text proper, without header, dateline and signature."""
        return tuple(sorted((self.lede, *self.paragraphs))) if self.lede else self.paragraphs

    def __repr__(self) -> str:
        document = self.document
        title = self.title.text if self.title else document.title
        named = f" {title!r}" if title else ""
        return f"<Article {document.id}{named}, {len(self.body)} paragraphs>"


Source: TypeAlias = str | Document | Article
"""What analyses take: a text, a document, or an article that has been parsed and is not parsed again."""
