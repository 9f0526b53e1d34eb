"""Which day a text calls today: that of publication, unless the text itself tells it, or who spoke when."""

import datetime
import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import NamedTuple

from newskit.article.timex import patterns
from newskit.article.timex.scene import DAY_STEPS, Match

QUOTE = re.compile('["“”\n]')
SENTENCE_END = re.compile(r"[.!?](?![0-9])(?=[\s\"”]|[A-Z])|\n")
APPOSITION = re.compile(r"[\s,(]*(?:(?:yakni|yaitu|pada|hari)\s+)?", re.I)
EQUATION = re.compile(r",?\s(?:alias|atau|sebagai)\s", re.I)
LONGEST_APPOSITION = 12
SPOKEN = re.compile(
    r"""\b(?:kata|ujar|ucap|tutur|ungkap|jelas|tegas|papar|imbuh|sebut|pungkas)\w*\b
    |\b(?:mengatakan|menyatakan|menjelaskan|menyebut\w*|mengungkapkan|keterangan\w*|kepada|dikutip|ditemui
    |dihubungi|dalam\ (?:riset|rilis|laporan|siaran|paparan))\b|[\"”]""",
    re.I | re.X,
)
LONGEST_SENTENCE = 400
SPEAKER = 120  # letters before a day in which the words stand that tell who spoke on it
SPEAKERS = 5  # days before a quotation that may be that of its speaker
NEAR = datetime.timedelta(8)
LATE = datetime.timedelta(2)  # a text may be dated a day before it went out


class Told(NamedTuple):
    """A day that the text names by number."""

    start: int
    end: int
    day: datetime.date


class Beside(NamedTuple):
    """The day beside an expression, and the day that is today if the expression means it."""

    day: datetime.date
    today: datetime.date


def today(
    text: str, matches: list[Match], told: list[Told], published: datetime.date | None
) -> datetime.date | None:
    """The day that the text calls today, or on which somebody last spoke, else that of publication."""
    if not told:
        return published
    for match in matches:
        is_told = match.re in (patterns.PART_OF_DAY, patterns.REFERENCE)
        beside = apposed(text, match, told) if is_told else None
        if beside and (not published or abs(beside.day - published) < NEAR):
            return beside.today
    if not published:
        return None
    late = (t for t in told if published < t.day <= published + LATE and _is_utterance(text, t))
    return max((t.day for t in late), default=published)


def is_deictic(match: Match) -> bool:
    """Whether an expression may point at the day that stands beside it."""
    if match.re is patterns.UNIT_NAMED:
        return (match["unit"] or "").lower() == "hari"
    return match.re in (patterns.PART_OF_DAY, patterns.REFERENCE, patterns.CLOCK)


def apposed(text: str, match: Match, told: list[Told]) -> Beside | None:
    """The day beside an expression: ``hari ini, Selasa (22/1)``, ``1 Mei alias hari terakhir``."""
    start, end = match.span()
    i = bisect_left(told, end, key=attrgetter("start"))
    after = told[i] if i < len(told) else None
    before = told[i - 1] if i else None
    if after and after.start - end < LONGEST_APPOSITION and APPOSITION.fullmatch(text, end, after.start):
        day = after.day
    elif (
        before and 0 < start - before.end < LONGEST_APPOSITION and EQUATION.fullmatch(text, before.end, start)
    ):
        day = before.day
    else:
        return None
    return Beside(day, day - datetime.timedelta(_shift(match)))


def _shift(match: Match) -> int:
    """How many days from today an expression lies: ``hari ini`` 0, ``kemarin`` and ``tadi malam`` -1."""
    groups = match.groupdict()
    if groups.get("night"):
        return -1
    word = groups.get("day") or groups.get("side") or ""
    return DAY_STEPS.get(word.lower(), 0)


def quotations(text: str) -> list[tuple[int, int]]:
    """Where quotations open and close; the end of a paragraph ends one that does not close."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in QUOTE.finditer(text):
        if mark[0] == "\n":
            opened = None
        elif opened is None:
            opened = mark.start() if mark[0] != "”" else None
        else:
            spans.append((opened, mark.start()))
            opened = None
    return spans


def speech_day(
    text: str, start: int, told: list[Told], quoted: list[tuple[int, int]], published: datetime.date | None
) -> datetime.date | None:
    """The day from which an expression counts: in a quotation that of the utterance.

    Either its sentence names the day after the quotation, or the last who spoke before did so on it.
    """
    i = bisect_right(quoted, (start,)) - 1
    if i < 0 or start > quoted[i][1] or not published:
        return published
    closing = quoted[i][1]
    stop = closing + LONGEST_SENTENCE
    end = SENTENCE_END.search(text, closing + 1, stop)
    after = bisect_left(told, closing, key=attrgetter("start"))
    if after < len(told) and told[after].start < (end.start() if end else stop):
        said = [told[after]]
    else:
        first = bisect_left(told, start, key=attrgetter("start"))
        said = [t for t in told[max(0, first - SPEAKERS) : first][::-1] if _is_utterance(text, t)]
    return next((t.day for t in said if published - NEAR < t.day <= published), published)


def _is_utterance(text: str, told: Told) -> bool:
    """Whether the words before a day tell who spoke on it."""
    return bool(SPOKEN.search(text, max(0, told.start - SPEAKER), told.start))
