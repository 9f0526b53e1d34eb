"""One page that shows a corpus to people: no address is loaded, no text of an article is more than text.

The template is ``data/report.html``, its words are ``data/report.tsv``. Figures lead to their articles by
what stands after ``#`` in the address: ``#t=person-3`` are the articles of a set, ``#t=time-8+site-2`` those
of both.
"""

import base64
import datetime
import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from string import Template
from typing import Any
from urllib.parse import urlsplit

from newskit import __version__
from newskit.corpus.overview import Overview, overview
from newskit.corpus.sections import Page, sections
from newskit.corpus.wording import Wording
from newskit.lexicon.lists import data

LISTED = 10_000  # articles in the table: about 2 MB
SCRIPT_WORDS = ("more", "shown", "outside", "untitled")


def report(
    connection: sqlite3.Connection,
    name: str,
    *,
    language: str = "id",
    title: str | None = None,
    by: str | None = None,
    listed: int = LISTED,
) -> str:
    """The page (HTML) of a corpus file, in Indonesian (``id``) or English (``en``).

    ``name`` is what the corpus is called, ``title`` the page's heading; the newest ``listed`` articles are in
    the table.
    """
    found = overview(connection, by=by)
    words = Wording(language)
    page = Page(found, words, {})
    body = sections(page)
    template = data("corpus/report.html")
    dates = [article.day for article in found.articles.values() if article.day]
    return Template(template).substitute(
        language=language,
        policy=_policy(template),
        heading=escape(words.safe(title) if title else _heading(found, words)),
        kicker=escape(words("kicker", words.safe(name))),
        summary=escape(_summary(found, dates, words)),
        footer=escape(words("footer", __version__, words.day(datetime.date.today().isoformat()))),
        navigation=_navigation(body, words),
        sections="".join(body.values()),
        table_note=escape(_table_note(found, listed, words)),
        articles=_json(_table(page, list(found.articles)[:listed])),
        **{f"say_{key}": escape(words(key)) for key in re.findall(r"\$\{say_(\w+)\}", template)},
    )


def _heading(found: Overview, words: Wording) -> str:
    if not found.articles:
        return words("title_empty")
    return words(
        "title",
        words.number(len(found.articles)) if words.language == "id" else words.articles(len(found.articles)),
    )


def _summary(found: Overview, days: Sequence[str], words: Wording) -> str:
    """How many articles, of how many outlets, from when to when."""
    parts = [words.articles(len(found.articles)), words.count("outlet", len(found.sites))]
    if days:
        parts.append(words("span", words.day(min(days)), words.day(max(days))))
    if found.articles and (undated := len(found.articles) - len(days)):
        parts.append(words("undated", words.number(undated)))
    return " · ".join(parts)


def _navigation(ids: Iterable[str], words: Wording) -> str:
    shown = [*ids, "table"]
    links = (f'<li><a href="#{key}">{escape(words.short(key))}</a></li>' for key in shown)
    return "".join(links)


def _table_note(found: Overview, listed: int, words: Wording) -> str:
    if len(found.articles) <= listed:
        return ""
    return words("table_part", words.number(listed), words.number(len(found.articles)))


# --- what the script reads -----------------------------------------------------------------


def _table(page: Page, numbers: Sequence[int]) -> dict[str, Any]:
    """The articles of the table, a list for each column, and the sets of articles that figures lead to."""
    words = page.words
    articles = [page.overview.articles[number] for number in numbers]
    sites, places, bases = _Numbered(), _Numbered(), _Numbered()
    row_of = {number: row for row, number in enumerate(numbers)}
    return {
        "titles": [words.safe(article.title or "") for article in articles],
        "days": [int((article.day or "0").replace("-", "")) for article in articles],
        "sites": [sites.number(words.safe(article.site or "")) for article in articles],
        "places": [places.number(words.safe(article.place or "")) for article in articles],
        "links": [_link(article.url, words.safe(article.title or ""), bases) for article in articles],
        "ids": [0 if _address(article.url) else words.safe(article.id) for article in articles],
        "siteNames": list(sites),
        "placeNames": list(places),
        "bases": list(bases),
        "sets": {key: [told, *_rows(numbers, row_of)] for key, (told, numbers) in page.sets.items()},
        "words": {key: words(key) for key in SCRIPT_WORDS},
        "months": words("months").split(),
    }


class _Numbered(dict[str, int]):
    """A number for each text, in the order in which they came."""

    def number(self, text: str) -> int:
        return self.setdefault(text, len(self))


def _rows(numbers: Iterable[int], row_of: Mapping[int, int]) -> tuple[int, list[int]]:
    """How many articles of a set the table lacks, and the rows of the others as steps to the next."""
    rows = sorted(row_of[number] for number in numbers if number in row_of)
    missing = len(set(numbers)) - len(rows)
    return missing, [row - before for before, row in zip([0, *rows], rows, strict=False)]


def _address(url: str | None) -> str | None:
    """An address that a reader may follow, None for one of another kind (``javascript:``) or broken."""
    try:
        parts = urlsplit(url or "")
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _link(url: str | None, title: str, bases: _Numbered) -> list[Any] | int:
    """An address as the number of its site and the rest, 0 where there is none.

    Where the rest holds the title, as most addresses of news do, a blank stands for it: half the page else.
    """
    address = _address(url)
    if not address:
        return 0
    cut = address.find("/", address.index("//") + 2)
    base, rest = (address, "") if cut < 0 else (address[:cut], address[cut:])
    slug = _slug(title)
    rest = rest.replace(" ", "%20")
    return [bases.number(base), rest.replace(slug, " ", 1) if len(slug) > 1 else rest]


def _slug(title: str) -> str:
    """A title as it stands in an address; the page's script does the same.

    >>> _slug("Harga Beras Naik, Warga Mengeluh")
    'harga-beras-naik-warga-mengeluh'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def _json(value: Any) -> str:
    """JSON that ends no script element and needs no other escape in a page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _policy(template: str) -> str:
    """The Content-Security-Policy: nothing is loaded, the template's own style and script alone are used."""
    style, script = (
        re.search(f"<{tag}>(.*?)</{tag}>", template, re.S)[1]  # type: ignore[index]  # the template has both
        for tag in ("style", "script")
    )
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
