"""The people, organisations and places that an article names, each with its mentions.

>>> article = "Presiden Joko Widodo tiba di Surabaya. Jokowi menemui Komisi Pemilihan Umum (KPU)."
>>> [(name.name, name.type, len(name.mentions)) for name in names(article)]
[('Joko Widodo', 'person', 2), ('Surabaya', 'place', 1), ('Komisi Pemilihan Umum', 'organisation', 2)]
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from newskit.analyses.names.agreement import agreed, in_foreign_title
from newskit.analyses.names.bounds import bounded
from newskit.analyses.names.kinds import KINDS, Model, tagged
from newskit.analyses.names.linking import Mention, entities, fullest
from newskit.analyses.names.pieces import Line, lines
from newskit.article.parse import as_document, parse
from newskit.article.passages import passages
from newskit.document import Article, Source, Span


class Name(NamedTuple):
    """A thing that is named: its fullest form in the text, its kind (``KINDS``), where it is mentioned."""

    name: str
    type: str
    mentions: tuple[Span, ...]


def names(source: Source, *, types: Collection[str] = KINDS) -> list[Name]:
    """The names of an article, by first mention; all mentions of one thing under one name.

    Offsets are those of the document's text; a title that stands beside the text, as a row has it, has none.
    """
    document = as_document(source)
    return [
        Name(fullest(group, document.title or ""), group[0].kind, tuple(Span(*m[:3]) for m in group))
        for group in entities(document.text, mentions(source), document.title or "")
        if group[0].kind in types
    ]


def mentions(source: Source) -> list[Mention]:
    """Each place where the text names something, in order: what is a name, without whose it is."""
    article = parse(source, dated=False)
    document = article.document
    found = mentions_in(document.text, lines(passages(article), document.title or ""))
    return _without_caption(found, article) if document.has_header and article.title else found


def _without_caption(found: list[Mention], article: Article) -> list[Mention]:
    """The names of an article whose title may be a picture's caption in another language."""
    from newskit.analyses.story import is_title_of  # with the stemmer, which few texts need

    title = [mention for mention in found if article.title and mention.start < article.title.end]
    body, told = found[len(title) :], [span.text for span in article.body]
    checked = in_foreign_title(title, body, " ".join(told))
    if checked == title or (article.title and is_title_of(article.title.text, told)):
        return found
    return checked + body


def mentions_in(text: str, read: Sequence[Line], model: Model | None = None) -> list[Mention]:
    """Each place where the lines of a text name something; another model may be tried."""
    tags = [
        (read[piece.line].starts[piece.start], read[piece.line].ends[piece.end - 1], piece.kind)
        for piece in tagged(read, model)
    ]
    return agreed(text, bounded(text, tags))
