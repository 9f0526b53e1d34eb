"""How Indonesian news uses its words: how many articles hold one, and how often it has a capital."""

from collections.abc import Mapping, Set
from functools import cache
from typing import NamedTuple

from newskit.lexicon.lists import data


class Usage(NamedTuple):
    """How news uses a word: in how many of ``ARTICLES`` articles, and written with a capital how often.

    ``capitalization_rate`` is the share, in per cent, of its occurrences inside a sentence that begin with a
    capital.
    """

    document_frequency: int
    capitalization_rate: int


UNSEEN = Usage(0, 0)
RARELY, HARDLY_EVER, SELDOM, EVENLY, MOSTLY, USUALLY, NEARLY_ALWAYS, ALWAYS = 10, 20, 25, 50, 60, 80, 90, 98
"""Levels of ``capitalization_rate``: a word below HARDLY_EVER is a common one, above NEARLY_ALWAYS a name."""
ARTICLES = 11_913


@cache
def words() -> Mapping[str, Usage]:
    """Each lower-case word form of Indonesian news with its use (see training/usage.py)."""
    fields = data("lexicon/usage.tsv").split()
    uses = {use: _use(use) for use in set(fields[1::2])}  # few for many words
    return dict(zip(fields[::2], map(uses.__getitem__, fields[1::2]), strict=True))


def _use(written: str) -> Usage:
    documents, _, rate = written.partition(":")
    return Usage(int(documents), int(rate))


def forms() -> Set[str]:
    """The word forms of ``words``, whose uses take most of its time, where they are not there already."""
    return words().keys() if words.cache_info().currsize else _forms()


@cache
def _forms() -> frozenset[str]:
    return frozenset(data("lexicon/usage.tsv").split()[::2])
