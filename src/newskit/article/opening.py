"""How an article begins: what the page puts before its story, then the dateline.

``Laporan Wartawan Kabar.com, Ani KABAR.COM, JAKARTA - Harga ...``; a page's title, author and time before
``Jakarta - Harga ...``; ``Oleh: Ani``, a date, ``Waktu membaca: 8 menit`` on lines of their own. All that is
before the dateline on its line, and each such line, is an insert. Where nothing tells, nothing is taken off.
"""

import re
from functools import cache
from typing import NamedTuple

from newskit.article.cues import NAMES, SITE
from newskit.article.dateline import Dateline, dateline
from newskit.article.days import MONTHS, WEEKDAY
from newskit.article.title_case import is_headline
from newskit.document import Insert, Span
from newskit.lexicon.gazetteer import is_place

LINES = 8  # paragraphs that are looked at
LONGEST_PREFIX = 250
DATE = rf"(?:{WEEKDAY}\s?,?\s)?\d{{1,2}}\s(?:{MONTHS}|agu)\.?\s\d{{4}}"
CLOCK = r"(?:\s?[,|-]?\s?(?:pukul\s)?\d{1,2}[:.]\d\d(?:\s?(?:WIB|WITA?))?)"
PAGE_STARTS = tuple(
    """
    ahad by diperbarui dipublikasikan diterbitkan durasi editor http jum kamis laporan minggu oleh penulis
    peranan pewarta rabu reporter sabtu selasa senin terbit waktu
    """.split()  # noqa: SIM905
)  # of a paragraph that is the page's, unless it begins with a figure
BYLINE = re.compile(
    r"(?:laporan (?:wartawan|reporter|kontributor|koresponden|jurnalis)|(?:oleh|penulis|reporter) ?:)\s?",
    re.I,
)
ADDRESS = re.compile(r"https?://\S{1,2000}+\s++")
DASH = re.compile(r"\s[-–—]{1,2}\s?|[–—]\s?|(?<=\w)-\s")
MARK = frozenset(".?!")
PHOTO = re.compile(r"\bfoto: ?\S+ \S", re.I)
OUTLET = re.compile(rf"(?<![\w/.@]){SITE}", re.I)
LABEL = re.compile(
    r"[A-Z][a-z]+(?: [A-Z]?[a-z]+){0,3}(?=[A-Z]{3}\w*+\.(?:com?|id|net)\b)"
)  # Berita SoloKABAR.id


@cache
def _stamped() -> re.Pattern[str]:
    """A page's title, outlet and time."""
    return re.compile(rf"[^\n]{{0,200}}?\s[-–|]\s(?P<outlet>[\w.]+(?: [\w.]+)?)\s{DATE}{CLOCK}", re.I)


@cache
def _page_line() -> re.Pattern[str]:
    """A paragraph that is the page's."""
    return re.compile(
        rf"""(?:(?:diterbitkan|diperbarui|dipublikasikan|terbit|waktu\smembaca|waktu\sbaca|durasi\sbaca)\b[^\n]{{0,60}}
        |{DATE}(?:{CLOCK})?|\d{{1,2}}/\d{{1,2}}/\d{{4}}(?:{CLOCK})?
        |(?P<by>penulis|peranan|reporter|editor|oleh|by|laporan|pewarta)\s?[,:]\s?{NAMES}(?:\sdan\s{NAMES})?
        |laporan\s(?:wartawan|reporter|kontributor|koresponden|jurnalis)\s(?P<of>{NAMES})
        |https?://\S+)\Z""",
        re.X | re.I,
    )


@cache
def _author() -> re.Pattern[str]:
    """A page's title and author."""
    return re.compile(
        r"(?P<title>[^\n]{15,150}?[.?!]{1,3}) "
        r"(?P<author>[A-Z][a-z’'-]+(?: [A-Z][a-z’'.-]*){1,2}) - (?=[^\W\d_a-z])"
    )


class Opening(NamedTuple):
    """What stands before the lede: inserts, dateline; and the lede's paragraph, by number, and its offset."""

    inserts: list[Insert]
    line: Dateline | None
    paragraph: int
    start: int


def opening(text: str, body: list[Span], title: str | None) -> Opening:
    """The opening of an article that consists of these paragraphs; ``title`` is the one that is known.

    >>> text = "Laporan Wartawan Kabar.com, Ani Lestari KABAR.COM, JAKARTA - Harga beras naik."
    >>> found = opening(text, [Span(0, len(text), text)], None)
    >>> found.line.place.text, found.inserts[0].kind, text[found.start :]
    ('JAKARTA', 'byline', 'Harga beras naik.')
    """
    found: list[Insert] = []
    for number, paragraph in enumerate(body[:LINES]):
        start, end, whole = paragraph
        if kind := _alone(whole, title):
            found.append(Insert(start, end, whole, kind))
            continue
        before, line = _first_line(text, start, end)
        found += before
        if line:
            return Opening(found, line, number, line.end)
        start = before[-1].end if before else start
        start += len(text[start:end]) - len(text[start:end].lstrip())
        following = body[number + 1 : number + 2]
        if not before and len(whole) < LONGEST_PREFIX and whole[-1] not in '.”"' and following:
            second = dateline(text, following[0].start, following[0].end)
            if second and (second.place or second.outlet):  # the first is a title
                return Opening(found, second, number + 1, second.end)
        return Opening(found, None, number, start)
    return Opening([], None, 0, body[0].start if body else 0)


def _alone(paragraph: str, title: str | None) -> str | None:
    """The kind of a paragraph that is the page's: a date, a byline, the title once more."""
    if len(paragraph) > LONGEST_PREFIX:
        return None
    if title and paragraph.casefold() == title.strip().casefold():
        return "header"
    if not (paragraph[0].isdecimal() or paragraph[:14].lower().startswith(PAGE_STARTS)):
        return None
    found = _page_line().match(paragraph)
    return None if not found else "header" if not found.lastgroup else "byline"


def _first_line(text: str, start: int, end: int) -> tuple[list[Insert], Dateline | None]:
    """The inserts before the dateline of a paragraph, and the dateline."""
    head = text[start : start + LONGEST_PREFIX]
    if ("WIB" in head or "WITA" in head) and (stamped := _stamped().match(text, start, end)):
        found = [_insert(text, start, stamped.end(), "header")]
        return _with_rest(
            text, found, stamped.end(), end, "caption", Span(*stamped.span("outlet"), stamped["outlet"])
        )
    if address := ADDRESS.match(text, start, end):
        found = [_insert(text, start, address.end(), "header")]
        return found, dateline(text, address.end(), end)
    if byline := BYLINE.match(text, start, end):
        found, line = _with_rest(text, [], byline.end(), end, "byline", None)
        stop = found[0].end if found else byline.end()  # Laporan Wartawan KABAR.COM, JAKARTA - Harga
        return [_insert(text, start, stop, "byline")] if line else [], line
    if label := LABEL.match(text, start, end):
        line = dateline(text, label.end(), end)
        return ([_insert(text, start, label.end(), "header")], line) if line else ([], None)
    dash = head.find(" - ")
    if (
        dash > 25
        and not MARK.isdisjoint(head[:dash])
        and (author := _author().match(text, start, end))
        and is_headline(author["title"].rstrip(".?!"))
    ):
        return [_insert(text, start, author.end("author"), "header")], Dateline(None, None, author.end())
    return [], dateline(text, start, end)


def _with_rest(
    text: str, found: list[Insert], start: int, end: int, kind: str, outlet: Span | None
) -> tuple[list[Insert], Dateline | None]:
    """The inserts with the one between an offset and the dateline, and that, which may lack the outlet."""
    place = _dateline_start(text, start, end)
    line = dateline(text, place, end) if place is not None else None
    if place is None or not line:
        return found, None
    if text[start:place].strip():
        start += len(text[start:place]) - len(text[start:place].lstrip())
        found = [*found, _insert(text, start, place, kind)]
    return found, line if line.outlet else line._replace(outlet=outlet)


def _insert(text: str, start: int, end: int, kind: str) -> Insert:
    piece = text[start:end].rstrip()
    return Insert(start, start + len(piece), piece, kind)


def _dateline_start(text: str, start: int, end: int) -> int | None:
    """Where a dateline begins behind other words: at a site's address, at a known place, after a credit."""
    limit = min(end, start + LONGEST_PREFIX)
    for dash in DASH.finditer(text, start, limit):
        sites = [site.start() for site in OUTLET.finditer(text, start, dash.start())]
        at = sites[-1] if sites else dash.start()
        words = list(re.finditer(r"[^\s,]+", text[start:at]))[-4:]
        for word in words if not sites or text[start:at].rstrip().endswith(",") else ():
            if is_place(text[start + word.start() : at].rstrip(" ,")):
                return start + word.start()
        if sites:
            return at
        if words and PHOTO.search(text, start, at) and text[start + words[-1].start()].isupper():
            return start + words[-1].start()
    return None
