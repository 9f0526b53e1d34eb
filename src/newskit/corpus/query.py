"""What a user types to search, understood: words, phrases as written, words left out, words of the title.

``kiriman beras "harga pangan" -impor judul:bulog`` asks for articles with the stems of ``kiriman``, ``beras``
and ``bulog``, the last in the title, and with ``harga pangan`` letter for letter, but without ``impor``.
Nothing that is typed is an error: what is no word is left out, and only words in quotation marks reach
SQLite's query language.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

WORD = re.compile(r"\w+")
EDGES = re.compile(r"\A\W+|\W+\Z")
LONGEST_QUERY = 4_000  # characters
LONGEST_WORD = 100
MOST_TERMS = 40  # SQLite's expressions have a depth
TITLE = frozenset({"judul", "title"})
TERM = re.compile(
    r"""(?>(?P<minus>(?<!\S)-)?) (?>(?:(?P<field>[^\W\d_]++):)?)
        (?: ["“”„](?P<phrase>[^"“”„]*+)["“”„]?+ | (?P<word>[^\s"“”„]++) )""",
    re.VERBOSE,
)


class Term(NamedTuple):
    """One thing that is asked for, as typed, and its words, each with the stems that answer to it.

    A ``phrase`` is to be found letter for letter, too, ``in_title`` in the title alone. ``aliases`` are other
    names of a person or thing that the term names.
    """

    text: str
    words: tuple[tuple[str, ...], ...]
    phrase: bool = False
    in_title: bool = False
    aliases: tuple[str, ...] = ()

    @property
    def is_required(self) -> bool:
        """Whether an article without it is no hit."""
        return self.phrase or self.in_title

    @property
    def is_name(self) -> bool:
        """Whether its words are a name together."""
        return len(self.words) > 1 and not self.phrase

    def match(self) -> str:
        """The term in the query language of FTS5."""
        whole = " AND ".join(f"({' OR '.join(map(_quoted, word))})" for word in self.words)
        found = " OR ".join((f"({whole})", *map(_quoted, self.aliases)))
        return f"title : ({found})" if self.in_title else f"({found})"


class Query(NamedTuple):
    """What is wanted and what is not."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()


def query(text: str) -> Query:
    """The query that a text is.

    >>> [term.words for term in query("kiriman beras").wanted]
    [(('kirim', 'kiriman'),), (('beras',),)]
    >>> asked = query('judul:beras "harga pangan" -impor')
    >>> [(term.text, term.phrase, term.in_title) for term in asked.wanted], asked.unwanted[0].text
    ([('beras', False, True), ('harga pangan', True, False)], 'impor')
    """
    wanted: dict[Term, None] = {}
    unwanted: dict[Term, None] = {}
    for found in TERM.finditer(text[:LONGEST_QUERY]):
        (unwanted if found["minus"] else wanted).update(dict.fromkeys(_terms(found)))
    return Query(tuple(wanted)[:MOST_TERMS], tuple(unwanted)[:MOST_TERMS])


def _terms(found: re.Match[str]) -> Iterator[Term]:
    field = found["field"]
    in_title = field is not None and field.lower() in TITLE
    if field and not in_title:
        yield from _plain(field, False)
    if found["phrase"] is not None:
        words = tuple(map(forms, WORD.findall(found["phrase"])))[:MOST_TERMS]
        if words:
            yield Term(" ".join(found["phrase"].split()), words, True, in_title)
    else:
        yield from _plain(found["word"], in_title)


def _plain(typed: str, in_title: bool) -> Iterator[Term]:
    if answers := forms(typed):
        yield Term(EDGES.sub("", typed), (answers,), in_title=in_title)


@cache
def forms(word: str) -> tuple[str, ...]:
    """How the index may have a word: by its stem, by its stem as that of a name, as it is.

    >>> forms("Kepolisian"), forms("U-17"), forms("?")
    (('polisi', 'kepolisian'), ('u 17',), ())
    """
    from newskit.stemming.stemmer import stem, stem_text

    word = EDGES.sub("", word)[:LONGEST_WORD]
    if not word:
        return ()
    found = (stem(word), stem_text(f"di {word.capitalize()}")[3:], word.lower())
    return tuple(dict.fromkeys(" ".join(WORD.findall(form)) for form in found if WORD.search(form)))


def phrase_pattern(term: Term) -> re.Pattern[str]:
    """What finds a phrase letter for letter, in any case, over any blanks.

    >>> phrase_pattern(query('"harga beras"').wanted[0]).search("Harga\\nberas naik").span()
    (0, 11)
    """
    words = r"\s+".join(map(re.escape, term.text.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _quoted(words: str) -> str:
    return f'"{words}"'
