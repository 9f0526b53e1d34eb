"""The piece of an article that shows why it answers a query: the sentence with the most of what is asked
for.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newskit.corpus.query import Term, forms, phrase_pattern
from newskit.output.terminal import UNSAFE
from newskit.text.sentences import sentences

WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
LONGEST = 240  # characters
READ = 20_000  # characters of an article that are looked at
BLANK = re.compile(rf"\s|{UNSAFE.pattern}")


class Snippet(NamedTuple):
    """A piece of text, and where in it the words are that answer."""

    text: str
    matches: tuple[tuple[int, int], ...]


def snippet(text: str, terms: Sequence[Term]) -> Snippet:
    """The sentence that has the most of the terms, the first of those; cut where it is long.

    >>> from newskit.corpus.query import query
    >>> snippet("Warga resah. Mereka menunggu kiriman beras.", query("pengiriman beras").wanted)
    Snippet(text='Mereka menunggu kiriman beras.', matches=((16, 23), (24, 29)))
    """
    text = text[:READ]
    found = _matches(text, terms)
    pieces = sentences(text)
    if not pieces:
        return Snippet("", ())
    held = [{number for start, _, number in found if piece.start <= start < piece.end} for piece in pieces]
    best = max(range(len(pieces)), key=lambda i: (len(held[i]), -i))
    start, end = pieces[best].start, pieces[best].end
    inside = [(a, b) for a, b, _ in found if start <= a and b <= end]
    start, end = _window(text, start, end, inside)
    before, after = "… " * (start > pieces[best].start), " …" * (end < pieces[best].end)
    shift = len(before) - start
    shown = tuple((a + shift, b + shift) for a, b in inside if start <= a and b <= end)
    return Snippet(before + BLANK.sub(" ", text[start:end]) + after, shown)


def _matches(text: str, terms: Sequence[Term]) -> list[tuple[int, int, int]]:
    """Where words of the terms stand in a text, and the number of the term; in order, none over another."""
    answers = {
        form: number
        for number, term in enumerate(terms)
        if not term.phrase
        for form in (*(f for word in term.words for f in word), *term.aliases)
    }
    hint = re.compile("|".join(sorted({_tail(part) for form in answers for part in form.split()})) or r"\Z")
    found = []
    for match in WORD.finditer(text):
        if hint.search(match[0].lower()):
            number = next((answers[form] for form in forms(match[0]) if form in answers), None)
            if number is not None:
                found.append((match.start(), match.end(), number))
    for number, term in enumerate(terms):
        if term.phrase:
            found += ((*match.span(), number) for match in phrase_pattern(term).finditer(text))
    found.sort()
    return [match for match, before in zip(found, [(0, 0, 0), *found], strict=False) if match[0] >= before[1]]


def _tail(stem: str) -> str:
    """What every form of a stem contains: all but its first letter, which a prefix may swallow (tulis:
    menulis).
    """
    return stem[1:] if len(stem) > 2 else stem


def _window(text: str, start: int, end: int, inside: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The sentence, or the part of a long one that begins a little before its first match."""
    if end - start <= LONGEST:
        return start, end
    first = inside[0][0] if inside else start
    begin = max(start, min(first - LONGEST // 4, end - LONGEST))
    stop = min(end, begin + LONGEST)
    if begin > start:
        begin = text.find(" ", begin, first) + 1 or first
    if stop < end:
        stop = max(text.rfind(" ", begin, stop), inside[0][1] if inside else begin + 1)
    return begin, stop
