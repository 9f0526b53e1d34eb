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
from string import ascii_lowercase
from typing import NamedTuple

from newskit.analyses.names.facets import OPENERS, acronyms, mark
from newskit.document import Span
from newskit.lexicon import roles
from newskit.lexicon.gazetteer import place_names
from newskit.lexicon.lists import word_list
from newskit.lexicon.usage import MOSTLY, NEARLY_ALWAYS, SELDOM, UNSEEN, USUALLY, Usage, words
from newskit.text.lost_spaces import words_apart

LETTERS = "\u0300-\u036f"  # accents that stand for themselves
PIECE = re.compile(
    r"(?:[^\W_][\w-]{0,40}\.){1,4}(?:com|net|org|id|tv|co|info|news)\b(?!\.[^\W_])"
    r"|\d+(?:[.,:/]\d+)*(?![^\W_])"
    r"|(?<![^\W_])[A-Z]\."  # an initial: Robert A. Dahl
    rf"|[^\W_][^\W_{LETTERS}]*(?:['’`‘][^\W_]+)*"
    r"|\S"
)
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=\d)(?=[A-Z][a-z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{3})")
AFFIXED = re.compile(r"(?:pe|ber|me|di|ke|ter|se)\w{4,}|\w{4,}(?:an|kan|nya)")
NO_WORDS = frozenset(("detik", "kumparan", "Mc"))  # before a capital: detikJatim, McLaren
OF_PEOPLE = 75  # per cent of the names with a word, those of people
LINE_WORDS = 4
EVERYWHERE = 900  # articles with a short word that may be glued: Jakartadan, not Fadi-lah, Yuli-anti
OFTEN = 300  # articles with a longer one: Marquezboleh
END = "."  # the code of what ends a sentence
KNOWN = 1 << 15  # pieces that are kept in mind
GLUED = 20  # articles of news that hold a word of its own, hardly ever two that lost their blank
LONGEST = 40
ENDS = frozenset(".!?:")


class Line(NamedTuple):
    """A line of a text as pieces: where each begins and ends in the text, and how it is to be read.

    ``marks`` has a letter for each (``facets.mark``).
    """

    starts: list[int]
    ends: list[int]
    forms: list[str]
    marks: str


def lines(passages: Iterable[Span], title: str = "") -> list[Line]:
    """The pieces of each line of some passages; a ``title`` beside the text may tell how it writes words."""
    found = [line for passage in passages for line in _lines(passage)]
    parts = [_parts(line.forms, codes) for line, codes in found]
    if not any(blind for part in parts for blind, _ in part):
        return [line for line, _ in found]
    told = PIECE.findall(title)
    wanted = {form.lower() for part in parts for blind, forms in part if blind for form in forms}
    plain = [forms for part in parts for blind, forms in part if not blind]
    usual = _usual_forms(plain if _is_blind("".join(map(_code, told))) else [*plain, told], wanted)
    return [_reread(line, part, usual) for (line, _), part in zip(found, parts, strict=True)]


def _parts(forms: list[str], codes: str) -> list[tuple[bool, list[str]]]:
    """The sentences of a line, roughly, and whether the capitals of each tell nothing."""
    found = []
    start = 0
    while start < len(forms):
        end = codes.find(END, start) + 1 or len(forms)
        found.append((_is_blind(codes[start:end]), forms[start:end]))
        start = end
    return found


def _lines(passage: Span) -> Iterator[tuple[Line, str]]:
    """The lines of a passage, each with the codes of its pieces."""
    for match in LINE.finditer(passage.text):
        starts: list[int] = []
        ends: list[int] = []
        forms: list[str] = []
        codes: list[str] = []
        marks: list[str] = []
        line, at = match[0], 0
        base = passage.start + match.start()
        for chunk in line.split():
            at = line.index(chunk, at)
            here = base + at
            for start, end, form, code, letter in CHUNKS[chunk]:
                starts.append(here + start)
                ends.append(here + end)
                forms.append(form)
                codes.append(code)
                marks.append(letter)
            at += len(chunk)
        if forms:
            yield Line(starts, ends, forms, "".join(marks)), "".join(codes)


class Chunks(dict[str, tuple[tuple[int, int, str, str, str], ...]]):
    """The pieces of what stands between two blanks, for what was met so far: each with its code and mark."""

    def __missing__(self, chunk: str) -> tuple[tuple[int, int, str, str, str], ...]:
        if len(self) > KNOWN:
            self.clear()
        pieces, start = [], 0
        for form in _cut(chunk):
            end = start + len(form)
            pieces.append((start, end, form, _code(form), mark(form)))
            start = end
        found = tuple(pieces)
        if len(chunk) <= LONGEST:
            self[chunk] = found
        return found


CHUNKS = Chunks()


def _cut(chunk: str) -> Sequence[str]:
    """The pieces of what stands between two blanks."""
    if chunk.isalpha():  # most are; the pattern takes longer
        return _parted(chunk)
    if chunk[-1] in ",." and chunk[:-1].isalpha() and len(chunk) > 2:
        return *_parted(chunk[:-1]), chunk[-1]
    return [part for piece in PIECE.findall(chunk) for part in _parted(piece)]


def _parted(piece: str) -> tuple[str, ...]:
    """The words of a piece, one but where their blank is lost."""
    return (len(piece) > 4 and unglued(piece)) or (piece,)


@lru_cache(KNOWN)
def unglued(word: str) -> tuple[str, ...]:
    """The parts of a word that lost the blanks between them, none where it is one word.

    >>> unglued("keUkrainasaat"), unglued("NasDem"), unglued("Serikatmenghentikan"), unglued("targetpajakdi")
    (('ke', 'Ukraina', 'saat'), (), ('Serikat', 'menghentikan'), ('target', 'pajak', 'di'))
    """
    if "." in word or len(word) > LONGEST:
        return ()
    if word.islower():
        return words_apart(word)
    seams = _seams(word)
    whole = words().get(word.lower())
    if whole and whole.document_frequency > GLUED and not _is_oftener_apart(whole, seams):
        return ()
    parts = [part for camel in seams for part in _without_tail(camel)]
    return tuple(parts) if parts[1:] else words_apart(word)


def _is_oftener_apart(whole: Usage, parts: Sequence[str]) -> bool:
    """Whether scraped news glues two words now and then: ``PresidenPrabowo`` beside ``Presiden Prabowo``."""
    uses = [words().get(part.lower(), UNSEEN).document_frequency for part in parts]
    return len(parts) > 1 and min(uses) > GLUED * whole.document_frequency


def _seams(word: str) -> list[str]:
    """A word cut before each capital inside it where a known word ends or begins, or behind an acronym."""
    if word[1:].islower():
        return [word]
    acronym = word.rstrip(ascii_lowercase)
    tail = word[len(acronym) :]
    if len(acronym) > 2 and acronym[-2:].isupper() and _is_tail(tail):
        return [acronym, tail]
    parts = SEAM.split(word)
    return parts if parts[1:] and _lost_blanks(parts) else [word]


def _lost_blanks(parts: Sequence[str]) -> bool:
    """Whether words that a capital parts are two for sure, and no brand: ``diBandung``, not ``MacBook``.

    A common word comes before a capital, or one of them is a function word, an office, a word with affixes,
    a place or a first name.
    """
    if parts[0] in NO_WORDS or not all(part[1:] or part.isdigit() for part in parts):
        return False
    head, follows = parts[0], parts[1]
    if head.isdigit():
        return len(follows) > 3 and _is_common(follows, 100)
    if head.islower() and _is_common(head, USUALLY):
        return True
    if follows.isupper() and len(follows) > 2 and _is_common(head, SELDOM):
        return True
    return any(_is_of_text(_without_tail(part)[0]) for part in parts)


def _is_common(part: str, rate: int) -> bool:
    """Whether news has a word often, and with a capital less than at a rate."""
    use = words().get(part.lower())
    return use is not None and use.document_frequency > GLUED and use.capitalization_rate <= rate


@lru_cache(KNOWN)
def _is_of_text(part: str) -> bool:
    """Whether a word is what texts are made of, or a name of its own, more than a part of a brand."""
    lower = part.lower()
    use = words().get(lower)
    if not use or len(part) < 2:
        return False
    often = use.document_frequency > GLUED
    return (
        lower in word_list("lexicon/stopwords")
        or lower in word_list("lexicon/titles")
        or lower in word_list("analyses/names/class_words")
        or (often and AFFIXED.fullmatch(lower) is not None)
        or (often and len(part) > 2 and part in acronyms())
        or (len(part) > 3 and (lower in place_names() or roles.of(lower).person >= OF_PEOPLE))
    )


def _without_tail(word: str) -> tuple[str, ...]:
    """A name and the common word that is glued to it: ``Ukraina``, ``saat``."""
    if not word[:1].isupper() or word.isupper() or word.lower() in words():
        return (word,)
    known = words()
    for cut in range(2, len(word) - 2):
        tail = word[cut:]
        if not _is_tail(tail):
            continue
        head = known.get(word[:cut].lower())
        if len(tail) > 6 or (head and head.capitalization_rate >= NEARLY_ALWAYS and cut > 3):
            return word[:cut], tail
    return (word,)


def _is_tail(word: str) -> bool:
    """Whether a word in small letters may be glued to a name: a common one, the more so if it is short."""
    use = words().get(word)
    least = 30 if len(word) > 6 else OFTEN if len(word) > 4 else EVERYWHERE
    return use is not None and use.capitalization_rate <= SELDOM and use.document_frequency >= least


@lru_cache(KNOWN)
def _code(form: str) -> str:
    """How a piece is written, in a letter: ``a`` small, ``A`` in capitals, ``M`` mixed; ``bBN`` if common."""
    if not form[0].isalpha():
        return END if form in ENDS else "-"
    use = words().get(form.lower())
    common = len(form) > 3 and use is not None and use.capitalization_rate < SELDOM
    return (
        ("b" if form.islower() else "B" if form.isupper() else "N")
        if common
        else ("a" if form.islower() else "A" if form.isupper() else "M")
    )


def _is_blind(codes: str) -> bool:
    """Whether the capitals of a sentence tell nothing: its common words have one, or no word has.

    The sentence is given as the codes of its pieces.
    """
    written = codes.replace("-", "").replace(END, "")
    if len(written) < LINE_WORDS:
        return False
    if not written.strip("ab") or not written.strip("AB"):
        return True
    raised = written.count("B", 1) + written.count("N", 1)
    return raised > 1 and raised > written.count("b", 1)


def _usual_forms(texts: Iterable[Sequence[str]], wanted: Container[str]) -> dict[str, str]:
    """How a text itself writes some words inside its sentences."""
    counts: dict[str, Counter[str]] = {}
    for forms in texts:
        asked = {form for form in set(forms) if form.lower() in wanted}
        for before, form in zip((".", *forms), forms):  # noqa: B905
            if form in asked and before not in OPENERS:
                counts.setdefault(form.lower(), Counter())[form] += 1
    return {word: count.most_common(1)[0][0] for word, count in counts.items()}


def _reread(line: Line, parts: Iterable[tuple[bool, list[str]]], usual: Mapping[str, str]) -> Line:
    """A line with the forms of those sentences changed whose capitals tell nothing."""
    forms = [form for blind, some in parts for form in (_recased(some, usual) if blind else some)]
    return line._replace(forms=forms, marks="".join(map(mark, forms)))


def _recased(forms: Sequence[str], usual: Mapping[str, str]) -> list[str]:
    """A line whose capitals tell nothing, each word as the text or as news writes it."""
    capitals = sum(map(str.isupper, forms)) > len(forms) / 2
    return [
        usual.get(form.lower()) or _by_news(form, capitals) if form[0].isalpha() else form for form in forms
    ]


def _by_news(form: str, capitals: bool) -> str:
    lower = form.lower()
    use = words().get(lower)
    if use and use.capitalization_rate < (MOSTLY if capitals else SELDOM):
        return lower
    if form.islower():
        return (
            form.capitalize() if use and use.capitalization_rate >= NEARLY_ALWAYS and len(form) > 2 else form
        )
    if capitals and form.isupper():
        return form if len(form) < 4 else form.capitalize()
    return form
