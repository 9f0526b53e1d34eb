"""Tables in text, CSV and TSV, to rows: the first line names the columns.

Cells may be parted by comma, semicolon, tab or ``|``, quoted cells may hold line ends and have any length. A
quote within them is doubled, or written ``\\"`` as MySQL and others do.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO

from newskit.errors import NewskitError, Problem
from newskit.input.columns import Row, column_header, columns, has_text, named_columns, role
from newskit.input.settings import InputSettings
from newskit.input.streams import texts

DELIMITERS = ",;\t|"
SEPARATOR_LINE = re.compile(r"sep=([,;\t|])\r?\n", re.I)  # with which Excel is told
ESCAPED_QUOTE = re.compile(r'[^\s,;|"\\]\s?\\"[^\r\n;|]|[^"\\]\\"[\w]')
SPACED_QUOTE = re.compile(r'^(?:"[^"]*"|[^",;\n]*)[,;] "', re.M)
SAMPLE = 1 << 16  # letters that tell the dialect
LONGEST_NAME = 60  # letters of a column's name


class Dialect(csv.Dialect):
    """Cells in double quotes, parted by ``delimiter``."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL
    skipinitialspace = False
    strict = False


def rows(stream: IO[bytes], source: str, reading: InputSettings, form: str) -> Iterator[Row | Problem]:
    """The rows of a table as it is read, and a Problem for what is odd or broken."""
    pieces = texts(stream, source, reading)
    head: list[str] = []
    for piece in pieces:
        if isinstance(piece, Problem):
            yield piece
            continue
        head.append(piece)
        if sum(map(len, head)) >= SAMPLE:
            break
    sample = "".join(head)
    if not sample.strip():
        raise NewskitError("holds no table: it is empty")
    separator = SEPARATOR_LINE.match(sample)
    if separator:
        head = [sample[separator.end() :]]
    kind = dialect(head[0] if separator else sample, separator[1] if separator else None, form, reading)
    escapes = ESCAPED_QUOTE.search(sample) is not None and '""' not in sample.replace(',""', "")
    problems: list[Problem] = []
    lines = _Lines(chain(head, pieces), problems, escapes)
    csv.field_size_limit(max(reading.limit, csv.field_size_limit()))
    for row in _rows(lines, kind, source, reading):
        while problems:
            yield problems.pop(0)
        yield row
    yield from problems


class _Lines:
    """The lines of runs of text; ``ended`` once there is none left, ``number`` of the last."""

    def __init__(self, pieces: Iterable[str | Problem], problems: list[Problem], escapes: bool) -> None:
        self.ended, self._problems, self._escapes = False, problems, escapes
        self._lines = self._parted(pieces)

    def _parted(self, pieces: Iterable[str | Problem]) -> Iterator[str]:
        for piece in pieces:
            if isinstance(piece, Problem):
                self._problems.append(piece)
            else:
                yield from io.StringIO(piece.replace('\\"', '""') if self._escapes else piece, newline="")
        self.ended = True

    def __iter__(self) -> Iterator[str]:
        return self._lines


def _rows(lines: _Lines, kind: type[Dialect], source: str, reading: InputSettings) -> Iterator[Row | Problem]:
    reader = csv.reader(lines, kind)
    header: list[str] = []
    number, ended = 0, 0
    try:
        for cells in reader:
            begun, ended = ended + 1, reader.line_num
            if not any(cells) and not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = column_header(cells)
                continue
            if lines.ended:
                yield Problem(source, "read", f"line {begun}: a quote opens here and is not closed", False)
            if len(cells) > len(header):
                more = (
                    f"line {begun}: has {len(cells)} cells, the first line {len(header)}; "
                    "the rest is joined to the last"
                )
                yield Problem(source, "read", more, failed=False)
                last = len(header) - 1
                cells[last:] = [kind.delimiter.join(cells[last:])]
            elif len(cells) < len(header):
                cells += [""] * (len(header) - len(cells))
            yield Row(number, f"line {begun}", dict(zip(header, cells, strict=True)))
            if not number and not has_text(tuple(header), reading):
                return  # the header lacks the text, and so do all rows
            number += 1
        if header and not number and has_text(tuple(header), reading):
            yield Problem(source, "read", "holds no rows", failed=False)
        elif header and not number:
            yield Problem(source, "read", "holds no rows, and its first line names no column with the text")
    except csv.Error as error:
        message = f"a cell larger than {reading.limit:,} bytes; is its quote closed?"
        yield Problem(source, "read", f"line {ended + 1}: {message if 'limit' in str(error) else error}")


def dialect(sample: str, separator: str | None, form: str, reading: InputSettings) -> type[Dialect]:
    """How the cells of a table are written."""

    class Found(Dialect):
        delimiter = separator or ("\t" if form == "tsv" else _delimiter(sample, reading))
        skipinitialspace = SPACED_QUOTE.search(sample) is not None

    return Found


def _delimiter(sample: str, reading: InputSettings) -> str:
    """What parts the cells: what makes most known columns of the first line, and rows of one length."""
    return max(DELIMITERS, key=lambda delimiter: _fitness(sample, delimiter, reading))


def _fitness(sample: str, separator: str, reading: InputSettings) -> tuple[int, int, int]:
    class Tried(Dialect):
        delimiter = separator

    try:
        found = [
            row for row, _ in zip(csv.reader(io.StringIO(sample, newline=""), Tried), range(20), strict=False)
        ]
    except csv.Error:
        return 0, 0, 0
    found = [row for row in found if any(row)]
    if not found:
        return 0, 0, 0
    known = len(columns(tuple(column_header(found[0])), named_columns(reading)))
    alike = sum(len(row) == len(found[0]) for row in found) if len(found[0]) > 1 else 0
    return known, alike, len(found[0])


def is_header(line: str, reading: InputSettings) -> bool:
    """Whether a line names the columns of a table, one of them the text's.

    >>> [is_header(line, InputSettings()) for line in ("judul;tanggal;isi", "Teks, kata dia, panjang")]
    [True, False]
    """
    if len(line) > 4000 or not any(delimiter in line for delimiter in DELIMITERS):
        return False
    cells = next(csv.reader([line.strip("\ufeff\r\n")], dialect(line, None, "csv", reading)), [])
    if len(cells) < 2 or any(len(cell) > LONGEST_NAME or cell.endswith(".") for cell in cells):
        return False
    named = dict(named_columns(reading))
    roles = [role(cell) for cell in cells]
    if "text" in named:
        return any(cell.strip().casefold() == named["text"].casefold() for cell in cells)
    known = sum(its is not None for its in roles)
    as_names = all(
        cell == cell.strip() and len(cell.split()) < 4 for cell in cells
    )  # prose: "Teks, kata dia"
    return "text" in roles and len({*cells}) == len(cells) and (known > 1 or as_names)
