"""The stem of an Indonesian word: its root, in lower case.

Where the language is ambiguous, news decides (``newskit.evidence``). A name stays as it is: a word that
news writes with a capital, or one that stands inside a sentence with a capital and has no sure analysis.
A doubled word has the root that its halves share (``meniru-nirukan``: ``tiru``); two different words joined
by a hyphen stay, two names each have their own stem. A word in another script stays.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, partial
from typing import Any, NamedTuple

from newskit import lexicon
from newskit.errors import UsageError
from newskit.evidence import likeliest
from newskit.morphology import LABELS, Analysis, Roots, analyses
from newskit.reduplication import hyphenated
from newskit.sastrawi import sastrawi_stem
from newskit.stops import glued
from newskit.tokens import tokens

LONGEST = 64  # letters: nothing longer is a word
CACHED = 1 << 17  # pieces of text that a stemmer remembers
ACRONYM = 5  # letters: a longer word all in capitals is a headline's, not a name

INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphen, zero-width space and joiners
MARKS = "\u0300-\u036f"  # accents that stand beside their letter
HIDDEN = re.compile(f"[{INVISIBLE}]")
BREAKS = '.!?:…"“”„‘(['  # a capital after one of these says nothing
OPENS = "\0"  # marks, while a text is stemmed, the pieces that begin a sentence
AFTER_BREAK = re.compile(rf" (?<=[{re.escape(BREAKS)}] )")
BLANKS = re.compile(rf"{OPENS}([^\S\n]*(?<= ))")
AFTER = frozenset('.,;:!?)]”"\n\r')  # marks that end no word
ROUND = f"{BREAKS},;)]'’–"  # what may stand round a word without being written to it
WORD = re.compile(r"(?![½¼¾])[^\W\d_]++(?:['’-][^\W\d_]++)*+")  # with nothing in it that tokens may cut
TWO = re.compile(r"(?![½¼¾])([^\W\d_]+)\.([^\W\d_]+)")
QUOTED = re.compile(r'["“”](?=[^\W\d_])')  # itu."Pemerintah: no token reaches past the mark
ADDRESS = re.compile("[@/:]")
LATIN = re.compile("[a-z]")
WIDE = {wide: wide - 0xFEE0 for first in (0xFF21, 0xFF41) for wide in range(first, first + 26)}
PLAINER = WIDE | dict.fromkeys(map(ord, "’‘"), "'")


class Stem(NamedTuple):
    """A word of a text and its stem; ``inside``: it does not begin a sentence, so that a capital tells."""

    start: int
    end: int
    text: str
    stem: str
    inside: bool = False


class Explanation(NamedTuple):
    """How a stem was found: the affixes from the outside in (``mem>p``: p was swallowed), and the rule.

    ``rule`` is the number of Nazief and Adriani's rule for the outermost prefix (``plain`` for di-, ke- and
    se-, ``tidak`` for ketidakadilan, ``dwipurwa`` for dedaunan), or ``root``, ``name``, ``suffix``,
    ``reduplication``, ``hyphen``, ``protected``, ``word``, ``unknown``.
    """

    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    rule: str = ""


@cache
def default_roots() -> Roots:
    """Kateglo's roots without its derived words, those that it lacks, and news words as a last resort."""
    return _with_news(lexicon.roots() - lexicon.word_list("derived") | lexicon.word_list("roots"))


def _with_news(listed: frozenset[str]) -> Roots:
    return Roots(listed, listed | lexicon.word_list("news_roots"))


class Forms(dict[str, str]):
    """What was worked out for a piece of text, worked out when first asked for; emptied when full."""

    def __init__(self, answer: Callable[[str], str]) -> None:
        super().__init__()
        self.answer = answer

    def __missing__(self, piece: str) -> str:
        answer = self.answer(piece)
        if len(piece) <= LONGEST:
            if len(self) >= CACHED:
                self.clear()
            self[piece] = answer
        return answer


@dataclass(frozen=True)
class Stemmer:
    """A way of stemming: ``exact`` as PySastrawi does, with other ``roots``, leaving ``protect`` alone.

    Immutable but for its caches, which stay behind when it is sent to another process.

    >>> Stemmer(protect=frozenset({"makanan"})).stem_text("Makanan dan minuman")
    'makanan dan minum'
    """

    exact: bool = False
    roots: frozenset[str] | None = None
    protect: frozenset[str] = field(default=frozenset())

    def __reduce__(self) -> tuple[Any, ...]:
        return _known_stemmer, (self.exact, self.roots, self.protect)

    def stem(self, word: str) -> str:
        """The stem of a word out of context: lower case, never empty but for an empty word."""
        return self._outside[word]

    def stems(self, text: str) -> list[Stem]:
        """The words of a text (``newskit.tokens``) with their stems in context."""
        found = []
        for start, end, word in _words(text):
            inside = not opens_sentence(text, start)
            found.append(Stem(start, end, word, (self._inside if inside else self._outside)[word], inside))
        return found

    def stem_text(self, text: str) -> str:
        """The text with each word replaced by its stem in context, all else as it is."""
        if OPENS in text:
            return self._replaced(text, opens=True)
        marked = AFTER_BREAK.sub(f" {OPENS}", f"{OPENS}{text}").replace("\n", f"\n {OPENS}")
        marked = BLANKS.sub(rf"\1{OPENS}", marked)
        return " ".join(map(self._pieces.__getitem__, marked.split(" "))).replace("\n ", "\n")

    def explain(self, word: str, *, inside: bool = False) -> Explanation:
        """The affixes taken off a word and the rule; ``inside``: it stands inside a sentence."""
        stem = (self._inside if inside else self._outside)[word]
        form = normal(word)
        if form in self.protect:
            return Explanation(rule="protected")
        if stem == form:
            return Explanation(rule=self._kind(form))
        capital = inside and _has_capital(word)
        rule = ""
        if "-" in form:
            found, rule = hyphenated(form, self._roots, capital)
        else:
            found = likeliest(form, self._roots, capital)
        if found.root != stem:  # exact mode may take another way; the shortest to its root is shown
            ways = analyses(form, frozenset({stem}))
            found = min(ways, key=lambda a: len(a.prefixes + a.suffixes), default=Analysis(stem))
        if not rule:
            rule = LABELS[found.prefixes[0]].number if found.prefixes else "suffix"
        return Explanation(found.prefixes, found.suffixes, rule)

    def _kind(self, form: str) -> str:
        if form in self._roots.listed:
            return "root"
        if form in lexicon.place_names():
            return "name"
        use = lexicon.words().get(form)
        return "unknown" if use is None else "name" if use.capital >= 50 else "word"

    @cached_property
    def _roots(self) -> Roots:
        return default_roots() if self.roots is None else _with_news(self.roots)

    @cached_property
    def _outside(self) -> Forms:
        return self._forms(partial(self._stem, inside=False))

    @cached_property
    def _inside(self) -> Forms:
        return self._forms(partial(self._stem, inside=True))

    @cached_property
    def _pieces(self) -> Forms:
        return self._forms(self._piece)

    def _forms(self, answer: Callable[[str], str]) -> Forms:
        forms = Forms(answer)
        if not self.protect:
            forms.update(self._ahead[0])
        return forms

    @cached_property
    def _ahead(self) -> tuple[Mapping[str, str], Set[str]]:
        """What is worked out ahead: the words of news with another stem, and all of them."""
        by_rule = self.exact or self.roots is not None
        return ({}, frozenset()) if by_rule else (lexicon.stems(), lexicon.words().keys())

    def _piece(self, piece: str) -> str:
        """A piece of text between blanks stemmed, its mark taken off; most are a word with marks round it."""
        text = piece.removeprefix(OPENS)
        if text.isalpha():
            return self._stem(text, text is piece)
        if text[-1:] in AFTER and len(piece) <= LONGEST:
            return self._pieces[piece[:-1]] + text[-1:]
        word = text.strip(ROUND)
        if not any(map(str.isalnum, word)):
            return text
        begin, end = text.split(word)
        inside = begin[-1] not in BREAKS if begin else text is piece
        if WORD.fullmatch(word) and ("-" not in word or word.islower()):
            return begin + self._stem(word, inside) + end
        if (two := TWO.fullmatch(word)) and glued(two[1], two[2]):
            return f"{begin}{self._stem(two[1], inside)}.{self._stem(two[2], False)}{end}"
        if len(piece) <= LONGEST and (cut := QUOTED.search(text)):
            seam = len(piece) - len(text) + cut.end()
            return self._pieces[piece[:seam]] + self._pieces[OPENS + piece[seam:]]
        return self._replaced(text, opens=text is not piece)

    def _replaced(self, text: str, opens: bool) -> str:
        """A text stemmed word by word; ``opens``: what stands at its beginning opens a sentence."""
        pieces, position = [], 0
        for start, end, word in _words(text):
            inside = not opens_sentence(text, start, opens)
            pieces += [text[position:start], (self._inside if inside else self._outside)[word]]
            position = end
        return "".join((*pieces, text[position:]))

    def _stem(self, word: str, inside: bool) -> str:
        form = normal(word)
        if form in self.protect:
            return form
        other, known = self._ahead
        root = other.get(form) or (form if form in known else None)
        if root and (root == form or not inside or not _has_capital(word)):
            return root
        return self.work_out(word, form, inside)

    def work_out(self, word: str, form: str, inside: bool) -> str:
        """The stem of a word whose normal form is known, by the rules alone."""
        plain = form.isascii() and form.isalpha()
        if not plain and (ADDRESS.search(form) or not LATIN.search(form)):
            return word.lower()
        if self.exact:
            return sastrawi_stem(word, lexicon.roots() if self.roots is None else self.roots) or word.lower()
        if len(form) > LONGEST:
            return form
        capital = inside and _has_capital(word)
        if "-" in form:
            return hyphenated(form, self._roots, capital)[0].root
        return likeliest(form, self._roots, capital).root


def normal(word: str) -> str:
    """A word in lower case, composed, full-width letters made plain, nothing invisible in it.

    >>> normal("Mem\\u200bbangun"), normal("cafe\\u0301")
    ('membangun', 'café')
    """
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", HIDDEN.sub("", word).translate(PLAINER)).lower()


def opens_sentence(text: str, start: int, opens: bool = True) -> bool:
    """Whether the word at an offset begins a sentence, line or quotation: then its capital says nothing.

    ``opens``: so does what stands at the beginning of the text.
    """
    before = start - 1
    while before >= 0 and text[before].isspace():
        if text[before] == "\n":
            return True
        before -= 1
    return opens if before < 0 else text[before] in BREAKS


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text; those that an accent or an invisible character cuts are one, two names two."""
    found = [(t.start, t.end, t.text) for t in tokens(text) if t.kind == "word"]
    for start, end, word in found if text.isascii() else _joined(text, found):
        if "-" in word and _are_names(parts := word.split("-")):
            for part in parts:
                yield start, start + len(part), part
                start += len(part) + 1
        else:
            yield start, end, word


def _are_names(parts: list[str]) -> bool:
    """Whether a hyphen joins names (RI-Jepang), not halves (Raja-Raja) or a letter (APBN-P)."""
    return len({part.lower() for part in parts}) == len(parts) and all(
        len(part) > 1 and part[0].isupper() for part in parts
    )


def _joined(text: str, found: list[tuple[int, int, str]]) -> Iterable[tuple[int, int, str]]:
    inner = re.compile(f"[{MARKS}{INVISIBLE}]+")
    merged: list[tuple[int, int]] = []
    for start, end, _ in found:
        tail = inner.match(text, end)
        stop = tail.end() if tail else end
        if merged and merged[-1][1] == start and inner.match(text, start - 1):
            merged[-1] = (merged[-1][0], stop)
        else:
            merged.append((start, stop))
    return [(start, end, text[start:end]) for start, end in merged]


def _has_capital(word: str) -> bool:
    return word[0].isupper() and (len(word) <= ACRONYM or not word.isupper())


@lru_cache(8)
def _known_stemmer(exact: bool, roots: frozenset[str] | None, protect: frozenset[str]) -> Stemmer:
    """One stemmer for all the batches that a process works on, so that its caches last."""
    return Stemmer(exact, roots, protect)


DEFAULT = _known_stemmer(False, None, frozenset())


def root_words(path: str) -> frozenset[str]:
    """The roots of a user's file: instead of Kateglo's, or besides them where every line begins with +."""
    lines = lexicon.word_file(path)
    more = [line for line in lines if line.startswith("+")]
    if more and len(more) < len(lines):
        raise UsageError(f"{path}: some lines begin with + (more roots) and some do not (other roots)")
    words = frozenset(normal(line.removeprefix("+")) for line in lines)
    return words | default_roots().listed if more else words


def protected(path: str) -> frozenset[str]:
    """The words of a user's file, which are to be left alone."""
    return frozenset(map(normal, lexicon.word_file(path)))


def stem(word: str) -> str:
    """The stem of a word out of context: lower case, never empty.

    >>> [stem(word) for word in ("menangis", "penyelidikan", "perbankan", "Bekasi", "meniru-nirukan")]
    ['tangis', 'selidik', 'bank', 'bekasi', 'tiru']
    """
    return DEFAULT.stem(word)


def stems(text: str) -> list[Stem]:
    """The words of a text with their stems in context: a capital inside a sentence counts.

    >>> [s.stem for s in stems("Menurut Kepolisian, pelakunya ditangkap.")]
    ['turut', 'polisi', 'laku', 'tangkap']
    """
    return DEFAULT.stems(text)


def stem_text(text: str) -> str:
    """The text with each word replaced by its stem in context, all else as it is.

    >>> stem_text("Menurut  dia, harga-harga naik (2,5%).\\n")
    'turut  dia, harga naik (2,5%).\\n'
    """
    return DEFAULT.stem_text(text)


def explain(word: str) -> Explanation:
    """The affixes taken off a word, and the rule.

    >>> explain("memakainya")
    Explanation(prefixes=('mem>p',), suffixes=('nya',), rule='13')
    """
    return DEFAULT.explain(word)
