"""The dated header, the line with which an article of this format begins."""

import re
from collections.abc import Iterator

HEADER = re.compile(
    r"^[^\S\n]*date[^\S\n]+(?P<date>\d{4}(?:-\d\d){0,2})(?:[^\S\n]+(?P<image>(?P<title>.*?)(?:\.(?:jpe?g|png|gif|webp))?))?[^\S\n]*$",
    re.I | re.M,
)


def headers(text: str) -> Iterator[re.Match[str]]:
    """Each header line that stands at the beginning of a paragraph."""
    for match in HEADER.finditer(text):
        before = text[: match.start()].rstrip(" \t")
        if not before or before.endswith(("\n\n", "\r\n\r\n")) or not before.strip():
            yield match
