"""Derived forms of Indonesian roots, right and wrong, to measure stemmers with."""

from collections.abc import Iterator
from random import Random

VOWELS = "aiueo"
SWALLOWED = {"p": "m", "t": "n", "s": "ny", "k": "ng"}
CONFIXES = (
    *(("meN", suffix) for suffix in ("", "kan", "i")),
    *(("di", suffix) for suffix in ("", "kan", "i")),
    *(("ter", suffix) for suffix in ("", "kan", "i")),
    *(("peN", suffix) for suffix in ("", "an")),
    *(("ber", suffix) for suffix in ("", "an")),
    *((first + "per", suffix) for first in ("mem", "di") for suffix in ("", "kan", "i")),
    *(("", suffix) for suffix in ("an", "kan", "i", "nya", "lah")),
    ("per", "an"), ("ke", "an"), ("ke", "annya"), ("se", ""), ("meN", "kannya"), ("di", "kannya"),
    ("meN", "inya"), ("keber", "an"), ("keter", "an"), ("pember", "an"), ("ketidak", "an"), ("peN", "annya"),
)  # fmt: skip
PREFIXES = """
di ke se ber be bel ter te me mem men meng menge meny pe per pem pen peng penge peny pel ku kau memper diper
mempe keber keter ketidak berke berpe seke sepe pember penber member diber
""".split()  # noqa: SIM905
SUFFIXES = """
an kan i nya ku mu lah kah tah pun isasi isme is annya kannya inya nyalah kanlah anku kupun ilah annyakah
-nya -lah -ku -an
""".split()  # noqa: SIM905


def attach(prefix: str, root: str) -> str:
    """The root with a prefix, its nasal assimilated.

    >>> attach("meN", "sapu"), attach("peN", "bom"), attach("ber", "rambut"), attach("meN", "proses")
    ('menyapu', 'pengebom', 'berambut', 'memproses')
    """
    if prefix[-1:] != "N":
        return prefix[: -1 if prefix[-1:] == root[0] == "r" else None] + root
    if sum(letter in VOWELS for letter in root) == 1:
        return f"{prefix[:-1]}nge{root}"
    if root[0] in SWALLOWED and root[1:2] in VOWELS:
        return prefix[:-1] + SWALLOWED[root[0]] + root[1:]
    nasal = "m" if root[0] in "bfpv" else "n" if root[0] in "cdjstz" else "" if root[0] in "lmnrwy" else "ng"
    return prefix[:-1] + nasal + root


def regular(roots: list[str], count: int, seed: int) -> list[tuple[str, str]]:
    """Random forms that the grammar allows, each with its root."""
    random = Random(seed)
    pairs = ((random.choice(roots), random.choice(CONFIXES)) for _ in range(count))
    return [(attach(prefix, root) + suffix, root) for root, (prefix, suffix) in pairs]


def anything(roots: list[str], count: int, seed: int) -> Iterator[str]:
    """Random forms, most of them wrong: any affixes on roots and cut roots, doubled words, mere letters."""
    random = Random(seed)
    for _ in range(count):
        kind = random.random()
        if kind < 0.06:
            yield "".join(random.choices("abdeghiklmnoprstuy-", k=random.randrange(1, 13)))
            continue
        word = random.choice(roots)[random.choice((0, 0, 0, 1)) :]
        for _ in range(random.choice((0, 1, 1, 2))):
            word = random.choice(PREFIXES) + word
        for _ in range(random.choice((0, 1, 1, 2))):
            word += random.choice(SUFFIXES)
        if kind > 0.9:
            word = f"{word}-{random.choice(('', *PREFIXES))}{word}{random.choice(('', *SUFFIXES))}"
        yield word
