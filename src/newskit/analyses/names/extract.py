"""The people, organisations and places that an article names, each with its mentions.

>>> article = "Presiden Joko Widodo tiba di Surabaya. Jokowi menemui Komisi Pemilihan Umum (KPU)."
>>> [(name.name, name.type, len(name.mentions)) for name in names(article)]
[('Joko Widodo', 'person', 2), ('Surabaya', 'place', 1), ('Komisi Pemilihan Umum', 'organisation', 2)]
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from newskit.analyses.names.kinds import KINDS, ORGANISATION, PERSON, Model, tagged
from newskit.analyses.names.linking import Mention, entities, fullest
from newskit.analyses.names.pieces import Line, lines
from newskit.article.parse import as_document
from newskit.article.passages import passages
from newskit.document import Source, Span

PAIR = re.compile(r"(?:[^-]*\s)?(?P<left>[^\W\d_]{3,})-(?P<right>[^\W\d_]{3,})(?:\s[^-]*)?")
NUMBERED = re.compile(r"-\d{1,2}(?!\w)")


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
        for group in entities(document.text, mentions(source))
        if group[0].kind in types
    ]


def mentions(source: Source) -> list[Mention]:
    """Each place where the text names something, in order: what is a name, without whose it is."""
    document = as_document(source)
    return mentions_in(document.text, lines(passages(source), document.title or ""))


def mentions_in(text: str, read: Sequence[Line], model: Model | None = None) -> list[Mention]:
    """Each place where the lines of a text name something; another model may be tried."""
    found = []
    for piece in tagged(read, model):
        line = read[piece.line]
        start, end = line.starts[piece.start], line.ends[piece.end - 1]
        bounds = _pair(text, start, end) if piece.kind == PERSON else [(start, _whole(text, start, end))]
        found += [Mention(*each, text[slice(*each)], piece.kind) for each in bounds]
    return agreed(text, found)


def _pair(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A person, or two that a hyphen joins where the text names each by itself, too: ``Anies-Muhaimin``."""
    end -= text[end - 1] == "."  # that of the sentence: Bharada E.
    pair = PAIR.fullmatch(text, start, end)
    if (
        pair
        and any(text[last : last + 1] != "-" for _, last in _standing(pair["left"], text))
        and any(True for _ in _standing(pair["right"], text))
    ):
        return [(start, pair.end("left")), (pair.start("right"), end)]
    return [(start, end)]


def _whole(text: str, start: int, end: int) -> int:
    """Where a name ends, with its closing bracket, ``PT PLN (Persero)``, or number, ``Satgas Covid-19``."""
    if text.startswith(")", end) and text.count("(", start, end) > text.count(")", start, end):
        return end + 1
    number = NUMBERED.match(text, end)
    return number.end() if number else end - (text[end - 1] == ".")  # Blok M.


def agreed(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The mentions of a text, each form of one kind throughout, and where else a body stands that came twice.

    >>> twice = [Mention(0, 3, "PSI", "organisation"), Mention(12, 15, "PSI", "organisation")]
    >>> [mention.start for mention in agreed("PSI menang. PSI kalah. Kata PSI.", twice)]
    [0, 12, 28]
    """
    counts: dict[str, Counter[str]] = {}
    for mention in found:
        counts.setdefault(mention.text, Counter())[mention.kind] += 1
    usual = {form: max(count, key=count.__getitem__) for form, count in counts.items()}
    made = [Mention(start, end, form, usual[form]) for start, end, form, _ in found]
    taken: set[int] = set()
    for form in sorted(counts, key=len, reverse=True):
        times = counts[form].total()
        if times > 1 and usual[form] == ORGANISATION and len(form) > 2 and text.count(form) > times:
            taken = taken or {at for start, end, *_ in found for at in range(start, end)}
            for start, end in _standing(form, text):
                if taken.isdisjoint(range(start, end)):
                    made.append(Mention(start, end, form, usual[form]))
                    taken.update(range(start, end))
    return sorted(made)


def _standing(form: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a form stands in a text as a word of its own."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        before, after = text[start - 1 : start], text[end : end + 1]
        apart = not (before.isalnum() or after.isalnum() or before in ("_", "-") or after == "_")
        if apart:
            yield start, end
        start = text.find(form, end if apart else start + 1)
