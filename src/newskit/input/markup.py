"""Pieces of HTML to text, by the standard library: paragraphs without scripts or pictures."""

import re
from html.parser import HTMLParser

_BLOCKS = (
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th title tr ul "
)
BLOCKS = frozenset(_BLOCKS.split())
UNSEEN = frozenset("script style template noscript head iframe svg select textarea button nav".split())  # noqa: SIM905
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w{2,8};")
BLANKS = re.compile(r"[^\S\n]+")
ENDS = re.compile(r"(?<![^\S\n])[^\S\n]*\n\s*")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "body":
            self._hidden.clear()
        elif tag in UNSEEN:
            self._hidden.append(tag)
        elif tag in BLOCKS or tag == "br":
            self.pieces.append("\n")

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        if tag in BLOCKS or tag == "br":
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(BLANKS.sub(" ", data.replace("\r", "").replace("\n", " ")))


def is_markup(text: str) -> bool:
    """Whether a text has tags or entities of HTML in it."""
    return MARKUP.search(text) is not None


def markup_text(markup: str) -> str:
    """The text of a piece of HTML, its paragraphs parted by blank lines.

    >>> markup_text("<p>Beras&nbsp;naik.<br>Warga resah.</p><script>x()</script><p>Pasar sepi.</p>")
    'Beras naik.\\n\\nWarga resah.\\n\\nPasar sepi.'
    """
    if not is_markup(markup):
        return markup.strip()
    reader = _Text()
    try:
        reader.feed(markup)
        reader.close()
    except AssertionError:  # of older Pythons, at a declaration that is none
        return markup_text(markup.replace("<![", "&lt;!["))
    return ENDS.sub("\n\n", "".join(reader.pieces)).strip()
