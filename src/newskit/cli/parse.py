"""``newskit parse``: what an article says about itself."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from typer import BadParameter, Option

from newskit.cli.options import Run
from newskit.document import Document, Span

if TYPE_CHECKING:
    from rich.console import RenderableType

    from newskit.writer import Record

NAMES = (
    "date",
    "published",
    "title",
    "image",
    "outlet",
    "place",
    "lede",
    "paragraphs",
    "signature",
    "warnings",
)
SPANS = ("date", "title", "image", "outlet", "place", "lede", "paragraphs", "signature")


def parse(
    run: Run,
    spans: Annotated[bool, Option("--spans", help="Add the offsets of every field.")] = False,
    dates: Annotated[bool, Option("--dates", help="Add the dates that the text mentions.")] = False,
) -> None:
    """An article's date, title, outlet, place, lede, paragraphs and signature."""
    from newskit.cli.frame import Command, start
    from newskit.writer import Layout

    if (spans or dates) and run.format in ("csv", "tsv", "md"):
        raise BadParameter(f"--spans and --dates are for jsonl; {run.format} has no cells for them")
    layout = Layout(None, NAMES, lines, show, between="\n")
    task = partial(fields, spans=spans, dates=dates)
    start(Command("newskit.article/1", task, layout, piped="jsonl"), run)


def fields(document: Document, *, spans: bool, dates: bool) -> "Record":
    """The fields of a newskit.article/1 record."""
    from newskit.parse import mentioned_dates, parse

    article = parse(document)
    values: Record = {name: _plain(getattr(article, name)) for name in NAMES}
    values["date"] = values["date"] or document.date
    values["title"] = values["title"] or document.title
    if spans:
        values["spans"] = {name: _offsets(getattr(article, name), document.origin) for name in SPANS}
    if dates:
        values["dates"] = [
            {**date._asdict(), "start": date.start + document.origin, "end": date.end + document.origin}
            for date in mentioned_dates(document, article)
        ]
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return value.text
    return [_plain(v) for v in value] if isinstance(value, tuple) else value


def _offsets(value: Any, origin: int) -> Any:
    if isinstance(value, Span):
        return {"start": value.start + origin, "end": value.end + origin}
    return value and [_offsets(v, origin) for v in value]


def lines(record: "Record") -> list[str]:
    """``name: value`` for each field that the article has, a line for each paragraph."""
    return [
        f"{name}: {value}"
        for name in NAMES
        for value in (record[name] if isinstance(record[name], list) else [record[name]])
        if value is not None
    ] + [f"mentions: {_dated(date)}" for date in record.get("dates", ())]


def _dated(date: dict[str, Any]) -> str:
    return f"{date['text']} = {date['value']}" if date["value"] else date["text"]


def show(record: "Record") -> "RenderableType":
    """A panel of the fields."""
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column()
    for name in NAMES:
        value = record[name]
        if value:
            style = {"title": "bold", "warnings": "yellow"}.get(name, "")
            grid.add_row(name, Text("\n\n".join(value) if isinstance(value, list) else value, style=style))
    if record.get("dates"):
        grid.add_row("mentions", Text("\n".join(map(_dated, record["dates"]))))
    return Panel(grid, title=Text(record["id"], style="dim"), title_align="left", border_style="dim")
