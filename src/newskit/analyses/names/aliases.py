"""Short forms of names: ``KPU`` for ``Komisi Pemilihan Umum``."""

from collections.abc import Iterator, Sequence

from newskit.analyses.tagging import ALIAS, NAME, PUNCTUATION, TaggedText

LONGEST_EXPANSION = 8  # pieces


def expansions(reading: TaggedText) -> Iterator[tuple[int, int]]:
    """Where the names stand for which an article has a shorter one, which follows after a mark.

    Either brackets hold the shorter one, which begins as a word of the name does and whose letters follow in
    the name: ``Susilo Bambang Yudhoyono (SBY)``, ``Presiden Joko Widodo (Jokowi)``; or it follows ``alias``.
    """
    lower, tags = reading.lower, reading.tags
    place = tags.find(SHORT_FORM)
    while place >= 0:
        name, mark = lower[place + 2], lower[place + 1]
        if mark in (ALIAS, "("):
            for start in range(place - 1, max(place - LONGEST_EXPANSION, -1), -1):
                words = lower[start : place + 1]
                if mark == ALIAS or (lower[place + 3] == ")" and _is_short_for(name, words)):
                    yield start, place + 1
                    break
        place = tags.find(SHORT_FORM, place + 1)


SHORT_FORM = NAME + PUNCTUATION + NAME


def _is_short_for(acronym: str, words: Sequence[str]) -> bool:
    letters = iter("".join(words))
    return words[0][0] == acronym[0] and all(letter in letters for letter in acronym)
