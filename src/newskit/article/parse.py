"""What an article says about itself: header, dateline, lede, paragraphs, signature.

Every field is a piece of the text, and the gaps between the fields hold blanks, the word ``date`` and the
dateline's and the signature's punctuation, nothing else. Paragraphs are parted by blank lines; a text without
any has a paragraph on every line.
"""

import re
from dataclasses import replace

from newskit.article.boilerplate import is_aside
from newskit.article.dateline import Dateline, dateline
from newskit.article.days import is_calendar_date
from newskit.article.publication import published
from newskit.article.row_dates import row_day
from newskit.document import Article, Document, Source, Span
from newskit.input.dated_header import BLANK, DATE, EOL, HEADER, IMAGE, first_header, starts_with_header
from newskit.input.typed_article import Header, typed_header
from newskit.lexicon.usage import words

OTHER_EXTENSION = re.compile(r"(?<=[^\s.])\.(?!(?:com|co|id|net|org|tv|ai|io|me|go)\Z)[a-z][a-z0-9]{1,4}\Z")
BREAK = re.compile(r"[\n\r\x85\u2028\u2029]\s*+")
NEWLINE = re.compile(r"\n\s*+")  # the same without rare ends of lines, in a fifth of the time
RARE_ENDS = "\r\x85\u2028\u2029"
BLANK_LINE = re.compile(rf"{EOL}{BLANK}*+{EOL}")
BEFORE_LEDE = 3  # paragraphs, the first of which may name the reporter or the photographer
LONGEST_SIGNATURE = 60
CODE = r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3}"
SITE = r"\w[\w-]*(?:\.\w+)+\s+-\s+"
SIGNATURE = re.compile(rf"[\[(]\s*((?:{SITE})?(?:\*|{CODE})(?:\s*[/,|]\s*{CODE}){{0,2}})\s*[\])][\s.]*\Z")
WORD_IN_CODES = re.compile(r"[\w.’'-]+")
LONGEST_CODE = 4  # letters of a writer's code that may be a word of the language: bola/asa
SENTENCE_END = tuple(".!?…\"”’'")


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
    text = document.text
    warnings: list[str] = []
    header = first_header(text) if document.has_header else None
    header_date, header_title, image = header_fields(header, warnings)
    start = header.end() if header else 0
    typed = typed_header(text) if document.has_header and not header else None
    if typed and typed.body is not None:
        return of_record(document, typed)
    if typed:
        header_date, header_title, start = typed.fields.get("date"), typed.fields.get("title"), typed.end
    if not (header or typed or document.title or document.date):
        warnings.append("there is no dated header")
    body = paragraphs(text, start)
    opening, line = opening_line(text, body)
    if line:
        body[opening : opening + 1] = remainder(text, line.end, body[opening].end)
    end, signature = closing(text, body[-1]) if body else (0, None)
    if signature:
        body[-1:] = remainder(text, body[-1].start, end)
    if not body:
        warnings.append("there is no text after the header" if header else "there is no text")
    if "date" in text[start:].lower():  # to look for headers in every paragraph takes longer
        warnings += (
            f"a header stands inside the text: {line[:60]}" for p in body for line in header_lines(p)
        )
    named = line.day.text if line and line.day else None
    given = header_date.text if header_date else document.date
    day, reason = _published(document, start, given, named) if dated else (None, None)
    if reason and body:
        warnings.append(reason)
    lede = body.pop(opening) if opening < len(body) else None
    return Article(
        document=document,
        date=header_date,
        title=header_title,
        image=image,
        outlet=(typed.fields.get("outlet") if typed else None) or (line.outlet if line else None),
        place=line.place if line else None,
        lede=lede,
        paragraphs=tuple(body),
        signature=signature,
        published=day,
        warnings=tuple(warnings),
    )


def of_record(document: Document, typed: Header) -> Article:
    """The article that ``newskit parse --format text`` wrote; its labels say what is what."""
    fields = typed.fields
    lede, body = fields.get("lede"), typed.body or ()
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
    )


def _published(
    document: Document, start: int, given: str | None, dateline: str | None
) -> tuple[str | None, str | None]:
    """The day of publication and a warning: what a row, page or header says, else what the text does."""
    own = document.date if document.date_from else given
    if own:
        day, doubt = row_day(own, document.date_order)
        if day:
            return day, doubt
    return published(document.text, start, given, dateline)


def as_document(source: Source) -> Document:
    """The document behind a text, which may begin with a dated header, or an article."""
    if isinstance(source, str):
        return Document(source, has_header=starts_with_header(source))
    return source.document if isinstance(source, Article) else source


def opening_line(text: str, body: list[Span]) -> tuple[int, Dateline | None]:
    """The number of the paragraph that begins with the dateline, and that; credits may stand before it."""
    first = next((i for i, paragraph in enumerate(body[:BEFORE_LEDE]) if not is_aside(paragraph.text)), 0)
    line = dateline(text, body[first].start, body[first].end) if body else None
    return (first, line) if line else (0, None)


def header_fields(header: re.Match[str] | None, warnings: list[str]) -> list[Span | None]:
    """Date, title and image of a header; what is odd about them goes to the warnings."""
    if not header:
        return [None, None, None]
    date = Span(*header.span("date"), header["date"])
    if not is_calendar_date(date.text):
        warnings.append(f"the header's date {date.text} is not in the calendar")
    line = header["line"]
    if not line:
        warnings.append("the header has no title")
        return [date, None, None]
    start, end = header.span("line")
    extension = IMAGE.search(line)
    title = line[: extension.start()].rstrip() if extension else line
    if not title:
        warnings.append("the header has no title")
    elif not extension and (other := OTHER_EXTENSION.search(line)):
        warnings.append(f"{other[0]} is not the extension of an image: it stays in the title")
    return [
        date,
        Span(start, start + len(title), title) if title else None,
        Span(start, end, line) if extension else None,
    ]


def paragraphs(text: str, start: int) -> list[Span]:
    """The paragraphs after ``start``, without the blanks around them."""
    start += len(text[start:]) - len(text[start:].lstrip())
    line_end = BREAK if any(end in text for end in RARE_ENDS) else NEWLINE
    gaps = [gap.span() for gap in line_end.finditer(text, start)]
    blank = [gap for gap in gaps if BLANK_LINE.match(text, *gap) and gap[1] < len(text)]
    starts = [start, *(end for _, end in blank or gaps)]
    ends = [*(start for start, _ in blank or gaps), len(text)]
    return [piece for a, b in zip(starts, ends, strict=True) for piece in remainder(text, a, b)]


def remainder(text: str, start: int, end: int) -> list[Span]:
    """The text between two offsets without the blanks around it, nothing where it is all blank."""
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return []
    if len(stripped) < len(piece):
        start += len(piece) - len(piece.lstrip())
    return [Span(start, start + len(stripped), stripped)]


def closing(text: str, last: Span) -> tuple[int, Span | None]:
    """The signature at the end of the last paragraph, and where its bracket opens."""
    tail = max(last.start, last.end - LONGEST_SIGNATURE)
    opening = max(text.rfind("(", tail, last.end), text.rfind("[", tail, last.end))
    found = SIGNATURE.match(text, opening, last.end) if opening >= 0 else None
    before = text[max(last.start, opening - 3) : opening].rstrip()
    if not found or not is_signature(found[1], ends_sentence=not before or before.endswith(SENTENCE_END)):
        return 0, None
    return opening, Span(*found.span(1), found[1])


def is_signature(codes: str, *, ends_sentence: bool) -> bool:
    """Whether the words in a closing bracket are codes or names of writers rather than words of the text."""
    if "/" in codes:
        long = max(map(len, WORD_IN_CODES.findall(codes))) > LONGEST_CODE
        return ends_sentence or (codes.islower() and not (long and is_word(codes)))
    if not ends_sentence:
        return codes.islower() and codes.isalpha() and len(codes) <= 3 and not is_word(codes)
    is_phrase = " " in codes or (codes.islower() and len(codes) > 4)
    return not (is_phrase and is_word(codes))


def is_word(text: str) -> bool:
    """Whether all words of a text are ordinary words of news."""
    return all(
        (use := words().get(word)) and use.capital < 50 for word in WORD_IN_CODES.findall(text.casefold())
    )


def header_lines(paragraph: Span) -> list[str]:
    """The lines of a paragraph that are headers: they ought to begin documents of their own."""
    if not DATE.search(paragraph.text):
        return []
    return [line.strip() for line in paragraph.text.splitlines() if HEADER.fullmatch(line)]
