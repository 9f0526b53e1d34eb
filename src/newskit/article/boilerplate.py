"""What stands in an article beside its story: credits, captions, pointers to other articles."""

import re

ASIDE = re.compile(
    r"\W*+(?:"
    r"(?:baca|simak|saksikan|lihat|tonton|klik)(?:[ _]*+(?:juga|pula|video|foto|:)|\b[^\n:]{0,40}:)"
    r"|gambas\b"
    r"|laporan (?:wartawan|reporter|kontributor)\b[^\n]{0,80}$"
    r"|(?:foto|video|sumber|penulis|editor|reporter|pewarta|penyunting|redaktur)\s*+:"
    r")"
    r"|[\[(][^\])]{0,200}+[\])]\W*+$",  # (Afzal/detikcom)
    re.I,
)


def is_aside(text: str) -> bool:
    """Whether a sentence or paragraph points elsewhere or gives credit.

    >>> [is_aside(text) for text in ("BACA JUGA: Beras naik", "Sumber: Kabar", "Sumber air kering.")]
    [True, True, False]
    """
    return ASIDE.match(text) is not None


INLINE = re.compile(r"\b(?:baca|simak|lihat) juga ?:[^.!?\n]{0,120}", re.I)
EMBEDDED = re.compile(r"\[[^\[\]\n]{0,80}\]")
CAPTION = re.compile(r"[(\[]\s?(?:foto|dok|sumber|ilustrasi|gambar)\b[^()\[\]\n]{0,80}[)\]]\W*\Z", re.I)
LONGEST_CAPTION = 250


def is_caption(text: str) -> bool:
    """Whether a paragraph is a picture's, with its source: ``Panen garam di Rembang (Foto: Dok. Desa)``."""
    return text[-1] in ")]" and len(text) <= LONGEST_CAPTION and CAPTION.search(text) is not None


def without_links(text: str) -> str:
    if "[" in text:
        text = EMBEDDED.sub(" ", text)
    return INLINE.sub(" ", text) if ":" in text and ("uga" in text or "UGA" in text) else text
