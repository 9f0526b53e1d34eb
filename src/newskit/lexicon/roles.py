"""What part words have in names: ``Heru`` begins people's names, ``Golkar`` ends other names."""

from functools import cache
from typing import NamedTuple

from newskit.lexicon.lists import data


class Role(NamedTuple):
    """Shares of the names with a word, in per cent: those of people, those that it begins, that it ends."""

    person: int
    begins: int
    ends: int


UNKNOWN = Role(50, 60, 60)


@cache
def _roles() -> dict[str, Role]:
    fields = data("lexicon/name_roles.tsv").split()
    known = {role: Role(*map(int, role.split(":"))) for role in set(fields[1::2])}
    return dict(zip(fields[::2], map(known.__getitem__, fields[1::2]), strict=True))


def of(lower: str) -> Role:
    """The role of a word in lower case.

    >>> of("golkar").person < 10 < 90 < of("heru").person
    True
    """
    return _roles().get(lower, UNKNOWN)
