"""Search in a corpus file: the articles that answer a query, best first.

Articles with all that is asked for come first, then those with some of it; among either, bm25 over the stems
of text and title decides (FTS5; Robertson & Zaragoza 2009), a word of the title counting five times. A name
of several words is looked up whole where names were indexed: articles that name it come before those that
merely have its words, and its other names (``Jokowi``) answer, too.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from newskit.corpus.query import Query, Term, phrase_pattern, query
from newskit.corpus.snippet import snippet

LONGEST_NAME = 5  # words
ALIAS_SHARE = 0.05  # of the mentions of a name, at least, that are another form
COMMON = 0.5  # of the articles: a term in more of them has no weight in bm25
ROW = 'id, source, "index", day, outlet, title, text, lede_start, rest_start'


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that answers a query; ``matches`` are places in the snippet, ``score`` is that of bm25."""

    rank: int
    score: float
    id: str
    source: str
    index: int
    date: str | None
    outlet: str | None
    title: str | None
    snippet: str
    matches: tuple[tuple[int, int], ...]


class Filter(NamedTuple):
    """What an article must be besides: from and until a day, of an outlet, from or about a place, with a
    speaker.
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    place: str | None = None
    speaker: str | None = None


def search(
    connection: sqlite3.Connection, text: str, *, limit: int = 10, within: Filter | None = None
) -> list[Hit]:
    """The articles of a corpus file that answer what a user typed, best first, at most ``limit``.

    Without a word that is wanted, the newest articles.
    """
    open_vocabulary(connection)
    asked = with_names(connection, query(text))
    found = list(islice(_ranked(connection, asked, within or Filter(), limit), limit))
    return [_hit(connection, rank, *match, asked) for rank, match in enumerate(found, 1)]


def open_vocabulary(connection: sqlite3.Connection) -> None:
    """Have the words of the index at hand, in how many articles each is."""
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, articles_fts, row)"
    )


def document_frequency(connection: sqlite3.Connection, word: str) -> int:
    """In how many articles a stem is; that of the rarest where it is several words."""
    statement = "SELECT coalesce(max(doc), 0) FROM temp.vocabulary WHERE term = ?"
    return min(int(connection.execute(statement, (part,)).fetchone()[0]) for part in word.split())


# --- ranking -----------------------------------------------------------------------------


def _ranked(
    connection: sqlite3.Connection, asked: Query, within: Filter, limit: int
) -> Iterator[tuple[int, float]]:
    """The numbers of the articles that answer, with their scores: all terms first, then some."""
    telling = _telling(connection, asked.wanted)
    if not telling:
        yield from _newest(connection, asked, within)
        return
    clause, values = conditions(within)
    seen: set[int] = set()
    names = [term.text for term in telling if term.is_name]
    order = f"{' + '.join([NAMES_IT] * len(names))} DESC, rank" if names else "rank"
    statement = f"SELECT rowid, -rank FROM articles_fts WHERE articles_fts MATCH ? {clause} ORDER BY {order}"  # noqa: S608
    for expression in _expressions(asked, telling):
        bound = "" if _phrases(asked) else f" LIMIT {limit + len(seen)}"
        for number, score in connection.execute(statement + bound, (expression, *values, *names)):
            if number not in seen and _is_as_written(connection, number, asked):
                seen.add(number)
                yield number, score


def _expressions(asked: Query, telling: Sequence[Term]) -> list[str]:
    """What is looked for in turn: all telling terms; some of them; any term; what is required alone."""
    needed = [term.match() for term in asked.wanted if term.is_required]
    others = [term.match() for term in telling if not term.is_required]
    every = [term.match() for term in asked.wanted if not term.is_required]
    some, any_term = ([f"({' OR '.join(found)})"] if found else [] for found in (others, every))
    turns = [needed + others, needed + some, needed + any_term, needed]
    without = " OR ".join(term.match() for term in asked.unwanted if not term.phrase)
    found = dict.fromkeys(" AND ".join(turn) for turn in turns if turn)
    return [f"({turn}) NOT ({without})" if without else turn for turn in found]


def _phrases(asked: Query) -> list[Term]:
    return [term for term in (*asked.wanted, *asked.unwanted) if term.phrase]


def _telling(connection: sqlite3.Connection, terms: Sequence[Term]) -> list[Term]:
    """The terms without those of half of all articles, unless there are no others."""
    total = connection.execute("SELECT count(*) FROM articles_fts_docsize").fetchone()[0]

    def is_common(term: Term) -> bool:
        words = chain.from_iterable(term.words)
        return not term.is_required and max(document_frequency(connection, w) for w in words) > COMMON * total

    return [term for term in terms if not is_common(term)] or list(terms)


def _newest(connection: sqlite3.Connection, asked: Query, within: Filter) -> Iterator[tuple[int, float]]:
    """Articles by their day alone, for a query that wants no word."""
    clause, values = conditions(within, "number")
    if unwanted := " OR ".join(term.match() for term in asked.unwanted if not term.phrase):
        clause += " AND number NOT IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
        values = [*values, unwanted]
    statement = f"SELECT number FROM articles WHERE true {clause} ORDER BY day DESC, number"  # noqa: S608
    for (number,) in connection.execute(statement, values):
        if _is_as_written(connection, number, asked):
            yield number, 0.0


def conditions(within: Filter, number: str = "rowid") -> tuple[str, list[str]]:
    """The filter in SQL, each condition after ``AND``, on the column ``number``, and its values."""
    parts: list[str] = []
    values: list[str] = []
    for value, part in (
        (within.since, "SELECT number FROM articles WHERE day >= ?"),
        (within.until and f"{within.until}~", "SELECT number FROM articles WHERE day < ?"),
        (within.outlet and f"%.{_like(within.outlet).replace(' ', '.')}.%", OF_OUTLET),
        (within.place, OF_PLACE),
        (within.speaker and f"% {_like(within.speaker)} %", OF_SPEAKER),
    ):
        if value:
            parts.append(f"AND {number} IN ({part})")
            values += [value] * part.count("?")
    return " ".join(parts), values


NAMES_IT = "(rowid IN (SELECT article FROM names WHERE name = ? COLLATE NOCASE))"
OF_OUTLET = "SELECT number FROM articles WHERE '.' || replace(outlet, ' ', '.') || '.' LIKE ? ESCAPE '\\'"
OF_PLACE = """SELECT number FROM articles WHERE place = ? COLLATE NOCASE
    UNION ALL SELECT article FROM names WHERE type = 'place' AND name = ? COLLATE NOCASE"""
OF_SPEAKER = "SELECT article FROM quotes WHERE ' ' || name || ' ' LIKE ? ESCAPE '\\'"


def _like(text: str) -> str:
    """A text for LIKE, whose signs mean themselves."""
    return re.sub(r"([%_\\])", r"\\\1", text.strip())


def _is_as_written(connection: sqlite3.Connection, number: int, asked: Query) -> bool:
    """Whether an article has the phrases letter for letter, and none that is unwanted."""
    phrases = _phrases(asked)
    if not phrases:
        return True
    title, text = connection.execute(
        "SELECT coalesce(title, ''), text FROM articles WHERE number = ?", (number,)
    ).fetchone()

    def holds(term: Term) -> bool:
        pattern = phrase_pattern(term)
        return bool(pattern.search(title) or (not term.in_title and pattern.search(text)))

    return all(holds(term) == (term in asked.wanted) for term in phrases)


# --- names -------------------------------------------------------------------------------


def with_names(connection: sqlite3.Connection, asked: Query) -> Query:
    """The query with words that are a name together made one term, which answers to the name's other
    forms.
    """
    terms = list(asked.wanted)
    start = 0
    while start < len(terms):
        for end in range(min(len(terms), start + LONGEST_NAME), start, -1):
            run = terms[start:end]
            if not any(term.is_required for term in run) and (named := _named(connection, run)):
                terms[start:end] = [named]
                break
        start += 1
    return asked._replace(wanted=tuple(terms))


def _named(connection: sqlite3.Connection, run: Sequence[Term]) -> Term | None:
    text = " ".join(term.text for term in run)
    forms = connection.execute(
        "SELECT lower(mentions.text), count(*) FROM names JOIN mentions ON mentions.name = names.number"
        " WHERE names.name = ? COLLATE NOCASE GROUP BY 1 ORDER BY 2 DESC LIMIT 20",
        (text,),
    ).fetchall()
    if not forms:
        return None
    least = ALIAS_SHARE * sum(count for _, count in forms)
    own = text.lower().split()
    aliases = [form for form, count in forms if count >= least and not {*form.split()} & {*own}]
    found = tuple(" ".join(re.findall(r"\w+", alias)) for alias in aliases)
    words = tuple(chain.from_iterable(term.words for term in run))
    return Term(text, words, aliases=tuple(filter(None, found)))


# --- hits --------------------------------------------------------------------------------


def _hit(connection: sqlite3.Connection, rank: int, number: int, score: float, asked: Query) -> Hit:
    row = connection.execute(f"SELECT {ROW} FROM articles WHERE number = ?", (number,)).fetchone()  # noqa: S608
    name, source, index, day, outlet, title, text, lede, rest = row
    body = min((start for start in (lede, rest) if start is not None), default=0)
    shown, matches = snippet(text[body:], asked.wanted)
    return Hit(rank, round(score, 4), name, source, index, day, outlet, title, shown, matches)
