"""Who and what the articles of a corpus file name and quote most."""

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from newskit.analyses.names.kinds import PERSON
from newskit.analyses.names.short_forms import plain, spelled_out
from newskit.corpus.duplicates import shingles
from newskit.corpus.listing import HOST, Listed, by_day

OF_ONE_SITE = 0.8  # of the articles with a name, those of one site, when the name may be part of its pages
ONCE = 1.15  # mentions an article, at the most, of what is part of pages: a byline, Google News
FEWEST = 3  # articles with a form beside the full name
ENOUGH = 10  # articles with a name before it is held to be part of pages
FULL = 0.8  # of the articles that tell of another name by a form, those with one name: the form is its own
KNOWN = 0.5  # of the articles that have a form alone, so many at the least have it beside the full name
LONGEST = 320  # characters of a statement that is shown
SHORTEST = 60
SHOWN = 3  # statements of a speaker
NUMBER = re.compile(r"\d+")
ALIKE = 5  # shingles that two statements share at the least where they are one, but for those of equal words
ALIKE_SHARE = 0.6  # of the shingles of the shorter one


class Named(NamedTuple):
    """A name, how often it stands in the texts, and the articles with it."""

    name: str
    mentions: int
    articles: tuple[int, ...]


class Statement(NamedTuple):
    """What someone said, ``direct`` or ``reported``, and the articles that have it, the oldest first."""

    text: str
    kind: str
    articles: tuple[int, ...]


class Speaker(NamedTuple):
    """Someone who is quoted: how many statements there are, each counted once in however many articles it
    stands, some of them, and the articles with them.
    """

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
        found[_key(name, kind)].append((name, article, count))
    made = [
        Named(
            _spelled(key, Counter(name for name, _, _ in group)),
            sum(count for _, _, count in group),
            by_day({article for _, article, _ in group}, articles),
        )
        for key, group in found.items()
    ]
    made.sort(key=lambda named: (-len(named.articles), -named.mentions, named.name))
    sites = {_squeezed(article.site) for article in articles.values() if article.site}
    return [named for named in made if not _is_of_pages(named, articles, sites)]


def _key(name: str, kind: str) -> str:
    """What the forms of one name have in common.

    >>> _key("Polda Jatim", "organisation") == _key("Polda Jawa Timur", "organisation")
    True
    """
    return (spelled_out(name) if kind != PERSON else "") or name.casefold()


def _spelled(key: str, forms: Counter[str]) -> str:
    """The most frequent form of a name, before all one that has nothing in short."""
    return min(forms, key=lambda form: (plain(form) != key, -forms[form]))


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


class _Quoted(NamedTuple):
    text: str
    kind: str
    article: int


def speakers(connection: sqlite3.Connection, articles: Mapping[int, Listed], top: int) -> list[Speaker]:
    """The people and bodies with statements in most articles; who is told by an office alone is none."""
    rows = connection.execute(
        "SELECT q.name, q.text, q.kind, q.article FROM quotes q WHERE EXISTS (SELECT 1 FROM names n WHERE"
        " n.article = q.article AND n.name = q.name AND n.type <> 'place') ORDER BY q.article, q.start"
    ).fetchall()
    if not rows and not connection.execute("SELECT 1 FROM names LIMIT 1").fetchone():
        rows = connection.execute(
            "SELECT name, text, kind, article FROM quotes WHERE name IS NOT NULL"
        ).fetchall()
    found: dict[str, list[tuple[str, _Quoted]]] = defaultdict(list)
    full = _full_names(connection, "organisation") | _full_names(connection, "person")
    for own, *statement in rows:
        name = full.get(own, own)
        found[name.casefold()].append((name, _Quoted(*statement)))
    ordered = sorted(
        found.items(), key=lambda item: (-len({said.article for _, said in item[1]}), -len(item[1]), item[0])
    )
    return [_speaker(group, articles) for _, group in ordered[:top]]


def _speaker(group: Sequence[tuple[str, _Quoted]], articles: Mapping[int, Listed]) -> Speaker:
    """Someone with three statements of different articles, in their own words where there are such."""
    name = Counter(name for name, _ in group).most_common(1)[0][0]
    numbers = by_day({quoted.article for _, quoted in group}, articles)
    statements = [
        Statement(same[0].text, same[0].kind, by_day({quoted.article for quoted in same}, articles))
        for same in _alike(sorted((quoted for _, quoted in group), key=_is_poor))
    ]
    chosen: list[Statement] = []
    shown: set[int] = set()
    for statement in statements:
        if len(chosen) < SHOWN and not shown.issuperset(statement.articles):
            chosen.append(statement)
            shown.update(statement.articles)
    chosen.sort(key=lambda statement: numbers.index(statement.articles[0]))
    return Speaker(name, len(statements), tuple(chosen), numbers)


def _alike(quoted: Iterable[_Quoted]) -> list[list[_Quoted]]:
    """Statements in groups of the same: a story that several outlets print may be shortened or edited.

    >>> texts = "Harga beras naik lagi di pasar itu,", "harga beras naik lagi di pasar itu, Senin", "Naik."
    >>> [len(same) for same in _alike(_Quoted(text, "direct", 1) for text in texts)]
    [2, 1]
    """
    groups: list[list[_Quoted]] = []
    with_shingle: dict[int, list[int]] = defaultdict(list)
    for one in quoted:
        own = shingles(one.text)
        shared = Counter(place for shingle in own for place in with_shingle[shingle])
        same = (place for place, _ in shared.most_common() if _is_same(one.text, groups[place][0].text))
        place = next(same, len(groups))
        if place == len(groups):
            groups.append([])
            for shingle in own:
                with_shingle[shingle].append(place)
        groups[place].append(one)
    return groups


def _is_same(one: str, other: str) -> bool:
    """Whether two statements are one: most words of the shorter are in the other, in their order, and the
    numbers of one: ``pukul 08.00`` and ``pukul 09.00`` are two.

    >>> _is_same("“Beras naik,”", "Beras naik."), _is_same("“Beras naik,”", "Beras naik lagi.")
    (True, False)
    """
    a, b = (set(shingles(text)) for text in (one, other))
    both = len(a & b)
    numbers, others = (set(NUMBER.findall(text)) for text in (one, other))
    is_alike = both >= ALIKE and both >= ALIKE_SHARE * min(len(a), len(b))
    return a == b or (is_alike and (numbers <= others or others <= numbers))


def _is_poor(statement: _Quoted) -> tuple[bool, bool]:
    """What makes a statement less worth showing: very short or long, not in the speaker's words."""
    return not SHORTEST <= len(statement.text) <= LONGEST, statement.kind != "direct"
