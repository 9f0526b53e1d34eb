"""The user's language: what newskit tells people, in Indonesian where they want it.

Everything is written in English in the code; ``data/indonesian.tsv`` has the Indonesian of each sentence,
with ``{}`` where the code puts a name or number. Records, exit codes and what commands write know none.
"""

import os
import re
from functools import cache

from newskit.lexicon.lists import data

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
    """A message in Indonesian, with what stands in its places told likewise.

    >>> in_indonesian("arsip.txt: no such file")
    'arsip.txt: berkas tidak ada'
    """
    sentences, patterns = _table()
    if message in sentences:
        return sentences[message]
    for pattern, indonesian in patterns:
        if found := pattern.fullmatch(message):
            return indonesian.format(*map(in_indonesian, found.groups()))
    return message


@cache
def _table() -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    rows = [line.split("\t") for line in data("cli/indonesian.tsv").splitlines()]
    whole = {english: indonesian for english, indonesian in rows if "{}" not in english}
    templates = sorted((row for row in rows if "{}" in row[0]), key=lambda row: -len(row[0]))
    return whole, [
        (re.compile("(.+?)".join(map(re.escape, english.split("{}"))), re.S), indonesian)
        for english, indonesian in templates
    ]
