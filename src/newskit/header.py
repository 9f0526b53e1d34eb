"""The dated header, the line with which an article of this format begins.

A header counts only at the beginning of a paragraph: on the first line that is not blank or after a
blank line. Words such as ``date 2020-08`` inside a line of text are text.
"""

import re
from collections.abc import Iterator

EOL = r"(?>\r\n|[\n\r\x85\u2028\u2029])"  # atomic: else \r\n would also be a blank line
BLANK = r"[^\S\n\r\x85\u2028\u2029]"

HEADER = re.compile(
    rf"{BLANK}*+[Dd]ate{BLANK}++(?P<date>[0-9]{{4}}(?:[-/][0-9]{{1,2}}){{0,2}})(?!\S)"
    rf"(?:{BLANK}++(?P<line>\S++(?:{BLANK}++\S++)*+))?+{BLANK}*+"
)

# A run of blanks is entered at its first character alone: else it is read again from each of its characters.
PARAGRAPH_START = re.compile(
    rf"(?:\A\ufeff?(?:{BLANK}*+{EOL})*+|(?<=\S){BLANK}*+{EOL}(?:{BLANK}*+{EOL})++)(?={BLANK}*+[Dd]ate{BLANK})"
)


def headers(text: str) -> Iterator[re.Match[str]]:
    """Each header line of a file, from its first blank to its end; groups ``date`` and ``line``.

    ``line`` is the title with the image's extension, or None.

    >>> [(m["date"], m["line"]) for m in headers("date 2020-08 Banjir.jpg\\n\\nHujan.\\n\\ndate 2020 Api")]
    [('2020-08', 'Banjir.jpg'), ('2020', 'Api')]
    """
    for start in PARAGRAPH_START.finditer(text):
        if header := HEADER.match(text, start.end()):
            yield header


def first_header(text: str) -> re.Match[str] | None:
    """The header with which a text begins, if it does."""
    start = PARAGRAPH_START.match(text)
    return HEADER.match(text, start.end()) if start else None


def starts_with_header(text: str) -> bool:
    """Whether the first line that is not blank is a dated header.

    >>> starts_with_header("\\n date 2020-08 Banjir"), starts_with_header("update 2020-08 Banjir")
    (True, False)
    """
    return first_header(text) is not None
