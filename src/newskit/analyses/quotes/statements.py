"""The statements of a sentence: what is said, the cue that says so, and where the speaker is named."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from newskit.analyses.quotes.words import Word

Side = Literal["before", "behind", "nowhere", "source", "nobody"]


class Statement(NamedTuple):
    """A statement with its cue (``kata``) and the stretch of text that names the speaker.

    ``side`` tells how to read that stretch: ``before`` a verb, ``behind`` a quotative, a ``source``
    (``Dalam keterangan resmi X disebutkan``), ``nowhere`` where the speaker is not
    named (``katanya``), or ``nobody`` where it is no one's (``isu bahwa``).
    """

    start: int
    end: int
    kind: Literal["direct", "reported"]
    cue: tuple[int, int] | None = None
    subject: tuple[int, int] = (0, 0)
    side: Side = "nowhere"


def extent(sentence: Sequence[Word]) -> tuple[int, int]:
    """From the first to the last of some words."""
    return sentence[0].start, sentence[-1].end


def without_stop(sentence: Sequence[Word], stops: str = ".;:,") -> Sequence[Word]:
    """The words without the marks behind them."""
    end = len(sentence)
    while end and sentence[end - 1].text in stops:
        end -= 1
    return sentence[:end]


def comma(sentence: Sequence[Word], at: int) -> int | None:
    """The place of the next comma from ``at`` on."""
    return next((place for place in range(at, len(sentence)) if sentence[place].text == ","), None)


def reports(content: Sequence[Word], cue: Word, subject: tuple[int, int], side: Side) -> Statement:
    """A reported statement."""
    start, end = extent(content)
    return Statement(start, end, "reported", (cue.start, cue.end), subject, side)
