"""Which mentions are one name's: ``Widodo`` and ``Jokowi`` are ``Joko Widodo``.

A short form joins a longer one of its kind where its letters or words are that name's and no other of the
text could be meant. A place keeps what tells it from others (``Jakarta Selatan`` is not ``Jakarta``), its
class word may go (``Kota Makassar``).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from newskit.analyses.names.facets import SIDES
from newskit.analyses.names.pieces import unglued
from newskit.lexicon import roles
from newskit.lexicon.gazetteer import is_place
from newskit.lexicon.lists import data, word_list

WORD = re.compile(r"[^\W_]+(?:['’`‘][^\W_]+)*")
IN_BRACKETS = re.compile(r" \([^()]*\)(?= \w)")  # a short form inside a name
COURTESIES = frozenset("mas mbak bung bang kang gus cak pak bu".split())  # noqa: SIM905
PROPHET = frozenset(("muhammad", "rasulullah"))  # alone, who is short for nobody of a like name
MINOR = frozenset(("dan", "of", "the", "for", "and", "di", "untuk", "de"))
COMPANY = frozenset(("pt", "cv", "ud", "tbk", "persero", "fc", "ri", "cf", "afc", "inc", "ltd", "co"))
INNER = ("ke", "pe", "per", "pem", "pen", "peng", "ber", "me", "ter")  # perDAGangan
LONGEST_CODE = 6  # letters of an acronym or a ticker
KNOWN = 1 << 14  # names that are kept in mind
SHORTEST = 2  # letters of a part of a blend
SHORTEST_PLACE = 4  # letters of a place in capitals that is no acronym: not NTB
BEGINS = 75  # per cent of the names with a word that it begins
MOST_WORDS = 16  # of a name that may stand with some words in short


Group: TypeAlias = tuple[str, str]


class Mention(NamedTuple):
    """A name where it stands in the text, and its kind."""

    start: int
    end: int
    text: str
    kind: str


@lru_cache(KNOWN)
def plain(text: str) -> str:
    """A name's words in small letters: spaces, lost ones too, hyphens and apostrophes make no difference.

    >>> plain("Pemerintah Daerah (Pemda) Nganjuk"), plain("Ma'ruf")
    ('pemerintah daerah nganjuk', 'maruf')
    """
    if "(" in text:
        text = IN_BRACKETS.sub("", text)
    parts = (part for word in WORD.findall(text) for part in unglued(word) or (word,))
    return " ".join(re.sub(r"['’`‘]", "", part).casefold() for part in parts)


def entities(text: str, mentions: Iterable[Mention]) -> list[list[Mention]]:
    """The mentions of each thing, by the first of them."""
    groups: dict[Group, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault((mention.kind, plain(mention.text)), []).append(mention)
    parent = dict(_bracketed(text, groups))
    for key in groups:
        if key not in parent and (longer := _longer(key, groups)):
            parent[key] = longer
    joined: dict[Group, list[Mention]] = {}
    for key, found in groups.items():
        seen = {key}
        while key in parent and parent[key] not in seen:
            key = parent[key]
            seen.add(key)
        joined.setdefault(key, []).extend(found)
    return sorted((sorted(found) for found in joined.values()), key=lambda found: found[0])


def _bracketed(text: str, groups: dict[Group, list[Mention]]) -> Iterable[tuple[Group, Group]]:
    """Short forms that stand in brackets behind what they stand for, and names after ``alias``."""
    ordered = sorted((m, key) for key, found in groups.items() for m in found)
    for (first, long), (second, short) in pairwise(ordered):
        between = text[first.end : second.start]
        if long[0] != short[0] or long == short:
            continue
        if between.strip() == "(" and text[second.end : second.end + 1] == ")":
            code = (
                long[0] != "person"
                and second.text.isupper()
                and len(second.text) <= LONGEST_CODE
                and len(long[1].split()) > 1
            )
            if code or is_short_for(short[1], long[1].split()):
                yield short, long
            elif is_short_for(long[1], short[1].split()):
                yield long, short
        elif between.strip(" ,") in ("alias", "atau") and is_short_for(short[1], long[1].split()):
            yield short, long


def is_short_for(short: str, words: Sequence[str]) -> bool:
    """Whether the letters of a short form follow each other in the words: ``kpu``, ``jokowi``.

    >>> is_short_for("formappi", ["forum", "masyarakat", "peduli", "parlemen", "indonesia"])
    True
    """
    letters = iter("".join(words))
    return (
        len(short) < len("".join(words))
        and words[0][0] == short[0]
        and all(c in letters for c in short.replace(" ", ""))
    )


def _longer(key: Group, groups: Mapping[Group, Sequence[Mention]]) -> Group | None:
    """The fuller name that a name is short for, where one alone can be meant."""
    kind, short = key
    if kind == "person" and short in PROPHET:
        return next((other for other in groups if other == (kind, "nabi muhammad")), None)
    if kind == "person" and not any((short, full) in known() for _, full in groups):
        short = _bare_person(short)
    head = short.split(" ", 1)[0]
    others = [other for other in groups if other[0] == kind and len(other[1]) > len(short) and other != key]
    holding = [other for other in others if head in other[1] or head in COMPANY]
    for rule, fuller in ((stands_for, others), (_is_part, holding)):
        found = [other for other in fuller if rule(kind, short, other[1])]
        tops = [
            a for a in found if not any(a != b and _is_part(kind, _bare_person(a[1]), b[1]) for b in found)
        ]
        if len(tops) > 1 and kind == "person" and roles.of(head).begins >= BEGINS:
            tops = [top for top in tops if top[1].startswith(short)] or tops
        if len(tops) > 1 and kind == "person":
            first, second, *_ = sorted(tops, key=lambda other: -len(groups[other]))
            tops = [first] if len(groups[first]) > len(groups[second]) else []
        if len(tops) == 1:
            return tops[0]
    return None


def _bare_person(name: str) -> str:
    """A person without what is said before a first name: ``mas gibran``."""
    head, _, rest = name.partition(" ")
    return rest if rest and head in COURTESIES else name


def stands_for(kind: str, short: str, long: str) -> bool:
    """Whether a form is an acronym or a blend of a name, is known to stand for it, or has some of these.

    >>> stands_for("organisation", "bi malang", "bank indonesia malang")
    True
    >>> stands_for("organisation", "dewan keamanan pbb", "dewan keamanan perserikatan bangsa bangsa")
    True
    """
    if (short, long) in known():
        return True
    if short == long or short[0] != long[0] or " " not in long or (kind == "person" and " " in short):
        return False
    words = long.split()
    if " " not in short:
        return _abbreviates(short, words)
    few, many = spelled_out(short).split(), spelled_out(long).split()
    return _spells(few, many) or _bare(few) == _bare(many)


def _bare(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in COMPANY]


def _abbreviates(word: str, words: Sequence[str]) -> bool:
    return _initials(words) == word or is_blend(word, words) or (word, " ".join(words)) in known()


def _spells(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether words are others, some of them in short: ``polda jatim``, ``polda jawa timur``."""
    while few and many and few[0] == many[0]:
        few, many = few[1:], many[1:]
    if not few or len(few) >= len(many) or len(few[0]) < SHORTEST or len(many) > MOST_WORDS:
        return few == many
    ends = range(2, len(many) - len(few) + 2)
    return any(_abbreviates(few[0], many[:end]) and _spells(few[1:], many[end:]) for end in ends)


def _is_part(kind: str, short: str, long: str) -> bool:
    """Whether the words of a form are enough of a longer name of its kind."""
    if len(short) >= len(long):
        return False
    few, many = short.split(), long.split()
    if kind == "person":
        rest = iter(many)
        return all(word in rest for word in few) and len(short) > 1
    head, tail = _class_words(many)
    if few == tail:
        return bool(head)
    if kind == "place":
        begins = len(few) > 1 and many[: len(few)] == few and bool(_class_words(few)[0])
        return begins and not SIDES.intersection(many[len(few) :])
    many, few = _bare(many), _bare(few)
    return bool(few) and many[: len(few)] == few


def _class_words(words: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """The class words that begin a name (``kota``, ``partai``), and the rest."""
    at = 0
    while at < len(words) - 1 and words[at] in word_list("analyses/names/class_words"):
        at += 1
    return words[:at], list(words[at:])


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in MINOR)


def is_blend(short: str, words: Sequence[str]) -> bool:
    """Whether a form is made of beginnings of words, in their order.

    >>> is_blend("kemendag", ["kementerian", "perdagangan"]), is_blend("jokowi", ["joko", "widodo"])
    (True, True)
    """
    if len(short) < 4 or short in words or short[0] != words[0][0]:
        return False
    return _blend(short, tuple(words), 0)


def _blend(short: str, words: tuple[str, ...], used: int) -> bool:
    if not short:
        return used > 1
    if not words:
        return False
    first, rest = words[0], words[1:]
    for root in (first, *(first[len(p) :] for p in INNER if first.startswith(p))):
        size = 0
        while size < min(len(root), len(short)) and root[size] == short[size]:
            size += 1
            if size >= SHORTEST and _blend(short[size:], rest, used + 1):
                return True
    return used > 0 and _blend(short, rest, used)


@lru_cache(KNOWN)
def spelled_out(name: str) -> str:
    """A name's words as ``plain`` has them, in full those that all news knows in short.

    >>> spelled_out("Polda Jatim"), spelled_out("DPRD DKI Jakarta")
    ('polda jawa timur', 'dprd jakarta')
    """
    words = f" {plain(name)} "
    for phrase, full in _in_full().items():
        if " " in phrase and phrase in words:
            words = words.replace(f" {phrase} ", f" {full} ")
    told = " ".join(_in_full().get(word, word) for word in words.split()).split()
    return " ".join(word for word, before in zip(told, ("", *told)) if word != before)  # noqa: B905


@cache
def _in_full() -> dict[str, str]:
    """The words and phrases of ``known`` that stand for one name alone."""
    found: dict[str, set[str]] = {}
    for short, full in known():
        found.setdefault(short, set()).add(full)
    return {short: next(iter(full)) for short, full in found.items() if len(full) == 1}


@cache
def known() -> frozenset[tuple[str, str]]:
    """Short forms that all news knows, each with what it stands for."""
    rows = (line.split("\t") for line in data("analyses/names/short_forms.tsv").splitlines())
    return frozenset((plain(short), plain(full)) for short, full in rows)


def fullest(mentions: Sequence[Mention], title: str = "") -> str:
    """The fullest form of a name, as written; not all in capitals where it is written otherwise, too.

    A title beside the text, or the gazetteer, may tell ``Jakarta`` for ``JAKARTA``. Words of a place that
    lost the blank between them are parted, those of others where a short form of the text stands for them:
    ``Komisi PemberantasanKorupsi``, ``KPK``.
    """
    found = max(dict.fromkeys(mention.text for mention in mentions), key=_fullness)
    spaced = " ".join(part for word in found.split() for part in unglued(word) or (word,))
    if spaced != found and any(
        m.kind == "place" or stands_for(m.kind, plain(m.text), plain(spaced)) for m in mentions
    ):
        return spaced
    if found.isupper() and (same := re.search(rf"\b{re.escape(found)}\b", title, re.IGNORECASE)):
        return max(found, same[0], key=_fullness)
    return _in_small(found) if found.isupper() and len(found) >= SHORTEST_PLACE and is_place(found) else found


def _in_small(name: str) -> str:
    """The name of a place that a dateline has all in capitals: ``DKI Jakarta``."""
    return " ".join(
        word if len(word) < SHORTEST_PLACE and word.lower() in _in_full() else word.capitalize()
        for word in name.split()
    )


@lru_cache(KNOWN)
def _fullness(text: str) -> tuple[int, int, int]:
    found = WORD.findall(text)
    capitals = sum(word.isupper() and len(word) > 1 for word in found)
    return len(found) - (capitals == len(found)), -capitals, len(text)
