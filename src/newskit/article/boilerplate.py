"""What a scraped text has of the page and not of the story: the one place that decides.

``Baca juga: ...``, ``[Gambas:Video 20detik]``, ``ADVERTISEMENT``, captions, credits, calls to join a channel.
An insert opens with a cue (see ``cues``) where a sentence may begin, and its kind says how it ends: a label
after itself, a headline where ``headlines`` finds its end, a credit after its names, a call after the last
sentence that still calls. The next cue ends it, too: ``...di DemakLihat Foto Pasar(Dok. Desa)`` are two.
"""

import re
from collections.abc import Callable

from newskit.article.cues import AGENCY, NAME, NAMES, SITE, cues, is_sound
from newskit.document import Insert

KINDS = {
    name: kind
    for kind, names in (
        ("related", "bracket_related label pointer related"),
        ("video", "clip embed gambas live video"),
        ("advert", "advert"),
        ("caption", "credit framed legend photo picture taken"),
        ("byline", "bracket_byline byline"),
        ("call", "call"),
        ("copyright", "bracket_source imprint origin source"),
    )
    for name in names.split()
}
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
TAGS = re.compile(r"\([a-z]{2,5}/[a-z]{2,5}\)\s+(?P<tags>[^\W_]+(?:\s[^\W_]+){2,14})\Z")
STORY_END = tuple('.!?…"”’)]')
SIGNED = re.compile(r"\s*[(\[][^\W\d_]{2,10}(?:/[^\W\d_]{1,10}){0,2}[)\]]\s*\Z")
LONGEST_CAPTION = 250
LONGEST_IMPRINT = 250
Bounds = tuple[int, int]


def inserts(text: str, start: int = 0, end: int | None = None, *, low: str | None = None) -> list[Insert]:
    """The inserts between two offsets of a text in their order; none where nothing else would be left.

    ``low`` is the text in lower case, where it is there already.

    >>> text = "Beras naik. Baca juga: Harga Cabai Turun di Demak Ia menambahkan, stok cukup."
    >>> [(insert.kind, insert.text) for insert in inserts(text)]
    [('related', 'Baca juga: Harga Cabai Turun di Demak')]
    """
    end = len(text) if end is None else end
    found: list[Insert] = []
    last = start
    ahead = sorted(cues(text, text.lower() if low is None else low, start, end))
    for i, (at, stop, cue) in enumerate(ahead):
        if at < last or not (is_sound(text, at, cue) or not text[last:at].strip()):
            continue
        kind = KINDS[cue]
        credits = kind in ("byline", "copyright")  # Diadaptasi oleh Ani Editor: Budi
        near = stop + 2 * (kind == "caption")  # Foto: AFP/Ani
        others = (o[0] for o in ahead[i + 1 :] if o[0] >= near and (credits or is_sound(text, o[0], o[2])))
        begin, last = ENDS.get(cue, _itself)(text, (last, at), stop, next(others, end))
        if found and kind == "advert" == found[-1].kind and not text[found[-1].end : begin].strip():
            begin = found.pop().start
        piece = text[begin:last].rstrip()
        found.append(Insert(begin, begin + len(piece), piece, kind))
    found += _tail(text, last, end)
    return found if not found or _is_story(text, start, end, found) else []


def _is_story(text: str, start: int, end: int, found: list[Insert]) -> bool:
    """Whether anything but inserts is there."""
    starts, ends = [start, *(insert.end for insert in found)], [*(insert.start for insert in found), end]
    return any(any(map(str.isalnum, text[a:b])) for a, b in zip(starts, ends, strict=True))


def _tail(text: str, start: int, end: int) -> list[Insert]:
    """What stands after the story without a cue: a lone title on the last line, tags after the signature."""
    first = max(start, end - LONGEST_CAPTION)
    piece = text[first:end].rstrip()
    if not piece or piece[-1] in '.”"':
        return []
    if tags := TAGS.search(piece):
        return [Insert(first + tags.start("tags"), first + tags.end("tags"), tags["tags"], "related")]
    above, _, line = piece.rpartition("\n")
    if line.count(" ") < 5 or not above.rstrip().endswith(STORY_END) or not is_headline(line, 0):
        return []
    begin = first + len(piece) - len(line.lstrip())
    return [Insert(begin, first + len(piece), line.lstrip(), "related")]


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


def is_headline(line: str, share: float = 1 / 6) -> bool:
    """Whether a line is in title case and no sentence; of its words but particles a ``share`` may be small.

    >>> is_headline("Harga Cabai Turun hingga Separuh"), is_headline("Harga cabai turun.")
    (True, False)
    """
    line = line.strip()
    from newskit.article.headlines import PARTICLES

    told = [word for word in re.findall(r"[^\W\d_][\w’'-]*", line) if word not in PARTICLES]
    return (
        len(told) > 2
        and line[-1] not in '.,:;"”'
        and sum(word[0].islower() for word in told) <= share * len(told)
    )


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
