"""Which candidates may be topics: no idiom, measure, medium that is quoted, or piece of a longer name."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from newskit.analyses.names.aliases import expansions
from newskit.analyses.tagging import DIGITS, IS_PLACE, NAME, TaggedText, is_predicate
from newskit.lexicon import usage
from newskit.lexicon.lists import word_list
from newskit.lexicon.usage import UNSEEN

OFTENER = 20  # times as many articles hold a word as it without its last letter
LAST_LETTERS = "aghiklmnoprstu"  # that Indonesian words end in
SEATS = frozenset(  # that name nothing without what follows
    "dinas festival fraksi komisi pemda pemkab pemkot pemprov polda polres polresta polsek".split()  # noqa: SIM905
)
CITES = frozenset("dikutip dilansir kutip lansir lapor lapornya melansir mengutip menukil sadur".split())  # noqa: SIM905
REPORTS = frozenset({"melansir", "memberitakan", "mewartakan"})
ROMAN = re.compile("[ivx]{2,4}")
YEAR = re.compile("(?:19|20)[0-9]{2}")
CLIPPED = 3  # words of a text without their last letters, at least
LEAST_CALL = 2  # digits of a number, Pasukan 08, that is none to call
NEAR = 3  # pieces between a medium and what says that it is quoted


def topics(found: Mapping[str, list[int]], reading: TaggedText) -> dict[str, list[int]]:
    """The candidates that may be topics, with their places."""
    idioms, units = word_list("lexicon/idioms"), word_list("lexicon/units")
    inner, edges, clipped = _inner(reading), word_list("lexicon/edge_words"), _is_clipped(reading)
    return {
        phrase: at
        for phrase, at in found.items()
        if phrase not in idioms
        and phrase.partition(" ")[0] not in units
        and edges.isdisjoint((phrase.partition(" ")[0], phrase.rpartition(" ")[2]))
        and not _is_numbered(phrase, reading, at)
        and not (" " in phrase and _happens(phrase, reading, at[0]))
        and not (inner and all(place in inner for place in at) and _is_piece(phrase, at, inner))
        and not (" " not in phrase and _is_seat(phrase, reading, at))
        and not _is_quoted(phrase, reading, at)
        and not _lost_its_end(phrase, reading, at, clipped)
    }


def _inner(reading: TaggedText) -> dict[int, tuple[int, int]]:
    """For each place of a name with commas that has an acronym behind it, where that name begins and ends."""
    return {
        place: (start, end)
        for start, end in expansions(reading)
        if "," in reading.lower[start:end] and reading.words[end + 1].written.isupper()  # not Bodebek
        for place in range(start, end)
    }


def _is_piece(phrase: str, at: Sequence[int], inner: Mapping[int, tuple[int, int]]) -> bool:
    """Whether a phrase is a piece of a name: ``Klimatologi dan Geofisika`` of what is BMKG."""
    size = phrase.count(" ") + 1
    return all(inner[place][1] - inner[place][0] > size for place in at)


def _is_seat(word: str, reading: TaggedText, at: Sequence[int]) -> bool:
    """Whether a word with a capital tells the kind of a thing and not which: ``Festival``, ``Pemprov``."""
    if word not in SEATS and word not in word_list("analyses/names/class_words"):
        return False
    return all(reading.tags[place] == NAME for place in at if place >= reading.title)


def _is_quoted(phrase: str, reading: TaggedText, at: Sequence[int]) -> bool:
    """Whether a name is a medium that an article takes its news from: ``dikutip dari The Verge``."""
    size, lower = phrase.count(" ") + 1, reading.lower
    return reading.tags[at[0]] == NAME and all(
        not CITES.isdisjoint(lower[max(0, place - NEAR) : place]) or lower[place + size] in REPORTS
        for place in at
    )


def _happens(phrase: str, reading: TaggedText, place: int) -> bool:
    """Whether all words of a phrase tell what happens or how something is: ``tampil gemilang``."""
    return all(is_predicate(reading, at) for at in range(place, place + phrase.count(" ") + 1))


def _is_numbered(phrase: str, reading: TaggedText, at: Sequence[int]) -> bool:
    """Whether a phrase is a place and the number of what follows, ``Shiga 39``, or begins with one: ``III``.

    A number with a nought before it is one to call.
    """
    first, last = at[0], at[0] + phrase.count(" ")
    if ROMAN.fullmatch(phrase.partition(" ")[0]) and reading.words[first].written.isupper():
        return True
    number = reading.lower[last]
    if reading.tags[last] != DIGITS or last == first or YEAR.fullmatch(number):
        return False
    return (number[0] == "0" and len(number) > LEAST_CALL) or (
        len(at) == 1 and bool(reading.words[last - 1].facts[IS_PLACE])
    )


def _lost_its_end(phrase: str, reading: TaggedText, at: Sequence[int], clipped: bool) -> bool:
    """Whether a scraped text lost the last letter of a phrase before a mark: ``Kementerian Kesehata.``

    In a text that is ``clipped`` so does a name that nobody knows.
    """
    size = phrase.count(" ") + 1
    if any(reading.lower[place + size] != "." for place in at):
        return False
    word = phrase.rpartition(" ")[2]
    return (clipped and word not in usage.words()) or _is_cut(word)


def _is_clipped(reading: TaggedText) -> bool:
    """Whether a text lost the last letters of many words before its full stops."""
    ends = {word for word, mark in pairwise(reading.lower) if mark == "." and word.isalpha()}
    unknown = [word for word in ends if word not in usage.words()]
    return len(unknown) >= CLIPPED and sum(map(_is_cut, unknown)) >= CLIPPED


def _is_cut(word: str) -> bool:
    """Whether a word is one that news knows but for its last letter."""
    known = usage.words()
    least = OFTENER * max(known.get(word, UNSEEN).document_frequency, 1)
    return any(known.get(word + letter, UNSEEN).document_frequency >= least for letter in LAST_LETTERS)
