"""Names of places: provinces, regencies, cities, countries."""

import re
from functools import cache

from newskit.lexicon.lists import word_list
from newskit.lexicon.usage import NEARLY_ALWAYS, words

DISTRICT_OF = re.compile(r"\A(?:kab\.?|kabupaten|kota) ")


def is_place(name: str) -> bool:
    """Whether the gazetteer has a name, or all names of an enumeration such as ``NEW YORK/LONDON``."""
    name = DISTRICT_OF.sub("", name.replace("\u00a0", " ").casefold())
    return is_listed(name) or all(is_listed(part.strip()) for part in re.split(r"[/-]| dan | & ", name))


def is_listed(name: str) -> bool:
    """Whether the gazetteer has a lower-case name."""
    return name in word_list("lexicon/places") or name in word_list("lexicon/regions")


@cache
def _single_names() -> frozenset[str]:
    lines = word_list("lexicon/places") | word_list("lexicon/regions")
    return frozenset(name for line in lines for name in line.split())


@cache
def place_names() -> frozenset[str]:
    """The single names in the gazetteer that are no common words: news lacks them, or writes a capital."""
    common = {word for word, use in words().items() if use.capitalization_rate < NEARLY_ALWAYS}
    return _single_names() - common


def names_a_place(word: str) -> bool:
    """Whether the gazetteer has a single name that five articles at most write small: not Kepulauan."""
    use = words().get(word)
    return word in _single_names() and (
        use is None or use.document_frequency * (100 - use.capitalization_rate) <= 500
    )
