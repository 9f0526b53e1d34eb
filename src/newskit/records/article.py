"""``newskit.article/1``: what an article says about itself."""

from typing import TYPE_CHECKING, Any

from newskit.article.parse import parse
from newskit.document import Article, Source, Span
from newskit.output.layout import Layout, Told
from newskit.records.base import OFFSETS, PIECE, STRING, Kind, Record, array, nullable, one_of
from newskit.records.base import fields as of
from newskit.records.dates import MENTION, items

if TYPE_CHECKING:
    from rich.console import RenderableType

KINDS = "related video advert caption byline call share copyright header".split()  # noqa: SIM905
DEFINITION: dict[str, Kind] = {
    "date": nullable(STRING),
    "published": nullable(STRING),
    "title": nullable(STRING),
    "image": nullable(STRING),
    "outlet": nullable(STRING),
    "place": nullable(STRING),
    "lede": nullable(STRING),
    "paragraphs": array(STRING),
    "signature": nullable(STRING),
    "url": nullable(STRING),
    "warnings": array(STRING),
    "published_by": nullable(one_of("row", "page", "header", "text")),
    "inserts": array(of({**PIECE, "kind": one_of(*KINDS)})),
}
TOLD = (*DEFINITION,)[:-2]
"""The fields that text and panel show."""
SPANS = ("date", "title", "image", "outlet", "place", "lede", "paragraphs", "signature")
OPTIONAL: dict[str, Kind] = {
    "spans": of(
        {name: array(of(OFFSETS)) if name == "paragraphs" else nullable(of(OFFSETS)) for name in SPANS}
    ),
    "dates": array(MENTION),
    "keywords": array(STRING),
    "summary": STRING,
    "names": array(STRING),
    "quotes": array(STRING),
    "extra": {"type": "object"},
}
ADDED = ("keywords", "summary", "names", "quotes")
"""What ``parse --with`` adds to an article."""
SHOWN = 240  # characters of a paragraph on a terminal, three lines
LIST_MARKS = (("keywords", "; "), ("names", "; "), ("quotes", "\n"))


def fields(
    source: Source, *, spans: bool = False, dates: bool = False, added: tuple[str, ...] = ()
) -> Record:
    """The record's own fields, with the offsets of each and the dates that the text mentions where wanted.

    ``added`` names analyses whose findings are ADDED as plain strings, for a spreadsheet.
    """
    article = parse(source)
    document = article.document
    values: Record = {name: _plain(getattr(article, name, None)) for name in (*TOLD, "published_by")}
    values["inserts"] = [
        {"text": text, "start": start + document.origin, "end": end + document.origin, "kind": kind}
        for start, end, text, kind in article.inserts
    ]
    values["date"] = values["date"] or document.date
    values["title"] = values["title"] or document.title
    values["outlet"] = document.outlet or values["outlet"]  # what a row or page says itself
    values["url"] = document.url
    if spans:
        values["spans"] = {name: _offsets(getattr(article, name), document.origin) for name in SPANS}
    if dates:
        values["dates"] = items(article)
    values |= {name: found(article, name) for name in added}
    if document.extra is not None:
        values["extra"] = dict(document.extra)
    return values


def found(article: Article, name: str) -> list[str] | str:
    """What an analysis finds in an article, as plain strings; ``quotes`` as ``name: text``."""
    if name == "keywords":
        from newskit.analyses.keywords.extract import keywords

        return [keyword.keyword for keyword in keywords(article)]
    if name == "summary":
        from newskit.analyses.summary.extract import summary

        return " ".join(" ".join(sentence.text.split()) for sentence in summary(article))
    if name == "names":
        from newskit.analyses.names.extract import names

        return [each.name for each in names(article)]
    from newskit.analyses.quotes.extract import quotes

    return [f"{quote.name}: {quote.text}" if quote.name else quote.text for quote in quotes(article)]


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return value.text
    return [_plain(v) for v in value] if isinstance(value, tuple) else value


def _offsets(value: Any, origin: int) -> Any:
    if isinstance(value, Span):
        return {"start": value.start + origin, "end": value.end + origin}
    return value and [_offsets(v, origin) for v in value]


def lines(record: Record) -> list[str]:
    """``name: value`` for each field that the article has, a line for each paragraph."""
    return (
        [
            f"{name}: {value}"
            for name in TOLD
            for value in (record[name] if isinstance(record[name], list) else [record[name]])
            if value is not None
        ]
        + [f"{name}: {value}" for name in ADDED if name in record for value in _listed(record[name])]
        + [f"mentions: {_dated(date)}" for date in record.get("dates", ())]
    )


def _listed(value: list[str] | str) -> list[str]:
    return [value] if isinstance(value, str) else value


def _dated(date: dict[str, Any]) -> str:
    return f"{date['text']} = {date['value']}" if date["value"] else date["text"]


def show(record: Record, told: Told, hint: str | None = None) -> "RenderableType":
    """A panel of the fields, the text last.

    With a ``hint``, which says how to see the rest, only the beginning of the text and how many paragraphs
    follow.
    """
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column()
    texts = {name: _listed(record[name] or []) for name in ("lede", "paragraphs")}
    shown = {name: _beginning(text) if hint else text for name, text in texts.items()}
    marks = dict(LIST_MARKS)
    values = {
        name: marks.get(name, "").join(_listed(record.get(name) or []))
        for name in (*TOLD, *ADDED)
        if name not in texts
    }
    values["mentions"] = "\n".join(map(_dated, record.get("dates", ())))
    values["warnings"] = "\n".join(map(told, record["warnings"]))
    values |= {name: "\n\n".join(text) for name, text in shown.items()}
    for name, value in values.items():
        if value:
            grid.add_row(told(name), Text(value, style={"title": "bold", "warnings": "yellow"}.get(name, "")))
    panel = Panel(grid, title=Text(record["id"], style="dim"), title_align="left", border_style="dim")
    if shown != texts:
        panel.subtitle, panel.subtitle_align = Text(hint or "", style="dim"), "right"
    return panel


def _beginning(texts: list[str]) -> list[str]:
    """The first of some paragraphs, shortened, and how many follow."""
    first = [text if len(text) <= SHOWN else f"{text[:SHOWN].rsplit(maxsplit=1)[0]} …" for text in texts[:1]]
    return [*first, f"… (+{len(texts) - 1})"] if len(texts) > 1 else first


LAYOUT = Layout(None, (*TOLD, "published_by"), lines, show, between="\n", list_marks=LIST_MARKS)
