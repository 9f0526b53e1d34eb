"""Who and what the articles of a corpus file name and quote most."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from newskit.corpus.listing import HOST, Listed, by_day

OF_ONE_SITE = 0.8  # of the articles with a name, those of one site, when the name may be part of its pages
ONCE = 1.15  # mentions an article, at the most, of what is part of pages: a byline, Google News
FEWEST = 3  # articles with a form beside the full name
ENOUGH = 10  # articles with a name before it is held to be part of pages
FULL = 0.8  # of the articles that tell of another name by a form, those with one name: the form is its own
KNOWN = 0.5  # of the articles that have a form alone, so many at the least have it beside the full name
LONGEST = 320  # characters of a statement that is shown
SHORTEST = 60


class Named(NamedTuple):
    """A name, how often it stands in the texts, and the articles with it."""

    name: str
    mentions: int
    articles: tuple[int, ...]


class Statement(NamedTuple):
    """What someone said, ``direct`` or ``reported``, and the article that has it."""

    text: str
    kind: str
    article: int


class Speaker(NamedTuple):
    """Someone who is quoted: how many statements there are, some of them, and the articles with them."""

    name: str
    statements: int
    said: tuple[Statement, ...]
    articles: tuple[int, ...]


def names(connection: sqlite3.Connection, kind: str, articles: Mapping[int, Listed]) -> list[Named]:
    """The names of a type by the number of articles with them, without those that are part of pages."""
    full = _full_names(connection, kind)
    found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    rows = connection.execute(
        "SELECT name, article, count FROM names WHERE type = ? ORDER BY number", (kind,)
    )
    for own, article, count in rows:
        name = full.get(own, own)
        found[name.casefold()].append((name, article, count))
    made = [
        Named(
            Counter(name for name, _, _ in group).most_common(1)[0][0],
            sum(count for _, _, count in group),
            by_day({article for _, article, _ in group}, articles),
        )
        for group in found.values()
    ]
    made.sort(key=lambda named: (-len(named.articles), -named.mentions, named.name))
    sites = {_squeezed(article.site) for article in articles.values() if article.site}
    return [named for named in made if not _is_of_pages(named, articles, sites)]


def _full_names(connection: sqlite3.Connection, kind: str) -> dict[str, str]:
    """The names that are nearly always a form of one other name: ``Jokowi`` of ``Joko Widodo``.

    Some articles have the form alone; those that have it beside a full name tell which.
    """
    counted = connection.execute("SELECT name, count(*) FROM names WHERE type = ? GROUP BY name", (kind,))
    own = dict(counted.fetchall())
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    rows = connection.execute(
        "SELECT m.text, n.name, count(DISTINCT n.article) FROM mentions m JOIN names n ON m.name = n.number"
        " WHERE n.type = ? AND m.text <> n.name GROUP BY 1, 2 ORDER BY 1, 2",
        (kind,),
    )
    for form, name, count in rows:
        if form in own:
            beside[form][name] = count
    found = {}
    for form, counts in beside.items():
        name, count = counts.most_common(1)[0]
        if count >= FEWEST and count >= max(FULL * counts.total(), KNOWN * own[form]):
            found[form] = name
    return {form: name for form, name in found.items() if name not in found}


def _squeezed(name: str) -> str:
    """What is left of a name or site to compare: ``detikinet``, ``kompas``."""
    return "".join(name.casefold().split(".")[0].split())


def _is_of_pages(named: Named, articles: Mapping[int, Listed], sites: Set[str]) -> bool:
    """Whether a name is that of a site, or stands on its pages and hardly in its stories: a byline."""
    name = _squeezed(named.name)
    if HOST.search(named.name.lower()) or name in sites:
        return True
    if len(sites) < 2 or len(named.articles) < ENOUGH:
        return False
    where, count = Counter(articles[number].site for number in named.articles).most_common(1)[0]
    if where is None or count < OF_ONE_SITE * len(named.articles):
        return False
    site = _squeezed(where)
    return site in name or name in site or named.mentions <= ONCE * len(named.articles)


def speakers(connection: sqlite3.Connection, articles: Mapping[int, Listed]) -> list[Speaker]:
    """The people and bodies with most statements in most articles; who is told by an office alone is none."""
    rows = connection.execute(
        "SELECT q.name, q.text, q.kind, q.article FROM quotes q WHERE EXISTS (SELECT 1 FROM names n WHERE"
        " n.article = q.article AND n.name = q.name AND n.type <> 'place') ORDER BY q.article, q.start"
    ).fetchall()
    if not rows and not connection.execute("SELECT 1 FROM names LIMIT 1").fetchone():
        rows = connection.execute(
            "SELECT name, text, kind, article FROM quotes WHERE name IS NOT NULL"
        ).fetchall()
    found: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
    full = _full_names(connection, "organisation") | _full_names(connection, "person")
    for own, *statement in rows:
        name = full.get(own, own)
        found[name.casefold()].append((name, Statement(*statement)))
    made = [_speaker(group, articles) for group in found.values()]
    return sorted(made, key=lambda speaker: (-len(speaker.articles), -speaker.statements, speaker.name))


def _speaker(group: Sequence[tuple[str, Statement]], articles: Mapping[int, Listed]) -> Speaker:
    """Someone with three statements of different articles, in their own words where there are such."""
    name = Counter(name for name, _ in group).most_common(1)[0][0]
    said: dict[int, Statement] = {}
    for statement in sorted((statement for _, statement in group), key=_is_poor):
        said.setdefault(statement.article, statement)
    chosen = list(said.values())[:3]
    numbers = by_day(said, articles)
    return Speaker(name, len(group), tuple(sorted(chosen, key=lambda s: numbers.index(s.article))), numbers)


def _is_poor(statement: Statement) -> tuple[bool, bool]:
    """What makes a statement less worth showing: very short or long, not in the speaker's words."""
    return not SHORTEST <= len(statement.text) <= LONGEST, statement.kind != "direct"
