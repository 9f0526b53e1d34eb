"""Statements beside a quotative: ``Menurut X, ...``; ``..., kata X, ...``; ``..., ujarnya.``"""

from collections.abc import Sequence

from newskit.analyses.quotes.direct import side_of
from newskit.analyses.quotes.statements import Side, Statement, comma, reports, without_stop
from newskit.analyses.quotes.words import Word, cues, group, has_predicate, own_quotatives

OPENING = 9  # words before a quotative that may still be a mere opening: Namun, dalam kesempatan itu,
UNMARKED = ("kata", "menurut", "menurutnya", "katanya", "lanjutnya")  # also without a comma: Namun kata Budi
ADJUNCT = 12  # words of a place and a date
NAME = 6  # words of a name between commas


def by_quotative(sentence: Sequence[Word]) -> Statement | None:
    """``Menurut X, ...``; ``..., kata X, ...``; ``..., ujarnya.``"""
    for at, word in enumerate(sentence):
        if word.lower in cues() and (side := side_of(word)) and (found := _quotative(sentence, at, side)):
            return found
    return None


def _quotative(sentence: Sequence[Word], at: int, side: Side) -> Statement | None:
    cue = sentence[at]
    opening = at < OPENING and all(w.lower in group("connective") or w.text == "," for w in sentence[:at])
    relative = cue.lower == "menurut" and at > 0 and sentence[at - 1].lower == "yang"
    if not _attributes(sentence, at, side, opening or relative):
        return None
    named, behind = named_behind(sentence, at + 1) if side == "behind" else (at + 1, at + 1)
    subject = (sentence[at + 1].start, sentence[named - 1].end) if named > at + 1 else (cue.end, cue.end)
    right = without_stop(sentence[_behind_asides(sentence, behind) :], ".;")
    if opening or relative:
        right = right[1:] if right and right[0].lower in ("bahwa", "yakni", "yaitu") else right
        return reports(right, cue, subject, side) if len(right) > 1 else None
    left = _without_opening(without_stop(sentence[:at], ","))
    if not left:
        return None
    if right and not _is_adjunct(right):
        return reports([*left, *right], cue, subject, side)
    return reports(left, cue, subject, side) if has_predicate(left) else None


def _attributes(sentence: Sequence[Word], at: int, side: Side, opens: bool) -> bool:
    """Tell whether a quotative attributes: ``, kata Budi``, not ``kata sandi`` or ``tambah besar``."""
    cue = sentence[at].lower
    follows = sentence[at + 1] if at + 1 < len(sentence) else None
    after_comma = at > 0 and sentence[at - 1].text == ","
    named = follows is not None and (follows.lower in group("pronoun") or follows.is_capitalised)
    base = cue.removesuffix("nya") if cue in own_quotatives() else cue
    if (opens and base in group("noun and quotative")) or (at and not opens and sentence[at].is_capitalised):
        return False
    if side == "nowhere":
        return opens or after_comma or (cue in UNMARKED and at < NAME + 1)
    if follows is None or (cue == "menurut" and follows.lower in group("cited only")):
        return False
    if not opens and not after_comma:
        return cue in UNMARKED and named and (at < NAME + 1 or cue == "menurut")
    if cue in group("adjective and quotative"):
        return named
    return cue == "menurut" or named or (after_comma and follows.text.isalpha())


def named_behind(sentence: Sequence[Word], at: int) -> tuple[int, int]:
    """Where the speaker's words end that begin at a place, and where the rest goes on."""
    if sentence[at].lower in group("pronoun"):
        return at + 1, at + 1
    end, depth = at, 0
    while end < len(sentence) and not (sentence[end].text in ",." and depth <= 0):
        if sentence[end].is_quotation:
            break
        depth += {"(": 1, ")": -1}.get(sentence[end].text, 0)
        end += 1
    if end < len(sentence) and sentence[end].text == "," and (stop := _name_between_commas(sentence, end)):
        while further := _name_between_commas(sentence, stop):
            stop = further
        return stop, stop
    if end >= len(sentence) - 1 or sentence[end].text == ".":  # Menurut Budi harga naik.
        run = at
        while run < end and sentence[run].is_capitalised:
            run += 1
        if at < run < end - 2 and sentence[run].lower not in group("preposition"):
            return run, run
    return end, end


def _name_between_commas(sentence: Sequence[Word], at: int) -> int | None:
    """The comma behind a name that stands between the one at a place and it: ``Direktur X, Budi Y, ...``."""
    stop = comma(sentence, at + 1)
    if stop is None or not 0 < stop - at - 1 <= NAME:
        return None
    return stop if sum(not word.is_capitalised for word in sentence[at + 1 : stop]) <= 1 else None


def _behind_asides(sentence: Sequence[Word], at: int) -> int:
    """Where the statement begins behind commas, ``seperti dikutip X,`` and ``Senin (1/2),``."""
    while at < len(sentence):
        if sentence[at].text == ",":
            at += 1
            continue
        aside = sentence[at].lower in ("seperti", "sebagaimana", "dikutip", "dilansir") or sentence[
            at
        ].lower in group("date")
        stop = comma(sentence, at) if aside else None
        if stop is None:
            return at
        at = stop
    return at


def _without_opening(left: Sequence[Word]) -> Sequence[Word]:
    """The words without ``Namun,`` or ``Selain itu,`` before them."""
    for size in (3, 2, 1):
        if (
            len(left) > size + 1
            and left[size].text == ","
            and all(w.lower in group("connective") for w in left[:size])
        ):
            return left[size + 1 :]
    return left[1:] if len(left) > 2 and left[0].lower in group("bare connective") else left


def _is_adjunct(right: Sequence[Word]) -> bool:
    """Tell whether words are a place and a date, and no clause."""
    first = right[0]
    if first.lower in group("preposition") and len(right) < ADJUNCT:
        return True
    begins = first.lower in group("preposition") or first.is_capitalised or not first.text[0].isalpha()
    return (begins or first.lower in ("kemarin", "beberapa", "pekan")) and not has_predicate(right[1:])
