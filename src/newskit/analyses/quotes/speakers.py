"""The mention that speaks: which name, noun phrase or pronoun beside a cue is its subject.

Behind a quotative it is the first person before the end of the phrase (``kata Direktur X, Budi, saat``);
before a verb the person of the last part of the clause that has one, if no preposition governs it (``Budi,
Direktur X, kepada wartawan mengatakan``).
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newskit.analyses.quotes.cast import ORGANISATION, PERSON, PLACE, Cast, Mention
from newskit.analyses.quotes.statements import Statement
from newskit.analyses.quotes.words import VERB, Word, group, offices, words

APPOSITION = 3  # words between the comma and the name: Direktur X, Inspektur Jenderal Budi
PARTS = 5  # between commas
PHRASE = 16  # words of a noun phrase that speaks
PAIR = 40  # characters beside a dash that may be two people's names
LONE = 3  # words of a name
BRACKETS = 5  # characters behind a name: (50)
GOVERNED = 4  # words between a preposition and the name that it governs
DEICTIC_WITHIN = 16  # words of pria kelahiran Bogor, 17 Agustus 1960 ini


class Speaker(NamedTuple):
    """The words that stand for the speaker; ``named`` is the mention where they are a name."""

    start: int
    end: int
    named: Mention | None = None


def speaker(cast: Cast, statement: Statement) -> Speaker | None:
    """Who is named beside the cue of a statement."""
    start, end = statement.subject
    if statement.side in ("nowhere", "nobody") or start >= end:
        return None
    if statement.side == "source":
        return _mention(next(iter(cast.within(start, end, ORGANISATION, PERSON)), None))
    sentence = words(cast.masked, start, end)
    found = _behind(cast, sentence) if statement.side == "behind" else _before(cast, sentence)
    return found if found and (found.named or _may_speak(words(cast.masked, *found[:2]))) else None


def _may_speak(phrase: Sequence[Word]) -> bool:
    """Tell a noun phrase from a piece of a sentence: ``Yang boleh masuk``, ``datang pada Selasa dan``."""
    first, last = phrase[0].lower, phrase[-1].lower
    return len(phrase) <= PHRASE and first not in group("never speaks") and last != "dan"


def _mention(found: Mention | None) -> Speaker | None:
    return Speaker(found.start, found.end, found) if found else None


def _phrase(part: Sequence[Word]) -> Speaker | None:
    return Speaker(part[0].start, part[-1].end) if part else None


def _parts(cast: Cast, sentence: Sequence[Word]) -> list[list[Word]]:
    """The words between commas and dashes that neither a name nor brackets hold."""
    parts: list[list[Word]] = [[]]
    depth = 0
    for place, word in enumerate(sentence):
        depth += {"(": 1, ")": -1}.get(word.text, 0)
        dash = word.text[0] in "–—" or (
            word.text[0] == "-" and place > 0 and sentence[place - 1].end < word.start
        )
        dash = dash and not sentence[min(place + 1, len(sentence) - 1)].text[0].isdigit()  # Covid - 19
        dash = dash and not _is_pair(cast, word)
        if (word.text in ",;" or dash) and depth <= 0 and not cast.holds(word.start, word.end):
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _is_pair(cast: Cast, dash: Word) -> bool:
    """Tell the dash between two people who run together: ``Anies - Muhaimin``."""
    people = cast.within(dash.start - PAIR, dash.end + PAIR, PERSON)
    return any(
        a.end >= dash.start - 1 and b.start <= dash.end + 1
        for a, b in pairwise(people)
        if a.end <= dash.start < b.start
    )


# --- kata X


def _behind(cast: Cast, sentence: Sequence[Word]) -> Speaker | None:
    """The speaker behind a quotative."""
    stop = next(
        (k for k, w in enumerate(sentence) if w.text == "." and not cast.holds(w.start, w.end)), len(sentence)
    )
    sentence = sentence[:stop]
    if sentence and sentence[0].lower in group("pronoun"):
        return _phrase(sentence[:1])
    if sentence and sentence[0].lower in group("occasion"):
        return None  # kata kepada wartawan
    parts = _parts(cast, sentence)
    if not parts:
        return None
    return _person_behind(cast, parts) or _other_behind(cast, sentence, parts[0])


def _person_behind(cast: Cast, parts: Sequence[Sequence[Word]]) -> Speaker | None:
    """The person of the first part, or whom a later part begins with: ``kata Camat X, Kabupaten Y, Budi``."""
    part = parts[0]
    stop = _end_of(part, "end of speaker")
    people = cast.within(part[0].start, part[stop - 1].end, PERSON)
    if not people and stop < len(part) and (part[0].lower in offices() or part[0].is_capitalised):
        stop = _end_of(part, "occasion")
        people = [
            p for p in cast.within(part[0].start, part[stop - 1].end, PERSON) if not _is_governed(part, p)
        ]
    following = _following(cast, parts) if stop == len(part) else None
    if not people:
        return following
    lead = [word for word in part if word.end <= people[0].start]
    if following and any(word.lower in group("relative of") for word in lead):
        return following  # kata pengacara Budi, Ani
    behind = next((place for place, word in enumerate(part) if word.start >= people[0].end), len(part) - 1)
    if lead and part[behind].lower in group("deictic"):
        return _phrase(part[: behind + 1])  # kata putra Budi itu
    return _mention(people[0])


def _following(cast: Cast, parts: Sequence[Sequence[Word]]) -> Speaker | None:
    """The person that a part behind the first begins with; those between are places and bodies.

    In ``Politik, Hukum, dan Keamanan Budi`` none is a name alone.
    """
    listed = any(part[0].lower in ("dan", "serta") for part in parts[1:PARTS])
    for part in parts[1:PARTS]:
        if found := _opening(cast, part):
            return _mention(found)
        if not listed and (alone := _lone_name(cast, part)):
            return alone
        if not all(word.is_capitalised or word.lower == "dan" for word in part):
            return None
    return None


def _lone_name(cast: Cast, part: Sequence[Word]) -> Speaker | None:
    """A name that nobody knows as one, between commas: ``Pakar hukum Universitas X, Herlambang, menilai``."""
    rest = _without_offices(part)
    named = 0 < len(rest) <= LONE and all(word.text.istitle() and word.text.isalpha() for word in rest)
    if not named or cast.within(part[0].start, part[-1].end) or part[0].lower in group("date"):
        return None
    return _phrase(rest)


def _without_offices(part: Sequence[Word]) -> Sequence[Word]:
    """The words behind offices and titles, and the full stops of these."""
    while part and (part[0].lower in offices() or part[0].text == "."):
        part = part[1:]
    return part


def _name_at_end(cast: Cast, part: Sequence[Word]) -> Speaker | None:
    """The unknown name behind a body or place: ``Head of Research Mandiri Sekuritas Tjandra Lienandjaja``."""
    known = cast.within(part[0].start, part[-1].end)
    if not known or part[0].start == known[-1].start:
        return None
    rest = [word for word in part if word.start >= known[-1].end and word.text != ")"]
    rest = list(_without_offices(rest))
    named = 1 < len(rest) <= LONE + 1 and all(word.text.istitle() and word.text.isalpha() for word in rest)
    return _phrase(rest) if named else None


def _end_of(part: Sequence[Word], kind: str) -> int:
    """Where the first word of a kind stands, but at the beginning."""
    return next((k for k, word in enumerate(part) if k and word.lower in group(kind)), len(part))


def _is_governed(part: Sequence[Word], found: Mention) -> bool:
    before = [word for word in part if word.end <= found.start]
    return bool(before) and before[-1].lower in group("governs")


def _opening(cast: Cast, part: Sequence[Word]) -> Mention | None:
    """The person that a part begins with, perhaps behind a rank."""
    found = next(iter(cast.within(part[0].start, part[-1].end, PERSON)), None)
    lead = [word.lower for word in part if found and word.end <= found.start]
    if len(lead) > APPOSITION or any(word in group("end of speaker") | group("governs") for word in lead):
        return None
    return found


def _other_behind(cast: Cast, sentence: Sequence[Word], part: Sequence[Word]) -> Speaker | None:
    """A body, or the noun phrase: ``kata KPK``, ``kata seorang warga``, ``ucap pria kelahiran 1960 ini``."""
    for place, word in enumerate(sentence[:DEICTIC_WITHIN]):
        if word.lower in group("end of speaker") - {"di", "yang"} and place:
            break
        begins = not sentence[0].is_capitalised or sentence[0].lower in offices()
        if word.lower in group("deictic") and place and begins:
            return _phrase(sentence[: place + 1])
    for kind in (ORGANISATION, PLACE):
        body = next(iter(cast.within(part[0].start, part[-1].end, kind)), None)
        if body and body.start == part[0].start:
            return _mention(body)
    ends = group("end of speaker") - {"yang", "di"}
    stop = next((k for k, w in enumerate(part) if w.text in ".:" or (k and w.lower in ends)), len(part))
    return (_name_at_end(cast, part[:stop]) if stop else None) or _phrase(part[:stop])


# --- X mengatakan


def _before(cast: Cast, sentence: Sequence[Word]) -> Speaker | None:
    """The speaker before a verb."""
    while sentence and (sentence[-1].lower in group("adverb") or sentence[-1].text == ":"):
        sentence = sentence[:-1]
    if sentence and sentence[-1].lower in group("pronoun"):
        return _phrase(sentence[-1:])
    parts = _parts(cast, sentence)
    if not parts:
        return None
    set_off = sentence[-1].text == ","
    pointed = None if set_off else _pointed_at(parts[-1])
    return pointed or _joined(cast, parts) or _subject(cast, parts, set_off)


def _pointed_at(part: Sequence[Word]) -> Speaker | None:
    """``Wakil Ketua MPR itu`` (pun)."""
    if part[0].lower in group("preposition"):
        return None
    for place in range(1, len(part)):
        last = place == len(part) - 1 or part[place + 1].lower in group("adverb")
        if last and part[place].lower in group("deictic"):
            return _phrase(_without_connectives(part[: place + 1]))
    return None


def _joined(cast: Cast, parts: Sequence[Sequence[Word]]) -> Speaker | None:
    """The first of several that speak: ``Budi sebagai penyanyi, serta Ani, berharap``."""
    if len(parts) < 2 or parts[-1][0].lower not in ("dan", "serta"):
        return None
    people = _heads(cast, parts[0])
    if not people and _heads(cast, parts[-1]):
        return None  # Pusat Pangan, Energi, dan Pembangunan Berkelanjutan Budi
    return _mention(people[0]) if people else _phrase([word for part in parts for word in part])


def _subject(cast: Cast, parts: Sequence[Sequence[Word]], set_off: bool) -> Speaker | None:
    """The person of the last part that has one; a body or noun phrase where the last part is the subject."""
    if set_off and len(parts) > 1 and parts[-1][0].lower in offices() | group("relative of"):
        named = _heads(cast, parts[-2])
        if named and named[-1].end >= parts[-2][-1].end - BRACKETS:
            return _mention(named[-1])  # Budi, sekretaris Ani, mengatakan
    for place in range(len(parts) - 1, -1, -1):
        part = parts[place]
        if people := _heads(cast, part):
            return _mention(people[0])
        last = place == len(parts) - 1 and not set_off and not _is_apposition(cast, parts, place)
        if last and not _is_circumstance(part):
            return _body_or_phrase(cast, part)
    between = parts if set_off else parts[:-1]
    alone = [found for part in between if (found := _lone_name(cast, _without_connectives(part)))]
    if alone:
        return alone[-1]
    for part in parts:
        if len(parts) == 1 or not _is_circumstance(part):
            return _body_or_phrase(cast, part)
    return None


def _is_circumstance(part: Sequence[Word]) -> bool:
    """Tell ``Dalam rapat itu`` and ``Senin (1/2)``."""
    return part[0].lower in group("preposition") | group("date") or part[0].text[0].isdigit()


def _body_or_phrase(cast: Cast, part: Sequence[Word]) -> Speaker | None:
    """The body that the part begins with, else the part."""
    rest = _without_connectives(part)
    bodies = cast.within(part[0].start, part[-1].end, ORGANISATION, PLACE)
    if bodies:
        lead = [word.lower for word in rest if word.end <= bodies[0].start]
        if all(word in ("pihak", "pemerintah", "perusahaan") for word in lead):
            return _mention(bodies[0])
    verb = next((k for k, word in enumerate(rest) if k and VERB.fullmatch(word.text)), len(rest))
    return _name_at_end(cast, rest) or _phrase(rest[:verb] if rest[-1].lower == "dan" else rest)


def _without_connectives(part: Sequence[Word]) -> Sequence[Word]:
    while len(part) > 1 and part[0].lower in group("connective"):
        part = part[1:]
    return part


def _is_apposition(cast: Cast, parts: Sequence[Sequence[Word]], place: int) -> bool:
    """Tell the office behind a person: ``Budi, Direktur X``."""
    if not place:
        return False
    people = _heads(cast, parts[place - 1])
    return (
        bool(people)
        and people[-1].end >= parts[place - 1][-1].end - BRACKETS
        and parts[place][0].is_capitalised
    )


def _heads(cast: Cast, part: Sequence[Word]) -> list[Mention]:
    """The people of a part that no preposition governs: not ``dengan Presiden Jokowi``."""
    found = []
    for person in cast.within(part[0].start, part[-1].end, PERSON):
        around = cast.within(part[0].start, person.start)
        beside = around[-1] if around and person.start - around[-1].end <= 2 else None  # dari Exposit Arif
        lead = [w for w in part if w.end <= (beside.start if beside else person.start)]
        governor = next(
            (w for w in reversed(lead) if not w.is_capitalised and w.lower not in offices()), None
        )
        distance = sum(w.start > governor.start for w in lead) if governor else 0
        led = person.end >= part[-1].end and distance > GOVERNED  # di Tol Japek Dihentikan Saat Nataru Budi
        if beside or led or governor is None or governor.lower not in group("governs"):
            found.append(person)
    return found
