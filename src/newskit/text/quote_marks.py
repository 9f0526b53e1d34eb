"""Quotations of a text, between straight or typographic double marks, misspaced ones too.

Marks are paired in turn within a paragraph: a mark with a blank before and none after opens (but not in
``salah, "katanya``), a mark that never closes is no quotation, and neither is the inch of ``5,5"``.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from newskit.lexicon import lists

MARKS = '"“”„«»'
MARK = re.compile(f"[{MARKS}]")
ENTITY = re.compile("&(?:quot|[lr]dquo|[lr]aquo);")
MARK_OR_ENTITY = re.compile(f"{MARK.pattern}|{ENTITY.pattern}")
NAME = r"(?:dia|ia|beliau|mereka|[A-Z][\w'’.-]*+)"
SPOKE = re.compile(  # ?" Budi bertanya.
    r"\s?(?:(?:[A-Z][\w'’-]*|itu|tersebut|saya|kami|lalu|pun|kembali)\s){1,6}"
    r"ber(?:bisik|gumam|kata|seru|sorak|tanya|teriak|tutur|ujar)\b(?!\s(?:apa|bahwa))"
    r"[^.:;?!\"“”„«»]{0,60}+[.!?…]"
)
LONGEST = 500  # beyond that, a mark is missing; in news, one quotation in two hundred is longer


def quotations(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each quotation between two offsets, its marks included.

    >>> text = 'Kebijakan yang "salah, ”katanya. “Kami siap.”'
    >>> [text[start:end] for start, end in quotations(text)]
    ['"salah, ”', '“Kami siap.”']
    """
    opened = -1
    end = len(text) if end is None else end
    marks = MARK_OR_ENTITY if "&" in text and ENTITY.search(text) else MARK
    for found in marks.finditer(text, start, end):
        at, beyond = found.span()
        mark = unescape(found[0])
        before, after = text[max(start, at - 1) : at], text[beyond : min(end, beyond + 1)]
        if opened < 0 or at - opened > LONGEST:
            opened = -1 if mark == "»" or before.isdigit() else at
        elif mark in "“„«" or (mark == '"' and _must_open(text, before, after, at)):
            opened = at
        else:
            yield opened, beyond
            opened = -1


def _must_open(text: str, before: str, after: str, at: int) -> bool:
    """Tell whether a straight mark can only open: a blank before it and none after it."""
    apart = (before.isspace() or before in "([") and not after.isspace() and after not in ".,;:!?"
    return apart and not (after.islower() and text[at - 2 : at - 1] in ",?!")


def is_attributed(text: str, at: int, end: int) -> bool:
    """Tell whether a sentence that seems to begin after a quotation names its speaker, and no more.

    >>> [is_attributed(text, 0, 20) for text in (" Budi bertanya.", " Ujar Ani.", ' Ia berkata, "Ya."')]
    [True, True, False]
    """
    return _said().match(text, at, end) is not None or SPOKE.match(text, at, end) is not None


@cache
def _said() -> re.Pattern[str]:
    """What names a speaker with a capital: ``Ujar Ani``, ``Ungkapnya``, not ``Kata Ani, polisi pergi``."""
    words = "|".join(sorted(word.capitalize() for word in lists.word_list("lexicon/quotative_words")))
    return re.compile(
        rf"\s?(?:{words}|Tanya|Seru|Teriak)(?:(?<=nya)|\s{NAME}(?>(?:\s{NAME}){{0,4}}))(?!\w)(?!,\s(?!yang|saat|di)[a-z])"
    )
