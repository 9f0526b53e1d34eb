"""The people, bodies and places of a text by place, to ask who is named between two offsets."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from newskit.analyses.quotes.words import offices
from newskit.document import Span

PERSON, ORGANISATION, PLACE = "person", "organisation", "place"


class Named(Protocol):
    """What is asked of a name of ``analyses.names``."""

    @property
    def name(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def mentions(self) -> Sequence[Span]: ...


class Mention(NamedTuple):
    """Where a name stands: ``who`` is the name's place among the text's names."""

    start: int
    end: int
    type: str
    who: int


class Cast(NamedTuple):
    """The mentions of a masked text, in order, and their starts; ``names`` are by ``Mention.who``."""

    masked: str
    mentions: Sequence[Mention]
    starts: Sequence[int]
    names: Sequence[str]

    def within(self, start: int, end: int, *types: str) -> list[Mention]:
        """The mentions between two offsets, of some types or all, in order."""
        found = []
        for place in range(bisect_left(self.starts, start), len(self.starts)):
            mention = self.mentions[place]
            if mention.start >= end:
                break
            if mention.end <= end and (not types or mention.type in types):
                found.append(mention)
        return found

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a mention holds a mark: the comma of ``Pusat Pangan, Energi, dan Air``."""
        place = bisect_left(self.starts, start) - 1
        return place >= 0 and self.mentions[place].end >= end


def cast(masked: str, names: Iterable[Named]) -> Cast:
    """The cast of the story, but for its quotations; an office that was taken for a person is none."""
    listed = list(names)
    mentions = sorted(
        Mention(m.start, m.end, name.type, who)
        for who, name in enumerate(listed)
        for m in name.mentions
        if masked[m.start : m.start + 1] not in ("_", "\n", "")
        and not (name.type == PERSON and m.text.lower() in offices())
    )
    return Cast(masked, mentions, [m.start for m in mentions], [name.name for name in listed])
