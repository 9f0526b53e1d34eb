"""The words of a sentence, and what they may do beside a statement: cues, conjunctions, prepositions.

A quotation is one word (``“___”``): what it holds is not this sentence's.
"""

import re
from collections.abc import Sequence
from functools import cache, partial
from typing import NamedTuple

from newskit.lexicon import lists
from newskit.text.abbreviations import never_ends

WORD = re.compile(r"“_[^”]*”|\w+(?:[-'’./]\w+)*(?:\.(?=\w))?|-{1,3}|[^\w\s]")
QUOTE = "“_"
VERB = re.compile(
    r"(?:me[mnlrwy]|ber(?!ikut|sama|bagai)|ter(?!tinggi|besar|rendah|baru|banyak|akhir|baik|kecil|dekat|kait|utama|sebut|hadap|masuk)"
    r"|di(?!a\b|ri\b|rinya\b|nas\b|am\b|rektur\b|visi\b|ana\b))[a-z-]{3,}"
)


class Word(NamedTuple):
    """A word, a mark or a whole quotation, with its offsets."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_quotation(self) -> bool:
        """Tell a quotation."""
        return self.text.startswith(QUOTE)

    @property
    def is_capitalised(self) -> bool:
        """Tell a word that begins with a capital."""
        return self.text[0].isupper()


def words(text: str, start: int, end: int) -> list[Word]:
    """The words between two offsets, without the stops that end none: ``Plt. Gubernur``.

    >>> [word.text for word in words('“_____,” kata Budi.', 0, 19)]
    ['“_____,”', 'kata', 'Budi', '.']
    """
    found = [
        _word((match.start(), match.end(), (word := match[0]), word.lower()))
        for match in WORD.finditer(text, start, end)
    ]
    short = [
        at for at, word in enumerate(found) if word.text == "." and at and never_ends(found[at - 1].text)
    ]
    for at in reversed(short):
        del found[at]
    return found


_word = partial(tuple.__new__, Word)  # at half the price of Word itself


@cache
def group(name: str) -> frozenset[str]:
    """The small words that do one thing: ``group("pronoun")`` holds ``dia``."""
    rows = (line.split("\t") for line in lists.data("analyses/quotes/function_words.tsv").splitlines())
    return next(frozenset(members.split()) for row, members in rows if row == name)


@cache
def quotatives() -> frozenset[str]:
    """``kata``, ``ujar``: words that the speaker's name follows."""
    found = lists.word_list("lexicon/quotative_words")
    return frozenset(word for word in found if word[:-3] not in found or not word.endswith("nya")) | {
        "menurut"
    }


@cache
def own_quotatives() -> frozenset[str]:
    """``katanya``, ``menurutnya``: quotatives that name no speaker."""
    return lists.word_list("lexicon/quotative_words") - quotatives() | {"menurutnya"}


@cache
def verbs() -> frozenset[str]:
    """``mengatakan``, ``menilai``, ``meminta``: verbs that stand between a speaker and the statement."""
    found = lists.word_list("lexicon/reporting_verbs")
    return frozenset(w for w in found if not w.startswith("di")) - {"menurut", "menurutnya"}


@cache
def passives() -> frozenset[str]:
    """``dikatakan``, ``disampaikan``."""
    return frozenset(w for w in lists.word_list("lexicon/reporting_verbs") if w.startswith("di"))


@cache
def cues() -> frozenset[str]:
    """All words that may attribute a statement."""
    own = {f"{word}nya" for word in passives()}
    return quotatives() | own_quotatives() | verbs() | passives() | own | {"demikian", "tertulis"}


@cache
def offices() -> frozenset[str]:
    """``presiden``, ``juru``: words that an office begins with."""
    return lists.word_list("lexicon/titles") | group("office")


def has_predicate(sentence: Sequence[Word]) -> bool:
    """Tell whether words are a clause: whether a verb stands in them that no ``yang`` or preposition governs.

    >>> has_predicate(words("harga beras akan turun", 0, 22))
    True
    >>> has_predicate(words("alasan yang dikemukakan", 0, 23))
    False
    """
    last = ""
    for word in sentence:
        if word.lower in group("predicate") or VERB.fullmatch(word.text):
            if last not in group("subordinate") or word.lower in group("copula"):
                return True
        else:
            last = word.lower
    return False
