"""Which mentions are one name's: ``Widodo`` and ``Jokowi`` are ``Joko Widodo``.

A short form joins a longer one of its kind where its letters or words are that name's and no other of the
text could be meant. A place keeps what tells it from others (``Jakarta Selatan`` is not ``Jakarta``), its
class word may go (``Kota Makassar``).
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from newskit.analyses.names.facets import SIDES
from newskit.analyses.names.kinds import KINDS
from newskit.analyses.names.pieces import unglued
from newskit.analyses.names.short_forms import (
    IN_BRACKETS,
    KNOWN,
    WORD,
    bare,
    in_full,
    is_short_for,
    known,
    meanings,
    plain,
    stands_for,
)
from newskit.lexicon import roles
from newskit.lexicon.gazetteer import is_place
from newskit.lexicon.lists import word_list

CALLED = re.compile(
    r",? (?:atau )?(?:yang )?(?:akrab|biasa|kerap|karib|sering) (?:disapa|dipanggil)(?: dengan)?(?: nama)? "
)
COURTESIES = frozenset("mas mbak bung bang kang gus cak pak bu".split())  # noqa: SIM905
GENERAL = frozenset(  # what companies add to their names
    (
        *("corp", "corporation", "electronics", "entertainment", "group", "grup", "holdings", "indonesia"),
        *("motor", "motors", "racing", "technologies", "technology"),
    )
)
PROPHET = frozenset(("muhammad", "rasulullah"))  # alone, who is short for nobody of a like name
MUHAMMAD = "person", "nabi muhammad"
STATE_OWNED = "(Persero)"
LONGEST_CODE = 6  # letters of an acronym or a ticker
SHORTEST_PLACE = 4  # letters of a place in capitals that is no acronym: not NTB
BEGINS = 30  # per cent of the names with a word that it begins more than ends


Group: TypeAlias = tuple[str, str]
Holders: TypeAlias = Mapping[str, Sequence[Group]]


class Mention(NamedTuple):
    """A name where it stands in the text, and its kind."""

    start: int
    end: int
    text: str
    kind: str


def entities(text: str, mentions: Iterable[Mention], title: str = "") -> list[list[Mention]]:
    """The mentions of each thing, by the first of them; a title beside the text tells whom it is about."""
    groups: dict[Group, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault((mention.kind, plain(mention.text)), []).append(mention)
    parent = dict(_bracketed(text, groups))
    often = {key: len(found) + len(text) * (title.find(found[0].text) >= 0) for key, found in groups.items()}
    holders = _holders(groups)
    for key in groups:
        if key not in parent and (longer := _longer(key, often, holders)):
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
        elif between.strip(" ,") in ("alias", "atau"):
            if is_short_for(short[1], long[1].split()):
                yield short, long
        elif long[0] == "person" and CALLED.fullmatch(between):
            yield short, long


def _holders(groups: Iterable[Group]) -> Holders:
    """The names by each of their words, and by their first letter."""
    found: dict[str, list[Group]] = {}
    for group in groups:
        for part in {group[1][:1], *group[1].split()}:
            if part in found:
                found[part].append(group)
            else:
                found[part] = [group]
    return found


def _holding(name: str, holders: Holders) -> Sequence[Group]:
    """The names with the rarest word of a name, which is a part of no others."""
    words = name.split()
    return min([holders.get(word, ()) for word in bare(words) or words], key=len, default=())


def _longer(key: Group, groups: Mapping[Group, int], holders: Holders) -> Group | None:
    """The fuller name that a name is short for, where one alone can be meant, or the text has one more often.

    ``groups`` tells how often each stands. A name is looked for among those alone that can be meant, so that
    time grows as their number does.
    """
    kind, short = key
    if kind == "person" and short in PROPHET:
        return MUHAMMAD if MUHAMMAD in groups else None
    if kind == "person" and not _meant(short, groups):
        short = _bare_person(short)
    head = short.split(" ", 1)[0]
    alike = () if kind == "person" and " " in short else holders.get(short[:1], ())
    for rule, fuller in (
        (stands_for, (*_meant(short, groups), *alike)),
        (_is_part, _holding(short, holders)),
    ):
        longer = [
            other for other in fuller if len(other[1]) > len(short) and kind == other[0] and key != other
        ]
        found = dict.fromkeys([other for other in longer if rule(kind, short, other[1])])
        found = {other: None for other in found if (short, other[1]) in known()} or found  # AS, no Arab Saudi
        if not found:
            continue
        tops = [part for part in found if found.keys().isdisjoint(_wholes(part, holders))]
        if len(tops) > 1 and kind == "person" and _begins_names(head):
            tops = [top for top in tops if top[1].startswith(short)] or tops
        if len(tops) > 1 and kind == "person":
            first, second, *_ = sorted(tops, key=lambda other: -groups[other])
            tops = [first] if groups[first] > groups[second] else []
        if len(tops) == 1:
            return tops[0]
    return None


def _meant(short: str, groups: Container[Group]) -> list[Group]:
    """The names of the text that all news knows by a short form."""
    return [(kind, full) for full in meanings().get(short, ()) for kind in KINDS if (kind, full) in groups]


def _wholes(part: Group, holders: Holders) -> list[Group]:
    """The names of which one is a part."""
    kind, name = part[0], _bare_person(part[1])
    longer = [other for other in _holding(name, holders) if kind == other[0] and part != other]
    return [other for other in longer if _is_part(kind, name, other[1])]


def _begins_names(word: str) -> bool:
    """Whether a word is a first name more than a last one: ``Budi``, not ``Martin``."""
    role = roles.of(word)
    return role.begins - role.ends >= BEGINS


def _bare_person(name: str) -> str:
    """A person without what is said before a first name: ``mas gibran``."""
    head, _, rest = name.partition(" ")
    return rest if rest and head in COURTESIES else name


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
    many, few = bare(many), bare(few)
    if len(few) == 1 and few[0] in word_list("analyses/names/companies"):
        return many[0] == few[0] and GENERAL.issuperset(many[1:])  # Apple is not Apple Watch
    return bool(few) and many[: len(few)] == few


def _class_words(words: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """The class words that begin a name (``kota``, ``partai``), and the rest."""
    at = 0
    while at < len(words) - 1 and words[at] in word_list("analyses/names/class_words"):
        at += 1
    return words[:at], list(words[at:])


def fullest(mentions: Sequence[Mention], title: str = "") -> str:
    """The fullest form of a name, as written; not all in capitals where it is written otherwise, too.

    A title beside the text, or the gazetteer, may tell ``Jakarta`` for ``JAKARTA``. Words of a place that
    lost the blank between them are parted, those of others where a short form of the text stands for them:
    ``Komisi PemberantasanKorupsi``, ``KPK``. A short form in brackets inside goes: ``(Pemkab)``.
    """
    found = max(dict.fromkeys(mention.text for mention in mentions), key=_fullness)
    if "(" in found and STATE_OWNED not in found:
        found = IN_BRACKETS.sub("", found)
    spaced = " ".join(part for word in found.split() for part in unglued(word) or (word,))
    if spaced != found and any(
        m.kind == "place" or stands_for(m.kind, plain(m.text), plain(spaced)) for m in mentions
    ):
        return spaced
    if title and found.isupper() and (same := re.search(rf"\b{re.escape(found)}\b", title, re.IGNORECASE)):
        return max(found, same[0], key=_fullness)
    return _in_small(found) if found.isupper() and len(found) >= SHORTEST_PLACE and is_place(found) else found


def _in_small(name: str) -> str:
    """The name of a place that a dateline has all in capitals: ``DKI Jakarta``."""
    return " ".join(
        word if len(word) < SHORTEST_PLACE and word.lower() in in_full() else word.capitalize()
        for word in name.split()
    )


@lru_cache(KNOWN)
def _fullness(text: str) -> tuple[int, int, int]:
    found = WORD.findall(text)
    if found[1:] and found[0].lower() in COURTESIES:
        found = found[1:]
        text = " ".join(found)
    capitals = sum(word.isupper() and len(word) > 1 for word in found)
    return len(found) - (capitals == len(found)), -capitals, len(text)
