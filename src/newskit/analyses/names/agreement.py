"""What the rest of a text tells of a name: its kind, where else it stands, how much of it is a name.

>>> twice = [Mention(0, 3, "PSI", "organisation"), Mention(12, 15, "PSI", "organisation")]
>>> [mention.start for mention in agreed("PSI menang. PSI kalah. Kata PSI.", twice)]
[0, 12, 28]
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from newskit.analyses.names.bounds import standing
from newskit.analyses.names.facets import acronyms
from newskit.analyses.names.kinds import ORGANISATION, PERSON, PLACE
from newskit.analyses.names.linking import COURTESIES, Mention
from newskit.analyses.names.short_forms import spelled_out
from newskit.lexicon import roles
from newskit.lexicon.gazetteer import is_listed
from newskit.lexicon.lists import word_list
from newskit.lexicon.usage import NEARLY_ALWAYS, words

WORD = re.compile(r"[^\W\d_]{2,}")
UNNAMED_AS = ("inisial", "korban", "pelaku", "tersangka", "terdakwa", "terlapor", "pelapor")
UNNAMED = re.compile(rf"(?:{'|'.join(UNNAMED_AS)})\s([A-Z]{{1,4}})(?!\w)")
OF_AN_AGE = re.compile(r"(?<!\w)([A-Z]{1,4}) \(\d\d\)")
BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]++)\s\Z")
BEHIND = re.compile(r"\s[A-Z]")
PART = re.compile(r"[^\W_]+")
SHORTEST = 3  # letters of a form that may stand elsewhere
LONGEST_WORD = 30
LONGEST = 120  # letters of a name that may hold a body and a person
SURELY, OF_PEOPLE, MAY_BE = 75, 60, 50  # per cent of the names with a word, those of people


def agreed(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The mentions of a text, each form of one kind throughout, and where else a form stands.

    A body that came twice stands wherever its form does, a person wherever the full name or a word of it does
    that is nothing but a name.
    """
    initials = _initials(text)
    found = [mention._replace(kind=PERSON) if mention.text in initials else mention for mention in found]
    usual = _kinds(found, initials)
    seen = Counter(PART.findall(text))
    parted = [part for mention in found for part in _parts(text, mention, usual, seen)]
    if len(parted) > len(found):
        usual = _kinds(parted, initials)
    counts = Counter(mention.text for mention in parted)
    made = [Mention(start, end, form, usual[form]) for start, end, form, _ in parted]
    placed: dict[int, Mention] = {}  # by each of its letters
    for form, kind in _elsewhere(counts, usual):
        if min([seen[part] for part in PART.findall(form)], default=0) <= counts[form]:
            continue
        placed = placed or {at: mention for mention in made for at in range(mention.start, mention.end)}
        for start, end in standing(form, text):
            parts = {placed[at] for at in range(start, end) if at in placed}
            if _may_stand(text, mention := Mention(start, end, form, kind), parts):
                placed.update(dict.fromkeys(range(start, end), mention))
    return sorted({*placed.values()}) if placed else sorted(made)


def _may_stand(text: str, mention: Mention, parts: Collection[Mention]) -> bool:
    """Whether a form is a name where it stands elsewhere: nothing is there yet, or parts of it alone."""
    start, end, form, kind = mention
    if parts and not all(start <= m.start and m.end <= end and m.text != form for m in parts):
        return False
    if kind == ORGANISATION:
        return True
    titled = form.split()[0].lower() in COURTESIES | word_list("lexicon/titles")
    return (kind == PERSON or bool(parts)) and not (parts and titled) and _is_alone(text, start, end)


def _initials(text: str) -> set[str]:
    """What a text calls people by who stay unnamed, ``berinisial MA (26)``, unless it explains the letters.

    >>> sorted(_initials("Dua pria berinisial MA (26) dan AS (30) ditahan, kata Polri."))
    ['AS', 'MA']
    """
    if not any(word in text for word in UNNAMED_AS) or not (told := UNNAMED.findall(text)):
        return set()
    ages = OF_AN_AGE.findall(text)
    told += ages
    return {form for form in told if f"({form})" not in text} if ages or "inisial" in text else set()


def _kinds(found: Iterable[Mention], initials: Collection[str]) -> dict[str, str]:
    """The kind of each form: its usual one, or what it is for sure: ``RI``, ``Microsoft``, ``Bagnaia``."""
    counts: dict[str, Counter[str]] = {}
    for mention in found:
        counts.setdefault(mention.text, Counter())[mention.kind] += 1
    usual = {form: max(count, key=count.__getitem__) for form, count in counts.items()}
    people = [
        form for form, kind in usual.items() if kind == PERSON and " " in form and not _is_company(form)
    ]
    name_of = {word: form for form in people for word in form.split()}
    for form, kind in usual.items():
        if kind != PLACE and form not in initials and _is_place_in_short(form):
            usual[form] = PLACE
        elif (kind == PERSON or " " not in form) and form not in name_of and _is_company(form):
            usual[form] = ORGANISATION
        elif kind != PERSON and (
            is_short_for_a_person(form, name_of[form]) if form in name_of else _is_person(form)
        ):
            usual[form] = PERSON
    return usual


def _is_place_in_short(form: str) -> bool:
    """Whether a form is an acronym of a place, whatever stands around it: ``RI``, ``DKI``."""
    return form.isupper() and is_listed(spelled_out(form))


def _is_company(form: str) -> bool:
    """Whether a form is or begins with a company that all know, and no person follows: ``Bandai Namco``."""
    first, _, rest = form.partition(" ")
    known = first.casefold() in word_list("analyses/names/companies")
    return known and not any(_share(word) >= SURELY for word in rest.split())


def _is_person(form: str) -> bool:
    """Whether a name has several words, and all of them are people's: ``Jorge Martin``."""
    words = form.split()
    return len(words) > 1 and all(_share(word) >= SURELY for word in words)


def _share(word: str) -> int:
    """How many of the names with a word are people's, in per cent; none where it looks like no name."""
    lower = word.lower()
    looks = word.istitle() and len(word) >= SHORTEST and not is_listed(lower)
    return roles.of(lower).person if looks and lower not in word_list("analyses/names/companies") else 0


def _parts(
    text: str, mention: Mention, usual: Mapping[str, str], seen: Mapping[str, int]
) -> Iterator[Mention]:
    """A mention, or the body or place and the person that it holds: ``FIFA``, ``Gianni Infantino``.

    The body is told by the rest of the text or by news. Unless the whole is tagged as a person, an office
    before it tells that one follows, and it stands once; ``seen`` tells how often each word of a text does.
    """
    start, end, form, kind = mention
    at = form.find(" ") if len(form) <= LONGEST else -1
    is_office = at > 0 and _is_behind_title(text, start)
    once = at > 0 and (min(seen[word] for word in PART.findall(form)) == 1 or text.count(form) == 1)
    if once and (is_office or kind == PERSON) and not text.startswith("-", end):
        while at > 0:
            head, person = form[:at], form[at:].lstrip()
            shares = list(map(_share, person.split()))
            told = shares[0] >= OF_PEOPLE and min(shares) >= MAY_BE
            if told and (own := _kind_of(head, usual, is_office)):
                yield Mention(start, start + at, head, own)
                yield Mention(end - len(person), end, person, PERSON)
                return
            at = form.find(" ", at + 1)
    yield mention


def _kind_of(head: str, usual: Mapping[str, str], is_office: bool) -> str | None:
    """The kind of what stands before a person, None where it is no body or place for sure."""
    if _is_place_in_short(head):
        return PLACE
    if usual.get(head) == ORGANISATION and all(_share(word) < OF_PEOPLE for word in head.split()):
        return ORGANISATION
    known = word_list("lexicon/bodies") | word_list("analyses/names/companies")
    if is_office and (head.lower() in known or head in acronyms()):
        return ORGANISATION
    if is_office and (usual.get(head) == PLACE or is_listed(head.lower())):
        return PLACE
    seat = any(kind == PLACE and form.endswith(f" {head}") for form, kind in usual.items())
    return PLACE if is_office and seat else None


def _elsewhere(counts: Mapping[str, int], usual: Mapping[str, str]) -> list[tuple[str, str]]:
    """The forms that may stand elsewhere, each with its kind, the longest first."""
    forms = {}
    for form, kind in usual.items():
        if kind == PERSON and " " in form and form.replace(" ", "").isalpha():
            words = [word for word in form.split() if word not in usual]
            forms[form] = kind
            forms.update((word, kind) for word in words if is_short_for_a_person(word, form))
        elif (
            kind != PERSON
            and counts[form] > 1
            and (" " in form or (kind == ORGANISATION and len(form) >= SHORTEST))
        ):
            forms[form] = kind
    return sorted(forms.items(), key=lambda pair: -len(pair[0]))


def is_short_for_a_person(word: str, name: str) -> bool:
    """Whether a word of a person's name is that and nothing else, as far as news knows.

    A word that it does not know is so where another one of the name is a person's, but for a first one of
    many, which may be a company: ``Nexon Owen Mahoney``.

    >>> name = "Thalita Bintang Surabaya"
    >>> [is_short_for_a_person(word, name) for word in name.split()]
    [True, False, False]
    """
    if use := words().get(word.lower()):
        return use.capitalization_rate >= NEARLY_ALWAYS and _share(word) >= OF_PEOPLE
    own, (first, *rest) = _share(word), name.split()
    may_be_body = own < OF_PEOPLE and word == first and len(rest) > 1
    return own > 0 and not may_be_body and any(_share(each) >= OF_PEOPLE for each in (first, *rest))


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether no other word with a capital stands beside a name, but for a title before it."""
    before = BEFORE.search(text, max(0, start - LONGEST_WORD), start)
    if before and before[1][0].isupper() and before[1].lower() not in word_list("lexicon/titles"):
        return False
    return not BEHIND.match(text, end)


def _is_behind_title(text: str, start: int) -> bool:
    before = BEFORE.search(text, max(0, start - LONGEST_WORD), start)
    return before is not None and before[1].lower() in word_list("lexicon/titles")


def in_foreign_title(title: Sequence[Mention], body: Sequence[Mention], text: str) -> list[Mention]:
    """The names in a title of another language: of words that the body, or news, has with a capital.

    Of what is tagged there with common words of that language, what the body names stays.

    >>> title = [Mention(0, 27, "Jakarta Regional Peace Talks", "organisation")]
    >>> in_foreign_title(title, [Mention(40, 47, "Jakarta", "place")], "di Jakarta")
    [Mention(start=0, end=7, text='Jakarta', kind='place')]
    """
    written = {*WORD.findall(text)}
    forms = {mention.text: mention.kind for mention in body}
    found = []
    for mention in title:
        if all(_is_name(word, mention.kind, written) for word in WORD.findall(mention.text)):
            found.append(mention)
            continue
        for form, kind in forms.items():
            spans = standing(form, mention.text)
            found += [Mention(mention.start + a, mention.start + b, form, kind) for a, b in spans]
    return sorted(found)


def _is_name(word: str, kind: str, written: Collection[str]) -> bool:
    """Whether a word of a title is a name: in the body too, always in news, or unknown and a person's."""
    use = words().get(word.lower())
    return word in written or (use.capitalization_rate >= NEARLY_ALWAYS if use else kind == PERSON)
