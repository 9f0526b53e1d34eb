"""The pieces of a text that names are made of: words, numbers, sites and marks, line by line.

Finer than tokens: a hyphen parts words (``Ganjar-Mahfud``), and words that a lost blank has glued are parted
where news knows both (``keUkraina``, ``Serikatmenghentikan``). A sentence whose capitals say nothing, a
headline in title case, all in capitals or in small letters, is read as the rest of the text, or news, writes
its words.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from newskit.document import Span
from newskit.lexicon.usage import words

LETTERS = "\u0300-\u036f"  # accents that stand for themselves
PIECE = re.compile(
    r"(?:[^\W_][\w-]{0,40}\.){1,4}(?:com|net|org|id|tv|co|info|news)\b(?!\.[^\W_])"
    r"|\d+(?:[.,:/]\d+)*(?![^\W_])"
    rf"|[^\W_][^\W_{LETTERS}]*(?:['’`‘][^\W_]+)*"
    r"|\S"
)
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=\d)(?=[A-Z][a-z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{3})")
NAME, COMMON = (
    60,
    25,
)  # per cent of capitals in news: of what is mostly a name, and of what is hardly ever one
LINE_WORDS = 4
EVERYWHERE = 900  # articles with a short word that may be glued: Jakartadan, not Fadi-lah, Yuli-anti
GLUED = 20  # articles of news that hold a word of its own, hardly ever two that lost their blank
LONGEST = 40
ENDS = frozenset(".!?:")
OPENERS = frozenset('.!?:;"“”‘•*')


class Line(NamedTuple):
    """A line of a text as pieces: where each begins and ends in the text, and how it is to be read."""

    starts: list[int]
    ends: list[int]
    forms: list[str]


def lines(passages: Iterable[Span], title: str = "") -> list[Line]:
    """The pieces of each line of some passages; a ``title`` beside the text may tell how it writes words."""
    found = [line for passage in passages for line in _lines(passage)]
    told = PIECE.findall(title)
    parts = [_parts(line.forms) for line in found]
    if not any(blind for part in parts for blind, _ in part):
        return found
    wanted = {form.lower() for part in parts for blind, forms in part if blind for form in forms}
    plain = [forms for part in parts for blind, forms in part if not blind]
    usual = _usual_forms(plain if _is_blind(told) else [*plain, told], wanted)
    return [
        line._replace(
            forms=[form for part in some for form in (_recased(part[1], usual) if part[0] else part[1])]
        )
        for line, some in zip(found, parts, strict=True)
    ]


def _parts(forms: list[str]) -> list[tuple[bool, list[str]]]:
    """The sentences of a line, roughly, and whether the capitals of each tell nothing."""
    found = []
    start = 0
    for at, form in enumerate(forms, 1):
        if form in ENDS or at == len(forms):
            found.append((_is_blind(forms[start:at]), forms[start:at]))
            start = at
    return found


def _lines(passage: Span) -> Iterator[Line]:
    for match in LINE.finditer(passage.text):
        starts: list[int] = []
        ends: list[int] = []
        forms: list[str] = []
        at = passage.start + match.start()
        for piece in PIECE.finditer(match[0]):
            start, end = piece.span()
            word = piece[0]
            if len(word) > 4 and (parts := unglued(word)):
                for part in parts:
                    starts.append(at + start)
                    start += len(part)
                    ends.append(at + start)
                forms.extend(parts)
            else:
                starts.append(at + start)
                ends.append(at + end)
                forms.append(word)
        if forms:
            yield Line(starts, ends, forms)


@lru_cache(1 << 15)
def unglued(word: str) -> tuple[str, ...]:
    """The parts of a word that lost the blanks between them, none where it is one word.

    >>> unglued("keUkrainasaat"), unglued("NasDem"), unglued("Serikatmenghentikan")
    (('ke', 'Ukraina', 'saat'), (), ('Serikat', 'menghentikan'))
    """
    whole = words().get(word.lower())
    if (whole and (whole.documents > GLUED or word.islower())) or "." in word or len(word) > LONGEST:
        return ()
    parts = [part for camel in _seams(word) for part in _without_tail(camel)]
    return tuple(parts) if parts[1:] else ()


def _seams(word: str) -> list[str]:
    """A word cut before each capital inside it where a known word ends or begins: ``SelatanLee``."""
    parts = SEAM.split(word)
    uses = [words().get(part.lower()) for part in parts if len(part) > 1]
    return parts if any(use and use.documents > GLUED for use in uses) else [word]


def _without_tail(word: str) -> tuple[str, ...]:
    """A name and the common word that is glued to it: ``Ukraina``, ``saat``."""
    if not word[:1].isupper() or word.isupper() or word.lower() in words():
        return (word,)
    known = words()
    for cut in range(2, len(word) - 2):
        head, tail = known.get(word[:cut].lower()), known.get(word[cut:])
        is_long = len(word) - cut > 6
        if not tail or tail.capital > COMMON or tail.documents < (30 if is_long else EVERYWHERE):
            continue
        if is_long or (head and head.capital >= 90 and cut > 3):
            return word[:cut], word[cut:]
    return (word,)


def _is_blind(forms: Sequence[str]) -> bool:
    """Whether the capitals of a line tell nothing: its common words have one, or no word has."""
    written = [form for form in forms if form[0].isalpha()]
    if len(written) < LINE_WORDS:
        return False
    if all(map(str.islower, written)) or all(map(str.isupper, written)):
        return True
    long = [form for form in written[1:] if len(form) > 3]
    common = [form for form in long if _capital(form) < COMMON]
    raised = len(common) - sum(map(str.islower, common))
    return raised > 1 and raised > len(common) / 2


def _capital(form: str) -> int:
    """How often news writes a word with a capital, in per cent."""
    use = words().get(form.lower())
    return use.capital if use else 100


def _usual_forms(texts: Iterable[Sequence[str]], wanted: Container[str]) -> dict[str, str]:
    """How a text itself writes some words inside its sentences."""
    counts: dict[str, Counter[str]] = {}
    for forms in texts:
        before = "."
        for form in forms:
            if before not in OPENERS and (lower := form.lower()) in wanted:
                counts.setdefault(lower, Counter())[form] += 1
            before = form
    return {word: count.most_common(1)[0][0] for word, count in counts.items()}


def _recased(forms: Sequence[str], usual: Mapping[str, str]) -> list[str]:
    """A line whose capitals tell nothing, each word as the text or as news writes it."""
    capitals = sum(map(str.isupper, forms)) > len(forms) / 2
    return [
        usual.get(form.lower()) or _by_news(form, capitals) if form[0].isalpha() else form for form in forms
    ]


def _by_news(form: str, capitals: bool) -> str:
    lower = form.lower()
    use = words().get(lower)
    if use and use.capital < (NAME if capitals else COMMON):
        return lower
    if form.islower():
        return form.capitalize() if use and use.capital >= 90 and len(form) > 2 else form
    if capitals and form.isupper():
        return form if len(form) < 4 else form.capitalize()
    return form
