"""Charts as SVG that stretches with the page while its words keep their size: all places are percentages.

They are pictures of numbers that stand beside them as text, so that they are hidden from screen readers.
"""

from collections.abc import Callable, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

GAP = 0.2  # of the room of a column, what is left free
SHOWN = 0.008  # of the height, what the lowest column has at least: one article of a thousand is seen
NARROW, WIDE = 245, 560  # pixels that a chart has at the least, on a phone and on a page wider than 40 rem
LETTER = 7.6  # pixels of a label's letter, at the most on the average
BETWEEN = 12  # pixels between labels
STEPS = (1, 2, 3, 4, 6)  # and twelves: months stand at the same places of each year
ROOMY = ' class="roomy"'


def columns(
    values: Sequence[float],
    *,
    highest: float | None = None,
    marked: int | None = None,
    links: Sequence[tuple[str, str]] = (),
    kind: str = "columns",
) -> str:
    """A column for each value, of which ``highest`` fills the height; the one at the place ``marked`` counts.

    ``links`` has for each column where it leads and what it tells the mouse.

    >>> columns([1, 0, 4], marked=2).count("<rect")
    2
    """
    top = highest or max(values, default=0) or 1
    room = 100 / (len(values) or 1)
    drawn = []
    for place, value in enumerate(values):
        if not value:
            continue
        height = 100 * max(value / top, SHOWN)
        side = f'x="{_number((place + GAP / 2) * room)}%" width="{_number((1 - GAP) * room)}%"'
        mark = ' class="marked"' if place == marked else ""
        shape = f'<rect {side} y="{_number(100 - height)}%" height="{_number(height)}%"{mark}/>'
        drawn.append(_linked(shape, *links[place]) if links else shape)
    return _picture(kind, "".join(drawn))


def bar(share: float) -> str:
    """A bar from the left that fills a share of the room."""
    return _picture("bar", f'<rect width="{_number(100 * share)}%" height="100%"/>')


class Tick(NamedTuple):
    """A label below a chart: how far from the left, in percent."""

    left: float
    label: str


def ticks(labels: Sequence[str]) -> list[Tick]:
    """The labels below columns, each at the first column that has it.

    >>> ticks(["2022", "2022", "2023", "2023"])
    [Tick(left=0.0, label='2022'), Tick(left=50.0, label='2023')]
    """
    first = [place for place, label in enumerate(labels) if not place or label != labels[place - 1]]
    return [Tick(100 * place / len(labels), labels[place]) for place in first]


def spread(placed: Sequence[Tick], width: int) -> list[Tick]:
    """As many labels, at even steps, as do not overlap nor leave the page below a chart of this width, in
    pixels.

    >>> months = ticks(["Jan 2023", "Feb 2023", "Mar 2023", "Apr 2023", "Mei 2023", "Jun 2023"])
    >>> [tick.label for tick in spread(months, 280)]
    ['Jan 2023', 'Mar 2023', 'Mei 2023']
    """
    widest = LETTER * max((len(tick.label) for tick in placed), default=0)
    inside = [tick for tick in placed if tick.left * width / 100 + widest <= width + BETWEEN]
    for step in (*STEPS, *range(12, len(inside), 12)):
        for chosen in (inside[::step], inside[1::step]):
            gaps = [after.left - before.left for before, after in pairwise(chosen)]
            if min(gaps, default=100) * width / 100 >= widest + BETWEEN:
                return chosen
    return inside[:1]


def axis(labels: Sequence[str]) -> str:
    """The labels below columns; those for which a phone has no room are ``roomy``."""
    wide = spread(ticks(labels), WIDE)
    narrow = spread(wide, NARROW)
    words = (
        f'<text x="{_number(tick.left)}%" y="14"{"" if tick in narrow else ROOMY}>{escape(tick.label)}</text>'
        for tick in wide
    )
    return _picture("axis", "".join(words))


def scale(highest: int) -> int:
    """A round number below the highest value, for the one line across a chart.

    >>> [scale(value) for value in (3, 17, 584, 2300)]
    [2, 10, 500, 2000]
    """
    power = 10 ** (len(str(max(highest, 1))) - 1)
    return next((step * power for step in (5, 2, 1) if step * power <= highest), 1)


def line(value: float, highest: float, number: Callable[[float], str]) -> str:
    """A line across a chart at a value, which stands left of it."""
    height = _number(100 - 100 * value / (highest or 1))
    label = f'<text x="-6" y="{height}%" dy="4" text-anchor="end">{escape(number(value))}</text>'
    return _picture("line", f'<line x1="0" x2="100%" y1="{height}%" y2="{height}%"/>{label}')


def _linked(shape: str, address: str, told: str) -> str:
    return f'<a href="{escape(address)}" tabindex="-1"><title>{escape(told)}</title>{shape}</a>'


def _picture(kind: str, inside: str) -> str:
    return f'<svg class="{kind}" aria-hidden="true" focusable="false">{inside}</svg>'


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
