"""How the records of a command are laid out."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from rich.console import RenderableType


Record = dict[str, Any]
Told = Callable[[str], str]  # a message in the user's language


class Layout(NamedTuple):
    """How the records of one command are laid out.

    ``items`` is the key of the list whose entries are the rows of csv, tsv and md (None: the record is the
    row), ``columns`` the keys of a row, ``lines`` the lines of ``text`` or their columns, ``show`` what a
    terminal shows, its headings in the user's language. ``list_marks`` are pairs of a column and what stands
    between the strings of its list in a cell, ``kept`` the columns of the input that pass through, after the
    others, ``own`` the keys of the record that each row begins with.
    """

    items: str | None
    columns: tuple[str, ...]
    lines: Callable[[Record], Iterable[str | tuple[str, ...]]]
    show: "Callable[[Record, Told], RenderableType]"
    sourced: bool = True
    between: str = ""
    list_marks: tuple[tuple[str, str], ...] = ()
    kept: tuple[str, ...] = ()
    own: tuple[str, ...] = ("id", "source", "index")


class Style(NamedTuple):
    """How output is written: the options of the command line and what stdout is.

    ``source`` tells whether lines of ``text`` carry their document's id; None: where an input holds several.
    ``csv_safe`` puts ``'`` before cells that a spreadsheet would take for a formula. ``joined`` tells that
    inputs follow one another, so that each must end its last line. ``excel`` writes csv as an Indonesian
    Excel opens it: semicolons, a byte order mark, CRLF.
    """

    form: str
    terminal: bool = False
    color: bool = False
    width: int = 80
    source: bool | None = None
    csv_safe: bool = False
    joined: bool = False
    excel: bool = False
