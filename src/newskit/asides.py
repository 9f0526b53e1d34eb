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
