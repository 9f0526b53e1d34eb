"""What is known of a piece of text wherever it stands: how it is written, how news uses it, its clusters."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from newskit.lexicon.gazetteer import place_names
from newskit.lexicon.lists import data, word_list
from newskit.lexicon.usage import MOSTLY, NEARLY_ALWAYS, RARELY, SELDOM, Usage, words

LINKS = frozenset(
    "al and at bin binti da dan de den der di dos el for ibn in ke la le of on the to untuk".split()  # noqa: SIM905
) | {"van", "von", "with"}
JOINTS = frozenset("()-–/&'’\"“”‘.,:‑[]|")
AT = frozenset(
    ("asal", "daerah", "dari", "di", "kawasan", "ke", "kota", "menuju", "pulau", "warga", "wilayah")
)
SIDES = frozenset("barat baru daya jaya kota lama selatan tengah tenggara timur utara".split())  # noqa: SIM905
KNOWN_WORD = 20  # articles of news
FREQUENT = 100  # articles of news
KNOWN = 1 << 15  # pieces that are kept in mind


Features: TypeAlias = Sequence[str]
Cluster: TypeAlias = tuple[str, bool]  # its name, and whether it tells something farther off


class Told(NamedTuple):
    """Features of a piece by where they tell.

    ``opening`` are those that it has where it begins a sentence, with the slot 1, ``own`` those that it has
    itself, with the slot 0; ``near`` those that it has, too, for its neighbours, and ``far`` those for pieces
    farther off.
    """

    opening: Features = ()
    own: Features = ()
    near: Features = ()
    far: Features = ()


class Facets(NamedTuple):
    """What is known of a piece.

    ``word_class`` is a rough class, of which three in a row tell something. Many pieces share their
    ``manner``, how each and its word are written, or their ``company``, the two clusters of the word;
    ``near`` and ``far`` are what the word tells itself.
    """

    lower: str
    shape: str
    word_class: str
    manner: tuple[str, str, str]
    company: tuple[Cluster, Cluster]
    near: Features
    far: Features


def facets(form: str) -> Facets:
    """What is known of a piece.

    >>> facets("kata").manner, facets("kata").far
    (('x', '0d', 'says'), ['far w=kata'])
    """
    lower, written = form.lower(), shape(form)
    use = words().get(lower)
    kind = _class(form, lower, use)
    few, many = clusters(lower)
    near = [f"near w={lower}"]
    if first := acronyms().get(form):
        near += _stands_for(first)
    frequent = not lower[0].isalnum() or (use is not None and use.document_frequency >= FREQUENT)
    far = [f"far w={lower}"] if frequent else []
    return Facets(
        *(lower, written, kind, (written, usage(use), kind), ((few, True), (many, not frequent)), near, far)
    )


def manner(written: str, uses: str, kind: str) -> Told:
    """What a piece's shape, the use of its word and its class tell."""
    return Told(
        opening=(f"1s={written}", f"1u={uses}"),
        own=("0bias", f"0us={uses[0]}{written}", f"0c={kind}"),
        near=(f"near s={written}", f"near u={uses}"),
        far=(f"far c={kind}",),
    )


def company(cluster: str, is_far: bool) -> Told:
    """What a cluster of a piece's word tells."""
    return Told(near=[f"near {cluster}"], far=[f"far {cluster}"] * is_far) if cluster else Told()


def _stands_for(first: str) -> Iterator[str]:
    """The word that tells what kind of thing an acronym is, and its cluster: ``badan`` of ``BMKG``."""
    yield f"near h={first}"
    if cluster := clusters(first)[0]:
        yield f"near h{cluster}"


def inner(lower: str) -> list[str]:
    """What a word tells of itself alone: how it begins and ends, whether it is a place's.

    >>> inner("solo")
    ['0p=so', '0p=sol', '0e=lo', '0e=olo', '0place']
    """
    sizes = range(2, min(5, len(lower)))
    affixes = [f"0p={lower[:size]}" for size in sizes] + [f"0e={lower[-size:]}" for size in sizes]
    return [*affixes, "0place"] if lower in place_names() else affixes


CAPITAL, COMMON, NUMBER, JOINT, OPENING_JOINT, OPENER, OTHER = "Ccdj:.-"
OPENERS = frozenset('.!?:;"“”‘•*')


@lru_cache(KNOWN)
def mark(form: str) -> str:
    """What a piece may do in a name or beside one, in a letter, so that a string shows a line.

    >>> "".join(map(mark, ("Namun", "Budi", "dan", "Ani", ",", "5", "warga", ";")))
    'cCjCjd-.'
    """
    if is_core(form):
        return COMMON if is_common(form) else CAPITAL
    if form[0].isdigit():
        return NUMBER
    if is_joint(form):
        return OPENING_JOINT if form in OPENERS else JOINT
    return OPENER if form in OPENERS else OTHER


def is_core(form: str) -> bool:
    """Whether a piece may begin or end a name: it has a capital, is a site, or news gives it one."""
    if not form.islower():
        return (form[0].isalnum() and not form[-1].isdigit()) or any(map(str.isupper, form))
    use = words().get(form)
    return "." in form or (use is not None and use.capitalization_rate >= MOSTLY and len(form) > 2)


def is_common(form: str) -> bool:
    """Whether a piece with a capital is a word that news hardly ever writes so in a sentence: ``Namun``."""
    use = words().get(form.lower())
    return (
        form.istitle()
        and use is not None
        and use.capitalization_rate < RARELY
        and use.document_frequency >= KNOWN_WORD
    )


def is_joint(form: str) -> bool:
    """Whether a piece may stand between two that have capitals."""
    return form in JOINTS or form in LINKS or form[0].isdigit()


def shape(form: str) -> str:
    """How a piece is written, in a letter or two: ``X3`` KPK, ``Xx`` Joko, ``xX`` detikInet, ``d`` 12."""
    if form.islower():
        return "w" if "." in form else "x"
    if form.isupper():
        return "X." if form[-1] == "." else f"X{min(len(form), 5)}"
    if form[0].isdigit():
        return "d" if not any(map(str.isalpha, form)) else "dx"
    if not form[0].isalpha():
        return form
    return "Xx" if form[0].isupper() and form[1:].islower() else "xX"


def usage(use: Usage | None) -> str:
    """How news uses a word: how often with a capital, and how often at all."""
    if not use:
        return "?"
    return f"{min(use.capitalization_rate // 10, 9)}{'abcde'[min(len(str(use.document_frequency)), 5) - 1]}"


def word_class(form: str) -> str:
    """The class of a piece: what it does in a sentence, else how news writes it."""
    lower = form.lower()
    return _class(form, lower, words().get(lower))


def _class(form: str, lower: str, use: Usage | None) -> str:
    if not form[0].isalnum():
        return form
    if lower in word_list("lexicon/titles"):
        return "title"
    if form.islower():
        if lower in says():
            return "says"
        if lower in AT:
            return "at"
        return lower if lower in LINKS else "x"
    if lower in word_list("lexicon/places") or lower in word_list("lexicon/regions"):
        return "place"
    if not use:
        return "?" + shape(form)
    return (
        "n"
        if use.capitalization_rate >= NEARLY_ALWAYS
        else "m"
        if use.capitalization_rate >= MOSTLY
        else "c"
        if use.capitalization_rate >= SELDOM
        else "o"
    ) + shape(form)


@cache
def says() -> frozenset[str]:
    """The words that report what somebody says: ``kata``, ``mengatakan``."""
    return word_list("lexicon/reporting_verbs") | word_list("lexicon/quotative_words")


@cache
def ranks() -> frozenset[str]:
    """The offices and ranks that no person's name holds: ``kapolsek``, ``kompol``."""
    return word_list("lexicon/titles") - word_list("lexicon/titles_in_names")


def clusters(lower: str) -> tuple[str, str]:
    """The cluster of a word among few and among many, words of like neighbours together, or ``""``."""
    return _clusters().get(lower, ("", ""))


@cache
def _clusters() -> Mapping[str, tuple[str, str]]:
    rows = dict(line.split("\t") for line in data("analyses/names/clusters.tsv").splitlines())
    told = {pair: _named(*pair.split()) for pair in set(rows.values())}  # few for many words
    return {word: told[pair] for word, pair in rows.items()}


def _named(few: str, many: str) -> tuple[str, str]:
    return f"a={few}", f"b={many}"


@cache
def acronyms() -> Mapping[str, str]:
    """The acronyms that news explains, each with the first of the words that it stands for."""
    return dict(line.split("\t") for line in data("analyses/names/acronyms.tsv").splitlines())
