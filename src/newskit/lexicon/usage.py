"""How Indonesian news uses its words: how many articles hold one, and how often it has a capital."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from newskit.lexicon.lists import data


class Usage(NamedTuple):
    """How news uses a word: in how many of ``ARTICLES`` articles, and written with a capital how often.

    ``capital`` is the share, in per cent, of its occurrences inside a sentence that begin with a capital.
    """

    documents: int
    capital: int


UNSEEN = Usage(0, 0)
ARTICLES = 11_913


@cache
def words() -> Mapping[str, Usage]:
    """Each lower-case word form of Indonesian news with its use (see training/usage.py)."""
    fields = data("lexicon/usage.tsv").split()
    uses = {use: Usage(*map(int, use.split(":"))) for use in set(fields[1::2])}  # few for many words
    return dict(zip(fields[::2], map(uses.__getitem__, fields[1::2]), strict=True))
