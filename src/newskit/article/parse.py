"""What an article says about itself: header, dateline, lede, paragraphs, signature.

Every field is a piece of the text, and the gaps between the fields hold blanks, the word ``date`` and the
dateline's and the signature's punctuation, nothing else. Paragraphs are parted by blank lines; a text without
any has a paragraph on every line.
"""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from newskit.article.boilerplate import inserts
from newskit.article.dateline import Dateline
from newskit.article.days import is_calendar_date
from newskit.article.opening import opening
from newskit.article.publication import NEVER, Publication, published, stamped
from newskit.article.signature import signature
from newskit.document import Article, Document, Insert, Source, Span
from newskit.input.dated_header import BLANK, DATE, EOL, IMAGE, first_header, header_line
from newskit.input.dated_header import as_document as as_document
from newskit.input.typed_article import Header, typed_header
from newskit.text.sentences import each_sentence

OTHER_EXTENSION = re.compile(r"(?<=[^\s.])\.(?!(?:com|co|id|net|org|tv|ai|io|me|go)\Z)[a-z][a-z0-9]{1,4}\Z")
BREAK = re.compile(r"[\n\r\x85\u2028\u2029]\s*+")
NEWLINE = re.compile(r"\n\s*+")  # the same without rare ends of lines, in a fifth of the time
BLANKS = re.compile(r"\s*+")
RARE_ENDS = "\r\x85\u2028\u2029"
BLANK_LINE = rf"{EOL}{BLANK}*+{EOL}"
DATE_INSIDE = re.compile(rf"date(?={BLANK}++[0-9]{{4}})")
LONGEST_LEDE = 600  # letters of a story on one line that is its own lede
SHORT_LEDE = 20  # words of a first sentence that is no lede alone


class Head(NamedTuple):
    """What stands before a text, and where that begins; ``record`` is what ``--format text`` wrote."""

    start: int = 0
    date: Span | None = None
    title: Span | None = None
    image: Span | None = None
    outlet: Span | None = None
    is_dated: bool = False
    record: Header | None = None
    warnings: tuple[str, ...] = ()


class Story(NamedTuple):
    """A text in its parts; ``above`` are the inserts before ``line``, the dateline."""

    line: Dateline | None
    lede: Span | None
    paragraphs: list[Span]
    signature: Span | None
    inserts: tuple[Insert, ...]
    above: list[Insert]
    warnings: list[str]


def parse(
    source: Source, *, title: str | None = None, date: str | None = None, dated: bool = True
) -> Article:
    """The article that a text or document holds; fields that it lacks are None, each oddity is a warning.

    ``title`` and ``date`` are what is known of a text beside it. Unless ``dated``, the day of publication is
    not looked for, which takes a part of the time. An article is given back as it is.

    >>> article = parse(" date 2020-08 Hujan di Medan.jpg\\n\\nMedan (Kabar) - Hujan, Minggu (23/8).[ab/cd]")
    >>> article.date.text, article.title.text, article.place.text, article.lede.text, article.signature.text
    ('2020-08', 'Hujan di Medan', 'Medan', 'Hujan, Minggu (23/8).', 'ab/cd')
    >>> article.published
    '2020-08-23'
    """
    if isinstance(source, Article):
        return source
    document = as_document(source)
    if title or date:
        document = replace(document, title=title or document.title, date=date or document.date)
    head = _head(document)
    if head.record:
        return _of_record(document, head.record)
    story = _story(document, head)
    published = _published(document, head, story) if dated else NEVER
    return _article(document, head, story, published)


def _article(document: Document, head: Head, story: Story, published: Publication) -> Article:
    line, told = story.line, story.lede or story.paragraphs
    doubt = [published.reason] if published.reason and told else []
    return Article(
        document=document,
        date=head.date,
        title=head.title,
        image=head.image,
        outlet=head.outlet or (line.outlet if line else None),
        place=line.place if line else None,
        lede=story.lede,
        paragraphs=tuple(story.paragraphs),
        signature=story.signature,
        inserts=story.inserts,
        published=published.day,
        published_by=published.by,
        warnings=(*head.warnings, *story.warnings, *doubt),
    )


def _of_record(document: Document, record: Header) -> Article:
    """The article that ``newskit parse --format text`` wrote; its labels say what is what."""
    fields = record.fields
    lede, body = fields.get("lede"), record.body or ()
    return Article(
        document=document,
        date=fields.get("date"),
        title=fields.get("title"),
        image=fields.get("image"),
        outlet=fields.get("outlet"),
        place=fields.get("place"),
        lede=lede,
        paragraphs=tuple(span for span in body if span != lede),
        signature=fields.get("signature"),
        published=fields["published"].text if "published" in fields else None,
        published_by="header" if "published" in fields else None,
    )


def _published(document: Document, head: Head, story: Story) -> Publication:
    """The day of publication and a warning: what a row, page or header says, else what the text does."""
    given = head.date.text if head.date else document.date
    by = "header" if head.date else "row"
    if own := document.date if document.date_from else given:
        from newskit.article.row_dates import row_day  # not loaded where a text has no date beside it

        day, doubt = row_day(own, document.date_order)
        if day:
            return Publication(day, document.date_from or by, doubt)
    named = story.line.day.text if story.line and story.line.day else None
    return stamped(story.above) or published(document.text, head.start, given, named, by)


# --- what stands before the text ---------------------------------------------------------


def _head(document: Document) -> Head:
    """The dated header of a document, or the typed one; what is odd about it goes to the warnings."""
    if document.has_header and (header := first_header(document.text)):
        return _dated_head(header)
    if document.has_header and (typed := typed_header(document.text)):
        date, title, outlet = map(typed.fields.get, ("date", "title", "outlet"))
        record = typed if typed.body is not None else None
        return Head(typed.end, date, title, outlet=outlet, record=record)
    is_known = document.title or document.date
    return Head(warnings=() if is_known else ("there is no dated header",))


def _dated_head(header: re.Match[str]) -> Head:
    date = Span(*header.span("date"), header["date"])
    warnings = []
    if not is_calendar_date(date.text):
        warnings.append(f"the header's date {date.text} is not in the calendar")
    line = header["line"] or ""
    start, end = header.span("line")
    extension = IMAGE.search(line)
    title = line[: extension.start()].rstrip() if extension else line
    if not title:
        warnings.append("the header has no title")
    elif not extension and (other := OTHER_EXTENSION.search(line)):
        warnings.append(f"{other[0]} is not the extension of an image: it stays in the title")
    return Head(
        header.end(),
        date,
        Span(start, start + len(title), title) if title else None,
        Span(start, end, line) if extension else None,
        is_dated=True,
        warnings=tuple(warnings),
    )


# --- the text ----------------------------------------------------------------------------


def _story(document: Document, head: Head) -> Story:
    """The parts of the text after a header; what is odd about them goes to the warnings."""
    text = document.text
    body = paragraphs(text, head.start)
    begin = opening(text, body, document.title or (head.title.text if head.title else None))
    if body and begin.start > body[begin.paragraph].start:
        body[begin.paragraph : begin.paragraph + 1] = remainder(text, begin.start, body[begin.paragraph].end)
    low = text.lower()
    asides = (*begin.inserts, *inserts(text, begin.start, low=low))
    body, signed = signature(text, body, asides)
    warnings = []
    if not body:
        warnings.append("there is no text after the header" if head.is_dated else "there is no text")
    if "date" in low and DATE_INSIDE.search(low, head.start):  # to look in every paragraph takes longer
        found = [line for paragraph in body for line in header_lines(paragraph)]
        warnings += [f"a header stands inside the text: {line[:60]}" for line in found]
    lede, rest = _lede(body, begin.start, asides, head.is_dated)
    return Story(begin.line, lede, rest, signed, asides, begin.inserts, warnings)


def _lede(
    body: list[Span], start: int, asides: Sequence[Insert], is_dated: bool
) -> tuple[Span | None, list[Span]]:
    """The first paragraph of the story proper, and the others; a long one that stands alone is divided."""
    first = next((i for i, p in enumerate(body) if p.start >= start and not covered(p, asides)), None)
    if first is None:
        return None, body
    lede, rest = body[first], body[:first] + body[first + 1 :]
    if not (is_dated or rest) and len(lede.text) > LONGEST_LEDE:
        lede, *rest = _first_sentences(lede)
    return lede, rest


def paragraphs(text: str, start: int) -> list[Span]:
    """The paragraphs after ``start``, without the blanks around them."""
    is_plain = not any(end in text for end in RARE_ENDS)
    start = BLANKS.match(text, start).end()  # type: ignore[union-attr]
    gaps = [gap.span() for gap in (NEWLINE if is_plain else BREAK).finditer(text, start)]
    blank = [
        (a, b)
        for a, b in gaps
        if b - a > 1
        and b < len(text)
        and (text.find("\n", a + 1, b) > 0 if is_plain else re.match(BLANK_LINE, text[a:b]))
    ]
    found = []
    for end, following in (*(blank or gaps), (len(text), 0)):
        if piece := text[start:end].rstrip():
            found.append(Span(start, start + len(piece), piece))
        start = following
    return found


def remainder(text: str, start: int, end: int, offset: int = 0) -> list[Span]:
    """The text between two offsets without the blanks around it, nothing where it is all blank."""
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return []
    if len(stripped) < len(piece):
        start += len(piece) - len(piece.lstrip())
    return [Span(offset + start, offset + start + len(stripped), stripped)]


def _first_sentences(story: Span) -> list[Span]:
    """A story on one line as its lede and the rest.

    The lede is the first sentence, and the next where that has fewer than 20 words: so 77 % of 492 ledes of
    articles with paragraphs end.
    """
    start, _, text = story
    told = each_sentence(text[: 2 * LONGEST_LEDE])
    first = next(told, None)
    if not first:  # letters that cannot be seen, and nothing else
        return [story]
    end = first.end
    if len(text[:end].split()) < SHORT_LEDE:
        end = next(told, first).end
    return [Span(start, start + end, text[:end]), *remainder(text, end, len(text), start)]


def covered(paragraph: Span, asides: Sequence[Insert]) -> bool:
    """Whether a paragraph holds nothing but inserts."""
    start, end, text = paragraph
    at = start
    for aside in islice(asides, bisect(asides, start, key=lambda aside: aside.end), None):
        if aside.start >= end or any(map(str.isalnum, text[at - start : max(0, aside.start - start)])):
            break
        at = aside.end
    return at > start and not any(map(str.isalnum, text[at - start :]))


def header_lines(paragraph: Span) -> list[str]:
    """The lines of a paragraph that are headers: they ought to begin documents of their own."""
    if not DATE.search(paragraph.text):
        return []
    return [line.strip() for line in paragraph.text.splitlines() if header_line().fullmatch(line)]
