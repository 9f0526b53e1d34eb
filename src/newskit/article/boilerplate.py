"""What a scraped text has of the page and not of the story: the one place that decides.

``Baca juga: ...``, ``[Gambas:Video 20detik]``, ``ADVERTISEMENT``, captions, credits, calls to join a channel.
An insert opens with a cue (see ``cues``) where a sentence may begin, and its kind says how it ends (see
``insert_ends``). The next cue ends it, too: ``...di DemakLihat Foto Pasar(Dok. Desa)`` are two.
"""

import re

from newskit.article.cues import Cue, cues, is_sound
from newskit.article.title_case import is_headline
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
TAGS = re.compile(r"\([a-z]{2,5}/[a-z]{2,5}\)\s+(?P<tags>[^\W_]+(?:\s[^\W_]+){2,14})\Z")
STORY_END = tuple('.!?…"”’)]')
LONGEST_TAIL = 250


def inserts(text: str, start: int = 0, end: int | None = None, *, low: str | None = None) -> list[Insert]:
    """The inserts between two offsets of a text in their order; none where nothing else would be left.

    ``low`` is the text in lower case, where it is there already.

    >>> text = "Beras naik. Baca juga: Harga Cabai Turun di Demak Ia menambahkan, stok cukup."
    >>> [(insert.kind, insert.text) for insert in inserts(text)]
    [('related', 'Baca juga: Harga Cabai Turun di Demak')]
    """
    end = len(text) if end is None else end
    ahead = sorted(cues(text, text.lower() if low is None else low, start, end))
    found = _at_cues(text, start, end, ahead) if ahead else []
    found += _tail(text, found[-1].end if found else start, end)
    return found if not found or _is_story(text, start, end, found) else []


def _at_cues(text: str, start: int, end: int, ahead: list[Cue]) -> list[Insert]:
    """The inserts that open with cues."""
    from newskit.article.insert_ends import bounds  # not loaded where a text has no cues

    found: list[Insert] = []
    last = start
    for i, (at, stop, cue) in enumerate(ahead):
        if at < last or not (is_sound(text, at, cue) or not text[last:at].strip()):
            continue
        kind = KINDS[cue]
        credits = kind in ("byline", "copyright")  # Diadaptasi oleh Ani Editor: Budi
        near = stop + 2 * (kind == "caption")  # Foto: AFP/Ani
        others = (o[0] for o in ahead[i + 1 :] if o[0] >= near and (credits or is_sound(text, o[0], o[2])))
        begin, last = bounds(text, cue, (last, at), stop, next(others, end))
        if found and kind == "advert" == found[-1].kind and not text[found[-1].end : begin].strip():
            begin = found.pop().start
        piece = text[begin:last].rstrip()
        found.append(Insert(begin, begin + len(piece), piece, kind))
    return found


def _is_story(text: str, start: int, end: int, found: list[Insert]) -> bool:
    """Whether anything but inserts is there."""
    starts, ends = [start, *(insert.end for insert in found)], [*(insert.start for insert in found), end]
    return any(any(map(str.isalnum, text[a:b])) for a, b in zip(starts, ends, strict=True))


def _tail(text: str, start: int, end: int) -> list[Insert]:
    """What stands after the story without a cue: a lone title on the last line, tags after the signature."""
    first = max(start, end - LONGEST_TAIL)
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
