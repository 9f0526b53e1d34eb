"""Where an insert begins and ends round its cue, by the cue's name.

A label ends after itself, a headline where ``headlines`` finds its end, a credit after its names, a call
after the last sentence that still calls.
"""

import re
from collections.abc import Callable

from newskit.article.cues import AGENCY, NAME, NAMES, SITE
from newskit.article.title_case import is_headline

SENTENCE_END = re.compile(r"[.!?…]+[\"”’')]*(?=\s|\Z|[A-Z“\"])|\n|\Z")
LAST_SENTENCE = re.compile(r"(?:[.!?…][\"”’')]*(?:\s+|(?=[A-Z“\"]))|\n)(?=\S)")
CALLS_ON = re.compile(
    r"\s*(?=[^\n.!?]{0,120}?(?:bergabung|klik|tautan|link|https?:|install|aplikasi|unduh|whatsapp|telegram|kanal))"
    r"[^\n.!?]*(?:[.!?](?=\w)[^\n.!?]*)*(?:[.!?]+(?:[\"”]?;)?|(?=\n)|\Z)",
    re.I,
)
CREDITED = re.compile(
    r"\s*(?:(?:dok|ist|courtesy)\b\.?,?\s?)?"
    rf"[\w.@-]++(?:\s[\w.@-]++){{0,3}}\s?/\s?(?:{SITE}|@?\w+(?:(?:\s{NAME}){{1,3}}(?=\s*\Z))?)(?: {SITE})?",
    re.I,
)
CREDIT_NAMES = re.compile(
    rf"\s*(?:{SITE}|{NAMES})(?:(?:, ?| ?[/|&] ?| dan | )(?:{SITE}|{NAMES})){{0,5}}", re.I
)
LONE_CREDIT = re.compile(rf"\s*(?:{AGENCY})(?!\s?(?:/|{NAME}/))(?<!dok)(?<!dok\.)\b", re.I)
WITH_TITLE = re.compile(r"[^\n]{0,60}?\bjudul\b\s?:?\s*", re.I)
QUOTED = re.compile(r"\s*(?:[\"“][^\"”\n]{3,200}[\"”]|'[^\n]{3,200}?'(?!\w)):?")
IN_BRACKETS = re.compile(r"\([^()\n]{1,120}(?:\)|(?=\n|\Z))")
SIGNED = re.compile(r"\s*[(\[][^\W\d_]{2,10}(?:/[^\W\d_]{1,10}){0,2}[)\]]\s*\Z")
LONGEST_IMPRINT = 250
LONGEST_CAPTION = 250
Bounds = tuple[int, int]


def bounds(text: str, cue: str, at: Bounds, end: int, limit: int) -> Bounds:
    """Where the insert begins and ends whose cue is ``text[at[1]:end]``.

    ``at[0]`` is where the insert before it ends, ``limit`` where the next cue begins.

    >>> text = "Beras naik. Editor: Ani Lestari"
    >>> bounds(text, "byline", (0, 12), 19, len(text))
    (12, 31)
    """
    return ENDS.get(cue, _itself)(text, at, end, limit)


def _itself(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    return at[1], end


def _line(text: str, start: int, limit: int) -> int:
    """The end of the line, at most ``limit``."""
    found = text.find("\n", start, limit)
    return found if found >= 0 else limit


def _sentence(text: str, start: int, limit: int) -> int:
    """The end of the sentence or line, at most ``limit``."""
    found = SENTENCE_END.search(text, start, limit)
    return min(limit, found.end()) if found else limit


def _label(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``Baca Juga`` alone; with the title that stands beside it on a line of its own."""
    line = _line(text, end, limit)
    alone = at[1] == 0 or text[at[1] - 1] == "\n"
    return at[1], line if alone and is_headline(text[end:line]) else end


def _link(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``Baca juga: Harga Cabai Turun``, or a list of titles on the lines below."""
    line = _line(text, end, limit)
    if text[end:line].strip():
        return at[1], _title(text, at[1], end, line)
    last = end
    while line < limit:
        line = _line(text, start := line + 1, limit)
        if is_headline(text[start:line]):
            last = line
        elif text[start:line].strip():
            break
    return at[1], last


def _bracket(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``[Gambas:Video 20detik]``, from its bracket to the other."""
    stop = text.find("]", end, _line(text, end, end + 80))
    return at[1], stop + 1 if stop >= 0 else end


def _clip(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``Simak Video 'Harga Beras Naik': [Gambas:Video]`` up to the bracket, else its title."""
    if text.startswith("[", limit) and limit - end < LONGEST_CAPTION:
        return at[1], limit
    if quoted := QUOTED.match(text, end, limit):
        return at[1], quoted.end()
    line = _line(text, end, limit)
    if re.match(r"\s*(?:\Z|ini|di sini)", text[end:line]):
        return at[1], _sentence(text, end, line)
    return at[1], _title(text, at[1], end, line)


def _title(text: str, at: int, start: int, line: int) -> int:
    """The end of the headline that begins at ``start``, before a signature; the story is before ``at``."""
    signed = SIGNED.search(text, max(start, line - 40), line)
    from newskit.article.headlines import STORY, headline_end  # not loaded where nothing is linked

    return headline_end(text, start, signed.start() if signed else line, text[max(0, at - STORY) : at])


def _photo(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``Foto: Ani Lestari/Kabar``; the line before it, too, where it ends one."""
    line = _line(text, end, limit)
    credit = CREDITED.match(text, end, line)
    stop = credit.end() if credit else _credit_end(text, end, line)
    above = text.rfind("\n", max(0, at[1] - LONGEST_CAPTION), at[1])
    ends_line = not text[stop : _line(text, stop, stop + LONGEST_CAPTION)].strip()
    whole = (
        ends_line and (above >= 0 or text.find("\n", stop) >= 0) and (above >= 0 or at[1] < LONGEST_CAPTION)
    )
    return max(at[0], above + 1) if whole else at[1], stop


def _credit_end(text: str, start: int, line: int) -> int:
    """The end of a credit without a slash: ``Istimewa``, ``Dok. Desa``; the next word begins a sentence."""
    if lone := LONE_CREDIT.match(text, start, line):
        return lone.end()
    run = CREDIT_NAMES.match(text, start, line)
    if not run:
        return start
    names = run[0].rstrip()
    more = text[start + len(names) : line].strip()
    return start + len(names.rpartition(" ")[0] or names if more and names.strip().count(" ") else names)


def _legend(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    return at[1], min(_line(text, end, limit), end + 2 * LONGEST_CAPTION)


def _framed(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``Lihat Foto Pasar Demak(Dok. Desa)``."""
    found = list(IN_BRACKETS.finditer(text, end, min(_line(text, end, len(text)), end + LONGEST_CAPTION)))
    credits = [bracket for bracket in found if re.search(r"[./]|dok|ist", bracket[0], re.I)] or found
    return at[1], credits[0].end() if credits else _line(text, end, limit)


def _credit(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``KABAR.com/ANI LESTARI Pasar Demak ramai.`` to the end of the line, or else of the sentence."""
    line = _line(text, end, limit)
    return at[1], line if line - end < LONGEST_CAPTION and line < limit else _sentence(text, end, limit)


def _names(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``Editor: Ani Lestari``, ``Sumber: Kabar.com``."""
    found = CREDIT_NAMES.match(text, end, _line(text, end, limit))
    return at[1], found.end() if found else end


def _origin(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``Artikel ini telah tayang di Kabar.com dengan judul Harga Cabai Turun``."""
    line = _line(text, end, limit)
    title = WITH_TITLE.match(text, end, line)
    if not title:
        return at[1], _sentence(text, end, line)
    quoted = QUOTED.match(text, title.end(), line)
    return at[1], quoted.end() if quoted else _title(text, at[1], title.end(), line)


def _pointer(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``Baca selengkapnya di sini.``, ``Selengkapnya dibaca pada tautan berikut. Harga Cabai Turun``."""
    stop = _sentence(text, end, limit)
    if not text[max(0, stop - 12) : stop].rstrip().endswith("berikut."):
        return at[1], stop
    return at[1], _title(text, at[1], stop, _line(text, stop, limit))


def _call(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``Ikuti berita kami di Google News.`` and the sentences behind it that call, too."""
    stop = _sentence(text, end, limit)
    while (more := CALLS_ON.match(text, stop, limit)) and more.end() > stop:
        stop = more.end()
    return at[1], stop


def _imprint(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``PT Kabar Jalan Melati 1 ©2025 Kabar`` at the end of a text, from the insert or sentence before it."""
    if len(text) - end > LONGEST_IMPRINT:
        return at[1], _line(text, end, limit)
    line = text.rfind("\n", max(0, at[1] - LONGEST_IMPRINT), at[1]) + 1
    near = at[0] if at[1] - at[0] < LONGEST_IMPRINT else 0
    begin = near or line or _before(text, at)
    return begin + len(text[begin : at[1]]) - len(text[begin : at[1]].lstrip()), len(text)


def _pictured(text: str, at: Bounds, end: int, limit: int) -> Bounds:
    """``Pasar Demak ramai. (Foto: Ani)``: the sentence before the bracket belongs to it."""
    begin = _before(text, (at[0], at[1] - 1))
    return begin if at[1] - begin < LONGEST_CAPTION else at[1], end


def _before(text: str, at: Bounds) -> int:
    """Where the last sentence before a place begins, at least the end of the insert before it."""
    first = max(at[0], at[1] - LONGEST_CAPTION - 2)
    ends = [found.end() for found in LAST_SENTENCE.finditer(text, first, at[1] - 1)]
    begin = ends[-1] if ends else first
    return begin + len(text[begin : at[1]]) - len(text[begin : at[1]].lstrip())


ENDS: dict[str, Callable[[str, Bounds, int, int], Bounds]] = {
    "label": _label,
    "related": _link,
    "pointer": _pointer,
    "gambas": _bracket,
    "clip": _clip,
    "video": _clip,
    "photo": _photo,
    "legend": _legend,
    "framed": _framed,
    "credit": _credit,
    "picture": _pictured,
    "taken": _pictured,
    "byline": _names,
    "source": _names,
    "origin": _origin,
    "call": _call,
    "imprint": _imprint,
}
