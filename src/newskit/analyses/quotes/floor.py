"""Whose name it is: names for the words that speak, and who has the floor where no name speaks.

For ``katanya`` and ``dia`` everybody named so far may have the floor. Whoever spoke last keeps it, unless the
sentence before begins with somebody else. (A conditional logit over sixty features, learned from 536 such
statements, chose no better than these few weights by cross-validation: 83 of 100.)
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newskit.analyses.quotes.cast import ORGANISATION, PERSON, Cast, Mention
from newskit.analyses.quotes.speakers import Speaker
from newskit.analyses.quotes.statements import Statement
from newskit.analyses.quotes.words import group, offices, passives, verbs, words
from newskit.document import Span

OFFICE = 90  # characters before a name that may be its office
OFFICE_WORDS = 9
SHORT = 5  # letters of Menkes, Dirut
OWNER = 80  # characters behind ``pernyataan resmi`` that may name whose
NAME_WORDS = 5

SPOKE = (3.0, 3.0, 3.0, 3.0, 2.0)  # for whoever spoke last, by sentences since
BODY_SPOKE = (2.0, 2.0, 1.0)
LEADS = (2.0, 2.0, 1.0)  # for whom a sentence begins with, by sentences since
FOLLOWS = (0.0, 0.5)  # for another person there
LATEST = 1.0  # for whoever was named last


class Turn(NamedTuple):
    """A statement whose speaker is known: the sentence that it ends in, and who spoke."""

    sentence: int
    name: str


class Scene(NamedTuple):
    """What is known of a text: its cast, its words, where its sentences start, its people by name.

    ``offices`` are the words before a person, with the mentions they stand before: filled when asked for.
    """

    cast: Cast
    text: str
    starts: Sequence[int]
    people: Mapping[str, Sequence[Mention]]
    offices: dict[tuple[str, ...], list[Mention]]

    def sentence(self, at: int) -> int:
        """The sentence that an offset is in."""
        return max(0, bisect_right(self.starts, at) - 1)


def names_of(
    cast: Cast,
    text: str,
    sentences: Sequence[Span],
    statements: Sequence[Statement],
    speakers: Sequence[Speaker | None],
) -> list[str | None]:
    """The name of the speaker of each statement."""
    people: dict[str, list[Mention]] = {}
    for mention in cast.mentions:
        if mention.type == PERSON:
            people.setdefault(cast.names[mention.who], []).append(mention)
    scene = Scene(cast, text, [sentence.start for sentence in sentences], people, {})
    turns: dict[bool, Turn] = {}  # the last person's, the last body's
    spoke: dict[str, None] = {}  # each name once, the last to speak at the end
    found: list[str | None] = []
    handed = _handed(scene)
    for statement, who in zip(statements, speakers, strict=True):
        while handed and handed[-1].start < statement.start:
            mention = handed.pop()
            turns[True] = Turn(scene.sentence(mention.start), cast.names[mention.who])
        name = _name(scene, statement, who, turns)
        name = _fuller(name, spoke) if name else None
        if name and _takes_floor(scene, statement, name):
            turns[_is_person(scene, name)] = Turn(scene.sentence(statement.end - 1), name)
            spoke.pop(name, None)
            spoke[name] = None
        found.append(name)
    return found


def _name(scene: Scene, statement: Statement, who: Speaker | None, turns: Mapping[bool, Turn]) -> str | None:
    """The name of a speaker; the words that stand for him where the text does not name him."""
    if statement.side == "nobody":
        return None
    if who is None:
        return _holder(scene, statement, who, turns)
    if who.named:
        return scene.cast.names[who.named.who]
    said = scene.text[who.start : who.end]
    lower = said.lower().split()
    if lower[0] in group("pronoun"):
        return _holder(scene, statement, who, turns)
    if found := _by_office(scene, lower[: lower.index("yang")] if "yang" in lower[1:] else lower, who.start):
        return found
    points = lower[-1] in group("deictic") or lower[0] == "sang"
    if points and lower[0] not in group("no person"):
        return _holder(scene, statement, who, turns) or said
    return _owner(scene.cast, who) if lower[0] in group("document") else said


def _is_person(scene: Scene, name: str) -> bool:
    """Tell a person, named or not known as a name, from a body and from words."""
    unknown = name.istitle() and name.count(" ") < NAME_WORDS and name not in scene.cast.names
    return name in scene.people or unknown


def _fuller(name: str, spoke: dict[str, None]) -> str:
    """The longer name of the same words that spoke before: ``Tjandra Lienandjaja`` for ``Tjandra``."""
    said = set(name.split())
    for other in reversed(spoke):
        if said < set(other.split()) and other.istitle() and other.count(" ") < NAME_WORDS:
            return other
    return name


def _handed(scene: Scene) -> list[Mention]:
    """Whom a passive names who has spoken, the last one first: ``Hal senada disampaikan Budi``."""
    cast = scene.cast
    found = []
    for match in _passive().finditer(cast.masked):
        people = cast.within(match.end(), match.end() + OFFICE, PERSON)
        lead = words(cast.masked, match.end(), people[0].start) if people else ()
        if people and all(word.is_capitalised or word.lower in offices() for word in lead):
            found.append(people[0])
    return found[::-1]


@cache
def _passive() -> re.Pattern[str]:
    rest = "|".join(sorted(word.removeprefix("di") for word in passives()))
    return re.compile(rf"di(?<!\wdi)(?:{rest})(?: oleh)?\b")  # what begins plainly is soon looked for


def _takes_floor(scene: Scene, statement: Statement, name: str) -> bool:
    """Tell what is said now from what was said once (``sudah bilang``) or by many (``banyak pakar``)."""
    if statement.cue is None or statement.side != "before":
        return True
    unnamed = any(word[0].islower() for word in name.split()) and name not in scene.cast.names
    if statement.kind == "reported" and unnamed and not name.lower().startswith(("seorang", "salah")):
        return False
    between = words(scene.cast.masked, statement.subject[1], statement.cue[0])
    return not any(word.lower in ("telah", "sudah", "pernah") for word in between)


# --- offices and documents


def _by_office(scene: Scene, said: Sequence[str], at: int) -> str | None:
    """The person whose office the words are, the nearest before: ``Bupati`` for ``Bupati Solok Budi``."""
    wanted = [word for word in said if word not in group("deictic") and word != "sang"]
    cast = scene.cast
    for mention in cast.mentions if wanted and not scene.offices else ():
        if mention.type == PERSON:
            scene.offices.setdefault(tuple(_office(cast, mention.start)), []).append(mention)
    near: list[Mention] = []
    for office, holders in scene.offices.items() if wanted else ():
        if _is_office(wanted, office):
            place = bisect_right(holders, at, key=lambda m: m.start)
            near += holders[max(0, place - 1) : place + 1]
    nearest = min(near, key=lambda m: (m.start > at, abs(at - m.start)), default=None)
    return cast.names[nearest.who] if nearest else None


def _is_office(said: Sequence[str], office: Sequence[str]) -> bool:
    """Tell whether words name an office, or are its short form: ``Menkes`` of ``Menteri Kesehatan``."""
    return set(said) <= set(office) or (
        len(said) == 1 and len(said[0]) >= SHORT and _is_blend(said[0], office)
    )


def _is_blend(short: str, office: Sequence[str], begun: bool = False) -> bool:
    """Tell whether a word is made of the first letters of two or more words, two at the least of each."""
    for place, word in enumerate(office):
        for letters in range(2, min(len(short), len(word)) + 1):
            if not word.startswith(short[:letters]):
                break
            if letters == len(short):
                return begun
            if _is_blend(short[letters:], office[place + 1 :], True):
                return True
    return False


def _office(cast: Cast, at: int) -> list[str]:
    """The words of office before a name."""
    found: list[str] = []
    for word in reversed(words(cast.masked, max(0, at - OFFICE), at)):
        ends = word.lower in verbs() | group("governs") | (group("end of speaker") - {"di"})
        if ends or not (word.text[0].isalnum() or word.text in "()/") or len(found) > OFFICE_WORDS:
            break
        found.append(word.lower)
    return found[::-1]


def _owner(cast: Cast, who: Speaker) -> str:
    """Whose document speaks: ``akun Twitter BMKG``, ``pernyataan resmi dikutip dari laman Atletico``."""
    said = cast.masked[who.start : who.end]
    stop = cast.masked.find(".", who.end)
    own = said.rpartition(" ")[2][:1].isupper()  # catatan UEFA, Neuer ...
    end = stop if 0 <= stop < who.end + OWNER and not own else who.end
    owners = cast.within(who.start, end, ORGANISATION, PERSON)
    return cast.names[owners[0].who] if owners else said


# --- the floor


def _holder(
    scene: Scene, statement: Statement, who: Speaker | None, turns: Mapping[bool, Turn]
) -> str | None:
    """Who has the floor before a statement; the first person behind it where nobody is named before."""
    start = min(statement.start, statement.cue[0]) if statement.cue else statement.start
    here = scene.sentence(statement.start)
    last: dict[str, Mention] = {}
    for name, mentions in scene.people.items():
        place = bisect_left(mentions, start, key=lambda m: m.start) - 1
        while place >= 0 and who and who.start <= mentions[place].start < who.end:
            place -= 1
        if place >= 0:
            last[name] = mentions[place]
    claims = {name: _of_mention(scene, mention, here) for name, mention in last.items()}
    if last:
        claims[max(last, key=lambda name: last[name].start)] += LATEST
    for is_person, turn in turns.items():
        claim = SPOKE if is_person else BODY_SPOKE
        claims[turn.name] = claims.get(turn.name, 0.0) + _by_distance(claim, here - turn.sentence)
    if claims:
        return max(reversed(claims), key=lambda name: claims[name])
    behind = scene.cast.mentions[bisect_left(scene.cast.starts, statement.end) :]
    return next((scene.cast.names[m.who] for m in behind if m.type == PERSON), None)


def _by_distance(claim: Sequence[float], sentences: int) -> float:
    return claim[sentences] if sentences < len(claim) else 0.0


def _of_mention(scene: Scene, mention: Mention, here: int) -> float:
    """What somebody's last mention says for his having the floor."""
    at = scene.sentence(mention.start)
    start = scene.starts[at]
    if here - at >= len(LEADS) or _is_within(scene.cast.masked, start, mention.start):
        return 0.0
    claim = FOLLOWS if scene.cast.within(start, mention.start, PERSON) else LEADS
    return _by_distance(claim, here - at)


def _is_within(masked: str, start: int, at: int) -> bool:
    """Tell a mention within a phrase (``kasus Budi``) from one that offices and connectives alone precede."""
    lead = words(masked, max(start, at - OFFICE), at)
    opens = (
        k for k in range(len(lead), 0, -1) if lead[k - 1].text in ",:;" or lead[k - 1].lower in passives()
    )
    before = [w.lower for w in lead[next(opens, 0) :] if w.text[0].islower() and w.lower not in offices()]
    return any(word not in group("connective") or word in group("governs") for word in before)
