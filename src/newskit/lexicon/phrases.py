"""The phrases of common words that news uses as one, each with the number of articles that hold it."""

from collections.abc import Mapping
from functools import cache

from newskit.lexicon import lists


@cache
def phrases() -> Mapping[str, float]:
    """The phrases, in lower case: ``serangan jantung``."""
    return lists.weights("lexicon/phrases")


@cache
def openers() -> frozenset[str]:
    """The words that phrases begin with."""
    return frozenset(phrase.partition(" ")[0] for phrase in phrases())
