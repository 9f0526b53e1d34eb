"""The day on which an article was published, as far as its own text tells.

A row's or header's whole date says it itself. Else each day that the text mentions is a candidate. Weights
that a logistic regression learned (``data/publication.tsv``, by training/publication.py) say how likely
it is that the article came out on it: ``kata Ani, Selasa (25/8)`` is likely, ``dibuka pada 17 Agustus`` is
not. Below a least score there is no answer. Without a header the text must name a year; there a day in the
future, of a birth or a founding is none.
"""

import datetime
import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from newskit.article.days import Day, calendar_day, days, known_day, middle_day, resolve
from newskit.document import Insert
from newskit.lexicon.lists import weights

LEAST = 0.5  # score of the likeliest day
LEAST_ALONE = 0.7  # where no header tells month or year
OLDEST = 1990  # year of the first news on the web; a header may be older

AHEAD = frozenset(
    """
    Besok Kemungkinan Lusa Mulai Nanti Rencananya akan bakal besok diagendakan dijadwalkan direncanakan hingga
    jadwal jelang kemungkinan lambat lusa mendatang menjelang mulai nanti rencananya sampai sebelum
    """.split()  # noqa: SIM905
)
REPORTED = frozenset(
    """
    akun berkata dikutip dilansir ditemui kata katanya kemarin kepada keterangan melansir mengatakan mengutip
    menyatakan rilis siaran situs sudah tadi telah " ”
    """.split()  # noqa: SIM905
)
REPORTING = ("ujar", "ucap", "tutur", "ungkap", "jelas", "tegas", "papar", "imbuh", "sebut", "pungkas")
FAR_BACK = frozenset("berdiri bertanggal dibentuk didirikan dilahirkan kelahiran lahir tertanggal".split())  # noqa: SIM905
WORD = re.compile(r"[^\W\d_]++|[\"”]")
AHEAD_AFTER = re.compile(
    r"[)\s]*+(?:(?:malam|pagi|siang|sore|waktu setempat)\s)?(?:ini\s)?"
    r"(?:mendatang|nanti|depan|besok|hingga|sampai|akan)\b",
    re.I,
)
YEAR = re.compile(r"[12](?<![\w.,/-].)(?:9[89]|0[0-4])[0-9](?![\w/]|[.,][0-9])")
CLOCK = re.compile(r"[\s,|-]*+(?:pukul )?\d{1,2}[:.]\d\d")
NEXT_WORD = re.compile(r"[)\s]*+([^\W\d_]+)")
SHAPES = {
    (weekday, bracket, year): " ".join(
        ["day", *["weekday"] * weekday, *["bracket"] * bracket, *["year"] * year]
    )
    for weekday in (False, True)
    for bracket in (False, True)
    for year in (False, True)
}
SHARED = frozenset({"day weekday bracket", "day weekday bracket year", "cue=reported", "cue=ahead"})
MOST = 40  # mentions that are looked at
PARTS = (150, 350, 700, 1400)  # letters from the beginning
GAPS = (-31, -7, -1, 0, 1, 2, 4, 8, 32, 366)  # days before another day


class Publication(NamedTuple):
    """The day of publication as ISO, and what it rests on; or None twice and the reason."""

    day: str | None
    by: str | None
    reason: str | None


NEVER = Publication(None, None, None)


class Candidate(NamedTuple):
    """A day that a text mentions: its first mention, whether all lie ahead or far back, and its features."""

    day: datetime.date
    mention: Day
    away: bool
    features: list[str]


def published(
    text: str, start: int, header: str | None, dateline: str | None = None, by: str = "header"
) -> Publication:
    """The day of publication that a text supports; ``by`` tells whose date the ``header`` is.

    >>> published("Rapat digelar Minggu (23/8). Hasilnya tiba Selasa (25/8) mendatang.", 0, "2020-08").day
    '2020-08-23'
    >>> published("Rapat digelar Senin (23/8).", 0, "2020-08").reason
    'Senin (23/8) is not a day of 2020-08'
    """
    if whole := known_day(header):
        return Publication(whole.isoformat(), by, None)
    anchor = middle_day(header)
    known = [int(part) for part in re.findall(r"\d+", header or "")][:2] if anchor else []
    for mention in days(f"tanggal {dateline}") if dateline else ():
        named = resolve(mention, anchor)
        if named and [named.year, named.month][: len(known)] == known:
            return Publication(named.isoformat(), "text", None)
    mentions = list(days(text, start))
    found = list(candidates(text, start, mentions, anchor, known))
    score, best = _likeliest(found)
    if best and score >= (LEAST if anchor else LEAST_ALONE):
        return Publication(best.day.isoformat(), "text", None)
    best = best or (found[0] if found else None)
    return Publication(None, None, _reason(text, mentions, best, header if anchor else None, anchor))


def _likeliest(found: list[Candidate]) -> tuple[float, Candidate | None]:
    """The candidate with the highest score, of those that do not lie ahead or far back, and its score."""
    table = weights("article/publication")
    best, highest = None, 0.0
    for candidate in found:
        if not candidate.away:
            score = sum([table.get(name, 0.0) for name in candidate.features]) + table["bias"]
            if not best or score > highest:
                best, highest = candidate, score
    return highest, best


def stamped(inserts: Iterable[Insert]) -> Publication | None:
    """The day in the line that the page puts above its story: ``Ani - Kabar Rabu, 22 Nov 2017 15:30 WIB``."""
    for insert in inserts:
        told = [day for day in days(insert.text) if day.year] if insert.kind == "header" else []
        if told and CLOCK.match(insert.text, told[-1].end) and (day := resolve(told[-1], None)):
            return Publication(day.isoformat(), "page", None)
    return None


def _reason(
    text: str, mentions: list[Day], best: Candidate | None, header: str | None, anchor: datetime.date | None
) -> str:
    """Why a text supports no day of publication."""
    if best:
        day = text[best.mention.start : best.mention.end]
        return f"{day} need not be the day: it lies ahead, is one of several or stands without its weekday"
    odd = next((m for m in mentions if (header or m.year) and not resolve(m, anchor)), None)
    if odd:
        return f"{text[odd.start : odd.end]} is not a day of {header or 'the calendar'}"
    return f"no day in the text agrees with {header}" if header else "no day in the text has a year"


def candidates(
    text: str, start: int, mentions: list[Day], anchor: datetime.date | None, known: list[int]
) -> Iterator[Candidate]:
    """The days that a text mentions and that agree with the header, with their features."""
    year = None if anchor else common_year(text, mentions)
    if not (anchor or year or any(mention.year for mention in mentions)):
        return
    told: dict[datetime.date, list[tuple[Day, list[str]]]] = {}
    today = None if anchor else datetime.date.today()
    for mention in mentions[:MOST]:
        day = resolve(mention, anchor)
        if not day and year and not mention.year:
            day = calendar_day(year, mention.month, mention.day)
        if not day or [day.year, day.month][: len(known)] != known:
            continue
        if not today or (day <= today and day.year >= OLDEST):
            told.setdefault(day, []).append((mention, features(text, start, mention, anchor is None)))
    away = {"ahead"} if anchor else {"ahead", "history"}  # a birth may be the news of a known month
    elsewhere = {day for day, found in told.items() if not any(away.isdisjoint(names) for _, names in found)}
    latest = _latest(told, elsewhere)
    for place, (day, found) in enumerate(told.items()):
        names = list(found[0][1])
        if len(found) > 1:
            names += {f"any {name}" for _, others in found for name in others if name in SHARED}
        names += [f"before {name}={bisect(GAPS, (other - day).days)}" for name, other in latest if other]
        names += [f"mentions={min(3, len(found))}", f"days={min(4, len(told))}"]
        if place == 0:
            names.append("first")
        yield Candidate(day, found[0][0], day in elsewhere, names)


def _latest(
    told: dict[datetime.date, list[tuple[Day, list[str]]]], elsewhere: set[datetime.date]
) -> list[tuple[str, datetime.date | None]]:
    """The last day of all, of those that do not lie ahead or far back, of those with a weekday."""
    last = max(told, default=None)
    weekdays = [
        day
        for day, found in told.items()
        if any(mention.weekday is not None and "ahead" not in names for mention, names in found)
    ]
    return [
        ("last", last),
        ("last told", max(told.keys() - elsewhere, default=last)),
        ("last weekday", max(weekdays, default=None)),
    ]


def common_year(text: str, mentions: list[Day]) -> int | None:
    """The year of the days that have none, where all their weekdays agree with it.

    It is the last year that other days have. Where no day has one it is the last that the text names, if it
    names it twice and a weekday tells: by chance it agrees with one year in seven.
    """
    year = max((mention.year for mention in mentions if mention.year), default=None)
    weekdays = [mention for mention in mentions if mention.weekday is not None and not mention.year]
    if not year and weekdays:
        named = [int(year) for year in YEAR.findall(text)]
        known = [year for year in named if year <= datetime.date.today().year]
        year = max(known) if known and known.count(max(known)) > 1 else None
    return year if year and all(_agrees(mention, year) for mention in weekdays) else None


def _agrees(mention: Day, year: int) -> bool:
    day = calendar_day(year, mention.month, mention.day)
    return day is not None and day.weekday() == mention.weekday


def features(text: str, start: int, mention: Day, alone: bool) -> list[str]:
    """What a mention of a day and the words around it tell; ``alone`` where there is no header."""
    clause = _clause(text, max(start, mention.start - 100), mention.start)
    said = WORD.findall(clause)
    cue = "cue=ahead" if clause.rstrip().endswith("ditunda") else _cue(said)
    before = said[-1] if said and said[-1].isalpha() else ""
    weekday = mention.weekday is not None
    found = [
        SHAPES[weekday, mention.bracketed, mention.year is not None],
        cue,
        f"part={bisect(PARTS, mention.start - start)}",
    ]
    if alone:
        found.append(f"no header, year={mention.year is not None}")
    if after := NEXT_WORD.match(text, mention.end):
        found.append(f"next={after[1].lower()}")
    if before and not (weekday and mention.bracketed):
        found.append(f"previous={before.lower()}")
        found.append(f"previous has capital={before[0].isupper()}, weekday={weekday}")
    if before == "sejak" or not FAR_BACK.isdisjoint(said):
        found.append("history")
    if mention.in_range:
        found.append("range")
    if mention.in_range or cue == "cue=ahead" or AHEAD_AFTER.match(text, mention.end):
        found.append("ahead")
    return found


def _cue(said: list[str]) -> str:
    """Whether the last word that tells speaks of a day as ahead, or as one on which something was said."""
    for place in range(len(said) - 1, -1, -1):
        cue = _told_by(said[place])
        if cue and (cue != "cue=ahead" or said[place + 1 : place + 2] != ["tetapi"]):
            return cue
    return "cue=none"


@lru_cache(1 << 14)
def _told_by(word: str) -> str | None:
    if word in AHEAD:
        return "cue=ahead"
    return "cue=reported" if word in REPORTED or word.startswith(REPORTING) else None


def _clause(text: str, start: int, end: int) -> str:
    """The text between two offsets after its last full stop or the like."""
    clause = text[start:end]
    for mark in ".!?;\n":
        clause = clause.rpartition(mark)[2]
    return clause
