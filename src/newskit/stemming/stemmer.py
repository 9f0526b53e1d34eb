"""The stem of an Indonesian word: its root, in lower case.

Where the language is ambiguous, news decides (``stemming.ranking``). A name stays as it is: a word that news
writes with a capital, or one that stands inside a sentence with a capital and has no sure analysis.
A doubled word has the root that its halves share (``meniru-nirukan``: ``tiru``); two different words joined
by a hyphen stay, two names each have their own stem. A word in another script stays.
"""

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from newskit.lexicon import gazetteer, usage
from newskit.lexicon.usage import EVENLY
from newskit.stemming import roots
from newskit.stemming.morphology import LABELS, Analysis, analyses
from newskit.stemming.ranking import best_analysis
from newskit.stemming.reduplication import hyphenated
from newskit.stemming.roots import Roots, default_roots, with_news
from newskit.stemming.sastrawi import sastrawi_stem
from newskit.stemming.words import BREAKS, clean_words, is_sentence_initial, normal

T = TypeVar("T")
LONGEST = 64  # letters: nothing longer is a word
CACHED = 1 << 17  # pieces of text that a stemmer remembers
ACRONYM = 5  # letters: a longer word all in capitals is a headline's, not a name
SENTENCE_INITIAL = "\0"  # marks, while a text is stemmed, the pieces that begin a sentence
AFTER_BREAK = re.compile(rf" (?<=[{re.escape(BREAKS)}] )")
BLANKS = re.compile(rf"{SENTENCE_INITIAL}([^\S\n]*(?<= ))")
AFTER = frozenset('.,;:!?)]”"\n\r')  # marks that end no word
ROUND = f"{BREAKS},;)]'’–"  # what may stand round a word without being written to it
WORD = re.compile(r"(?![½¼¾])[^\W\d_]++(?>(?:['’-][^\W\d_]++)*)")  # with nothing in it that tokens may cut
TWO = re.compile(r"(?![½¼¾])([^\W\d_]+)\.([^\W\d_]+)")
QUOTED = re.compile(r'["“”](?=[^\W\d_])')  # itu."Pemerintah: no token reaches past the mark
INDEXED = re.compile(r"\w+")
ADDRESS = re.compile("[@/:]")
LATIN = re.compile("[a-z]")


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


class StemCache(dict[str, T]):
    """What was worked out for a piece of text, worked out when first asked for; emptied when full."""

    def __init__(self, answer: Callable[[str], T]) -> None:
        super().__init__()
        self.answer = answer

    def __missing__(self, piece: str) -> T:
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
        for start, end, word in clean_words(text):
            inside = not is_sentence_initial(text, start)
            found.append(Stem(start, end, word, (self._inside if inside else self._outside)[word], inside))
        return found

    def stem_text(self, text: str) -> str:
        """The text with each word replaced by its stem in context, all else as it is."""
        if SENTENCE_INITIAL in text:
            return self._replaced(text, sentence_initial=True)
        return " ".join(map(self._pieces.__getitem__, _marked(text).split(" "))).replace("\n ", "\n")

    def words(self, text: str) -> list[str]:
        """The words and numbers of ``stem_text``, for an index: runs of letters and digits.

        >>> DEFAULT.words("Menurut dia, harga-harga naik 2,5%.")
        ['turut', 'dia', 'harga', 'naik', '2', '5']
        """
        if SENTENCE_INITIAL in text:
            return INDEXED.findall(self._replaced(text, sentence_initial=True))
        pieces = _marked(text).replace(", ", " ").replace(". ", " ").split(" ")  # a fifth fewer to work out
        return list(chain.from_iterable(map(self._indexed.__getitem__, pieces)))

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
            found = best_analysis(form, self._roots, capital)
        if found.root != stem:  # exact mode may take another way; the shortest to its root is shown
            ways = analyses(form, frozenset({stem}))
            found = min(ways, key=lambda a: len(a.prefixes + a.suffixes), default=Analysis(stem))
        if not rule:
            rule = LABELS[found.prefixes[0]].number if found.prefixes else "suffix"
        return Explanation(found.prefixes, found.suffixes, rule)

    def _kind(self, form: str) -> str:
        if form in self._roots.listed:
            return "root"
        if form in gazetteer.place_names():
            return "name"
        use = usage.words().get(form)
        return "unknown" if use is None else "name" if use.capitalization_rate >= EVENLY else "word"

    @cached_property
    def _roots(self) -> Roots:
        return default_roots() if self.roots is None else with_news(self.roots)

    @cached_property
    def _outside(self) -> StemCache[str]:
        return self._forms(self._stem)

    @cached_property
    def _inside(self) -> StemCache[str]:
        return self._forms(partial(self._stem, inside=True))

    @cached_property
    def _pieces(self) -> StemCache[str]:
        return self._forms(self._piece)

    @cached_property
    def _indexed(self) -> StemCache[tuple[str, ...]]:
        return StemCache(self._words_of)

    def _forms(self, answer: Callable[[str], str]) -> StemCache[str]:
        forms = StemCache(answer)
        if not self.protect:
            forms.update(self._precomputed)
        return forms

    @property
    def _by_rules(self) -> bool:
        """Whether nothing is worked out ahead."""
        return self.exact or self.roots is not None

    @cached_property
    def _precomputed(self) -> Mapping[str, str]:
        """The words of news with another stem, which is worked out ahead."""
        return {} if self._by_rules else roots.precomputed_stems()

    @cached_property
    def _known(self) -> Set[str]:
        """All words of news: those that are not precomputed are their own stems."""
        return frozenset() if self._by_rules else usage.forms()

    def _piece(self, piece: str) -> str:
        """A piece of text between blanks stemmed, its mark taken off; most are a word with marks round it."""
        text = piece.removeprefix(SENTENCE_INITIAL)
        if text.isalpha():
            return self._outside[text] if text.islower() else self._stem(text, text is piece)
        if text[-1:] in AFTER and len(piece) <= LONGEST:
            return self._pieces[piece[:-1]] + text[-1:]
        word = text.strip(ROUND)
        if word.lower() == word.upper() and (word.isascii() or not any(map(str.isalnum, word))):
            return text  # no letter
        begin, end = text.split(word)
        inside = begin[-1] not in BREAKS if begin else text is piece
        if WORD.fullmatch(word) and ("-" not in word or word.islower()):
            return begin + self._stem(word, inside) + end
        if (two := TWO.fullmatch(word)) and _are_apart(two[1], two[2]):
            return f"{begin}{self._stem(two[1], inside)}.{self._stem(two[2], False)}{end}"
        if len(piece) <= LONGEST and (cut := QUOTED.search(text)):
            seam = len(piece) - len(text) + cut.end()
            return self._pieces[piece[:seam]] + self._pieces[SENTENCE_INITIAL + piece[seam:]]
        return self._replaced(text, sentence_initial=text is not piece)

    def _words_of(self, piece: str) -> tuple[str, ...]:
        """The words and numbers of a stemmed piece."""
        if piece[-1:] in AFTER and len(piece) <= LONGEST:
            return self._indexed[piece[:-1]]
        stem = self._piece(piece)
        return (stem,) if stem.isalnum() else tuple(INDEXED.findall(stem))

    def _replaced(self, text: str, sentence_initial: bool) -> str:
        """A text stemmed word by word; ``sentence_initial``: it begins a sentence."""
        pieces, position = [], 0
        for start, end, word in clean_words(text):
            inside = not is_sentence_initial(text, start, sentence_initial)
            pieces += [text[position:start], (self._inside if inside else self._outside)[word]]
            position = end
        return "".join((*pieces, text[position:]))

    def _stem(self, word: str, inside: bool = False) -> str:
        form = word.lower() if word.isascii() else normal(word)  # as most are, without a call
        if form in self.protect:
            return form
        root = self._precomputed.get(form) or (form if form in self._known else None)
        if root and (root == form or not inside or not _has_capital(word)):
            return root
        return self.stem_by_rules(word, form, inside)

    def stem_by_rules(self, word: str, form: str, inside: bool) -> str:
        """The stem of a word whose normal form is known, by the rules alone."""
        plain = form.isascii() and form.isalpha()
        if not plain and (ADDRESS.search(form) or not LATIN.search(form)):
            return word.lower()
        if self.exact:
            return (
                sastrawi_stem(word, roots.kateglo_roots() if self.roots is None else self.roots)
                or word.lower()
            )
        if len(form) > LONGEST:
            return form
        capital = inside and _has_capital(word)
        if "-" in form:
            return hyphenated(form, self._roots, capital)[0].root
        return best_analysis(form, self._roots, capital).root


def _marked(text: str) -> str:
    """A text in which those pieces between blanks are marked that begin a sentence."""
    marked = AFTER_BREAK.sub(f" {SENTENCE_INITIAL}", f"{SENTENCE_INITIAL}{text}").replace(
        "\n", f"\n {SENTENCE_INITIAL}"
    )
    return BLANKS.sub(rf"\1{SENTENCE_INITIAL}", marked)


def _are_apart(left: str, right: str) -> bool:
    """Whether two sentences are glued: ``negara.Memuji``, not ``KOMPAS.com``."""
    from newskit.text.abbreviations import is_missing_space_boundary  # not loaded where none may be

    return is_missing_space_boundary(left, right)


def _has_capital(word: str) -> bool:
    return word[0].isupper() and (len(word) <= ACRONYM or not word.isupper())


@lru_cache(8)
def _known_stemmer(exact: bool, roots: frozenset[str] | None, protect: frozenset[str]) -> Stemmer:
    """One stemmer for all the batches that a process works on, so that its caches last."""
    return Stemmer(exact, roots, protect)


DEFAULT = _known_stemmer(False, None, frozenset())


def stem(word: str) -> str:
    """The stem of a word out of context: lower case, never empty.

    >>> [stem(word) for word in ("menangis", "penyelidikan", "perbankan", "Bekasi", "meniru-nirukan")]
    ['tangis', 'selidik', 'bank', 'bekasi', 'tiru']

    Raises ValueError for several words.
    """
    if not word.isalpha() and len(word.split()) > 1:
        raise ValueError(f"stem takes one word, not {word[:40]!r}: stem_text stems a text")
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
