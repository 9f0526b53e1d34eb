"""The cues at which an insert begins: ``Baca juga:``, ``[Gambas:``, ``Foto:``, ``KABAR.com/Ani``.

Each has a name, by which ``boilerplate`` knows its kind and how it ends. A text without cues costs little: a
word is looked for before the pattern around it, and the pattern of a colon, slash or bracket is tried only
where the letters beside it may be a cue's.
"""

import re
from collections.abc import Iterator
from functools import cache

WordCue = tuple[
    str, str, str, str, bool
]  # a word, letters its cue begins with, pattern, name, whether at the end
Cue = tuple[int, int, str]  # where it begins and ends, its name

NAME = r"(?-i:[^\W\d_a-z][\w.'’-]*+)"  # begins with a capital, also within a pattern that ignores case
NAMES = rf"{NAME}(?:(?:,\s?|\s?[/|&]\s?|\s){NAME}){{0,5}}"
SITE = r"\w[\w-]{2,30}\.(?:com?|con|id|net|org|tv|news)(?:\.\w{2})?"
PHOTO_AGENCY = (
    r"getty\s?images|shutterstock|thinkstock|i-?stock\w*|freepik|unsplash|pexels|pixabay"
    r"|dok(?:umentasi)?\b\.?|ist(?:imewa)?\b"
)
AGENCY = (
    rf"{PHOTO_AGENCY}|antara\sfoto|antara|afp|ap\sphoto|ap|reuters|xinhua|epa"
    r"|instagram|youtube|twitter|screenshot"
)
WRITERS = "penulis editor reporter pewarta penyunting redaktur kontributor fotografer uploader penerjemah"
WRITER = WRITERS.replace(" ", "|")

ORIGIN = r"(?:artikel|berita|konten|tulisan|naskah) ini [^\n.!?]{0,60}?\b"
END = 1500  # letters at the end of a text, where it calls and tells its origin
WORDS: tuple[WordCue, ...] = (
    ("baca juga", "b", r"baca\s+juga(?-i:(?![a-z]))(?!\s{0,2}:)", "label", False),
    ("lihat foto", "l", r"lihat foto\b", "framed", False),
    ("advertisement", "a", r"(?-i:ADVERTISEMENT|Advertisement)\b", "advert", False),
    ("scroll to", "s", r"scroll to (?:continue|resume)(?: with| reading)?(?: content)?", "advert", False),
    ("pic.twitter", "hp", r"(?:https?://)?pic\.twitter\.com/\w{1,10}", "embed", False),
    ("post shared", "a", r"a post shared by [^\n]{0,80}?(?:\([^()\n]{1,60}\)|$)", "embed", False),
    (
        " video",
        "ystl",
        r"(?:yuk, ?)?(?:simak|tonton|lihat|saksikan)(?: juga| pula)? video\b(?!\s{0,2}:)",
        "clip",
        False,
    ),
    (" live ", "st", r"(?:saksikan|tonton) live [^\n:]{2,30}:", "live", True),
    (
        "selengkapnya",
        "abslv",
        r"(?:baca |simak |lihat )?(?:berita |artikel |video )?selengkapnya (?:dapat |bisa )?"
        r"(?:di)?(?:baca |simak )?(?:di|pada|klik) (?:sini|tautan|link|laman|halaman)",
        "pointer",
        True,
    ),
    (" tayang ", "abktn", rf"{ORIGIN}tayang (?:di|pada)\b", "origin", True),
    ("terbit", "abktn", rf"{ORIGIN}(?:di)?terbit(?:kan)?\b", "origin", True),
    ("ini diadaptasi", "ab", r"(?:artikel|berita) ini diadaptasi\b", "origin", True),
    ("diadaptasi oleh", "d", rf"diadaptasi oleh(?= {NAME})", "byline", True),
    (
        "google",
        "cibuds",
        r"(?:cek|ikuti|baca|update|dapatkan|simak)\b[^\n.!?]{0,80}?\b(?:google\s+news|news\s+google)\b",
        "call",
        True,
    ),
    (
        "bergabung",
        "dimyas",
        r"(?:dapatkan|ikuti|mari|yuk|ayo|silakan)\b[^\n!?]{0,160}?\bbergabung di\b",
        "call",
        True,
    ),
    (
        "whatsapp",
        "idgf",
        r"(?:ikuti|dapatkan|gabung|follow)\b[^\n!?]{0,60}?\b(?:saluran|kanal|channel) whatsapp\b",
        "call",
        True,
    ),
    ("©", "c©", r"(?<!\w)(?:copyright )?©\s?(?=\d{4}|[A-Z])", "imprint", True),
)


@cache
def _beginning(letters: str, pattern: str) -> re.Pattern[str]:
    """A pattern that ignores case, as group 1: behind one of its first letters, which are soon found."""
    return re.compile(rf"[{letters}{letters.upper()}](?<=(?=((?i:{pattern}))).)")


ANYWHERE_WORDS = [cue for cue in WORDS if not cue[-1]]
LATE_WORDS = [cue for cue in WORDS if cue[-1]]
REACH = 170  # letters from the word to the ends of its cue
SMALL = frozenset({"embed", "imprint"})  # need no capital

LONGEST_LABEL = 40
LONGEST_CREDIT = 36
LONGEST_PHOTO = 60
AGENCIES = "shutterstock thinkstock freepik unsplash pexels pixabay dok dokumentasi ist istimewa"
BEFORE_COLON = (
    "juga pula baca selengkapnya editor redaksi terkait lainnya video foto gambar gambas sumber berita "
    f"artikel {WRITERS}"
)
BEFORE_SLASH = (
    ".com .con .co .id .net .org .tv .news images stock stockphoto dok. foto antara afp photo ap reuters "
    f"xinhua epa instagram youtube twitter screenshot {AGENCIES}"
)
LABEL_ENDS = tuple(word + blank for word in BEFORE_COLON.split() for blank in ("", " "))
CREDIT_ENDS = tuple(word + blank for word in BEFORE_SLASH.split() for blank in ("", " "))
LABEL_TAILS, CREDIT_TAILS = (frozenset(end[-2:] for end in ends) for ends in (LABEL_ENDS, CREDIT_ENDS))
BRACKET_STARTS = tuple(
    f"baca simak lihat foto ilustrasi gambar sumber getty istock {AGENCIES} {WRITERS}".split()
)

ANYWHERE = frozenset(
    """
    advert bracket_byline bracket_related bracket_source call clip credit embed framed gambas imprint live
    picture related taken
    """.split()  # noqa: SIM905
)
BEFORE_CUE = ".!?…\"”'’)]};:|*\n"


@cache
def _label() -> re.Pattern[str]:
    """What may stand before a colon; one of its first letters is soon found."""
    return re.compile(
        rf"""[\[abceiklpstvfruABCEIKLPSTVFRU](?<![^\W_].)(?<=(?=(?i:
        (?P<gambas>\[\s?gambas)
        |(?P<related>(?:baca|simak|lihat|cek)\s(?:juga|pula)|baca(?:\s(?:berita\s)?selengkapnya)?
          |pilihan\s(?:editor|redaksi)|(?:artikel|berita)\s(?:terkait|lainnya))
        |(?P<clip>(?:simak|tonton|lihat|saksikan)\s(?:juga\s|pula\s)?video)
        |(?P<video>video)
        |(?P<legend>keterangan\s(?:foto|gambar))
        |(?P<photo>(?:ilustrasi\s?/\s?|sumber\s|kredit\s)?foto)
        |(?P<byline>{WRITER})
        |(?P<source>sumber(?:\s(?:berita|artikel))?)
        )\s{{0,2}}\Z).)""",
        re.X,
    )


@cache
def _credit() -> re.Pattern[str]:
    """What may stand before the slash of a credit."""
    return re.compile(rf"(?<![\w/.@])(?:{SITE}|{AGENCY})\s?\Z", re.I)


@cache
def _bracket() -> re.Pattern[str]:
    """A bracket that is an insert."""
    return re.compile(
        rf"""[(\[]\s?(?:(?P<bracket_byline>(?:{WRITER})\b\s?:?\s(?={NAME}))
        |(?P<bracket_source>sumber\s?:(?!\s?foto))
        |(?P<bracket_related>(?:baca|simak|lihat)\sjuga\b|baca\s?:)
        |(?P<picture>(?:foto|ilustrasi|gambar|sumber\sfoto)\s?[:/]|(?:{PHOTO_AGENCY})(?=[\s./)\]]))
        |(?P<taken>(?:{SITE}|{AGENCY})\s?/)
        )[^()\[\]\n]{{0,160}}[)\]]""",
        re.X | re.I,
    )


def cues(text: str, low: str, start: int, end: int) -> Iterator[Cue]:
    """Each cue between two offsets of a text, of which ``low`` is the lower case."""
    low = low.replace("\u00a0", " ") if len(low) == len(text) else text  # İ has two letters in lower case
    tail = max(start, end - END)
    last = low[tail:end]
    for cue in ANYWHERE_WORDS:
        if cue[0] in low:  # half the time of find
            yield from _beside(text, low, low.find(cue[0], start, end), cue, start, end)
    for cue in LATE_WORDS:
        if cue[0] in last:
            yield from _beside(text, low, low.find(cue[0], tail, end), cue, start, end)
    for at in _places(text, ":", start, end):
        if low[at - 2 : at] in LABEL_TAILS and low.endswith(LABEL_ENDS, start, at):
            first = max(start, at - LONGEST_LABEL)
            label = _label().search(text[first:at])
            if label and (label[0] == "[" or label[0].isupper()):
                yield first + label.start(), at + 1, str(label.lastgroup)
    for at in _places(text, "/", start, end):
        if low[at - 2 : at] in CREDIT_TAILS and low.endswith(CREDIT_ENDS, start, at):
            yield from _credited(text, at, start, end)
    for bracket in "([":
        for at in _places(text, bracket, start, end):
            if low.startswith(BRACKET_STARTS, at + 1, end) and (match := _bracket().match(text, at, end)):
                yield *match.span(), str(match.lastgroup)


def _beside(text: str, low: str, at: int, cue: WordCue, start: int, end: int) -> Iterator[Cue]:
    """The cues of a pattern around each place of its word from ``at`` on; none reaches into another."""
    word, letters, written, name, _ = cue
    pattern = _beginning(letters, written)  # compiled when its word is met: so the start is shorter
    back = 0 if written.startswith(word[:4]) else REACH
    while at >= 0:
        match = pattern.search(text, max(start, at - back), min(end, at + REACH))
        if match:
            start = match.end(1)
            if match[0].isupper() or name in SMALL:
                yield *match.span(1), name
        at = low.find(word, max(at + 1, start), end)


def _credited(text: str, at: int, start: int, end: int) -> Iterator[Cue]:
    """The cue of a credit whose slash stands at ``at``: ``KABAR.com/Ani``, or in brackets, no signature."""
    first = max(start, at - LONGEST_CREDIT)
    credit = _credit().search(text[first:at]) if text[at + 1 : at + 3].strip()[:1].isalpha() else None
    if not credit:
        return
    place = first + credit.start()
    bracket = _bracket().match(text, place - 1, end) if place > start and text[place - 1] in "([" else None
    if bracket is None:
        yield place, at + 1, "credit"
    elif text[bracket.end() : end].strip():
        yield *bracket.span(), "taken"


def _places(text: str, mark: str, start: int, end: int) -> Iterator[int]:
    at = text.find(mark, start, end)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1, end)


def is_sound(text: str, at: int, cue: str) -> bool:
    """Whether a sentence may begin at a cue, after a mark, a line or a glued word; some cues need none."""
    if cue in ANYWHERE:
        return True
    if cue == "photo" and text.find("\n", at, at + LONGEST_PHOTO) >= 0:  # Pasar pagi di Solo Foto: Ani
        return True
    before = text[max(0, at - 3) : at].rstrip(" \t\u00a0")
    return not before or before[-1] in BEFORE_CUE or (before[-1].isalnum() and text[at - 1].isalnum())
