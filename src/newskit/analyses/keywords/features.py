"""What can be said of a candidate by where it stands and what stands around it, as whole numbers."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from math import log2

from newskit.analyses.tagging import DIGITS, FACTS, IS_TITLE, MOST, NAME, WORD, Reading, Word
from newskit.lexicon import lists
from newskit.lexicon.phrases import phrases

NEVER = 1 << 60  # where a phrase of the title alone stands in the body
AT = frozenset({"di", "ke", "dari"})  # what follows is mostly a place
PLACED = (  # whole numbers up to MOST; shares are in per cent
    "count",
    "first",  # half the pieces of the body before it
    "last",  # where in the article it stands last
    "words",
    "letters",
    "in_title",  # how many of its first and last words have their stem there, and 3 where it stands there
    "name_words",  # share of its words that are names
    "runs_on_left",  # share of places where a content word precedes
    "runs_on_right",
    "names_left",
    "names_right",
    "left_variety",  # distinct pieces before it
    "titles_left",  # share of places where a title precedes
    "at",  # share of places after di, ke, dari
    "brackets",  # 1 where it stands in brackets, 2 before some, 3 both
    "others_head",  # places of its first word without it
    "others_tail",
    "speaks",  # share of places beside a word like kata, mengatakan
    "known",  # of phrases: ten times the logarithm of articles of news that hold it
    "number",  # of its last word: 1 a number, 2 a year
    "size",  # of the article
    "in_lede",
    "share",  # of the places of the most frequent candidate
    "earlier",  # candidates of its kind that stand before it, at most MOST
    "within",  # count of the longer candidate that holds it most often, share of its own
    "holds",  # count of the most frequent candidate that it holds, its own taken off
    "listed_left",  # share of places after a comma or dan that follows a name
    "listed_right",
    "heading",  # pieces of the title before it
)
FEATURES = (*PLACED, *(f"{fact}_first" for fact in FACTS), *(f"{fact}_last" for fact in FACTS))
FIRST_WORD, LAST_WORD = len(PLACED), len(PLACED) + len(FACTS)  # where the facts of each begin
LISTS = frozenset({",", "dan"})
LEDE = 45  # pieces


def described(
    reading: Reading, candidates: Mapping[str, Sequence[int]]
) -> Iterator[tuple[Word, Word, tuple[int, ...]]]:
    """For each candidate its first and last words, where it is most a name, and its values of ``PLACED``."""
    lower, shape, words, title = reading
    in_title = {word.stem for word in words[:title] if word.stem}
    size = len(lower)
    counts: dict[str, int] = {}
    for word in lower:
        counts[word] = counts.get(word, 0) + 1
    says, reports = lists.word_list("lexicon/quotative_words"), lists.word_list("lexicon/reporting_verbs")
    known = phrases()
    most = max(map(len, candidates.values()), default=1)
    earlier = _earlier(candidates, shape)
    within, holds = _nested(candidates)
    for phrase, at in candidates.items():
        k, n, first = phrase.count(" ") + 1, len(at), at[0]
        best = max(at, key=lambda place: shape[place : place + k].count(NAME)) if n > 1 else first
        head, tail = words[best], words[best + k - 1]
        titled = first < title
        if titled:
            in_heading = bisect_left(at, title)
            first = at[in_heading] if in_heading < n else NEVER
        before = [lower[i - 1] for i in at]
        after = [lower[i + k] for i in at]
        left = [shape[i - 1] for i in at]
        right = [shape[i + k] for i in at]
        names_left, names_right = left.count(NAME), right.count(NAME)
        last_word = lower[at[0] + k - 1]
        year = shape[at[0] + k - 1] == DIGITS
        speaks = sum(a in says or b in reports for a, b in zip(before, after, strict=True))
        titles = sum(bool(words[i - 1].facts and words[i - 1].facts[IS_TITLE]) for i in at)
        yield (
            head,
            tail,
            (
                min(n, MOST),
                (first - title) // 2 if first < title + 2 * MOST else MOST,
                100 * at[-1] // size,
                k,
                min(len(phrase), MOST),
                3 * titled + (head.stem in in_title) + (tail.stem in in_title),
                100 * shape[best : best + k].count(NAME) // k,
                100 * (names_left + left.count(WORD)) // n,
                100 * (names_right + right.count(WORD)) // n,
                100 * names_left // n,
                100 * names_right // n,
                100 * len({*before}) // n if n > 1 else 100,
                100 * titles // n,
                100 * sum(word in AT for word in before) // n,
                ("(" in before) + 2 * ("(" in after),
                max(0, min(counts[lower[at[0]]] - n, MOST)),
                max(0, min(counts[last_word] - n, MOST)),
                100 * speaks // n,
                min(int(10 * log2(known[phrase])), MOST) if phrase in known else 0,
                year + (year and len(last_word) == 4),
                min(size // 8, MOST),
                min(bisect_left(at, title + LEDE) - bisect_left(at, title), MOST),
                100 * n // most,
                earlier[phrase],
                min(100 * within.get(phrase, 0) // n, 100),
                max(0, min(holds.get(phrase, n) - n, MOST)),
                100 * sum(shape[i - 2] == NAME and lower[i - 1] in LISTS for i in at) // n,
                100 * sum(shape[i + k + 1] == NAME and lower[i + k] in LISTS for i in at) // n,
                min(at[0], MOST),
            ),
        )


def _earlier(candidates: Mapping[str, Sequence[int]], shape: str) -> dict[str, int]:
    """How many candidates of a kind, names or others, stand before each."""
    seen = {True: 0, False: 0}
    found = {}
    for phrase, at in sorted(candidates.items(), key=lambda one: one[1][0]):
        kind = shape[at[-1]] == NAME
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
        times, words = len(at), phrase.split(" ")
        for part in (*words, *({phrase.rpartition(" ")[0], phrase.partition(" ")[2]} if words[2:] else ())):
            if part in candidates:
                within[part] = max(within.get(part, 0), times)
                holds[phrase] = max(holds.get(phrase, 0), len(candidates[part]))
    return within, holds
