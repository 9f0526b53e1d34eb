"""The dated header, the line with which an article of this format begins.

A header counts at the beginning of a paragraph: on the first line that is not blank or after a blank line.
Where files were joined (``cat *.txt``), one that names an image counts on any line, and within a line after
the end of a sentence or a signature. Other words such as ``date 2020-08`` are text.
"""

import re
from collections.abc import Iterator
from functools import cache

from newskit.document import Article, Document, Source

EOL = r"(?>\r\n|[\n\r\x85\u2028\u2029])"  # atomic: else \r\n would also be a blank line
LINE_ENDS = "\n\r\x85\u2028\u2029"
BLANK = r"[^\S\n\r\x85\u2028\u2029]"
IMAGE = re.compile(r"(?:\.(?:jpe?g|jfif|png|gif|webp|bmp|tiff?|svg|avif|hei[cf]|ico))+\Z", re.I)
ENDS = tuple(f".!?…\"”’»')]{LINE_ENDS}")
LONGEST = 400  # letters of a header within a paragraph
DATE = re.compile(rf"[Dd]ate(?={BLANK}++[0-9]{{4}})")
BEGINNING = re.compile(r"[\s\ufeff]*+[Dd]ate\s")


@cache
def header_line() -> re.Pattern[str]:
    """A header line; most runs need none."""
    return re.compile(
        rf"\ufeff?{BLANK}*+[Dd]ate{BLANK}++(?P<date>[0-9]{{4}}(?:[-/][0-9]{{1,2}}){{0,2}})(?!\S)"
        rf"(?>(?:{BLANK}++(?P<line>\S++(?>(?:{BLANK}++\S++)*)))?){BLANK}*+"
    )


@cache
def _text_start() -> re.Pattern[str]:
    return re.compile(rf"\ufeff?(?>(?:{BLANK}*+{EOL})*)")


def headers(text: str) -> Iterator[re.Match[str]]:
    """Each header line of a file, from its first blank to its end; groups ``date`` and ``line``.

    ``line`` is the title with the image's extension, or None.

    >>> [(m["date"], m["line"]) for m in headers("date 2020-08 Banjir.jpg\\n\\nHujan.\\n\\ndate 2020 Api")]
    [('2020-08', 'Banjir.jpg'), ('2020', 'Api')]
    """
    end = 0
    for date in DATE.finditer(text):
        start = _before_blanks(text, date.start())
        start -= text.endswith("\ufeff", 0, start)  # of a file that was joined to another
        if start < end:
            continue
        whole = _begins_paragraph(text, start)
        if header := header_line().match(text, start) if whole else _joined_header(text, start):
            end = header.end()
            yield header


def _joined_header(text: str, start: int) -> re.Match[str] | None:
    """The header that names an image, on the rest of a line that begins, or after the end of a sentence."""
    if not text.endswith(ENDS, 0, start):
        return None
    header = header_line().match(text, start, start + LONGEST)
    whole = header and text[header.end() : header.end() + 1] in ("", *LINE_ENDS)
    return header if header and whole and IMAGE.search(header["line"] or "") else None


def _begins_paragraph(text: str, start: int) -> bool:
    if start and text[start - 1] not in LINE_ENDS:
        return False
    above = _before_blanks(text, start - (2 if text.endswith("\r\n", 0, start) else 1)) if start else 0
    return above == 0 or text[above - 1] in LINE_ENDS


def _before_blanks(text: str, end: int) -> int:
    while end and text[end - 1].isspace() and text[end - 1] not in LINE_ENDS:
        end -= 1
    return end


def first_header(text: str) -> re.Match[str] | None:
    """The header with which a text begins, if it does."""
    if not BEGINNING.match(text):  # as most
        return None
    start = _text_start().match(text)
    return header_line().match(text, start.end()) if start else None


def starts_with_header(text: str) -> bool:
    """Whether the first line that is not blank is a dated header.

    >>> starts_with_header("\\n date 2020-08 Banjir"), starts_with_header("update 2020-08 Banjir")
    (True, False)
    """
    return first_header(text) is not None


def as_document(source: Source) -> Document:
    """The document behind a text, which may begin with a dated header, or an article."""
    if isinstance(source, str):
        return Document(source, has_header=starts_with_header(source))
    return source.document if isinstance(source, Article) else source
