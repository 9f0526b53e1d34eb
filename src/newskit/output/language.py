"""The user's language: what newskit tells people, in Indonesian where they want it.

Everything is written in English in the code; ``data/indonesian.tsv`` has the Indonesian of each sentence,
with ``{}`` where the code puts a name or number. Records, exit codes and what commands write know none.
"""

import os
import re
from functools import cache

from newskit.lexicon.lists import data

THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
VARIABLES = ("NEWSKIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set tells


@cache
def is_indonesian() -> bool:
    """Whether the user reads Indonesian: ``NEWSKIT_LANG=id``, or a locale such as ``id_ID.UTF-8``."""
    wanted = next(filter(None, map(os.environ.get, VARIABLES)), "")
    return re.match(r"(?i:id|in|indonesian)(?![^\W_])", wanted) is not None


def told(message: str) -> str:
    """A message in the user's language; one that the table lacks stays English."""
    return in_indonesian(message) if is_indonesian() else message


def in_indonesian(message: str) -> str:
    """A message in Indonesian. What stands in its places is told likewise, but for single words: names.

    >>> in_indonesian("arsip.txt: no such file")
    'arsip.txt: berkas tidak ada'
    >>> in_indonesian("line 3: a page without text")
    'baris 3: halaman tanpa teks'
    """
    if message in _rows():
        return _rows()[message]
    for pattern, indonesian in _templates():
        if found := pattern.fullmatch(message):
            return indonesian.format(*map(_in_place, found.groups()))
    return message


def _in_place(piece: str) -> str:
    if THOUSANDS.fullmatch(piece):
        return piece.replace(",", ".")
    return in_indonesian(piece) if " " in piece else piece


@cache
def _rows() -> dict[str, str]:
    """The Indonesian of each sentence."""
    rows = (line.partition("\t") for line in data("output/indonesian.tsv").splitlines())
    return {english: indonesian for english, _, indonesian in rows}


@cache
def _templates() -> list[tuple[re.Pattern[str], str]]:
    """Patterns of the sentences with places, the longest first, which says most."""
    rows = sorted((row for row in _rows().items() if "{}" in row[0]), key=lambda row: -len(row[0]))
    return [
        (re.compile("(.*?)".join(map(re.escape, english.split("{}"))), re.S), indonesian)
        for english, indonesian in rows
    ]
