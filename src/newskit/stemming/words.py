"""Words as a text writes them to words that can be stemmed: marks, widths, openings of sentences."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, zero-width space and joiners
MARKS = "\u0300-\u036f"  # accents that stand beside their letter
BREAKS = '.!?:…"“”„‘(['  # a capital after one of these says nothing
WIDE = {wide: wide - 0xFEE0 for first in (0xFF21, 0xFF41) for wide in range(first, first + 26)}
PLAINER = dict.fromkeys(map(ord, INVISIBLE)) | WIDE
PLAINER |= dict.fromkeys(map(ord, "’‘"), "'") | dict.fromkeys((0x2010, 0x2011), "-")


def normal(word: str) -> str:
    """A word in lower case, composed, full-width letters made plain, nothing invisible in it.

    >>> normal("Mem\\u200bbangun"), normal("cafe\\u0301")
    ('membangun', 'café')
    """
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word.translate(PLAINER)).lower()


def is_sentence_initial(text: str, start: int, sentence_initial: bool = True) -> bool:
    """Whether the word at an offset begins a sentence, line or quotation: then its capital says nothing.

    ``sentence_initial``: so does what stands at the beginning of the text.
    """
    before = start - 1
    while before >= 0 and text[before].isspace():
        if text[before] == "\n":
            return True
        before -= 1
    return sentence_initial if before < 0 else text[before] in BREAKS


def clean_words(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text; those that an accent or an invisible character cuts are one, two names two."""
    from newskit.text.tokens import tokens  # not loaded for words of letters alone

    found = [(t.start, t.end, t.text) for t in tokens(text) if t.kind == "word"]
    for start, end, word in found if text.isascii() else _joined(text, found):
        if "-" in word and _are_names(parts := word.split("-")):
            for part in parts:
                yield start, start + len(part), part
                start += len(part) + 1
        else:
            yield start, end, word


def _are_names(parts: list[str]) -> bool:
    """Whether a hyphen joins names (RI-Jepang), not halves (Raja-Raja), a letter (APBN-P) or kepada-Nya."""
    return (
        len({part.lower() for part in parts}) == len(parts)
        and all(len(part) > 1 and part[0].isupper() for part in parts)
        and parts[-1] not in ("Nya", "Mu", "Ku")
    )


def _joined(text: str, found: list[tuple[int, int, str]]) -> Iterable[tuple[int, int, str]]:
    inner = re.compile(f"[{MARKS}{INVISIBLE}]+")
    merged: list[tuple[int, int]] = []
    for start, end, _ in found:
        tail = inner.match(text, end)
        stop = tail.end() if tail else end
        if merged and merged[-1][1] == start and inner.match(text, start - 1):
            merged[-1] = (merged[-1][0], stop)
        else:
            merged.append((start, stop))
    return [(start, end, text[start:end]) for start, end in merged]
