"""What can be said of a candidate by where it stands and what stands around it, as whole numbers."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import log2

from newskit.analyses.tagging import DIGITS, MOST, NAME, WORD, WORD_FEATURES, TaggedText, Word
from newskit.lexicon import lists
from newskit.lexicon.phrases import phrases

NEVER = 1 << 60  # where a phrase of the title alone stands in the body
LOCATIVE_PREPOSITIONS = frozenset({"di", "ke", "dari"})  # what follows is mostly a place
STANDS = (  # where it stands, and what it is; whole numbers up to MOST, shares in per cent
    "in_title",  # how many of its first and last words have their stem there, and 3 where it stands there
    "name_words",  # share of its words that are names
    "count",
    "first",  # half the pieces of the body before it
    "last",  # where in the article it stands last
    "words",
    "letters",
    "heading",  # pieces of the title before it
    "in_lede",
    "known",  # of phrases: ten times the logarithm of articles of news that hold it
    "number",  # of its last word: 1 a number, 2 a year
    "size",  # of the article
)
AMONG = (  # how it stands to other candidates
    "share",  # of the places of the most frequent candidate
    "earlier",  # candidates of its kind that stand before it, at most MOST
    "within",  # count of the longer candidate that holds it most often, share of its own
    "holds",  # count of the most frequent candidate that it holds, its own taken off
    "others_head",  # places of its first word without it
    "others_tail",
)
BESIDE = (  # what stands on both sides
    "runs_on_left",  # share of places where a content word precedes
    "runs_on_right",
    "names_left",
    "names_right",
    "left_variety",  # distinct pieces before it
    "titles_left",  # share of places where a title precedes
    "at",  # share of places after di, ke, dari
    "brackets",  # 1 where it stands in brackets, 2 before some, 3 both
    "speaks",  # share of places beside a word like kata, mengatakan
    "listed_left",  # share of places after a comma or dan that follows a name
    "listed_right",
)
POSITION_FEATURES = (*STANDS, *AMONG, *BESIDE)
FEATURES = (
    *POSITION_FEATURES,
    *(f"{fact}_first" for fact in WORD_FEATURES),
    *(f"{fact}_last" for fact in WORD_FEATURES),
)
FIRST_WORD, LAST_WORD = (
    len(POSITION_FEATURES),
    len(POSITION_FEATURES) + len(WORD_FEATURES),
)  # where the facts of each begin
CONTENT = frozenset({NAME, WORD})
LISTS = frozenset({",", "dan"})
LEDE = 45  # pieces


def described(
    reading: TaggedText, candidates: Mapping[str, Sequence[int]]
) -> Iterator[tuple[Word, Word, tuple[int, ...]]]:
    """For each candidate its first and last words where it is most a name, and its POSITION_FEATURES."""
    tags, words = reading.tags, reading.words
    in_title = {word.stem for word in words[: reading.title]}
    in_title.discard("")
    among = _among(reading, candidates)
    for phrase, at in candidates.items():
        k, n, first = phrase.count(" ") + 1, len(at), at[0]
        best = first
        if n > 1 and NAME * k != tags[first : first + k]:
            best = max(at, key=lambda place: tags[place : place + k].count(NAME))
        head, tail = words[best], words[best + k - 1]
        stands = _stands(reading, phrase, at, k)
        titled = 3 * (first < reading.title) + (head.stem in in_title) + (tail.stem in in_title)
        beside = _beside_one(reading, first, first + k) if n == 1 else _beside(reading, at, k)
        named = 100 * tags[best : best + k].count(NAME) // k
        yield head, tail, (titled, named, *stands, *next(among), *beside)


def _stands(reading: TaggedText, phrase: str, at: Sequence[int], k: int) -> tuple[int, ...]:
    """The values of ``STANDS`` of a candidate of k words but for the first two."""
    n, first, title, size = len(at), at[0], reading.title, len(reading.lower)
    in_body = first
    if first < title:
        in_heading = bisect_left(at, title)
        in_body = at[in_heading] if in_heading < n else NEVER
    lede = title + LEDE
    in_lede = title <= first < lede if n == 1 else bisect_left(at, lede) - bisect_left(at, title)
    letters, articles = len(phrase), phrases().get(phrase)
    year = reading.tags[first + k - 1] == DIGITS
    return (
        n if n < MOST else MOST,
        (in_body - title) // 2 if in_body < title + 2 * MOST else MOST,
        100 * at[-1] // size,
        k,
        letters if letters < MOST else MOST,
        first if first < MOST else MOST,
        in_lede if in_lede < MOST else MOST,
        min(int(10 * log2(articles)), MOST) if articles else 0,
        year + (year and len(reading.lower[first + k - 1]) == 4),
        size // 8 if size < 8 * MOST else MOST,
    )


def _among(reading: TaggedText, candidates: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """The values of ``AMONG`` of each candidate."""
    counts = Counter(reading.lower)
    most = max(map(len, candidates.values()), default=1)
    earlier = _earlier(candidates, reading.tags)
    within, holds = _nested(candidates)
    for phrase, at in candidates.items():
        n, first = len(at), at[0]
        head = counts[reading.lower[first]] - n
        tail = counts[reading.lower[first + phrase.count(" ")]] - n
        yield (
            100 * n // most,
            earlier[phrase],
            min(100 * within[phrase] // n, 100) if phrase in within else 0,
            max(0, min(holds[phrase] - n, MOST)) if phrase in holds else 0,
            head if 0 <= head <= MOST else MOST * (head > 0),
            tail if 0 <= tail <= MOST else MOST * (tail > 0),
        )


def _beside_one(reading: TaggedText, start: int, end: int) -> tuple[int, ...]:
    """What ``_beside`` tells of a candidate that stands once."""
    lower, tags, words, _ = reading
    before, after, left, right = lower[start - 1], lower[end], tags[start - 1], tags[end]
    return (
        100 * (left in CONTENT),
        100 * (right in CONTENT),
        100 * (left == NAME),
        100 * (right == NAME),
        100,
        100 * words[start - 1].is_title,
        100 * (before in LOCATIVE_PREPOSITIONS),
        (before == "(") + 2 * (after == "("),
        100 * (before in says() or after in reports()),
        100 * (before in LISTS and tags[start - 2] == NAME),
        100 * (after in LISTS and tags[end + 1] == NAME),
    )


def _beside(reading: TaggedText, at: Sequence[int], k: int) -> tuple[int, ...]:
    """The values of ``BESIDE`` of a candidate of k words."""
    lower, tags, words, _ = reading
    n = len(at)
    before, after = [lower[i - 1] for i in at], [lower[i + k] for i in at]
    left, right = [tags[i - 1] for i in at], [tags[i + k] for i in at]
    names_left, names_right = left.count(NAME), right.count(NAME)
    quoting, reporting = says(), reports()
    speaks = sum([a in quoting or b in reporting for a, b in zip(before, after, strict=True)])
    return (
        100 * (names_left + left.count(WORD)) // n,
        100 * (names_right + right.count(WORD)) // n,
        100 * names_left // n,
        100 * names_right // n,
        100 * len({*before}) // n,
        100 * sum([words[i - 1].is_title for i in at]) // n,
        100 * sum([word in LOCATIVE_PREPOSITIONS for word in before]) // n,
        ("(" in before) + 2 * ("(" in after),
        100 * speaks // n,
        100 * sum([word in LISTS and tags[i - 2] == NAME for i, word in zip(at, before, strict=True)]) // n,
        100
        * sum([word in LISTS and tags[i + k + 1] == NAME for i, word in zip(at, after, strict=True)])
        // n,
    )


@cache
def says() -> frozenset[str]:
    """Words like ``kata``, which stand before a speaker."""
    return lists.word_list("lexicon/quotative_words")


@cache
def reports() -> frozenset[str]:
    """Verbs like ``mengatakan``, which stand after a speaker."""
    return lists.word_list("lexicon/reporting_verbs")


def _earlier(candidates: Mapping[str, Sequence[int]], tags: str) -> dict[str, int]:
    """How many candidates of a kind, names or others, stand before each."""
    seen = {True: 0, False: 0}
    found = {}
    for phrase, at in sorted(candidates.items(), key=lambda one: one[1][0]):
        kind = tags[at[-1]] == NAME
        found[phrase] = min(seen[kind], MOST)
        seen[kind] += 1
    return found


def _nested(candidates: Mapping[str, Sequence[int]]) -> tuple[dict[str, int], dict[str, int]]:
    """For a candidate the most places of one that holds it, and of one that it holds."""
    within: dict[str, int] = {}
    holds: dict[str, int] = {}
    for phrase, at in candidates.items():
        if " " not in phrase:
            continue
        times, parts = len(at), phrase.split(" ")
        if len(parts) > 2:
            parts += phrase.rpartition(" ")[0], phrase.partition(" ")[2]
        most = 0
        for part in parts:
            if part in candidates:
                if within.get(part, 0) < times:
                    within[part] = times
                if len(candidates[part]) > most:
                    most = len(candidates[part])
        if most:
            holds[phrase] = most
    return within, holds
