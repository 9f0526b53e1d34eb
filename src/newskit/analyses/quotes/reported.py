"""Statements without marks: ``X mengatakan ...``, ``Menurut X, ...``, ``Hal itu disampaikan X``.

The statement is the reported clause alone: neither the cue nor ``bahwa`` nor the full stop; a cue in its
middle stays inside.
"""

from collections.abc import Sequence

from newskit.analyses.quotes.quotative import by_quotative, named_behind
from newskit.analyses.quotes.statements import Statement, comma, extent, reports, without_stop
from newskit.analyses.quotes.words import VERB, Word, group, has_predicate, passives, verbs
from newskit.lexicon import lists

FIRST = 5  # words of a sentence among which a passive attributes
NAMED = 14  # words between dikatakan and bahwa
MODAL = 6  # words before a modal verb
PURPOSE = 16  # words between meminta and agar
CONJUNCTION = 25  # words between mengatakan and bahwa
OCCASION = 20  # words of kepada wartawan, Senin (1/2),
SOURCE = 24  # words of a source


def reported(sentence: Sequence[Word]) -> Statement | None:
    """The outermost statement of a sentence that is reported without marks."""
    return by_quotative(sentence) or _by_source(sentence) or _by_passive(sentence) or _by_verb(sentence)


# --- dikatakan X, disebutkan bahwa


def _by_source(sentence: Sequence[Word]) -> Statement | None:
    """``Dalam keterangan resmi X disebutkan bahwa ...``."""
    if not sentence or sentence[0].lower not in ("dalam", "seperti", "sebagaimana", "pada", "di", "melalui"):
        return None
    for at in range(2, min(SOURCE, len(sentence) - 3)):
        if sentence[at].lower in passives() or sentence[at].lower == "tertulis":
            bahwa = at + 1 + (sentence[at + 1].lower in ("pula", "juga"))
            if sentence[bahwa].lower == "bahwa" and (content := without_stop(sentence[bahwa + 1 :])):
                return reports(content, sentence[at], extent(sentence[1:at]), "source")
    return None


def _by_passive(sentence: Sequence[Word]) -> Statement | None:
    """``Dikatakan X, ...``; ``Disebutkan pula bahwa ...``; ``Seperti dilaporkan oleh X, ...``."""
    at = next((k for k, w in enumerate(sentence[:FIRST]) if w.lower.removesuffix("nya") in passives()), None)
    openings = ("seperti", "sebagaimana", "juga", "lebih", "lanjut", "selain", "itu", ",")
    if at is None or any(w.lower not in openings for w in sentence[:at]) or sentence[at].lower == "diyakini":
        return None
    cue, on = sentence[at], at + 1
    while on < len(sentence) and sentence[on].lower in ("pula", "juga", "oleh", "kepada"):
        on += 1
    if on >= len(sentence):
        return None
    if cue.lower.endswith("nya") or sentence[on].lower == "bahwa":
        content = sentence[on + (sentence[on].lower in ("bahwa", ",")) :]
        subject, side = (cue.end, cue.end), "nowhere"
    elif (
        sentence[on].is_capitalised
        or sentence[on].lower in group("pronoun")
        or sentence[on - 1].lower == "oleh"
    ):
        end, behind = named_behind(sentence, on)
        if behind >= len(sentence) or sentence[behind].text != ",":
            found = next((k for k, w in enumerate(sentence[on : on + NAMED], on) if w.lower == "bahwa"), None)
            if found is None or found == on:
                return None
            end = behind = found
        content, subject, side = sentence[behind + 1 :], (sentence[on].start, sentence[end - 1].end), "behind"
    else:
        return None
    content = without_stop(content)
    return reports(content, cue, subject, side) if len(content) > 2 else None  # type: ignore[arg-type]


def of_sentence_before(sentence: Sequence[Word], before: tuple[int, int]) -> Statement | None:
    """``Hal itu disampaikan X``: what X said is the sentence before."""
    if not sentence or sentence[0].lower not in group("refers back"):
        return None
    for at in range(1, min(FIRST, len(sentence) - 2)):
        if sentence[at].lower in passives():
            named = at + 1 + (sentence[at + 1].lower == "oleh")
            cue = sentence[at].start, sentence[at].end
            return Statement(*before, "reported", cue, extent(sentence[named:]), "behind")
        if sentence[at].lower not in ("itu", "ini", "tersebut", "juga", "pula"):
            return None
    return None


# --- X mengatakan, X meminta


def _by_verb(sentence: Sequence[Word]) -> Statement | None:
    """``X mengatakan bahwa ...``; ``X berharap agar ...``."""
    for at, word in enumerate(sentence):
        if (
            word.lower not in verbs()
            or (at and word.is_capitalised)
            or not (subject := _subject(sentence, at))
        ):
            continue
        if content := _content(sentence, at):
            start = sentence[0].start if sentence[0].lower in group("condition") else content[0].start
            return Statement(
                start, content[-1].end, "reported", (word.start, word.end), extent(subject), "before"
            )
    return None


def _subject(sentence: Sequence[Word], at: int) -> Sequence[Word]:
    """The words before a verb that hold its subject; none where it is denied or has no subject of its own."""
    last = at - 1
    while last >= 0 and sentence[last].lower in group("adverb"):
        last -= 1
    if last < 0 or sentence[last].lower in group("negation"):
        return ()
    if sentence[last].lower in group("no finite verb after") and not _is_told_by(sentence, last, at):
        return ()
    if any(word.lower == "yang" for word in sentence[max(0, last - 2) : last]) and last + 1 < at:
        return ()  # pebalap yang lebih dulu memastikan
    serial = last > 0 and VERB.fullmatch(sentence[last].text) is not None
    if serial and sentence[last - 1].lower not in group("moment"):
        return ()  # Setiap warga didorong memastikan
    subject = sentence[: last + 1]
    if all(word.lower in group("connective") for word in subject):
        return ()  # Karena yakin
    if sentence[last].lower == "dan" and not any(_may_speak(word) for word in subject[1:]):
        return ()  # Catat belanja dan pastikan
    if sentence[last].text == ",":
        told = any(w.lower in verbs() for w in subject) or not any(w.is_capitalised for w in subject[1:])
        return (
            ()
            if (told and not subject[0].is_capitalised) or any(w.lower in verbs() for w in subject)
            else subject
        )
    return subject


def _may_speak(word: Word) -> bool:
    return word.is_capitalised or word.lower in group("pronoun") | group("deictic")


def _is_told_by(sentence: Sequence[Word], last: int, at: int) -> bool:
    """Tell ``banyak yang menilai`` and ``berita yang menyebutkan bahwa``."""
    if sentence[last].lower != "yang" or not last:
        return False
    told = at + 1 < len(sentence) and sentence[at + 1].lower == "bahwa"
    return told or sentence[last - 1].lower in ("banyak", "ada", "juga", "sebagian")


def _content(sentence: Sequence[Word], at: int) -> Sequence[Word]:
    """The statement behind the verb at a place; none where it has but a topic."""
    verb, rest = sentence[at].lower, without_stop(sentence[at + 1 :])
    while rest and rest[0].lower in ("juga", "pula", "lagi", "kembali"):
        rest = rest[1:]
    if len(rest) < 2 or rest[0].lower in group("topic"):
        return ()
    if verb in lists.word_list("analyses/quotes/verbs_with_a_conjunction"):
        return _joined(rest, verb)
    if verb in lists.word_list("analyses/quotes/asking_verbs"):
        return _asked(rest)
    if rest[0].lower in group("conjunction"):
        return rest[1:]
    if rest[0].text in ",:":
        rest = rest[2:] if rest[1].lower == "bahwa" else rest[1:]
        return rest if len(rest) > 1 else ()
    bahwa = next((k for k, w in enumerate(rest[:CONJUNCTION]) if w.lower == "bahwa"), None)
    if bahwa and (rest[0].lower in group("preposition") or not has_predicate(rest[:bahwa])):
        return rest[bahwa + 1 :]
    if rest[0].lower in group("occasion"):
        return _behind_occasion(rest)
    return rest if _is_clause(rest, verb) else ()


def _is_clause(rest: Sequence[Word], verb: str) -> bool:
    """Tell whether words behind a verb are a clause, not its object."""
    if has_predicate(rest) or (any(word.lower == "sebagai" for word in rest) and verb == "menyebut"):
        return True
    loose = verb in lists.word_list("analyses/quotes/verbs_with_any_clause")
    return (loose and len(rest) > 2) or (
        rest[0].lower in group("purpose") and verb not in ("menyebut", "mengatakan")
    )


def _joined(rest: Sequence[Word], verb: str) -> Sequence[Word]:
    """The clause behind a verb that needs ``bahwa``, a comma or a modal: not ``mengumumkan hasil``."""
    if rest[0].text in ",:":
        return rest[1:] if len(rest) > 3 else ()
    for k, word in enumerate(rest[:PURPOSE]):
        if word.lower in ("bahwa", "kalau"):
            return rest[k + 1 :]
        if word.lower in group("question") or (word.lower in group("purpose") and _warns(verb, word.lower)):
            return rest[k:]
        if word.text == "," and rest[0].lower != "kepada":
            return ()
        modal = word.lower in group("modal") and not (word.lower == "akan" and verb == "mengingatkan")
        if k < MODAL and modal and not any(w.lower in group("subordinate") for w in rest[:k]):
            return rest
    return ()


def _warns(verb: str, conjunction: str) -> bool:
    """Tell ``mengingatkan warga untuk`` and ``menekankan agar``, not ``menjamin untuk``."""
    return verb in ("mengingatkan", "memperingatkan") or conjunction != "untuk"


def _asked(rest: Sequence[Word]) -> Sequence[Word]:
    """``agar ...`` behind ``meminta warga``, or the clause: ``meminta pelaku dihukum``."""
    if rest[0].text == ",":
        return rest[1:]
    for k, word in enumerate(rest[:PURPOSE]):
        if word.text == "," and rest[0].lower != "kepada":
            break
        if word.lower in group("purpose") or word.lower == "bahwa":
            content = rest[k + (word.lower == "bahwa") :]
            return content if len(content) > 1 else ()
    return rest if rest[0].lower not in group("not asked for") and has_predicate(rest[1:]) else ()


def _behind_occasion(rest: Sequence[Word]) -> Sequence[Word]:
    """The clause behind ``kepada wartawan, Senin (1/2),``."""
    at = comma(rest[:OCCASION], 0)
    if at is None:
        return rest if rest[1].lower in ("ini", "itu") and has_predicate(rest[2:]) else ()
    while at is not None:
        dated = rest[at + 1 : at + 3]
        if (
            dated
            and dated[0].lower not in group("date")
            and not (dated[0].is_capitalised and dated[-1].text in "(,")
        ):
            return rest[at + 1 :]
        at = comma(rest[:OCCASION], at + 1)
    return ()
