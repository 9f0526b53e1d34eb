"""Workbooks to rows, by openpyxl (extra ``xlsx``): the first sheet or the one named, a row at a time."""

import datetime
import warnings
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from newskit.errors import MissingExtraError, NewskitError, Problem
from newskit.input.columns import Row, column_header
from newskit.input.settings import InputSettings

LARGEST = 1 << 32  # bytes that a workbook may unpack to where --max-bytes does not say otherwise
MOST_ROWS = 1 << 20  # of a sheet, as Excel has it
LARGEST_STRINGS = 1 << 30  # bytes of its table of strings, which is held whole


def is_workbook(stream: IO[bytes]) -> bool:
    """Whether a zip file is a workbook."""
    try:
        with zipfile.ZipFile(stream) as members:
            return any(name.startswith("xl/") for name in members.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError):
        return False
    finally:
        stream.seek(0)


def rows(stream: IO[bytes], source: str, reading: InputSettings) -> Iterator[Row | Problem]:
    """The rows of a sheet; the first that is not empty names the columns. Raises NewskitError."""
    try:
        import openpyxl
    except ModuleNotFoundError:
        raise MissingExtraError("openpyxl", "xlsx") from None
    warnings.filterwarnings("ignore", module="openpyxl")  # of styles and the like, which rows do not have
    header: list[str] = []
    number = 0
    try:
        _check_size(stream, reading)
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        sheet = _sheet(book, reading.sheet)
        for line, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            values = list(map(_value, cells))
            if line > MOST_ROWS:  # each that is left out on the way to it costs time
                raise NewskitError(f"not a sound workbook (a row beyond {MOST_ROWS:,})")
            if not any(value != "" for value in values):
                continue
            if not header:
                header = column_header(values)
                continue
            while len(values) > len(header) and values[-1] == "":
                values.pop()
            if len(values) > len(header):  # cells to the right of the named columns
                header = column_header([*header, *[""] * (len(values) - len(header))])
            values += [""] * (len(header) - len(values))
            yield Row(number, f"row {line}", dict(zip(header, values, strict=True)))
            number += 1
    except NewskitError:
        raise
    except MemoryError:
        raise
    except Exception as error:  # of zipfile, of the parsers of XML, of openpyxl
        raise NewskitError(f"not a sound workbook ({str(error) or type(error).__name__})") from None


def _check_size(stream: IO[bytes], reading: InputSettings) -> None:
    with zipfile.ZipFile(stream) as members:
        sizes = {member.filename: member.file_size for member in members.infolist()}
    stream.seek(0)
    limit = reading.max_bytes or LARGEST
    if sum(sizes.values()) > limit or sizes.get("xl/sharedStrings.xml", 0) > LARGEST_STRINGS:
        raise NewskitError(f"unpacks to more than {limit:,} bytes; --max-bytes sets another limit")


def _sheet(book: Any, name: str | None) -> Any:
    sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]
    if name and name not in book.sheetnames:
        raise NewskitError(f"no sheet '{name}'; there are: {', '.join(book.sheetnames)}")
    if not sheets:
        raise NewskitError("the workbook has no sheet with cells")
    sheet = book[name] if name else sheets[0]
    sheet.reset_dimensions()  # which some programs write wrongly
    return sheet


def _value(cell: Any) -> Any:
    """A cell as JSON has it: days and times as ISO text."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, datetime.date | datetime.time | datetime.timedelta):
        return str(cell)
    if isinstance(cell, str):
        return cell.replace("_x000D_\n", "\n").replace("\r\n", "\n")
    return cell if isinstance(cell, bool | int | float) else str(cell)
