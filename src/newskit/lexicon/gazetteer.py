"""Names of places: provinces, regencies, cities, countries."""

import re
from functools import cache

from newskit.lexicon.lists import word_list
from newskit.lexicon.usage import words

DISTRICT_OF = re.compile(r"\A(?:kab\.?|kabupaten|kota) ")


def is_place(name: str) -> bool:
    """Whether the gazetteer has a name, or all names of an enumeration such as ``NEW YORK/LONDON``."""
    name = DISTRICT_OF.sub("", name.replace("\u00a0", " ").casefold())
    return is_listed(name) or all(is_listed(part.strip()) for part in re.split(r"[/-]| dan | & ", name))


def is_listed(name: str) -> bool:
    """Whether the gazetteer has a lower-case name."""
    return name in word_list("lexicon/places") or name in word_list("lexicon/regions")


@cache
def place_names() -> frozenset[str]:
    """The single names in the gazetteer that are no common words: news lacks them, or writes a capital."""
    names = {
        name for line in word_list("lexicon/places") | word_list("lexicon/regions") for name in line.split()
    }
    common = {word for word, use in words().items() if use.capital < 90}
    return frozenset(names - common)
