"""An article as pieces (words, numbers, marks), each with what news knows of it.

The kind of a piece is one letter, so that a string shows the shape of the text. A capital tells a name inside
a sentence alone; at its start, and in a title, news must know the word by its capital. A text in capitals, or
without any, tells nothing of names: there news decides.
"""

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from newskit.analyses.names.pieces import unglued
from newskit.lexicon import lists, roles, usage
from newskit.lexicon.usage import EVENLY, NEARLY_ALWAYS, Usage
from newskit.stemming.stemmer import stem
from newskit.text.abbreviations import never_ends

PIECE = re.compile(
    r"\d++(?>(?:[.,:/]\d++)*)(?![^\W_])"
    r"|[^\W_]++(?>(?:[-'’`‘&][^\W_]++|(?<=\d)[.,]\d++)*)"
    r"|[^\w\s]"
)
AMOUNT = re.compile(r"(?:rp|usd?)\d|[a-z]+\$")  # Rp12.000, US$
ALIAS = "alias"  # parts two names of one, as a bracket does
NUMBER_GLUED = re.compile(  # 2025sebagai, Pilkada2024, Celsius04.00; not Covid19
    r"(\d++)([^\W\d_]{4,})|([^\W\d_]{4,})((?:19|20)\d\d|\d\d[.:]\d\d)"
)
SITES = (".com", ".co", ".id", ".net", ".org", ".tv")
LONGEST_WORD = 40
ORDINAL = "ke-"  # ke-78
NO_BREAK = "Â"  # what is left of a blank that does not break, read in a wrong encoding
NAME, WORD, DIGITS, FUNCTION, JOINER, PUNCTUATION, SENTENCE_END = "Nwdfj,."
JOINERS = frozenset("& al and bin binti da dan de du el for in la of on the van von".split())  # noqa: SIM905
APOSTROPHES = str.maketrans("’`‘", "'''")
CLITIC = re.compile(r"(?i)(.+)-(?:lah|kah|pun|nya|ku|mu)")
AMBIGUOUS_CAPITALIZED, NAME_IN_LOWERCASE, AMBIGUOUS_FUNCTION = (
    "CnF"  # common words with a capital, a name without: the place settles it
)
ENDS = frozenset('.!?:;"“”‘•')
PARAGRAPH = " • "  # a piece of its own between paragraphs, of the kind SENTENCE_END
IN_TITLE = str.maketrans(
    AMBIGUOUS_CAPITALIZED + NAME_IN_LOWERCASE + AMBIGUOUS_FUNCTION, WORD + WORD + FUNCTION
)
IN_BODY = str.maketrans(AMBIGUOUS_CAPITALIZED + NAME_IN_LOWERCASE, NAME + WORD)
BY_NEWS = str.maketrans(
    AMBIGUOUS_CAPITALIZED + NAME_IN_LOWERCASE + AMBIGUOUS_FUNCTION, WORD + NAME + FUNCTION
)
CAPITAL_HEADLINE = 0.85  # more capitals than this tell nothing of names
UNKNOWN_IS_NAME = 80
USUAL_BURST = 1.2
ASKED = 10  # times as many articles hold what is asked as the question: benar, benarkah
SHORTEST_OWNED = 4  # letters, so that Anya is a name
MEMO = 1 << 16
MOST = 127  # the largest value of a feature
WORD_FEATURES = (
    "idf",  # ten times the logarithm of articles over those that hold the word
    "capitalization_rate",  # share of capitals in news, in per cent
    "burstiness",  # ten times the occurrences in an article that holds the word
    "letters",
    "capitals",  # KPK
    "is_place",
    "is_stem",
    "is_title",
    "is_predicate",
    "person",  # share of the names with it that are people's, in per cent
    "begins",  # share of them that it begins
    "ends",
)
IS_PLACE, IS_TITLE, IS_PREDICATE = map(WORD_FEATURES.index, ("is_place", "is_title", "is_predicate"))
PERSON, BEGINS_NAME, ENDS_NAME = map(WORD_FEATURES.index, ("person", "begins", "ends"))
VERBS = ("me", "di", "ter", "ber")  # what they begin with
PURE = 70  # per cent of capitals in news of what is nothing but a name
PAIRED = 70  # per cent of capitals of a word that may be half of a pair of names


class Word(NamedTuple):
    """What is known of a word wherever it stands, worked out once: its WORD_FEATURES and what follows.

    ``is_office``: a title that no name begins with, ``menteri``, not ``sultan``; ``is_pure``: a name and
    nothing else, ``Sri``, not ``Keuangan``; ``is_body``: a club or party, ``Persebaya``.
    """

    written: str
    stem: str = ""
    capitalization_rate: int = 0
    facts: tuple[int, ...] = ()
    is_title: bool = False
    is_office: bool = False
    is_pure: bool = False
    is_body: bool = False


class Form(NamedTuple):
    """A piece: in lower case, its kind, and the word that it is."""

    lower: str
    kind: str
    word: Word


class TokenCache(dict[str, tuple[Form, ...]]):
    """The pieces of each run of letters and marks between blanks that was met so far.

    ``table`` tells how news, or the user's own corpus, uses a word; ``stopwords`` are the user's.
    """

    def __init__(self, table: Mapping[str, Usage], stopwords: frozenset[str]) -> None:
        super().__init__()
        self.table, self.stopwords = table, stopwords
        self.titles, self.bodies = lists.word_list("lexicon/titles"), lists.word_list("lexicon/bodies")
        self.titles_in_names = lists.word_list("lexicon/titles_in_names")
        self.predicates = lists.word_list("lexicon/predicates")
        self.articles = max((use.document_frequency for use in table.values()), default=1)
        self.known: dict[str, Form] = {}  # by piece: most runs are one with a mark

    def __missing__(self, chunk: str) -> tuple[Form, ...]:
        if len(self) > MEMO:
            self.clear()
        if chunk.isalpha() and chunk[-1] != NO_BREAK:  # most are; the pattern takes longer
            forms: tuple[Form, ...] = tuple(map(self.form, self.parts(chunk)))
        elif chunk[-1] == NO_BREAK and chunk != NO_BREAK:
            forms = self[chunk[:-1]]
        elif chunk[-1] in ",." and chunk[:-1].isalpha() and not never_ends(chunk[:-1]):
            forms = (*self[chunk[:-1]], self.form(chunk[-1]))
        elif chunk.rstrip(".,)\"'”").lower().endswith(SITES) or "$" in chunk:
            forms = (Form(chunk, PUNCTUATION, Word(chunk)),)
        else:
            pieces = [part for piece in PIECE.findall(chunk) for part in self.parts(piece)]
            if pieces[1:] and pieces[-1] == "." and never_ends(pieces[-2]):  # Kab. Bandung
                pieces[-2:] = [f"{pieces[-2]}."]
            forms = tuple(map(self.form, pieces))
        if len(chunk) <= LONGEST_WORD:
            self[chunk] = forms
        return forms

    def parts(self, piece: str) -> Sequence[str]:
        """A piece without its clitic (``Prabowo-lah``), the halves of two names (``Anies-Cak Imin``).

        Two places are one: ``tol Jakarta-Cikampek``.
        """
        if "-" not in piece:
            return self.without_number(piece) or unglued(piece) or (piece,) if len(piece) > 4 else (piece,)
        if without := CLITIC.fullmatch(piece):
            return (without[1],)
        left, _, right = piece.partition("-")
        halves = left.lower(), right.lower()
        if "-" in right or min(len(left), len(right)) < 3:
            return (piece,)
        names = all(half[0].isupper() for half in (left, right)) and not piece.isupper()
        rates = map(self.capitalization_rate, halves)
        if not names or any(rate < PAIRED for rate in rates) or all(map(is_place, halves)):
            return (piece,)
        return left, "-", right

    def without_number(self, piece: str) -> Sequence[str]:
        """A number and the known words that lost the blank between them: ``2025``, ``sebagai``."""
        if not (piece[0].isdigit() or piece[-1].isdigit()) or not (halves := NUMBER_GLUED.fullmatch(piece)):
            return ()
        number, word = sorted(filter(None, halves.groups()))
        words = unglued(word) or (word,)
        if not all(part.lower() in self.table for part in words):
            return ()
        return (number, *words) if piece[0].isdigit() else (*words, number)

    def form(self, written: str) -> Form:
        """What is known of one piece."""
        if len(written) > LONGEST_WORD:
            return self._form(written)
        if written not in self.known:
            if len(self.known) > MEMO:
                self.known.clear()
            self.known[written] = self._form(written)
        return self.known[written]

    def _form(self, written: str) -> Form:
        lower = written.lower()
        if not lower.isascii():
            lower = lower.translate(APOSTROPHES)
        if lower in JOINERS or (len(written.rstrip(".")) == 1 and written[0].isupper()):
            rate = self.capitalization_rate(lower)
            facts = self.facts(written, lower, rate, lower)
            title = bool(facts[IS_TITLE])
            return Form(lower, JOINER, Word(written, lower, rate, facts, title, title, rate >= PURE))
        if not written[0].isalnum() or lower == ALIAS or written[-1] == "." or len(written) > LONGEST_WORD:
            return Form(lower, SENTENCE_END if written in ENDS else PUNCTUATION, Word(written))
        count = lower.removeprefix(ORDINAL)
        number = count[0].isdigit() and not any(map(str.isalpha, count))
        amount = not lower.isalpha() and AMOUNT.match(lower)
        if lower in self.stopwords or amount or (len(lower) < 2 and not number):
            return Form(lower, FUNCTION, Word(written))
        rate, capital = self.capitalization_rate(lower), not written[0].islower() or not written.islower()
        if number:
            kind = DIGITS if len(count) <= 4 else FUNCTION
        elif is_function(lower):
            if not capital or rate >= EVENLY:
                return Form(lower, FUNCTION, Word(written))
            kind = AMBIGUOUS_FUNCTION
        elif capital:
            kind = NAME if rate >= EVENLY else AMBIGUOUS_CAPITALIZED
        else:
            kind = NAME_IN_LOWERCASE if rate >= EVENLY else WORD
        root = stem(lower)
        facts = self.facts(written, lower, rate, root)
        title, pure = bool(facts[IS_TITLE]), rate >= PURE and root == lower
        office, body = title and lower not in self.titles_in_names, lower in self.bodies
        return Form(lower, kind, Word(written, root, rate, facts, title, office, pure, body))

    def capitalization_rate(self, lower: str) -> int:
        """How often news writes a word with a capital, in per cent."""
        use = self.table.get(lower)
        if use:
            rate = use.capitalization_rate
            return rate if rate < 100 else 100
        return 0 if lower.endswith("kan") and stem(lower) != lower else UNKNOWN_IS_NAME  # Resmikan

    def facts(self, written: str, lower: str, rate: int, root: str) -> tuple[int, ...]:
        """The ``WORD_FEATURES`` of a word, whole numbers up to MOST."""
        use = self.table.get(lower)
        return (
            _rarity(use.document_frequency if use else 0, self.articles),
            rate,
            _burst(burstiness().get(lower, USUAL_BURST)),
            len(lower),
            written.isupper(),
            is_place(lower),
            root == lower,
            lower in self.titles,
            lower in self.predicates or (root != lower and _is_verb(lower, root)),
            *roles.of(lower),
        )


def _is_verb(lower: str, root: str) -> bool:
    """Whether a word has the affixes of a verb: ``tewaskan``, ``ungguli``, not ``penembakan``, ``gerakan``.

    >>> [_is_verb(*pair) for pair in (("tewaskan", "tewas"), ("gerakan", "gerak"), ("masukkan", "masuk"))]
    [True, False, True]
    """
    if lower.startswith(VERBS) or lower == f"{root}i":
        return True
    return lower.endswith("kan") and (lower.endswith("kkan") or not root.endswith("k"))


@cache
def _rarity(documents: int, articles: int) -> int:
    return min(round(10 * math.log((articles + 1) / (documents + 1))), MOST)


@cache
def _burst(times: float) -> int:
    return min(round(10 * times), MOST)


def is_place(lower: str) -> bool:
    """Whether a word is a place of the lists."""
    return lower in _places()


@cache
def _places() -> frozenset[str]:
    return lists.word_list("lexicon/places") | lists.word_list("lexicon/regions")


def is_function(lower: str) -> bool:
    """Whether a word is no keyword: a function word, one with -nya (whose) or -kah (a question).

    >>> is_function("tetapi"), is_function("rumahnya"), is_function("kenya")
    (True, True, False)
    >>> is_function("benarkah"), is_function("langkah"), is_function("paskah")
    (True, False, False)
    """
    if lower in lists.word_list("lexicon/stopwords"):
        return True
    if not lower.endswith(("nya", "kah")) or len(lower) <= SHORTEST_OWNED:
        return False
    use, stem = usage.words().get(lower), usage.words().get(lower[:-3])
    if not stem or (use and use.capitalization_rate >= NEARLY_ALWAYS):
        return False
    often = use.document_frequency if use else 0
    return lower.endswith("nya") or stem.document_frequency > ASKED * often


@cache
def burstiness() -> Mapping[str, float]:
    """How often a word stands in an article of news that holds it, where that is often."""
    return lists.weights("lexicon/burstiness")


class TaggedText(NamedTuple):
    """A title and a body as pieces, place by place; ``tags`` has the letter of each piece's kind."""

    lower: tuple[str, ...]
    tags: str
    words: tuple[Word, ...]
    title: int  # pieces of the title


def read(title: str, paragraphs: Sequence[str], memo: TokenCache) -> TaggedText:
    """The pieces of an article and their kinds; paragraphs end sentences."""
    after = sum(map(len, map(memo.__getitem__, title.split())))
    text = PARAGRAPH.join((title, *paragraphs, PARAGRAPH))
    forms = chain.from_iterable(map(memo.__getitem__, text.split()))
    lower, kinds, words = zip(*forms, strict=False)
    raw = "".join(kinds)
    capitals, small = (
        raw.count(NAME) + raw.count(AMBIGUOUS_CAPITALIZED),
        raw.count(WORD) + raw.count(NAME_IN_LOWERCASE),
    )
    if not capitals or capitals > CAPITAL_HEADLINE * (capitals + small):
        tags = raw.translate(BY_NEWS)
    else:
        body = raw[after:].replace(
            SENTENCE_END + AMBIGUOUS_CAPITALIZED, SENTENCE_END + WORD
        )  # a sentence begins with a capital anyway
        body = body.translate(IN_BODY).replace(NAME + AMBIGUOUS_FUNCTION, NAME + NAME)  # Selandia Baru
        tags = raw[:after].translate(IN_TITLE) + body.replace(AMBIGUOUS_FUNCTION, FUNCTION)
    return TaggedText(lower, tags, words, after)


def is_known(reading: TaggedText, place: int, phrase: str = "") -> bool:
    """Whether news knows each word of a phrase as a name: ``Joko Widodo``, not ``Menteri Pertahanan``."""
    return all(
        word.capitalization_rate >= EVENLY for word in reading.words[place : place + phrase.count(" ") + 1]
    )


def is_predicate(reading: TaggedText, place: int) -> bool:
    """Whether a word tells what happens or how something is: ``melawan``, ``pingsan``.

    With a capital, too, as in a headline, but where it is known in names: ``Kereta Cepat``.
    """
    facts = reading.words[place].facts
    if not facts or not facts[IS_PREDICATE]:
        return False
    return reading.tags[place] == WORD or facts[PERSON:] == roles.UNKNOWN
