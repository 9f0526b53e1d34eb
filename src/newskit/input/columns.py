"""Which column of a row is which, by the names that scrapers give them, and rows to documents.

The head of a name decides: ``isi_berita`` is the text, ``judul_berita`` the title, ``article_id`` an id.
Words that say no more than that a table is about news (``berita``, ``article``) count where no other does.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from newskit.document import Document
from newskit.errors import NewskitError, Problem
from newskit.input.dated_header import starts_with_header
from newskit.input.settings import InputSettings

NAMES = {
    "text": "text isi content konten teks body berita artikel article",
    "title": "title judul headline",
    "date": "date tanggal tgl published waktu time pubdate datetime timestamp",
    "outlet": "outlet sumber source media",
    "url": "url link",
    "id": "id",
}
"""The names of each column, the likeliest first."""
ROLE_OF = {name: role for role, names in NAMES.items() for name in names.split()}
VAGUE = frozenset("berita artikel article news media source sumber published waktu time".split())  # noqa: SIM905
BESIDE = VAGUE | frozenset(  # words beside the one that tells: tanggal_terbit, full_text
    [
        "publikasi",
        "publish",
        "publication",
        "terbit",
        "tayang",
        "rilis",
        "release",
        "post",
        "posting",
        "posted",
        "lengkap",
        "full",
        "penuh",
        "utama",
        "main",
        "asli",
        "original",
        "created",
        "modified",
        "at",
        "on",
        "pub",
        "online",
        "situs",
        "web",
        "site",
        "website",
        "halaman",
        "page",
        "name",
        "nama",
    ]
)
ALIKE = 0.8  # of two names, as difflib measures it: tangal, tanggal
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
ARTICLE = "newskit.article/1"
HALF_PAIR = re.compile("[\ud800-\udfff]")


class Row(NamedTuple):
    """A row of a table: its number from 0, what to call its place in a message, and its cells by column."""

    number: int
    place: str
    cells: Any


def column_header(cells: Iterable[object]) -> list[str]:
    """The names of the columns in the first line of a table, each once; one without a name has its number.

    >>> column_header(["isi", "", "isi"])
    ['isi', 'column 2', 'isi (3)']
    """
    names: dict[str, None] = {}
    for number, cell in enumerate(cells, 1):
        name = " ".join(str(cell).split()) or f"column {number}"
        while name in names:
            name = f"{name} ({number})"
        names[name] = None
    return [*names]


def role(column: str) -> str | None:
    """What a column of this name holds: ``text``, ``title``, ``date``, ``outlet``, ``url``, ``id``, or None.

    >>> [role(name) for name in ("Isi Berita", "tanggal_publikasi", "source_url", "id_berita", "jumlah_kata")]
    ['text', 'date', 'url', 'id', None]
    """
    words = CAMEL.sub(" ", column).casefold().replace("_", " ").replace("-", " ").split()
    whole = ROLE_OF.get("".join(words))
    if whole or not words:
        return whole
    telling = [word for word in words if word not in VAGUE and word in ROLE_OF]
    if any(word not in BESIDE and word not in ROLE_OF for word in words):
        return None
    found = {ROLE_OF[word] for word in telling} or {ROLE_OF[word] for word in words if word in ROLE_OF}
    return next((its for its in ("id", "url", "date", "title", "outlet", "text") if its in found), None)


@lru_cache(256)
def columns(keys: tuple[str, ...], named: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """The column of each role among the keys of a row; ``named`` are those that the user names.

    >>> columns(("No", "Judul", "isi_berita", "Content"), ())
    {'title': 'Judul', 'text': 'Content'}
    """
    found: dict[str, tuple[tuple[bool, int], str]] = {}
    chosen = dict(named)
    for key in keys:
        its = role(key)
        if its and its not in chosen and key not in chosen.values():
            rank = _rank(key, its)
            if its not in found or rank < found[its][0]:
                found[its] = rank, key
    own = {its: _in_any_case(key, keys) for its, key in chosen.items()}
    return {its: key for its, (_, key) in found.items()} | {its: key for its, key in own.items() if key}


def _rank(key: str, its: str) -> tuple[bool, int]:
    """Names that are whole come before those with words beside, then the order of NAMES."""
    names = NAMES[its].split()
    plain = re.sub(r"[\s_-]", "", key).casefold()
    if plain in names:
        return False, names.index(plain)
    words = CAMEL.sub(" ", key).casefold().replace("_", " ").replace("-", " ").split()
    return True, min(names.index(word) for word in words if word in names)


def _in_any_case(key: str, keys: tuple[str, ...]) -> str | None:
    if key in keys:
        return key
    return next((other for other in keys if other.casefold() == key.casefold()), None)


def named_columns(reading: InputSettings) -> tuple[tuple[str, str], ...]:
    """The columns that the user names; ``--text-field`` is one for the text."""
    own = () if reading.text_field == "text" else (("text", reading.text_field),)
    return (*own, *reading.columns)


# --- rows to documents -------------------------------------------------------------------


def row_documents(
    rows: Iterable[Row | Problem],
    source: str,
    name: Callable[[int], str],
    reading: InputSettings,
    date_order: str | None = None,
    origin: str = "row",
) -> Iterator[Document | Problem]:
    """The document of each row; a Problem for one that has no text, once for all that lack the column."""
    named = named_columns(reading)
    lacking: set[tuple[str, ...]] = set()
    for row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        if not isinstance(row.cells, dict):
            yield Problem(source, "read", f"{row.place}: not a JSON object")
            continue
        keys = tuple(row.cells)
        found = columns(keys, named)
        if row.number == 0:
            yield from _doubts(source, keys, found, dict(named))
        if "text" not in found and not _is_article(row.cells, named):
            if keys not in lacking:
                lacking.add(keys)
                yield _lacks_text(source, row.place, keys, named)
            continue
        try:
            yield from _document(row, found, source, name, reading, date_order, origin)
        except NewskitError as error:
            yield Problem(source, "read", f"{row.place}: {error}")


def _doubts(
    source: str, keys: tuple[str, ...], found: dict[str, str], named: dict[str, str]
) -> Iterator[Problem]:
    """Warnings of columns that the user names and that are not there, and of names that look misspelt."""
    for its, column in named.items():
        if its != "text" and its not in found:
            yield Problem(source, "read", f"no column '{column}'; there are: {_listed(keys)}", failed=False)
    lacking = {"title", "date", "outlet"}.difference(found, named)
    from difflib import get_close_matches

    names = [name for its in sorted(lacking) for name in NAMES[its].split()]
    for key in keys:
        if key not in found.values() and (near := get_close_matches(key.casefold(), names, 1, ALIKE)):
            advice = f"--columns {ROLE_OF[near[0]]}={key} names it"
            warning = f"column '{key}' is not read; did you mean '{near[0]}'? ({advice})"
            yield Problem(source, "read", warning, failed=False)


def _listed(keys: tuple[str, ...]) -> str:
    return ", ".join(keys[:20]) + (", ..." if len(keys) > 20 else "") or "none"


def _lacks_text(
    source: str, place: str, keys: tuple[str, ...], named: tuple[tuple[str, str], ...]
) -> Problem:
    wanted = dict(named).get("text")
    lack = f"no column '{wanted}'" if wanted else "no column with the text"
    message = f"{place}: {lack}; there are: {_listed(keys)} (--columns text=NAME names it)"
    return Problem(source, "read", message, once=f"{source}\0{keys}")


def has_text(keys: tuple[str, ...], reading: InputSettings) -> bool:
    """Whether rows with these columns have a text."""
    named = named_columns(reading)
    return "text" in columns(keys, named) or _is_article(dict.fromkeys(keys), named)


def _is_article(cells: Mapping[str, Any], named: tuple[tuple[str, str], ...]) -> bool:
    """Whether a row is a record of ``newskit parse``: as JSON, or as a row of its table."""
    if any(its == "text" for its, _ in named):
        return False
    return cells.get("schema") == ARTICLE or ("lede" in cells and "paragraphs" in cells and "id" in cells)


def _document(
    row: Row,
    found: dict[str, str],
    source: str,
    name: Callable[[int], str],
    reading: InputSettings,
    date_order: str | None,
    origin: str,
) -> Iterator[Document | Problem]:
    cells = row.cells
    article = "text" not in found or cells.get("schema") == ARTICLE
    if article and _is_article(cells, named_columns(reading)):
        text = _article_text(cells)
    else:
        text = text_of(cells[found["text"]], found["text"])
    beside = {its: plain(cells[key]) for its, key in found.items() if its != "text"}
    whole = {its: _whole(value) for its, value in beside.items() if value}
    clean = _whole(text)
    if clean != text or any(value != beside[its] for its, value in whole.items()):
        warning = f"{row.place}: half a surrogate pair; replaced by U+FFFD"
        yield Problem(source, "read", warning, failed=False)
    used = set(found.values())
    yield Document(
        clean,
        source,
        row.number,
        whole.get("id") or name(row.number),
        title=whole.get("title"),
        date=whole.get("date"),
        has_header=starts_with_header(clean),
        end="\n",
        url=whole.get("url"),
        outlet=whole.get("outlet"),
        date_order=date_order,
        date_from=origin,
        extra={key: value for key, value in cells.items() if key not in used} if reading.keep else None,
    )


def _article_text(cells: Mapping[str, Any]) -> str:
    lede, rest = cells.get("lede"), cells.get("paragraphs") or []
    pieces = [rest] if isinstance(rest, str) else rest
    if not isinstance(pieces, list):
        raise NewskitError("field 'paragraphs' is no list")
    texts = [text_of(lede, "lede")] if lede is not None else []
    return "\n\n".join(filter(None, [*texts, *(text_of(piece, "paragraphs") for piece in pieces if piece)]))


def text_of(value: Any, key: str) -> str:
    """The text of a cell: a string's own, a number's, a list's strings as paragraphs. Raises NewskitError."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(piece, str | int | float | None) for piece in value):
        return "\n\n".join(str(piece) for piece in value if piece is not None)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise NewskitError(f"field '{key}' is {'empty (null)' if value is None else 'no text'}")


def plain(value: Any, levels: int = 8) -> str | None:
    """What a cell beside the text says, as text; None where it says nothing or is no plain value.

    Lists and objects within one another are looked into so many ``levels`` deep.
    """
    if not levels:
        return None
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, list):
        return ", ".join(filter(None, (plain(inner, levels - 1) for inner in value))) or None
    if isinstance(value, bool) or value is None or value != value:
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, dict):  # {"name": "Kabar"}, {"$date": ...}, {"$oid": ...} of exported databases
        named = (value.get(key) for key in ("name", "$date", "$oid", "$numberLong"))
        return next((plain(inner, levels - 1) for inner in named if inner is not None), None)
    return str(value)


def _whole(text: str) -> str:
    """Text without halves of surrogate pairs, which no encoding takes."""
    if text.isascii() or not HALF_PAIR.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


# --- the order of day and month ----------------------------------------------------------

NUMBERED = re.compile(r"(?<![\d/-])(\d{1,2})\s?([/-])\s?(\d{1,2})\s?\2\s?(?:\d{4}|\d{2})(?![\d/-])")


def is_open(date: str | None) -> bool:
    """Whether a date in figures may have the day or the month first: 8/5/2020.

    >>> [is_open(date) for date in ("8/5/2020", "21/10/2020", "5/5/2020", "2020-08-05", None)]
    [True, False, False, False, False]
    """
    found = NUMBERED.search(date) if date else None
    return bool(found and found[1] != found[3] and int(found[1]) < 13 and int(found[3]) < 13)


def date_order(dates: Iterable[str | None]) -> str | None:
    """``day`` or ``month``, whichever comes first in the dates of a column; None where none of them tells.

    >>> date_order(["8/5/2020", "8/21/2020"]), date_order(["8/5/2020", "21/8/2020"]), date_order(["8/5/2020"])
    ('month', 'day', None)
    """
    told = set()
    for date in dates:
        found = NUMBERED.search(date) if date else None
        if found and (int(found[1]) > 12) != (int(found[3]) > 12):
            told.add("day" if int(found[1]) > 12 else "month")
    return told.pop() if len(told) == 1 else None


def row_date(cells: Any, named: tuple[tuple[str, str], ...]) -> str | None:
    """The date of a row, as it is written."""
    if not isinstance(cells, dict):
        return None
    key = columns(tuple(cells), named).get("date")
    return plain(cells[key]) if key else None
