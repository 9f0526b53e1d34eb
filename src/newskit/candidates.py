"""The words and phrases of an article that may be keywords, each with plain features that tell how likely.

A candidate is a content word, or a run of them within a sentence, that recurs, stands in the title or is a
name. A capital tells a name inside a sentence alone; at its start, and in a title, news must know the word by
its capital. A text in capitals, or without any, tells nothing of names: there news decides.
"""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from heapq import nlargest
from itertools import chain
from operator import itemgetter, mul
from typing import NamedTuple

from newskit import lexicon
from newskit.lexicon import Usage
from newskit.stem import stem

PIECE = re.compile(r"\d++(?:[.,:/]\d++)*+(?![^\W_])|[^\W_]++(?:[-'’&][^\W_]++)*+|[^\w\s]")
SITES = (".com", ".co", ".id", ".net", ".org", ".tv")
LONGEST_WORD = 40

# Kinds of pieces: one letter each, so that a string shows the shape of the text
NAME, WORD, DIGITS, FUNCTION, MARK, END = "Nwdf,."
RAISED, LOWERED = "Cn"  # a common word with a capital, a name without: to be settled by the place
ENDS = frozenset('.!?:;"“”‘•')
OPENING = re.compile(rf"(?:(?<=^)|(?<=[{END}])){RAISED}")
CONTENT = NAME + WORD
PHRASE = re.compile(f"[{NAME}{WORD}][{NAME}{WORD}{DIGITS}]+")
IN_TITLE = str.maketrans(RAISED + LOWERED, WORD + WORD)
IN_BODY = str.maketrans(RAISED + LOWERED, NAME + WORD)
BY_NEWS = str.maketrans(RAISED + LOWERED, WORD + NAME)
CAPITAL_HEADLINE = 0.85  # more capitals than this tell nothing of names
UNKNOWN_IS_NAME = 0.8
USUAL_BURST = 1.2
MEMO = 1 << 16
EARLY = 100  # pieces of the body within which a name need not recur
MOST = 24  # candidates that are looked at closely

FEATURES = (
    "words",
    "count",
    "in_title",
    "in_lede",
    "earliness",  # sum over its places of 1 / log(2 + place)
    "first",  # pieces before it in the body
    "last",
    "runs_on_left",  # share of places where a content word precedes
    "runs_on_right",
    "whole_name",  # share of places where no name adjoins
    "left_variety",  # share of distinct words before it
    "right_variety",
    "within",  # count of the most frequent longer phrase, over its own
    "given_first",  # its count over its first word's
    "given_last",
    "rarity",
    "rarity_first",
    "rarity_least",
    "name",  # share of places where its first word is a name
    "usual_first",  # share of capitals in news
    "usual_last",
    "all_capitals",
    "letters",
    "letters_least",
    "stems_in_title",
    "title_place",
    "title_share",
    "ending_first",
    "ending_last",
    "possessed",
    "burst_least",  # occurrences in an article that holds the word
    "burst_most",
    "article_words",
    "weight",  # count times rarity
)


class Form(NamedTuple):
    """What is known of a piece as it is written: its kind and lower case, then what news knows of it."""

    lower: str
    kind: str
    rarity: float = 0.0
    usual: float = 0.0  # share of capitals in news
    stem: str = ""
    ending: int = 0
    possessed: float = 0.0  # how often with -nya, as nouns are
    all_capitals: bool = False
    burst: float = 0.0
    written: str = ""


class Forms(dict[str, tuple[Form, ...]]):
    """The pieces of each run of letters and marks between blanks that was met so far.

    ``table`` tells how news, or the user's own corpus, uses a word; ``stopwords`` are no keywords.
    """

    def __init__(self, table: Mapping[str, Usage], stopwords: frozenset[str]) -> None:
        super().__init__()
        self.table, self.stopwords = table, stopwords
        self.articles = max((use.documents for use in table.values()), default=1)

    def __missing__(self, chunk: str) -> tuple[Form, ...]:
        if len(self) > MEMO:
            self.clear()
        if chunk.rstrip(".,)\"'”").lower().endswith(SITES):
            forms: tuple[Form, ...] = (Form(chunk, MARK),)
        else:
            forms = tuple(map(self.form, PIECE.findall(chunk)))
        if len(chunk) <= LONGEST_WORD:
            self[chunk] = forms
        return forms

    def form(self, written: str) -> Form:
        """What is known of one piece."""
        lower = written.lower()
        if not written[0].isalnum() or len(written) > LONGEST_WORD:
            return Form(lower, END if written in ENDS else MARK, written=written)
        if lower in self.stopwords or len(lower) < 2:
            return Form(lower, FUNCTION, written=written)
        if written[0].isdigit() and not any(map(str.isalpha, written)):
            return Form(lower, DIGITS if len(written) <= 4 else FUNCTION, 4.0, written=written, stem=lower)
        use, owned = self.table.get(lower), self.table.get(lower + "nya")
        documents = use.documents if use else 0
        usual = use.capital / 100 if use else UNKNOWN_IS_NAME
        capital = not written[0].islower() or not written.islower()
        return Form(
            lower,
            (NAME if usual >= 0.5 else RAISED) if capital else (LOWERED if usual >= 0.5 else WORD),
            math.log((self.articles + 1) / (documents + 1)),
            usual,
            stem(lower),
            ending(lower),
            owned.documents / (documents + 5) if owned else 0.0,
            written.isupper(),
            bursts().get(lower, USUAL_BURST),
            written,
        )


@cache
def bursts() -> Mapping[str, float]:
    """How often a word stands in an article of news that holds it, where that is often."""
    return lexicon.weights("keywords_bursts")


AFFIX = re.compile(
    r"(\w+nya)|(me(?:[mnlrwy]|ng)\w+)|(di\w{4,})|(ber\w{3,})|(ter\w{4,})|(pe\w{3,}an)|(ke\w{3,}an)|(pe\w{4,})"
    r"|(\w{4,}an)|(\w{4,}(?:kan|i))|(\w+(?:asi|isme|itas))"
)


def ending(word: str) -> int:
    """The affixes of a word as a number, 0 for none: verbs are seldom tags, ``pe-an`` nouns often."""
    found = AFFIX.fullmatch(word)
    return found.lastindex or 0 if found else 0


class Reading(NamedTuple):
    """A title and a body as pieces, place by place; ``shape`` has the letter of each piece's kind."""

    forms: list[Form]
    lower: list[str]
    shape: str
    title: int  # pieces of the title
    lede: int  # where the lede ends
    counts: Counter[str]


BREAK = (Form("\n", END),)


def read(title: str, paragraphs: Sequence[str], memo: Forms) -> Reading:
    """The pieces of an article and their kinds."""
    parts = [
        [*chain.from_iterable(map(memo.__getitem__, part.split())), *BREAK] for part in (title, *paragraphs)
    ]
    forms = [*chain.from_iterable(parts), *BREAK]
    after = len(parts[0])
    raw = "".join(map(itemgetter(1), forms))
    capitals, small = raw.count(NAME) + raw.count(RAISED), raw.count(WORD) + raw.count(LOWERED)
    if not capitals or capitals > CAPITAL_HEADLINE * (capitals + small):
        shape = raw.translate(BY_NEWS)
    else:
        body = OPENING.sub(WORD, raw[after:])
        shape = raw[:after].translate(IN_TITLE) + body.translate(IN_BODY)
    lede = after + len(parts[1]) if len(parts) > 1 else after
    lower = list(map(itemgetter(0), forms))
    return Reading(forms, lower, shape, after - 1, lede, Counter(lower))


def places(reading: Reading, max_words: int) -> dict[str, list[int]]:
    """The candidates, in lower case, with the places where they begin."""
    lower, shape, title = reading.lower, reading.shape, reading.title
    early = title + EARLY
    counts = reading.counts
    found: dict[str, list[int]] = {}
    for place, word, kind in zip(range(len(lower)), lower, shape, strict=True):
        if kind in CONTENT and (counts[word] > 1 or (kind == NAME and title < place < early)):
            if word in found:
                found[word].append(place)
            else:
                found[word] = [place]
    found |= _phrases(reading, max_words)
    most = longer([phrase for phrase in found if " " in phrase], found)
    return {phrase: at for phrase, at in found.items() if " " in phrase or most.get(phrase, 0) < len(at)}


def _phrases(reading: Reading, max_words: int) -> dict[str, list[int]]:
    """The phrases that recur, or stand early in the body as a name."""
    lower, shape, title, early = reading.lower, reading.shape, reading.title, reading.title + EARLY
    counts = reading.counts
    found: dict[str, list[int]] = {}
    for run in PHRASE.finditer(shape):
        start, end = run.span()
        often = [counts[word] > 1 for word in lower[start:end]]
        for place in range(start, end - 1):
            if not (often[place - start] or place < title or (place < early and shape[place] == NAME)):
                continue
            key = lower[place]
            for last in range(place + 1, min(place + max_words, end)):
                if not (often[last - start] or place < title or (place < early and shape[last] == NAME)):
                    break
                key += " " + lower[last]
                if key in found:
                    found[key].append(place)
                else:
                    found[key] = [place]
    return {key: at for key, at in found.items() if len(at) > 1 or _stands_once(reading, at[0], key)}


def _stands_once(reading: Reading, place: int, phrase: str) -> bool:
    """Whether a phrase that stands once is worth it: a name early in the body."""
    if not reading.title < place < reading.title + EARLY:
        return False
    return WORD not in reading.shape[place : place + phrase.count(" ") + 1]


def longer(candidates: Iterable[str], counts: Mapping[str, list[int]]) -> dict[str, int]:
    """For each part of a candidate, the count of the most frequent candidate around it."""
    most: dict[str, int] = {}
    for phrase in candidates:
        words = phrase.split(" ")
        size, count = len(words), len(counts[phrase])
        for width in range(1, size):
            for start in range(size - width + 1):
                part = " ".join(words[start : start + width]) if width > 1 else words[start]
                if most.get(part, 0) < count:
                    most[part] = count
    return most


FAR = 2_000
COUNTS = [math.log(n) if n else 0.0 for n in range(50)]


@cache
def _nearness() -> list[float]:
    return [1 / math.log(2 + place) for place in range(FAR)]


PROMISE = ("always", "count", "in_title", "rarity", "name", "near", "words", "rare_count")


def promise(reading: Reading, candidates: Mapping[str, list[int]]) -> Iterator[tuple[float, ...]]:
    """A row of ``PROMISE`` for each candidate: what is cheap to tell of it."""
    forms, title, shape, nearness, far = reading.forms, reading.title, reading.shape, _nearness(), FAR
    for phrase, at in candidates.items():
        first = at[0]
        count = COUNTS[len(at)] if len(at) < 50 else 4.0
        rarity = forms[first].rarity
        titled = first < title
        near = at[1] if titled and len(at) > 1 else first
        yield (
            1.0,
            count,
            titled,
            rarity,
            shape[first] == NAME,
            nearness[near] if near < far else 0.1,
            (" " in phrase),
            count * rarity,
        )


def promising(reading: Reading, candidates: Mapping[str, list[int]]) -> list[str]:
    """The candidates that are worth a closer look."""
    if len(candidates) <= MOST:
        return list(candidates)
    weights = _weights()
    values = [sum(map(mul, weights, row)) for row in promise(reading, candidates)]
    return [phrase for _, phrase in nlargest(MOST, zip(values, candidates, strict=True))]


@cache
def _weights() -> list[float]:
    table = lexicon.weights("keywords")
    return [table[name] for name in PROMISE]


def _of_words(own: Sequence[Form], in_title: Set[str]) -> tuple[float, float, int, float, float, float]:
    """Mean and least rarity, least letters, share of stems in the title, least and most burst of a phrase."""
    if len(own) == 1:
        form = own[0]
        return form.rarity, form.rarity, len(form.lower), form.stem in in_title, form.burst, form.burst
    rare, burst = [form.rarity for form in own], [form.burst for form in own]
    known = sum([form.stem in in_title for form in own])
    return (
        sum(rare) / len(own),
        min(rare),
        min([len(form.lower) for form in own]),
        known / len(own),
        min(burst),
        max(burst),
    )


def rows(reading: Reading, candidates: Mapping[str, list[int]]) -> dict[str, list[float]]:
    """A row of ``FEATURES`` for each promising candidate."""
    forms, lower, shape, title, lede, counts = reading
    outer = longer([phrase for phrase in candidates if " " in phrase], candidates)
    in_title = {form.stem for form in forms[:title] if form.stem}
    size, nearness, far = len(forms), _nearness(), FAR
    result = {}
    for phrase in promising(reading, candidates):
        at = candidates[phrase]
        k, n, first = phrase.count(" ") + 1, len(at), at[0]
        head, tail = forms[first], forms[first + k - 1]
        rarity, least, shortest, known, bursting, most = _of_words(forms[first : first + k], in_title)
        in_heading = bisect_left(at, title)
        before = "".join([shape[i - 1] for i in at])
        after = "".join([shape[i + k] for i in at])
        titled = first < title
        body = at[in_heading] if in_heading < n else 0
        result[phrase] = [
            k,
            n,
            in_heading,
            bisect_left(at, lede) - in_heading,
            sum([nearness[i] if i < far else 0.1 for i in at]),
            min(body - title, 300) if body else 999,
            at[-1] / size,
            (before.count(NAME) + before.count(WORD)) / n,
            (after.count(NAME) + after.count(WORD)) / n,
            sum([b != NAME != a for b, a in zip(before, after, strict=True)]) / n,
            len({lower[i - 1] for i in at}) / n if n > 1 else 1,
            len({lower[i + k] for i in at}) / n if n > 1 else 1,
            outer.get(phrase, 0) / n,
            n / counts[head.lower],
            n / counts[tail.lower],
            rarity,
            head.rarity,
            least,
            sum([shape[i] == NAME for i in at]) / n,
            head.usual,
            tail.usual,
            head.all_capitals,
            len(phrase),
            shortest,
            known,
            first / title if titled else 1.5,
            k / title if titled else 0,
            head.ending,
            tail.ending,
            head.possessed,
            bursting,
            most,
            size,
            n * rarity,
        ]
    return result
