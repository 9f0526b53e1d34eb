"""Which candidates are keywords: the best ones, each thing once.

A part of a chosen phrase is a keyword only where it often stands alone, half a name (``Widodo``) never beside
the whole. One thing has many names: ``Presiden Joko Widodo`` and ``Joko Widodo``, ``Komisi
Pemilihan Umum (KPU)`` and ``KPU``, ``penembakan`` and ``ditembak`` are one keyword, in its likeliest form.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from newskit.analyses.names.aliases import expansions
from newskit.analyses.tagging import IS_PLACE, NAME, WORD, Reading, is_known
from newskit.lexicon import lists

LEAST = math.log(0.12 / 0.88)  # log odds of one editor in eight
ALWAYS = 3
ALONE = 0.25  # share of its places where a part of a keyword stands without the rest of it
NEARLY = 1.5  # log odds by which a whole name may fall short of its half
AT = frozenset({"di", "ke"})  # what follows is a place
CITY = "kota"
LINKS = frozenset({",", "dan"})  # part a long name, which stays one


def choose(
    scored: Iterable[tuple[float, str]], reading: Reading, found: Mapping[str, list[int]], top: int
) -> list[tuple[float, str]]:
    """The best candidates, each with its log odds, without those that repeat another.

    Those that hardly any editor would take (LEAST) are left out, but for the best three.
    """
    ranked = sorted(scored, key=itemgetter(0), reverse=True)
    explained = list(expansions(reading))
    short = {" ".join(reading.lower[start:end]): reading.lower[end + 1] for start, end in explained}
    parted = {
        place for start, end in explained if _is_parted(reading, start, end) for place in range(start, end)
    }
    chosen: list[tuple[float, str]] = []
    for value, phrase in ranked:
        if len(chosen) == top or (value < LEAST and len(chosen) >= ALWAYS):
            break
        if parted and parted.issuperset(found[phrase]):
            continue  # Perikanan of Kementerian Kelautan dan Perikanan (KKP)
        if " " not in phrase and _is_half(phrase, value, ranked, reading, found):
            continue
        if not any(_repeats(phrase, other, reading, found, short) for _, other in chosen):
            chosen.append((value, phrase))
    return chosen


def _is_half(
    word: str,
    value: float,
    ranked: Sequence[tuple[float, str]],
    reading: Reading,
    found: Mapping[str, list[int]],
) -> bool:
    """Whether a word is half of a name that stands whole before it (``Joko`` after ``Joko Widodo``).

    Before the whole it is how the name is known, as in a title (``Anies``), or another thing (``Rusia``
    before ``Rusia Sergey Shoygu``); and a place (``di Qatar``) is no half of ``Qatar Airways``.
    """
    at = found[word]
    wholes = [p for better, p in ranked if word in p and " " in p and better > value - NEARLY]
    before = [p for p in wholes if word in p.split(" ") and found[p][0] <= at[0]]
    if not any(is_known(reading, found[p][0], p) for p in before):
        return False
    if not any(reading.shape[place] == NAME for place in at):
        return False
    return not any(reading.lower[place - 1] in AT for place in at)


def _repeats(
    phrase: str, other: str, reading: Reading, found: Mapping[str, list[int]], short: Mapping[str, str]
) -> bool:
    """Whether a phrase says what a chosen one says, or is what is left of a text around it."""
    at, chosen = found[phrase], found[other]
    if _city(phrase, at, reading) == _city(other, chosen, reading):
        return True
    if f" {phrase} " in f" {other} ":
        half = " " not in phrase and _is_full_name(other, reading, found)
        return half or _is_one(at, chosen) or _is_titled(other, phrase, reading, found)
    if short and _shortest(phrase, short) == _shortest(other, short):
        return True
    if " " not in phrase:
        return " " not in other and reading.words[at[0]].stem == reading.words[chosen[0]].stem
    if phrase.startswith(other + " ") and _goes_on(phrase, other, reading, at[-1]):
        return True
    if " " not in other:
        return other in phrase.split(" ") and _is_full_name(phrase, reading, found)
    if f" {other} " in f" {phrase} ":
        once = len(at) == 1 and reading.shape.startswith(NAME * (phrase.count(" ") + 1), at[0])
        return once or _is_one(chosen, at) or _is_titled(phrase, other, reading, found)
    return {place + other.count(" ") for place in chosen}.issuperset(at)


def _city(phrase: str, at: Sequence[int], reading: Reading) -> str:
    """``bandung`` for ``kota bandung``, any other phrase as it is: ``kota wisata``."""
    kind, _, name = phrase.partition(" ")
    return name if kind == CITY and name and is_known(reading, at[0] + 1, name) else phrase


def _is_parted(reading: Reading, start: int, end: int) -> bool:
    """Whether a comma or ``dan`` parts a long name that letters stand for, as in its BMKG."""
    return reading.words[end + 1].written.isupper() and not LINKS.isdisjoint(reading.lower[start:end])


def _is_one(part: Sequence[int], whole: Sequence[int]) -> bool:
    """Whether a part of a phrase hardly ever stands without the rest, by the places of both."""
    alone = len(part) - len(whole)
    return alone < 1 or alone < ALONE * len(part)


def _goes_on(phrase: str, name: str, reading: Reading, place: int) -> bool:
    """Whether a phrase is a name and the common words that follow it: ``Joko Widodo berharap``."""
    size = name.count(" ") + 1
    shape = reading.shape[place : place + phrase.count(" ") + 1]
    return NAME in shape[:size] and WORD in shape[size:]


def _is_full_name(phrase: str, reading: Reading, found: Mapping[str, list[int]]) -> bool:
    """Whether a phrase is the whole name of somebody, so that a part of it is the same keyword.

    ``Ganjar Pranowo`` and ``Ganjar`` are one, ``Sudan Selatan`` and ``Sudan`` two.
    """
    at = found[phrase]
    words = reading.words[at[0] : at[0] + phrase.count(" ") + 1]
    return is_known(reading, at[0], phrase) and not any(word.facts[IS_PLACE] for word in words)


def _is_titled(phrase: str, name: str, reading: Reading, found: Mapping[str, list[int]]) -> bool:
    """Whether a phrase is a name after titles or common words: ``Presiden Joko Widodo``."""
    if " " not in name or not phrase.endswith(" " + name):
        return False
    at = found[phrase][0]
    before = phrase.removesuffix(name).split()
    titled = not is_known(reading, at) or lists.word_list("lexicon/titles").issuperset(before)
    return titled and is_known(reading, found[name][0], name)


def _shortest(phrase: str, short: Mapping[str, str]) -> str:
    """The shorter name for a phrase or for the name that it ends in, else the phrase itself."""
    ends = [name for whole, name in short.items() if f" {phrase}".endswith(f" {whole}")]
    return ends[0] if ends else phrase
