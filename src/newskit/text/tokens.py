"""Words, numbers, punctuation and symbols of a text, with their offsets.

A word keeps its hyphens, apostrophes and inner full stops (``baru-baru``, ``Jum'at``, ``S.H``, ``TEMPO.CO``)
and may hold digits (``Covid-19``, ``ke-2``); addresses, handles and hashtags are words too. A hyphen between
two names that news knows better apart is a dash: ``Januari-Maret`` is three tokens, ``Soekarno-Hatta`` one.
A number keeps what is written to it (``Rp1.000.000``, ``14,5%``, ``10.30``, ``23/8/2020``, ``2-1``). The full
stop that closes an abbreviation is a token of its own, as at the end of a sentence. What is left is
punctuation or a symbol as Unicode has it; an emoji with its modifiers is one symbol.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from newskit.lexicon import usage
from newskit.lexicon.usage import MOSTLY
from newskit.text.abbreviations import GLUED_ITEM, is_missing_space_boundary
from newskit.text.lost_spaces import lost_spaces


class Token(NamedTuple):
    """A piece of a text and its kind: ``word``, ``number``, ``punctuation`` or ``symbol``."""

    start: int
    end: int
    text: str
    kind: str


# Marks within a word: accents, Arabic and Brahmic vowels, soft hyphen, zero-width joiners
MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963"
    "\u0980-\u0e3a\u0e47-\u0e4e\u1a17-\u1a1b\u1b00-\u1b44\u1b80-\u1bf3\u1dc0-\u1dff\u200b-\u200d\u2060"
    "\ua980-\ua9c0\ufe20-\ufe2f"
)
PICTURE = (
    "[\u2190-\u21ff\u231a-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]*+"
)
ADDRESS = r"(?:[^\s\"<>“”.]|\.(?![A-Z][a-z]))*[\w/=&#-]"
NUMBER = r"\d++(?>(?:[.,:/–-]\d++)*)%?"
ENTITY = r"&(?:[a-zA-Z]{2,8}|\#\d{1,6}|\#x[0-9a-fA-F]{1,5});"
INNER_ENTITY = r"(?:amp|apos|[lr]squo|\#0?39|\#821[67]);"  # after the & of AT&amp;T, Jum&#39;at
BLANK = "\u200b\ufeff"  # when it stands between words
# Of a list (PIN.2. Unggah), or after a short form (No.7/2010)
NEW_ITEM = rf"(?<=[a-z]\.)\d|(?<=\b[Nn][Oo]\.)\d|(?<=[^\W\d_]{{2}}\.){GLUED_ITEM}"
SCORE = r"\d{1,2}-\d{1,2}(?=,\d{1,2}-\d{1,2}(?!\d))"  # 6-4,7-5
# 12/PUU-XXII/2024, 5/PMK.03/2020
RULING = (
    r"\d{1,5}(?=/(?:\d{1,5}/)?[A-Z][^\s,;()]{0,40}?/(?:19|20)\d\d)"
    r"(?:[/-]\w{1,20}|\.\w{1,20}(?=[/.-])){2,9}"
)

TOKEN = re.compile(
    rf"""
    (?=[^\s{BLANK}]) (?:  # a blank is refused at once, not by each of these in turn
    (?P<address> (?:https?://|www\.) {ADDRESS})
  | (?P<amount> (?:(?<![^\s(])[+−-] | Rp\.? | (?:US|S|A)?\$ | [€£¥]) {NUMBER} | [¼½¾])
  | (?P<word>
      (?: [^\W\d_]/[^\W\d_](?![\w/]) | [@#]? (?>(?:\d++-?)?) [^\W\d_] ) [\w{MARKS}]*+
      (?>(?: [-'’`´.&‐‑] (?!(?<=\.)(?:[{BLANK}]|{NEW_ITEM}))
             (?: (?<!&) | {INNER_ENTITY} | (?![\w\#]{{2,8}};) ) [\w{MARKS}]++ )*)
      (?: @\w++(?>(?:[-.]\w++)+) | /(?:(?<=\.com/)|(?<=\.id/)|(?<=\.net/)|(?<=\.org/)) {ADDRESS}
        | /(?:[A-Z]\w{{0,3}}/){{0,2}} {RULING} )?
    )
  | (?P<number> {SCORE} | {NUMBER} (?!/[A-Z\d]) )
  | (?P<emoji> [\U0001f1e6-\U0001f1ff]{{2}} | {PICTURE} (?> (?: \u200d {PICTURE} )* ) )
  | (?P<run> \.{{2,}}+ | -{{2,}}+ | [!?]{{2,}}+ | ={{2,}}+ | \*{{2,}}+ | _{{2,}}+ )
  | (?P<other> [^\d&\\] )
  | (?P<letter> {RULING} )
  | (?P<count> {NUMBER} )
  | (?P<break> (?>(?:\\[nrt](?![a-z]))+) )
  | (?P<entity> {ENTITY} | [&\\] )
    )
    """,
    re.VERBOSE,
)
KINDS = {
    "address": "word",
    "letter": "word",
    "amount": "number",
    "number": "number",
    "count": "number",
    "emoji": "symbol",
    "break": "symbol",
}
MONTHS = frozenset(
    "januari februari maret april mei juni juli agustus september oktober november desember".split()  # noqa: SIM905
)
SEAM = re.compile(r"[.-]")


def tokens(text: str) -> list[Token]:
    """The tokens of a text, in order; between them is white space alone.

    >>> [t.text for t in tokens("Laba KOMPAS.com Rp1.000.000 di negara.Memuji")]
    ['Laba', 'KOMPAS.com', 'Rp1.000.000', 'di', 'negara', '.', 'Memuji']
    >>> [t.kind for t in tokens("Ia ke-2, +5%")]
    ['word', 'word', 'punctuation', 'number']
    """
    found: list[Token] = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        piece, name = match[0], match.lastgroup
        if name == "word" and piece.islower() and piece.isalpha():
            found.append(Token(start, end, piece, "word"))
        elif name != "word":
            found.append(Token(start, end, piece, KINDS.get(name or "") or _kind(piece)))
        elif _is_whole(piece):
            found.append(Token(start, end, piece, "word"))
        else:
            found.extend(_parts(piece, start))
    return found


@lru_cache(maxsize=1 << 16)
def _is_whole(word: str) -> bool:
    """Tell whether nothing is glued or joined in a word."""
    if word.isalpha():
        return not lost_spaces(word)
    if "@" in word or "/" in word:
        return True
    return "." not in word and ("-" not in word or word.islower())


@cache
def _kind(mark: str) -> str:
    """The kind of a character that is no letter or digit, of several alike, or of an HTML entity."""
    if mark[0] == "&":
        from html import unescape

        mark = unescape(mark) or mark  # of a control character nothing is left
    return "punctuation" if unicodedata.category(mark[0])[0] == "P" else "symbol"


def _parts(run: str, offset: int) -> Iterator[Token]:
    """The words of a run, cut where two sentences are glued, two names are joined or a space is lost."""
    if run.isalpha():
        for begin, end in itertools.pairwise((0, *lost_spaces(run), len(run))):
            yield _word(run, begin, end, offset)
        return
    begin = 0
    for seam in SEAM.finditer(run):
        at = seam.start()
        before, after = run[max(begin, at - 24) : at], run[at + 1 : at + 25]
        if (
            is_missing_space_boundary(before, _head(after))
            if seam[0] == "."
            else _is_dash(_tail(before), _head(after))
        ):
            yield _word(run, begin, at, offset)
            yield Token(offset + at, offset + at + 1, seam[0], "punctuation")
            begin = at + 1
    yield _word(run, begin, len(run), offset)


def _word(run: str, begin: int, end: int, offset: int) -> Token:
    """One part of a run; the 2 of ``film.2.Melarang`` is a number."""
    piece = run[begin:end]
    return Token(offset + begin, offset + end, piece, "number" if piece.isdigit() else "word")


def _head(text: str) -> str:
    return SEAM.split(text, maxsplit=1)[0]


def _tail(text: str) -> str:
    return SEAM.split(text)[-1]


def _is_dash(left: str, right: str) -> bool:
    """Tell whether a hyphen parts a month from a day (``27 Juli-5 Agustus``) or a name from a name."""
    if right.isdigit():
        return len(right) < 3 and left.lower() in MONTHS
    return _are_names(left, right)


def _are_names(left: str, right: str) -> bool:
    """Tell whether a hyphen joins two names that news knows better apart than together."""
    if not all(
        word[:1].isupper() and (len(word) > 2 or (word.isupper() and word[1:])) for word in (left, right)
    ):
        return False
    first, second = left.lower(), right.lower()
    uses = [usage.words().get(word) for word in (first, second)]
    together = usage.words().get(f"{first}-{second}")
    apart = min(use.document_frequency if use and use.capitalization_rate > MOSTLY else 0 for use in uses)
    rare = 3  # too rare to tell: RX-King
    return first != second and apart > 5 * max(together.document_frequency if together else 0, rare)
