"""``newskit.trend/1``: how often a term is in the news of a period, and how far above what was expected."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newskit.output.layout import Layout, Told
from newskit.records.base import INTEGER, NUMBER, STRING, Kind, Record, schema_name

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

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
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
BARS = " ▁▂▃▄▅▆▇█"
LONGEST_BAR = 30
MOST_COLUMNS = 20  # of a small chart
RISEN = 3.0  # a score that is worth a colour


def record(values: Record) -> Record:
    """The record of a term in a period."""
    return {"schema": schema_name("trend"), **{name: values[name] for name in DEFINITION}}


def lines(record: Record) -> list[tuple[str, ...]]:
    """Period, term and count."""
    return [(record["period"], record["term"], str(record["count"]))]


def show(record: Record, told: Told) -> "RenderableType":
    """A chart of what ``charts`` or ``overview`` holds: records that a terminal shows together."""
    from rich.console import Group
    from rich.text import Text

    if "overview" in record:
        table = _overview(record["overview"], told)
    else:
        table = _chart(record["term"], record["points"], told)
    note = told("expected: the usual count; score: how far above it (5+ is hardly chance)")
    return Group(table, Text(note, style="dim")) if record["explained"] else table


def charts(courses: Sequence[Sequence[Record]]) -> list[Record]:
    """What a terminal shows of terms: the periods of each as bars; the last one explains the columns."""
    return [
        {"term": points[0]["term"], "points": [*points], "explained": points is courses[-1]}
        for points in courses
    ]


def overview(courses: Sequence[Sequence[Record]], peaks: Sequence[Record]) -> Record:
    """What a terminal shows of terms that rose: when each did, and its course."""
    rows = [{**peak, "course": [*points]} for points, peak in zip(courses, peaks, strict=True)]
    return {"overview": rows, "explained": True}


def _is_week(period: str) -> bool:
    return period[4:6] == "-W"


def _start(period: str, told: Told) -> str:
    """A week's first day, any other period as it is.

    >>> _start("2023-W11", str), _start("2023-03", str)
    ('13 Mar 2023', '2023-03')
    """
    if not _is_week(period):
        return period
    day = datetime.date.fromisocalendar(int(period[:4]), int(period[6:]), 1)
    return f"{day.day} {told(MONTHS[day.month - 1])} {day.year}"


def _span(points: Sequence[Record], told: Told) -> str:
    """The first and the last period, the year of weeks once.

    >>> _span([{"period": "2023-W06"}, {"period": "2023-W11"}], str), _span([{"period": "2023"}], str)
    ('6 Feb – 13 Mar 2023', '2023 – 2023')
    """
    first, last = (_start(points[place]["period"], told) for place in (0, -1))
    year = f" {last.rpartition(' ')[2]}"
    return f"{first.removesuffix(year)} – {last}"


def _chart(term: str, points: Sequence[Record], told: Told) -> "Table":
    from rich.table import Table
    from rich.text import Text

    first = told("week of") if _is_week(points[0]["period"]) else told("period")
    heads = (first, "", told("count"), told("of"), told("expected"), told("score"))
    table = Table(*heads, title=Text(term, style="bold"), box=None)
    table.title_justify = "left"
    for column in table.columns[2:]:
        column.justify = "right"
    most = max((point["share"] for point in points), default=0) or 1
    for point in points:
        style = "yellow" if point["score"] >= RISEN else "cyan"
        bar = Text("█" * round(point["share"] / most * LONGEST_BAR), style=style)
        numbers = (f"{point['count']:,}", f"{point['total']:,}", f"{point['expected']:.1f}")
        period = _start(point["period"], told)
        table.add_row(period, bar, *numbers, Text(f"{point['score']:.1f}", style=style))
    return table


def _overview(rows: Sequence[Record], told: Told) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(told("term"), told("rose in"), told("count"), told("expected"), told("score"), box=None)
    table.add_column(_span(rows[0]["course"], told), no_wrap=True)
    for column in table.columns[1:5]:
        column.no_wrap = True
    for column in table.columns[2:5]:
        column.justify = "right"
    for row in rows:
        numbers = (f"{row['count']:,}", f"{row['expected']:.1f}", f"{row['score']:.1f}")
        line = Text(sparkline([point["share"] for point in row["course"]]), style="cyan")
        period = _start(row["period"], told)
        period = f"{told('week of')} {period}" if _is_week(row["period"]) else period
        table.add_row(Text(row["term"], style="bold"), period, *numbers, line)
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
