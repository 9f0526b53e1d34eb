"""Articles as people type them: labels, or a title line and perhaps a date, before the text.

Labels are ``Judul:``, ``Tanggal:``, ``Sumber:``, ``Link:``, ``Penulis:`` and their like, each on a line,
plain or between lines ``---``. What ``newskit parse --format text`` writes is such a text, too, with a label
on every line. A first line without labels is a title where it is short, has no full stop, and a blank line
parts it from sentences.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newskit.document import Span

LABELS = {
    "title": "judul title headline",
    "date": "tanggal date waktu published",
    "outlet": "sumber outlet source media",
    "url": "link url tautan",
    "other": "penulis author oleh reporter wartawan editor kategori category rubrik tag tags id",
}
ROLE = {label: role for role, labels in LABELS.items() for label in labels.split()}
_RECORD = (
    "date published published_by title image outlet place lede paragraphs signature url inserts warnings"
)
RECORD = frozenset(f"{_RECORD} mentions keywords summary names quotes".split())
LABEL = re.compile(r"[^\S\n]*([A-Za-z_/]{2,14})[^\S\n]*:(?!//)[^\S\n]*([^\n]*?)[^\S\n]*(?:\n|\Z)")
LINE = re.compile(r"[^\S\n]*(\S[^\n]*?)?[^\S\n]*(?:\n|\Z)")
RECORD_LINE = re.compile(r"(?:(?P<id>[^\t\n]*)\t)?([a-z_]{3,12}): ([^\n]*?)[^\S\n]*(?:\n|\Z)")
FENCE = re.compile(r"-{3,}[^\S\n]*(?:\n|\Z)")
BLANKS = re.compile(r"\ufeff?\s*")
A_DATE = (  # compiled where it is needed, as SENTENCE
    r"(?:[^\W\d_]{3,12}['’]?[^\W\d_]*,?\s+)?(?:\(?\d{1,2}[\s/.-]+(?:\d{1,2}|[^\W\d_]{3,10})[\s/.,-]+\d{2,4}|\d{4}-\d\d-\d\d)"
    r"\)?(?:[\sT,|-]+(?:pukul\s+)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?)?(?:\s*(?:WIB|WITA|WIT|Z|[+-]\d\d:?\d\d))?"
)
NO_TITLE = re.compile(r"(?:foto|video|baca|laporan|oleh|penulis|editor|reporter|sumber|\W)", re.I)
LONGEST_TITLE = 160  # letters
WORDS_OF_TITLE = range(2, 23)
SENTENCE = r"\S+(?:\s+\S+){6}[^\n]*?[.!?][\"”’')\]]*(?:\s|\Z)"


class Header(NamedTuple):
    """What is typed before a text: its fields, and where it ends. ``body`` is that of a record of parse."""

    end: int
    fields: dict[str, Span]
    body: tuple[Span, ...] | None = None


def typed_header(text: str) -> Header | None:
    """The header that is typed before a text, if there is one.

    >>> header = typed_header("Judul: Banjir di Demak\\nTanggal: 5 Agustus 2020\\n\\nBanjir merendam Demak.")
    >>> header.fields["title"].text, header.fields["date"].text, header.end
    ('Banjir di Demak', '5 Agustus 2020', 47)
    """
    start = BLANKS.match(text).end()  # type: ignore[union-attr]
    fence = FENCE.match(text, start)
    if fence:
        return _fenced(text, fence.end())
    return _of_record(text, start) or _labelled(text, start) or _titled(text, start)


def _fenced(text: str, start: int) -> Header | None:
    """The labels between two lines ``---``."""
    fields: dict[str, Span] = {}
    while not (fence := FENCE.match(text, start)):
        line = LABEL.match(text, start)
        if line:
            _add(fields, line)
        rest = LINE.match(text, start)
        if not rest or rest.end() == start:
            return None
        start = rest.end()
    return Header(fence.end(), fields) if fields else None


def _labelled(text: str, start: int) -> Header | None:
    """The labels on the first lines."""
    fields: dict[str, Span] = {}
    while (line := LABEL.match(text, start)) and line.end() > start and line[1].lower() in ROLE:
        _add(fields, line)
        start = line.end()
        blank = LINE.match(text, start)
        if blank and not blank[1] and (after := LABEL.match(text, blank.end())) and after[1].lower() in ROLE:
            start = blank.end()  # Judul, a blank line, Tanggal
    return Header(start, fields) if fields.keys() - {"other"} else None


def _add(fields: dict[str, Span], line: re.Match[str]) -> None:
    role = ROLE.get(line[1].lower())
    value = line[2]
    begin = line.start(2)
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":  # as YAML has it
        value, begin = value[1:-1], begin + 1
    if role and value:
        fields.setdefault(role, Span(begin, begin + len(value), value))


def _of_record(text: str, start: int) -> Header | None:
    """What ``newskit parse --format text`` wrote: a label on every line."""
    lines = list(_record_lines(text, start))
    found = {line[2] for line in lines if line}
    if (
        not found & {"lede", "paragraphs"}
        or not found & {"title", "date", "published", "warnings"}
        or None in lines
    ):
        return None
    spans = [(line[2], Span(*line.span(3), line[3])) for line in lines if line and line[3]]
    fields: dict[str, Span] = {}
    for name, span in spans:
        fields.setdefault(name, span)
    first = lines[0]
    if first and first["id"]:
        fields["id"] = Span(*first.span("id"), first["id"])
    return Header(len(text), fields, tuple(span for name, span in spans if name in ("lede", "paragraphs")))


def _record_lines(text: str, start: int) -> Iterator[re.Match[str] | None]:
    """The lines of a record, None and no more for one that has no label of its."""
    while start < len(text):
        line = RECORD_LINE.match(text, start)
        if line and line[2] in RECORD:
            yield line
            start = line.end()
        elif text[start:].strip():
            yield None
            return
        else:
            return


def _titled(text: str, start: int) -> Header | None:
    """A title line, perhaps a line with the date, a blank line, and sentences."""
    first = LINE.match(text, start)
    title = first[1] if first else None
    if not first or not title or not is_title_line(title):
        return None
    fields = {"title": Span(*first.span(1), title)}
    end = first.end()
    second = LINE.match(text, end)
    blanks = 0
    while second and second.end() > end:
        if not second[1]:
            blanks += 1
        elif "date" not in fields and re.fullmatch(A_DATE, second[1]):
            fields["date"] = Span(*second.span(1), second[1])
            blanks = 0
        else:
            break
        end = second.end()
        second = LINE.match(text, end)
    return Header(end, fields) if blanks and re.match(SENTENCE, text[end:]) else None


def is_title_line(line: str) -> bool:
    """Whether a line may be a title: some words, no full stop.

    >>> is_title_line("Banjir Rendam Ratusan Rumah di Demak"), is_title_line("Banjir merendam Demak.")
    (True, False)
    """
    return (
        len(line) <= LONGEST_TITLE
        and len(line.split()) in WORDS_OF_TITLE
        and line[-1] not in ".,;:-–"
        and not NO_TITLE.match(line)
        and " - " not in line[:40]
        and not re.fullmatch(A_DATE, line)
    )


def is_typed(text: str) -> bool:
    """Whether a text begins with a typed header, or is what ``newskit parse --format text`` wrote."""
    return typed_header(text) is not None or len(records(text)) > 1


def records(text: str) -> list[tuple[int, int]]:
    """Where the records of ``newskit parse --format text`` begin and end in a text that holds several."""
    if not RECORD_LINE.match(text):
        return [(0, len(text))]
    starts = [0, *(gap.end() for gap in re.finditer(r"\n[^\S\n]*\n+", text) if gap.end() < len(text))]
    pieces = list(zip(starts, [*starts[1:], len(text)], strict=True))
    if len(pieces) > 1 and all(_of_record(text[start:end], 0) for start, end in pieces):
        return pieces
    return [(0, len(text))]
