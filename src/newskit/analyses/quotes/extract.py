"""Who said what: quotations and reported statements, each with its cue, its speaker and the speaker's name.

What is said is found sentence by sentence in the body with its quotations masked; who says it, by the names
of the document. Titles of works, terms and words set apart are no statements.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from newskit.analyses.quotes.cast import Named, cast
from newskit.analyses.quotes.direct import direct
from newskit.analyses.quotes.floor import names_of
from newskit.analyses.quotes.reported import of_sentence_before, reported
from newskit.analyses.quotes.speakers import Speaker, speaker
from newskit.analyses.quotes.statements import Statement
from newskit.analyses.quotes.words import QUOTE, cues, own_quotatives, quotatives, words
from newskit.article.parse import parse
from newskit.article.passages import passages
from newskit.document import Article, Source, Span
from newskit.text.quote_marks import Quoted, quoted
from newskit.text.sentences import sentences as split

LEAST = 4  # characters of a quotation, its marks included
CLOSING = "\"“”„«»'`’‘? \u00a0"
NEXT = re.compile(r"[\s,]*(\w+)")
LETTERS = re.compile(r"[a-z]+(?>(?:-[a-z]+)*)")


class Quote(NamedTuple):
    """A statement: its text (with its marks, or the reported clause), the cue, and who says it.

    ``kind`` is ``direct`` or ``reported``; ``cue`` is the word that attributes it (``kata``) and ``speaker``
    the mention that speaks, each None where there is none (``katanya``); ``name`` is the speaker's full name,
    else the words that stand for him, else None.
    """

    start: int
    end: int
    text: str
    kind: str
    cue: Span | None
    speaker: Span | None
    name: str | None


def quotes(
    source: Source,
    *,
    kind: Literal["direct", "reported", "all"] = "all",
    names: Iterable[Named] | None = None,
) -> list[Quote]:
    """The statements of a document, in order and apart.

    ``names`` are those of ``analyses.names``, for a caller who has them already.

    >>> text = "“Kami siap,” kata Bupati Budi Santoso. Menurut Budi, beras cukup. “Aman,” ujarnya."
    >>> [(quote.name, quote.text) for quote in quotes(text)]
    [('Budi Santoso', '“Kami siap,”'), ('Budi Santoso', 'beras cukup'), ('Budi Santoso', '“Aman,”')]
    """
    article = parse(source, dated=False)
    text, masked, sentences = masked_body(article)
    found = statements_in(masked, sentences)
    if not found:
        return []
    if names is None:
        from newskit.analyses.names.extract import names as names_in

        names = names_in(article)
    people = cast(masked, names)
    spoken = [speaker(people, statement) for statement in found]
    called = names_of(people, text, sentences, found, spoken)
    return [
        _quote(text, one, who, name)
        for one, who, name in zip(found, spoken, called, strict=True)
        if kind in ("all", one.kind)
    ]


def _quote(text: str, statement: Statement, who: Speaker | None, name: str | None) -> Quote:
    start, end, kind, cue, *_ = statement
    said_by = Span(who.start, who.end, text[who.start : who.end]) if who else None
    return Quote(
        start, end, text[start:end], kind, Span(*cue, text[slice(*cue)]) if cue else None, said_by, name
    )


def _body(article: Article) -> str:
    """The text with line breaks for all that is not the story: header, title, inserts, signature."""
    begin = article.title.end if article.title else 0
    pieces, at = [], 0
    for passage in passages(article):
        if passage.start < begin:
            continue
        pieces += ["\n" * (passage.start - at), passage.text]
        at = passage.end
    return "".join(pieces)


# --- quotations masked


def masked_body(article: Article) -> tuple[str, str, list[Span]]:
    """The text of the story, the same with all quotations masked, and its sentences."""
    text = _body(article)
    return (text, *_masked(text))


def _masked(text: str) -> tuple[str, list[Span]]:
    """The text with all quotations masked, and its sentences."""
    found = quoted(text)
    whole = [one for one in found if one.opened and one.end - one.start >= LEAST]
    masked = _mask(text, whole)
    sentences = split(masked)
    stray = [one for one in found if not one.opened and _is_said(text, one.end)]
    if stray:
        apart: list[Quoted] = []
        for one in sorted([*whole, *(_opened(masked, sentences, one) for one in stray)]):
            if one.end - one.start >= LEAST and (not apart or one.start >= apart[-1].end):
                apart.append(one)
        masked = _mask(text, apart)
        sentences = split(masked)
    return masked, sentences


def _mask(text: str, found: Sequence[Quoted]) -> str:
    """The text with each quotation blotted out but for the stop before its closing mark; offsets stay."""
    pieces, at = [], 0
    for one in found:
        stop = text[one.start : one.end].rstrip(CLOSING)[-1:]
        blot = "_" * (one.end - one.start - 4)
        pieces += [text[at : one.start], "“_", blot, stop if stop and stop in ".!?…," else "_", "”"]
        at = one.end
    return "".join(pieces) + text[at:]


def _is_said(text: str, at: int) -> bool:
    """Tell whether a quotative follows."""
    following = NEXT.match(text, at)
    return following is not None and following[1].lower() in quotatives() | own_quotatives()


def _opened(masked: str, sentences: Sequence[Span], stray: Quoted) -> Quoted:
    """A quotation whose opening mark is missing, from the first sentence that nobody else says."""
    start = stray.start
    for place in reversed(range(bisect_left(sentences, start, key=lambda sentence: sentence.start))):
        sentence = sentences[place]
        told = any(
            word.is_quotation or word.lower in cues()
            for word in words(masked, sentence.start, min(sentence.end, stray.start))
        )
        if (told and sentence.end < stray.start) or "\n" in masked[sentence.end : start]:
            break
        start = sentence.start
    return Quoted(start, stray.end)


# --- statements


def statements_in(masked: str, sentences: Sequence[Span]) -> list[Statement]:
    """The statements of a text whose quotations are masked, in order."""
    found: list[Statement] = []
    before = None
    for sentence in sentences:
        here = _of_sentence(masked, sentence, before)
        found += here
        plain = not here and masked[sentence.start] != "“"
        before = (sentence.start, sentence.start + len(sentence.text.rstrip("."))) if plain else None
    return found


def _of_sentence(masked: str, sentence: Span, before: tuple[int, int] | None) -> list[Statement]:
    if QUOTE not in sentence.text and cues().isdisjoint(LETTERS.findall(sentence.text.lower())):
        return []  # as most, before their words are made
    parts = words(masked, sentence.start, sentence.end)
    quotes = QUOTE in sentence.text and any(word.is_quotation for word in parts)
    if not quotes and cues().isdisjoint([word.lower for word in parts]):
        return []
    said = direct(parts) if quotes else []
    if any(one.cue for one in said):
        return said
    if told := reported(parts):
        return sorted([told, *(one for one in said if one.end <= told.start or one.start >= told.end)])
    if before and (told := of_sentence_before(parts, before)):
        return [told]
    return said
