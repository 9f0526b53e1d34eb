"""The signature in a closing bracket: ``(den/asa)``, ``[IT/r]``, ``(*)``, ``(Kabar.com)``.

It stands at the end of the story, before the inserts that the page adds: ``(abc) [Gambas:Video]``.
"""

import re
from functools import cache

from newskit.document import Insert, Span
from newskit.lexicon.usage import EVENLY, words

LONGEST = 60
CODE = r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3}"
SITE = r"\w[\w-]*(?:\.\w+)+"
WORD = re.compile(r"[\w.’'-]+")
LONGEST_CODE = 4  # letters of a writer's code that may be a word of the language: bola/asa
SENTENCE_END = tuple(".!?…\"”’'*)]")
STRAY = ' \t\n\r\u00a0*";'


@cache
def _bracket() -> re.Pattern[str]:
    """A closing bracket that may hold a signature."""
    return re.compile(
        rf"[\[(]\s*((?:{SITE}\s+-\s+)?(?:\*|{CODE})(?:\s*[/,|]\s*{CODE}){{0,2}})\s*[\])][\s.]*\Z"
    )


def signature(text: str, body: list[Span], asides: tuple[Insert, ...]) -> tuple[list[Span], Span | None]:
    """The paragraphs without the signature, and that; None where there is none."""
    if not body:
        return body, None
    end = _end_of_story(text, body[-1].end, asides)
    number = next((i for i in reversed(range(len(body))) if body[i].start < end), 0)
    start = body[number].start
    tail = max(start, end - LONGEST)
    bracket = max(text.rfind("(", tail, end), text.rfind("[", tail, end))
    found = _bracket().match(text, bracket, end) if bracket >= 0 else None
    before = text[max(start, bracket - 3) : bracket]
    if not found or not is_signature(found[1], before):
        return body, None
    told = text[start:bracket]
    kept = [Span(start, start + len(told.rstrip()), told.rstrip())] if told.strip() else []
    return [*body[:number], *kept, *body[number + 1 :]], Span(*found.span(1), found[1])


def _end_of_story(text: str, end: int, asides: tuple[Insert, ...]) -> int:
    """Where the story ends, before the inserts at the end of the text."""
    for aside in reversed(asides):
        if text[aside.end : end].strip(STRAY):
            break
        end = aside.start
    return len(text[:end].rstrip(STRAY)) if end < len(text) else end


def is_signature(codes: str, before: str) -> bool:
    """Whether what a closing bracket holds are codes or names of writers, rather than words of the text.

    ``before`` are the last letters before the bracket.
    """
    ends_sentence = not before.strip() or before.rstrip().endswith(SENTENCE_END)
    if "/" in codes:
        long = max(map(len, WORD.findall(codes))) > LONGEST_CODE
        return ends_sentence or (codes.islower() and not (long and _is_common(codes)))
    short = codes.islower() and codes.isalpha() and len(codes) <= 3
    if not ends_sentence:
        return short and (not _is_common(codes) or not before[-1:].isspace())
    if re.fullmatch(SITE, codes):
        return True
    is_phrase = " " in codes or (codes.islower() and len(codes) > 4)
    return not (is_phrase and _is_common(codes))


def _is_common(text: str) -> bool:
    """Whether all words of a text are ordinary words of news."""
    return all(
        (use := words().get(word)) and use.capitalization_rate < EVENLY
        for word in WORD.findall(text.casefold())
    )
