"""What keywords and summaries read of an article: its own title, and the body without boilerplate."""

import re

from newskit.article.parse import parse
from newskit.article.passages import content
from newskit.document import Source
from newskit.lexicon import usage
from newskit.lexicon.usage import EVENLY, NEARLY_ALWAYS
from newskit.stemming import roots
from newskit.stemming.stemmer import stem

WORD_OF_TITLE = re.compile(r"[^\W\d_]{2,}")
ENGLISH = frozenset("after and at by during for from his in is near of on over past the to with".split())  # noqa: SIM905


def story(source: Source) -> tuple[str, list[str]]:
    """The title, empty where it is in another language than the body; the body without inserts."""
    article = parse(source, dated=False)
    document = article.document
    body = [" ".join(span.text for span in paragraph) for paragraph in content(article)]
    title = document.title or (article.title.text if article.title else "")
    of_header = document.has_header or document.date is not None  # a record of parse has the header's date
    return (title if not of_header or is_title_of(title, body) else ""), body


def is_title_of(title: str, body: list[str]) -> bool:
    """Whether a title is in the body's language: it may be the English caption of a picture.

    A caption's foreign words are two at least, and more than the others. A word that the body, or news, has
    with a capital tells nothing.

    >>> is_title_of("Joint Strategy Serving Regional Peace", ["Menteri membahas perdamaian."])
    False
    """
    written = {*WORD_OF_TITLE.findall(" ".join(body))}
    standing = {*map(str.lower, written)}
    words = {*WORD_OF_TITLE.findall(title.lower())}
    if sum(map(_may_be_foreign, words - standing)) < 2:
        return True  # before stems are asked, which takes longer
    stems = set(map(stem, standing))
    own, foreign = len(words & written), 0
    for word in words - standing:
        use = usage.words().get(word)
        if word in ENGLISH:
            foreign += 2
        elif (
            stem(word) in stems
            or stem(word) in roots.kateglo_roots()
            or (use and use.capitalization_rate < EVENLY)
        ):
            own += 1
        elif not use or use.capitalization_rate < NEARLY_ALWAYS:
            foreign += 1
    return foreign < 2 or foreign <= own


def _may_be_foreign(word: str) -> int:
    """How many foreign words a word that the body lacks may count for."""
    use = usage.words().get(word)
    return 2 * (word in ENGLISH) or not use or EVENLY <= use.capitalization_rate < NEARLY_ALWAYS
