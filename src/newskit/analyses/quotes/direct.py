"""Quotations that are speech, with their cues: ``"...," kata X``, ``X mengatakan, "..."``, ``X: "..."``.

Titles, terms and words set apart stand inside a sentence without a cue; they are none.
"""

from collections.abc import Sequence

from newskit.analyses.quotes.statements import Side, Statement
from newskit.analyses.quotes.words import Word, group, own_quotatives, quotatives, verbs

DASHES = frozenset(("-", "--", "---", "–", "—"))
FEW = 12  # characters of a quotation that is but a word
A_SENTENCE = 40  # characters
NAME_BEFORE_COLON = 9  # words
SUBJECT = 9  # words between a quotation and the verb behind it
VERB_BEFORE = 16  # words between a verb and its quotation


def direct(sentence: Sequence[Word]) -> list[Statement]:
    """The quotations of a sentence that are speech."""
    places = [place for place, word in enumerate(sentence) if word.is_quotation]
    found = [_cued(sentence, place) or _alone(sentence, place) for place in places]
    if not any(one and one.cue for one in found):
        return [one for one in found if one]
    result: list[Statement] = []
    for place, one in zip(places, found, strict=True):
        if (one is None or one.cue is None) and result and _goes_on(sentence, place, one):
            one = result[-1]._replace(start=sentence[place].start, end=sentence[place].end)
        if one:
            result.append(one)
    return result


def _goes_on(sentence: Sequence[Word], place: int, found: Statement | None) -> bool:
    """Tell whether a quotation continues the one before it: ``"...," kata X, "..."``."""
    quotation = sentence[place]
    return found is not None or (sentence[place - 1].text in ",." and quotation.end - quotation.start > FEW)


def _cued(sentence: Sequence[Word], place: int) -> Statement | None:
    """A quotation with a cue behind or before it."""
    return _cue_behind(sentence, place) or _verb_behind(sentence, place) or _introduced(sentence, place)


def _cue_behind(sentence: Sequence[Word], place: int) -> Statement | None:
    """``"..." kata X``, ``"...," demikian pernyataan X``, ``"..." - X``."""
    quotation, at = sentence[place], place + 1
    while at < min(len(sentence), place + 3) and (sentence[at].text in ",." or sentence[at].text in DASHES):
        at += 1
    cue = at
    while cue < len(sentence) and sentence[cue].lower in group("before a quotative"):
        cue += 1
    if cue < len(sentence) and (side := side_of(sentence[cue])):
        return _statement(quotation, sentence[cue], _rest(sentence, cue + 1), side)
    if at < len(sentence) and sentence[at].lower in ("demikian", "begitu"):
        return _statement(quotation, sentence[at], _rest(sentence, cue), "behind")
    named = at < len(sentence) and sentence[at].is_capitalised and len(sentence) - at < SUBJECT
    if named and sentence[at - 1].text in DASHES:
        return _statement(quotation, None, _rest(sentence, at), "behind")
    return None


def side_of(word: Word) -> Side | None:
    """Where the speaker of a quotative is named; None for any other word."""
    if word.lower in own_quotatives():
        return "nowhere"
    return "behind" if word.lower in quotatives() else None


def _verb_behind(sentence: Sequence[Word], place: int) -> Statement | None:
    """``"Apa kabar?" Budi bertanya.``"""
    if place:
        return None
    for at in range(2, min(SUBJECT + 1, len(sentence))):
        if sentence[at].text == "," or sentence[at].is_quotation:
            return None
        if sentence[at].lower in verbs():
            rest = sentence[at + 1 :]
            if len(rest) > 1 and rest[0].lower not in group("preposition") and rest[0].text not in ",.":
                return None
            subject = sentence[1].start, sentence[at].start
            return _statement(sentence[0], sentence[at], subject, "before")
    return None


def _introduced(sentence: Sequence[Word], place: int) -> Statement | None:
    """``X mengatakan, "..."``, ``Kata X, "..."``, ``X: "..."``, ``pernyataan bahwa "..."``."""
    mark = sentence[place - 1].text if place and sentence[place - 1].text in ",:" else ""
    last = place - 1 - len(mark)
    if last < 0:
        return None
    for at in range(last, max(-1, last - VERB_BEFORE), -1):
        word = sentence[at]
        if word.is_quotation or word.text == "." or word.lower in ("bahwa", "bahwasanya"):
            break
        if word.lower in verbs() and (at == last or mark):
            denied = at and sentence[at - 1].lower in group("negation")
            return (
                None
                if denied
                else _statement(sentence[place], word, (sentence[0].start, word.start), "before")
            )
        side = side_of(word) if mark else None
        if side and _begins_clause(sentence, at, side, mark):
            named = sentence[min(at + 1, place - 1)].start, sentence[last].end
            return _statement(sentence[place], word, named, side)
    return _introduced_by_noun(sentence, place, last, mark)


def _begins_clause(sentence: Sequence[Word], at: int, side: Side, mark: str) -> bool:
    """Tell a quotative that stands at the beginning of its clause."""
    before = sentence[at - 1] if at else None
    return (
        before is None
        or side == "nowhere"
        or mark == ":"
        or before.text == ","
        or before.lower in group("connective")
    )


def _introduced_by_noun(sentence: Sequence[Word], place: int, last: int, mark: str) -> Statement | None:
    """``Budi: "..."``, ``isu bahwa "..."``."""
    quotation = sentence[place]
    noun = last - (sentence[last].lower == "bahwa")
    long = quotation.end - quotation.start > FEW
    if noun >= 0 and sentence[noun].lower in group("noun of speech") and long:
        return _statement(quotation, sentence[noun], (0, 0), "nobody")
    if mark == ":" and sentence[0].is_capitalised and last < NAME_BEFORE_COLON and long:
        return _statement(quotation, None, (sentence[0].start, sentence[last].end), "before")
    return None


def _alone(sentence: Sequence[Word], place: int) -> Statement | None:
    """A quotation that is a sentence of its own: the speaker is the one who has the floor."""
    quotation = sentence[place]
    stop = quotation.text[-2:-1]
    begins = place == 0 or sentence[place - 1].text in ":."
    ends = place >= len(sentence) - 2 and stop in ".!?" and quotation.end - quotation.start > A_SENTENCE
    if not begins and not ends:
        return None
    if stop not in ".!?,…" and len(sentence) > place + 2:
        return None
    return _statement(quotation, None, (0, 0), "nowhere")


def _statement(quotation: Word, cue: Word | None, subject: tuple[int, int], side: Side) -> Statement:
    return Statement(quotation.start, quotation.end, "direct", cue and (cue.start, cue.end), subject, side)


def _rest(sentence: Sequence[Word], at: int) -> tuple[int, int]:
    """From a word to the next quotation or the end of the sentence."""
    end = at
    while end < len(sentence) and not sentence[end].is_quotation:
        end += 1
    return (sentence[at].start, sentence[end - 1].end) if end > at else (sentence[-1].end, sentence[-1].end)
