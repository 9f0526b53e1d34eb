"""Which candidates are keywords: the best ones, each thing once, in its fullest form.

One thing has many forms: ``Joko Widodo`` and ``Widodo``, ``Komisi Pemilihan Umum (KPU)`` and ``KPU``,
``Covid 19`` and ``COVID-19``, ``penembakan`` and ``ditembak``. The likeliest is taken, but for half a name,
which gives way to the whole (``Joko Widodo``).
"""

import math
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from newskit.analyses.keywords.topics import YEAR
from newskit.analyses.names.aliases import expansions
from newskit.analyses.names.linking import LONGEST_CODE
from newskit.analyses.names.short_forms import is_blend, stands_for
from newskit.analyses.tagging import IS_PLACE, NAME, PERSON, PURE, WORD, TaggedText

MIN_LOG_ODDS = math.log(0.07 / 0.93)  # of what one editor in fourteen takes; of the rest most are wrong
ALWAYS = 5
LINES = 150  # words of an article for which five are wanted
NEARLY = 0.5  # log odds by which a whole may fall short of its part
ALWAYS_WITHIN = 1.0  # and where the part hardly ever stands alone: PBB of Dewan Keamanan PBB
WITHIN = 0.8  # share of its places where it does not
PEOPLE, PERHAPS = 75, 50  # per cent of the names with a word that are people's
APART = 3  # places of a part of a keyword without the rest of it, at least
STANDALONE_SHARE = 0.4  # share of its places where a part of a keyword stands without the rest of it
LOCATIVE_PREPOSITIONS = frozenset({"di", "ke"})  # what follows is a place
DIRECTIONS = frozenset({"barat", "pusat", "selatan", "tengah", "tenggara", "timur", "utara"})
CLASS_WORD = re.compile("^(?:kota|kabupaten|provinsi|partai|republik|the) ")
LONGER_WORD = re.compile(r"[^\W\d_]{4,}")  # in which a wrong letter makes no other name
NO_LETTER = re.compile(r"[\W_]+")


def choose(
    scored: Iterable[tuple[float, str]], reading: TaggedText, found: Mapping[str, list[int]], top: int
) -> list[tuple[float, str]]:
    """The best candidates, each with its log odds, without those that repeat another.

    Those below MIN_LOG_ODDS are left out, but for the best five, fewer of a short text.
    """
    ranked = sorted(whole_names(scored, reading, found), key=itemgetter(0), reverse=True)
    short = {" ".join(reading.lower[start:end]): reading.lower[end + 1] for start, end in expansions(reading)}
    short |= _bracketed(reading, found)
    wanted = min(ALWAYS, 3 + len(reading.lower) * (ALWAYS - 3) // LINES)
    chosen: list[tuple[float, str]] = []
    told: list[str] = []  # what is chosen, and other forms of it
    keys: set[str] = set()
    taken: set[int] = set()  # places of what is told
    for value, phrase in ranked:
        if len(chosen) == top or (value < MIN_LOG_ODDS and len(chosen) >= wanted):
            break
        for form in dict.fromkeys((_fuller(phrase, value, ranked, reading, found), phrase)):
            own, at = _keys(form, reading, found, short), found[form]
            places = at if " " not in form else [i + step for i in at for step in range(form.count(" ") + 1)]
            if not keys.isdisjoint(own) or (
                not taken.isdisjoint(places) and any(_repeats(form, other, reading, found) for other in told)
            ):
                continue
            is_new = not any(_is_in_short(form, other, reading, found) for other in told)
            told.append(form)
            taken.update(places)
            if is_new:
                chosen.append((value, form))
                keys |= own
                break
    return chosen


def _bracketed(reading: TaggedText, found: Mapping[str, list[int]]) -> dict[str, str]:
    """The common phrases with letters in brackets behind them: ``kecerdasan buatan (AI)``."""
    lower, behind = reading.lower, {}
    for phrase, at in found.items():
        for place in at if " " in phrase and not _is_name(phrase, reading, found) else ():
            end = place + phrase.count(" ") + 1
            if lower[end] == "(" and lower[end + 2 : end + 3] == (")",):
                code = reading.words[end + 1].written
                if code.isupper() and code.isalpha() and len(code) <= LONGEST_CODE:
                    behind[phrase] = lower[end + 1]
    return behind


def _keys(
    phrase: str, reading: TaggedText, found: Mapping[str, list[int]], short: Mapping[str, str]
) -> set[str]:
    """What phrases that say the same have in common: their letters, a short name, a word's stem."""
    keys = {_same(phrase)}
    if " " in phrase:
        words = phrase.split(" ")
        keys.add(" ".join(sorted(words)))  # politik dinasti, dinasti politik
        if YEAR.fullmatch(words[-1]):
            keys.add(" ".join(words[:-1]))  # Liga 1 2022, Liga 1 2023
        if _is_name(phrase, reading, found):
            keys.update(_misspelled(phrase))
    if short:
        keys.add(_shortest(phrase, short))
    if " " not in phrase:
        keys.add(reading.words[found[phrase][0]].stem)
    return keys


def _misspelled(phrase: str) -> Iterator[str]:
    """A name without each letter of its longer words, or its last: what ``Ihza`` shares with ``Izha``."""
    yield phrase
    yield phrase[:-1]  # Carabao Cu: scraped texts lose letters
    for word in LONGER_WORD.finditer(phrase):
        for at in range(word.start(), word.end()):
            yield phrase[:at] + phrase[at + 1 :]


def _fuller(
    phrase: str,
    value: float,
    ranked: Sequence[tuple[float, str]],
    reading: TaggedText,
    found: Mapping[str, list[int]],
) -> str:
    """The likeliest longer form of one thing that is nearly as likely: ``suku bunga kredit``."""
    part, enough = f" {phrase} ", value - ALWAYS_WITHIN
    for other, whole in ranked:
        if other < enough:
            break
        if other <= value and phrase in whole and whole != phrase and part in f" {whole} ":
            at = found[whole][0]
            if WORD in reading.tags[at : at + whole.count(" ") + 1] and _is_name(phrase, reading, found):
                continue  # anggota DPR
            inside = len(found[whole]) >= WITHIN * len(found[phrase])
            if (inside or other >= value - NEARLY) and not _is_apart(
                phrase, found[phrase], found[whole], reading
            ):
                return whole
    return phrase


def _is_name(phrase: str, reading: TaggedText, found: Mapping[str, list[int]]) -> bool:
    """Whether a candidate has no common word where it stands last."""
    at = found[phrase][-1]
    return WORD not in reading.tags[at : at + phrase.count(" ") + 1]


def whole_names(
    scored: Iterable[tuple[float, str]], reading: TaggedText, found: Mapping[str, list[int]]
) -> list[tuple[float, str]]:
    """The candidates without halves and blends of people's names: ``Joko Widodo`` takes the worth of both."""
    worth = {phrase: value for value, phrase in scored}
    people = [phrase for phrase in worth if " " in phrase and _is_person(phrase, reading, found)]
    halves: set[str] = set()
    alike: dict[str, list[str]] = {}  # single names, by their first two letters
    for phrase in worth if people else ():
        if " " not in phrase:
            alike.setdefault(phrase[:2], []).append(phrase)
    for whole in sorted(people, key=len):
        words = whole.split(" ")
        for half in (*words, *(name for name in alike.get(whole[:2], ()) if is_blend(name, words))):
            if half in worth and _is_half(half, whole, reading, found):
                worth[whole] = max(worth[whole], worth[half])
                del worth[half]
                halves.add(half)
    return [
        (value, phrase)
        for phrase, value in worth.items()
        if not _is_before_half(phrase, halves, reading, found)
    ]


def _is_before_half(
    phrase: str, halves: Container[str], reading: TaggedText, found: Mapping[str, list[int]]
) -> bool:
    """Whether a name that stands once is a body and the person after it: ``Jentera Bivitri``."""
    words = phrase.split(" ")
    if words[-1] not in halves or not words[1:] or len(found[phrase]) > 1:
        return False
    if reading.words[found[words[-1]][0]].facts[PERSON] < PEOPLE:
        return False
    return _is_name(phrase, reading, found) and not _is_person(phrase, reading, found)


def _is_half(half: str, whole: str, reading: TaggedText, found: Mapping[str, list[int]]) -> bool:
    """Whether a word is a person's name cut short: not where it is a place, too (``di Qatar``)."""
    lower, tags = reading.lower, reading.tags
    if any(lower[place - 1] in LOCATIVE_PREPOSITIONS for place in found[half]):
        return False
    word = reading.words[found[half][0]]
    if word.written.isupper() or word.facts[PERSON] < PERHAPS:
        return False  # Google of Google Maps
    return any(tags[place] == NAME for place in found[half])


def _is_person(phrase: str, reading: TaggedText, found: Mapping[str, list[int]]) -> bool:
    """Whether a phrase is of words that are names and nothing else, none of them a place or an acronym."""
    size, at = phrase.count(" ") + 1, found[phrase][0]
    if size > 4 or any(word.capitalization_rate < PURE for word in reading.words[at : at + size]):
        return False
    if len(found[phrase]) > 1:
        at = max(found[phrase], key=lambda place: reading.tags[place : place + size].count(NAME))
    if reading.tags[at : at + size] != NAME * size:
        return False
    words = reading.words[at : at + size]
    return not any(word.facts[IS_PLACE] or word.is_title or word.written.isupper() for word in words)


def _repeats(phrase: str, other: str, reading: TaggedText, found: Mapping[str, list[int]]) -> bool:
    """Whether a phrase is a part of a chosen one, holds it, or is what is left of a text around it."""
    at, chosen = found[phrase], found[other]
    if (
        " " in phrase
        and " " in other
        and _is_person(phrase, reading, found)
        and _is_person(other, reading, found)
    ):
        return f" {phrase} " in f" {other} " or f" {other} " in f" {phrase} "
    if _goes_on(phrase, other) or _goes_on(other, phrase):
        return True
    if any(_ends_name(*pair, reading, found) for pair in ((phrase, other), (other, phrase))):
        return True
    if f" {phrase} " in f" {other} ":
        return _is_placed(phrase, other, reading, found) or not _is_apart(phrase, at, chosen, reading)
    if f" {other} " in f" {phrase} ":
        return _is_placed(other, phrase, reading, found) or not _is_apart(other, chosen, at, reading)
    return _overlap(at, phrase.count(" ") + 1, chosen, other.count(" ") + 1)


def _is_in_short(phrase: str, other: str, reading: TaggedText, found: Mapping[str, list[int]]) -> bool:
    """Whether one of two names has words of the other in short, or a person's leaves some out.

    ``Polda Jabar``, ``Polda Jawa Barat``; ``Nadiem Makarim``, ``Nadiem Anwar Makarim``.
    """
    if phrase[0] != other[0] or not (_is_name(phrase, reading, found) and _is_name(other, reading, found)):
        return False
    short, full = sorted((phrase, other), key=len)
    if " " in short and full.startswith(short) and full[len(short) :].isalpha():
        return True  # Hary Tanoe, Hary Tanoesoedibjo
    if {*short.split(" ")} < {*full.split(" ")}:
        return " " in short and all(_is_person(name, reading, found) for name in (short, full))
    return stands_for("organisation", short, full)


def _goes_on(phrase: str, part: str) -> bool:
    """Whether a phrase begins with a part that it says more of: ``Fesyar Jawa``, not ``Sudan Selatan``."""
    return phrase.startswith(f"{part} ") and phrase[len(part) + 1 :] not in DIRECTIONS


def _ends_name(whole: str, part: str, reading: TaggedText, found: Mapping[str, list[int]]) -> bool:
    """Whether a name ends in a shorter form of it, no place, acronym or body: ``Los Angeles Lakers``."""
    if not whole.endswith(f" {part}") or not _is_name(whole, reading, found):
        return False
    at, size = found[part][-1], part.count(" ") + 1
    return reading.tags[at : at + size] == NAME * size and not any(
        word.facts[IS_PLACE] or word.is_body or word.written.isupper() or not word.written.isalpha()
        for word in reading.words[at : at + size]
    )


def _is_placed(part: str, whole: str, reading: TaggedText, found: Mapping[str, list[int]]) -> bool:
    """Whether a whole is a club, party or agency with its place: ``PSIS Semarang`` for ``PSIS``."""
    word = reading.words[found[part][0]]
    if " " in part or not (word.is_body or word.written.isupper()) or word.facts[IS_PLACE]:
        return False
    place = reading.words[found[whole][0] + 1]
    return whole.startswith(f"{part} ") and whole.count(" ") == 1 and bool(place.facts[IS_PLACE])


def _is_apart(part: str, at: Sequence[int], whole: Sequence[int], reading: TaggedText) -> bool:
    """Whether a part of a phrase is a thing of its own: ``Indonesia`` beside ``Timnas Indonesia``."""
    alone = len(at) - len(whole)
    named = sum(reading.tags[place] == NAME for place in at) * 2 > len(at)
    return named and alone >= APART and alone >= STANDALONE_SHARE * len(at)


def _overlap(at: Sequence[int], size: int, chosen: Sequence[int], length: int) -> bool:
    """Whether most places of a phrase share words with the places of a chosen one."""
    taken = {place + step for place in chosen for step in range(length)}
    shared = sum(any(place + step in taken for step in range(size)) for place in at)
    return shared > (1 - STANDALONE_SHARE) * len(at)


def _same(phrase: str) -> str:
    """One form for spellings of one thing: ``covid19``; ``golkar`` for ``partai golkar``."""
    return phrase if phrase.isalpha() else NO_LETTER.sub("", CLASS_WORD.sub("", phrase))


def _shortest(phrase: str, short: Mapping[str, str]) -> str:
    """The shorter name for a phrase or for the name that it ends in, else the phrase itself."""
    ends = [name for whole, name in short.items() if f" {phrase}".endswith(f" {whole}")]
    return ends[0] if ends else phrase
