"""Short forms of names: acronyms, blends, and names with some words in short, ``Polda Jatim``."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from newskit.analyses.names.pieces import unglued
from newskit.lexicon.lists import data

WORD = re.compile(r"[^\W_]+(?:['’`‘][^\W_]+)*")
APOSTROPHE = re.compile("['’`‘]")
IN_BRACKETS = re.compile(r" \([^()]*\)(?= \w)")  # a short form inside a name
MINOR = frozenset(("dan", "of", "the", "for", "and", "di", "untuk", "de"))
COMPANY = frozenset(("pt", "cv", "ud", "tbk", "persero", "fc", "ri", "cf", "afc", "inc", "ltd", "co"))
INNER = ("ke", "pe", "per", "pem", "pen", "peng", "ber", "me", "ter")  # perDAGangan
KNOWN = 1 << 14  # names that are kept in mind
SHORTEST = 2  # letters of a part of a blend
MOST_WORDS = 16  # of a name that may stand with some words in short


@lru_cache(KNOWN)
def plain(text: str) -> str:
    """A name's words in small letters: spaces, lost ones too, hyphens and apostrophes make no difference.

    >>> plain("Pemerintah Daerah (Pemda) Nganjuk"), plain("Ma'ruf")
    ('pemerintah daerah nganjuk', 'maruf')
    """
    if "(" in text:
        text = IN_BRACKETS.sub("", text)
    parts = (part for word in WORD.findall(text) for part in unglued(word) or (word,))
    return APOSTROPHE.sub("", " ".join(parts)).casefold()


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
    own = bare(short.split())  # MPR RI
    return _spells(few, many) or own == bare(words) or (len(own) == 1 and _abbreviates(own[0], words))


def bare(words: Sequence[str]) -> list[str]:
    """The words of a body without what companies and clubs have in common: ``PT``, ``Tbk``, ``FC``."""
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
    ('kepolisian daerah jawa timur', 'dewan perwakilan rakyat daerah jakarta')
    """
    words = f" {plain(name)} "
    for phrase, full in in_full().items():
        if " " in phrase and phrase in words:
            words = words.replace(f" {phrase} ", f" {full} ")
    told = " ".join(in_full().get(word, word) for word in words.split()).split()
    return " ".join(word for word, before in zip(told, ("", *told)) if word != before)  # noqa: B905


@cache
def in_full() -> dict[str, str]:
    """The words and phrases of ``known`` that stand for one name alone."""
    return {short: next(iter(full)) for short, full in meanings().items() if len(full) == 1}


@cache
def meanings() -> dict[str, set[str]]:
    """What each short form of ``known`` may stand for."""
    found: dict[str, set[str]] = {}
    for short, full in known():
        found.setdefault(short, set()).add(full)
    return found


@cache
def known() -> frozenset[tuple[str, str]]:
    """Short forms that all news knows, each with what it stands for."""
    rows = (line.split("\t") for line in data("analyses/names/short_forms.tsv").splitlines())
    return frozenset((plain(short), plain(full)) for short, full in rows)
