"""Did you mean: a query that finds nothing, with each word that no article has mended.

The words that differ in the fewest letters are proposed, of these the one in most articles (Norvig 2007).
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from newskit.corpus.query import forms, query
from newskit.corpus.search import document_frequency, open_vocabulary

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST = 4  # letters of a word that is mended
LONGEST = 16
TWO_EDITS = 6  # letters of a word that may differ in two


def suggestion(connection: sqlite3.Connection, text: str) -> str | None:
    """The query with its unknown words mended, None where none of them can be."""
    open_vocabulary(connection)
    mended: dict[str, str] = {}
    for term in query(text).wanted:
        for typed, answers in zip(term.text.split(), term.words, strict=False):
            unknown = not any(document_frequency(connection, form) for form in answers)
            if unknown and (better := correction(typed.lower(), partial(_uses, connection))):
                mended[typed] = better
    for typed, better in mended.items():
        text = text.replace(typed, better)
    return text if mended else None


def _uses(connection: sqlite3.Connection, word: str) -> int:
    """In how many articles a word is, in any form; 0 where news does not know it."""
    from newskit.lexicon.usage import words

    found = max((document_frequency(connection, form) for form in forms(word)), default=0)
    return found if word in words() or document_frequency(connection, word) else 0


def correction(word: str, uses: Callable[[str], int]) -> str | None:
    """The word that was meant, by how often each is used.

    >>> correction("koruspi", {"korupsi": 90, "koreksi": 8}.get)
    'korupsi'
    """
    if not SHORTEST <= len(word) <= LONGEST:
        return None
    best = _most_used(_edits(word), uses)
    if best or len(word) < TWO_EDITS:
        return best
    from newskit.lexicon.usage import words

    known = words()
    twice = (again for once in _edits(word) for again in _edits(once) if again in known)
    return _most_used(twice, uses)


def _most_used(candidates: Iterable[str], uses: Callable[[str], int]) -> str | None:
    counted = {word: uses(word) or 0 for word in dict.fromkeys(candidates)}
    best = max(counted, key=lambda word: counted[word], default="")
    return best if counted.get(best) else None


def _edits(word: str) -> Iterator[str]:
    """The words that differ in one letter: left out, doubled, swapped, another, or a blank."""
    for i in range(len(word) + 1):
        before, after = word[:i], word[i:]
        yield from (before + letter + after for letter in LETTERS)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in LETTERS)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
