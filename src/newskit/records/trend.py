"""``newskit.trend/1``: how often a term is in the news of a period, and how far above what was expected."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newskit.output.layout import Layout, Told
from newskit.records.base import INTEGER, NUMBER, STRING, Kind, Record, schema_name

if TYPE_CHECKING:
    from rich.console import RenderableType

HEAD: dict[str, Kind] = {}
DEFINITION: dict[str, Kind] = {
    "term": STRING,
    "period": STRING,
    "count": INTEGER,
    "total": INTEGER,
    "share": NUMBER,
    "expected": NUMBER,
    "score": NUMBER,
}
BARS = " ▁▂▃▄▅▆▇█"
LONGEST_BAR = 30
MOST_COLUMNS = 36  # of a small chart


def record(values: Record) -> Record:
    """The record of a term in a period."""
    return {"schema": schema_name("trend"), **{name: values[name] for name in DEFINITION}}


def lines(record: Record) -> list[tuple[str, ...]]:
    """Period, term and count."""
    return [(record["period"], record["term"], str(record["count"]))]


def show(record: Record, told: Told) -> "RenderableType":
    """A chart of what ``charts`` or ``overview`` holds: records that a terminal shows together."""
    if "overview" in record:
        return _overview(record["overview"], told)
    return _chart(record["term"], record["points"], told)


def chart(term: str, points: Sequence[Record]) -> Record:
    """What a terminal shows of one term: its periods as bars."""
    return {"term": term, "points": [*points]}


def overview(courses: Sequence[Sequence[Record]], peaks: Sequence[Record]) -> Record:
    """What a terminal shows of terms that rose: when each did, and its course."""
    return {"overview": [{**peak, "course": [*points]} for points, peak in zip(courses, peaks, strict=True)]}


def _chart(term: str, points: Sequence[Record], told: Told) -> "RenderableType":
    from rich.table import Table
    from rich.text import Text

    heads = (told("period"), "", told("count"), told("of"), told("expected"), told("score"))
    table = Table(*heads, title=Text(term, style="bold"), box=None)
    table.title_justify = "left"
    for column in table.columns[2:]:
        column.justify = "right"
    most = max((point["share"] for point in points), default=0) or 1
    for point in points:
        style = "yellow" if point["score"] >= RISEN else "cyan"
        bar = Text("█" * round(point["share"] / most * LONGEST_BAR), style=style)
        numbers = (f"{point['count']:,}", f"{point['total']:,}", f"{point['expected']:.1f}")
        table.add_row(point["period"], bar, *numbers, Text(f"{point['score']:.1f}", style=style))
    return table


RISEN = 3.0  # a score that is worth a colour


def _overview(rows: Sequence[Record], told: Told) -> "RenderableType":
    from rich.table import Table
    from rich.text import Text

    table = Table(told("term"), told("rose in"), told("count"), told("expected"), told("score"), box=None)
    first, last = (rows[0]["course"][i]["period"] for i in (0, -1)) if rows else ("", "")
    table.add_column(f"{first} – {last}", no_wrap=True)
    for column in table.columns[2:5]:
        column.justify = "right"
    for row in rows:
        numbers = (f"{row['count']:,}", f"{row['expected']:.1f}", f"{row['score']:.1f}")
        line = Text(sparkline([point["share"] for point in row["course"]]), style="cyan")
        table.add_row(Text(row["term"], style="bold"), row["period"], *numbers, line)
    return table


def sparkline(values: Sequence[float]) -> str:
    """Values as a line of small bars; where they are many, each bar is the highest of some.

    >>> sparkline([0, 0.01, 0.04, 0.02])
    ' ▂█▄'
    """
    step = -(-len(values) // MOST_COLUMNS) or 1
    highest = [max(values[i : i + step]) for i in range(0, len(values), step)]
    most = max(highest, default=0) or 1
    return "".join(BARS[round(value / most * (len(BARS) - 1))] for value in highest)


LAYOUT = Layout(None, (*DEFINITION,), lines, show, sourced=False, own=())
