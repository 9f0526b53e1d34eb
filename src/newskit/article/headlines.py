"""Where a headline ends within running text: ``Baca juga: Harga Beras Naik di Demak Ia menambahkan, ...``.

Indonesian outlets write headlines in title case: ``Harga Beras Naik hingga Dua Kali``. So the first word in
lower case that is no particle (``menambahkan``) belongs to the next sentence, and what is open is how many of
the words before it do: ``Ia``, or ``Menteri Pertanian Amran Sulaiman``. Each place where the headline could
end has features; a conditional logit (``data/headline_ends.tsv``, made by training/headline_ends.py from
titles set before sentences of other articles) weighs them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from newskit.article.title_case import PARTICLES
from newskit.lexicon.lists import weights, word_list
from newskit.lexicon.usage import words
from newskit.text.sentences import each_sentence

LONGEST = 320  # letters that are looked at
STORY = 4000  # letters of the story so far in which a word is looked for
REACH = 6  # words beyond the first in lower case
BACK = 10  # words before it

TOKEN = re.compile(r"\S+")
GLUED = re.compile(  # MundurTenaga
    r"[A-Z“\"(](?:(?<=[a-z0-9)%?!.”\"'].)|(?<=[A-Z]{3})(?=[a-z]))"
)
MARKS = "“”\"'‘’()[].,:;!?…-–—"
QUOTES = "“\"‘'"
MARK = {
    **dict.fromkeys("?!", "question"),
    **dict.fromkeys(",:;-–—", "comma"),
    **dict.fromkeys("”\"'’", "quote"),
}
MARK |= {".": "stop", "…": "ellipsis"}
NAME_LIKE = "34u"  # shares of words that nearly always have a capital
VERB = re.compile(r"(?:me|di|ber|ter)[a-z]{3,}")
SIZES = (2, 3, 4, 6, 8, 10, 13, 16, 20, 26)  # words of a headline
WORDS = [f"words={sum(size >= edge for edge in SIZES)}" for size in range(30)]
SHARES = (10, 40, 70, 95)  # per cent of a word's uses that have a capital
SHARE = [str(sum(capital >= edge for edge in SHARES)) for capital in range(101)]


STYLES = [[f"{style}, lower={lowers}" for lowers in range(4)] for style in ("title case", "prose")]
LEFT_MARK = {mark: f"left mark={mark}" for mark in ("none", *MARK.values())}
LEFT_KIND = {kind: f"left kind={kind}" for kind in "cdflp"}
RUN = [f"run={run}" for run in range(7)]
AFTER = {kind: f"after={kind}" for kind in ("none", "verb", *"cdflp")}


class Token(NamedTuple):
    """A word with its marks: offsets, the bare word, its kind, whether it is glued to the one before it.

    Kinds: ``c`` begins with a capital, ``d`` with a digit, ``f`` is a particle, ``l`` another word in lower
    case, ``p`` marks alone.
    """

    start: int
    end: int
    word: str
    kind: str
    glued: bool


_token = partial(tuple.__new__, Token)  # at half the price of Token itself


def headline_end(text: str, start: int, end: int, before: str = "") -> int:
    """Where the headline that begins at ``start`` ends, at most ``end``; ``before`` is the story so far.

    >>> text = "Harga Beras Naik di Demak Ia menambahkan, pasokan berkurang."
    >>> text[: headline_end(text, 0, len(text))]
    'Harga Beras Naik di Demak'
    """
    stop = _stop(text, start, min(end, start + LONGEST))
    found = tokens(text, start, stop)
    if found and text[found[-1].end - 1] not in ",:;-–" and "l" not in [kind for _, _, _, kind, _ in found]:
        return found[-1].end  # all of it is in title case
    weight = weights("article/headline_ends").get
    best, least = end, -1e9
    for place, features in ends(text, found, before[-STORY:]):
        score = sum([weight(name, 0.0) for name in features])
        if score > least:
            best, least = place, score
    return best


def _stop(text: str, start: int, end: int) -> int:
    """The end of the first sentence that a full stop closes: no headline reaches beyond it."""
    piece = text[start:end]
    told = each_sentence(piece) if "." in piece else ()
    closed = (s.end for s in told if s.text.endswith(".") and not s.text.endswith(".."))
    return start + next(closed, end - start)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words between two offsets, parted where two are glued: ``di Demak|Ia menambahkan``.

    In title case those beyond the first words in lower case are not looked at.
    """
    found: list[Token] = []
    glue = [place.start() for place in GLUED.finditer(text, start, end)]
    last = 0
    for match in TOKEN.finditer(text, start, end):
        a, b = match.span()
        left = a
        for right in (*_glue(text, a, b, glue), b) if glue else (b,):
            word = text[left:right].strip(MARKS)
            kind = _kind(word)
            found.append(_token((left, right, word, kind, left != a)))
            if kind == "l" and not last:
                last = len(found)
            left = right
        if last > 4 and len(found) > last + REACH:
            break
    return found


def _glue(text: str, start: int, end: int, glue: list[int]) -> Iterator[int]:
    """Where two words are glued within one piece: both known, or a mark between them."""
    last = start
    for cut in glue:
        if start < cut < end:
            left, right = text[last:cut].strip(MARKS).lower(), text[cut:end].strip(MARKS).lower()
            known = left in words() and right.partition("-")[0] in words()
            if min(cut - last, end - cut) > 1 and (known or not text[cut - 1].isalnum()):
                yield cut
                last = cut


@lru_cache(1 << 14)
def _kind(word: str) -> str:
    if not word:
        return "p"
    if word[0].isdigit():
        return "d"
    if word != word.lower():  # iPhone, too
        return "c"
    return "f" if word in PARTICLES else "l"


def ends(text: str, found: list[Token], told: str) -> Iterator[tuple[int, list[str]]]:
    """Each offset at which the headline could end, and the features of that end."""
    size = len(found)
    kinds = [token.kind for token in found]
    first = next((i for i, kind in enumerate(kinds) if kind == "l"), size)
    prose = first <= 3 and size > 4 and kinds[:8].count("l") >= 3  # Warga minta harga beras turun
    limit = size if prose else min(size, first + REACH)
    following = [size] * (size + 1)  # the next word in lower case
    for i in reversed(range(size)):
        following[i] = i if kinds[i] in "fl" else following[i + 1]
    begin = 1 if prose else max(1, first - BACK)
    lowers = kinds[: begin - 1].count("l")
    heard = {word for _, _, word, kind, _ in found[begin - 1 : limit + 1] if kind == "c" and word in told}
    for i in range(begin, limit + 1):
        lowers += kinds[i - 1] == "l"
        if i == size or kinds[i] not in "fl" or text[found[i].start] in QUOTES:
            style = STYLES[prose][min(lowers, 3)]
            left = _left(text, found[i - 1], i, style, heard)
            right = _right(text, found, i, following[i], heard) if i < size else ["nothing follows"]
            if i == size:
                right += [f"nothing follows, {left[0]}", f"nothing follows, {left[1]}"]
            yield found[i - 1].end, left + right


def _left(text: str, token: Token, size: int, style: str, heard: set[str]) -> list[str]:
    """Features of the words that would be the headline."""
    end = token.end
    mark = MARK.get(text[end - 1], "none") if not text.startswith("...", end - 3) else "ellipsis"
    found = [style, LEFT_MARK[mark], WORDS[size if size < len(WORDS) else -1], LEFT_KIND[token.kind]]
    found += _last(token.word)
    if token.word in heard:
        found.append("left told")
    return found


def _right(text: str, found: list[Token], i: int, lower: int, heard: set[str]) -> list[str]:
    """Features of the words that would begin the next sentence; ``lower`` is its first in lower case."""
    start, _, word, kind, glued = found[i]
    run = lower - i if lower - i < 6 else 6
    after = "none" if lower == len(found) else found[lower].kind
    if after == "l" and VERB.fullmatch(found[lower].word):
        after = "verb"
    features = [*_first(word), RUN[run], AFTER[after]]
    if kind == "c" == found[i - 1].kind:
        features += _pair(found[i - 1].word, word, min(run, 3))
    if word in heard:
        features += ["right told", f"right told, {RUN[run]}"]
    if glued:
        features.append("glued")
    if text[start] in QUOTES:
        features.append("right quotes")
    if kind == "d":
        features.append("right is number")
    if len(word) > 1 and word.isupper():
        features.append("right in capitals")
    if run > 1 and "," in [text[part.end - 1] for part in found[i:lower]]:
        features.append("comma in run")
    return features


@lru_cache(1 << 14)
def _last(word: str) -> tuple[str, str]:
    lower = word.lower()
    return f"left capital={_share(lower)}", f"last {lower}"


@lru_cache(1 << 14)
def _first(word: str) -> tuple[str, str]:
    lower = word.lower()
    return f"first {lower}", f"right capital={_share(lower)}"


@lru_cache(1 << 14)
def _pair(left: str, right: str, run: int) -> list[str]:
    """Features of two words with a capital between which the headline would end."""
    left, right = left.lower(), right.lower()
    pair = f"names={_share(left) in NAME_LIKE:d}{_share(right) in NAME_LIKE:d}"
    offices = word_list("lexicon/titles")
    is_office = ["right is office"] * (right in offices) + ["left is office"] * (left in offices)
    return [pair, f"{pair}, run={run}", *is_office]


@lru_cache(1 << 12)
def _share(lower: str) -> str:
    use = words().get(lower)
    return SHARE[use.capitalization_rate] if use else "u"
