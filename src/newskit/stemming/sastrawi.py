"""PySastrawi's algorithm, letter for letter, its quirks included: what ``stem --exact`` answers.

Nazief and Adriani with Confix Stripping, Enhanced Confix Stripping and Sastrawi's plural forms. A word is
stemmed by taking off a particle, a possessive and a suffix, then up to three prefixes, looking in the root
words after each step; when that fails, the suffixes are put back one by one. Checked against PySastrawi
1.2.1 by ``benchmarks/exact.py``. Time is linear in the word's length.
"""

import re
from collections.abc import Set
from functools import cache
from typing import NamedTuple

from newskit.stemming.affixes import CONSONANTS, INFIXES, PARTICLES, POSSESSIVES, SUFFIXES, VOWELS

V = "[aiueo]"
C = "[bcdfghjklmnpqrstvwxyz]"
NOT_R = "[bcdfghjklmnpqstvwxyz]"


class Rule(NamedTuple):
    """A prefix, what stands after it, and the letters that may take its place, the likeliest first."""

    number: str
    prefix: str
    context: str
    restored_initial: tuple[str, ...]


PLAIN = ("di", "ke", "se")  # taken off before all others
CONFIX_STRIPPING = (
    Rule("1", "ber", V, ("", "r")),  # ber-ubah, be-ragam
    Rule("2", "ber", f"{C}[a-z](?!er)", ("",)),  # ber-main
    Rule("3", "ber", f"{NOT_R}[a-z]er{V}", ("",)),  # ber-daerah
    Rule("4", "bel", "ajar$", ("",)),
    Rule("5", "be", f"{NOT_R}er{C}", ("",)),  # be-kerja
    Rule("6", "ter", V, ("", "r")),  # ter-asing, te-raih
    Rule("7", "ter", f"{NOT_R}er{V}", ("",)),  # ter-gerak
    Rule("8", "ter", f"{NOT_R}(?!er)", ("",)),  # ter-puruk
    Rule("9", "te", f"{NOT_R}er{C}", ("",)),  # te-percaya
    Rule("10", "me", f"[lrwy]{V}", ("",)),  # me-lipat
    Rule("11", "mem", "[bfv]", ("",)),  # mem-bangun
    Rule("12", "mem", "pe", ("",)),  # mem-pengaruhi
    Rule("13", "mem", V, ("m", "p")),  # me-minum, mem-[p]akai
    Rule("14", "men", "[cdjstz]", ("",)),  # men-cari, men-syukuri
    Rule("15", "men", V, ("n", "t")),  # me-nanti, men-[t]angkap
    Rule("16", "meng", "[ghqk]", ("",)),  # meng-gila, meng-kritik
    Rule("17", "menge", "", ("e", "ke", "", "nge")),  # meng-ekor, meng-[k]ejar, menge-bom, me-ngerikan
    Rule("17", "meng", "[aiuo]", ("", "k", "ng")),  # meng-ajar, meng-[k]upas, me-nganga
    Rule("18", "meny", V, ("ny", "s")),  # me-nyala, meny-[s]apu
    Rule("19", "mem", "p[abcdfghijklmopqrstuvwxyz]", ("",)),  # mem-proteksi
    Rule("20", "pe", f"[wy]{V}", ("",)),  # pe-wajib
    Rule("21", "per", V, ("", "r")),  # per-adil, pe-rusak
    Rule("23", "per", f"{C}[a-z](?!er)", ("",)),  # per-main
    Rule("24", "per", f"{NOT_R}[a-z]er{V}", ("",)),  # per-daerah
    Rule("25", "pem", "[bfv]", ("",)),  # pem-bangun
    Rule("26", "pem", V, ("m", "p")),  # pe-minum, pem-[p]ukul
    Rule("27", "pen", "[cdjstz]", ("",)),  # pen-cari, pen-stabil
    Rule("28", "pen", V, ("n", "t")),  # pe-nanti, pen-[t]ari
    Rule("29", "peng", C, ("",)),  # peng-ganti
    Rule("30", "penge", "", ("e", "ke", "")),  # peng-ekspor, peng-[k]ejar, penge-bom
    Rule("30", "peng", "[aiuo]", ("", "k")),  # peng-atur, peng-[k]upas; only when one is a root: see below
    Rule("31", "peny", V, ("ny", "s")),  # pe-nyala, peny-[s]apu
    Rule("32", "pel", "ajar$", ("",)),
    Rule("32", "pe", f"l{V}", ("",)),  # pe-laut
    Rule("34", "pe", f"{C}(?!er)", ("",)),  # pe-tarung
    Rule("35", "ter", f"[bcdfghjkpqstvxz]er{C}", ("",)),  # ter-percaya
    Rule("36", "pe", f"[bcdfghjkpqstvxz]er{C}", ("",)),  # pe-kerja
    Rule("41", "ku", "", ("",)),  # ku-baca
    Rule("42", "kau", "", ("",)),  # kau-baca
)
"""Sastrawi's rules in its order: the first that fits is taken. The infix rules, 37 to 40, stand before 41."""
CLITICS = frozenset(PARTICLES + POSSESSIVES)
FOREIGN = re.compile(r"[^a-z0-9 -]+", re.IGNORECASE)  # case is ignored upstream too, so that ſ and ı stay
PREFIX_FIRST = re.compile("be.*(?:lah|an)|(?:me|di|pe|ter).*i")
"""Confixes whose prefix goes first (Asian 2007, pages 78 and 79): else dinilai loses its own i."""


def sastrawi_stem(text: str, roots: Set[str]) -> str:
    """What PySastrawi's ``stem`` answers for a word or a text: lower case, letters outside a-z lost.

    >>> sastrawi_stem("Perekonomian", {"ekonomi"}), sastrawi_stem("meniru-nirukan", {"tiru"})
    ('ekonomi', 'tiru')
    """
    words = FOREIGN.sub(" ", text.lower()).split(" ")
    return " ".join(_stem_word(word, roots) for word in words if word)


def _stem_word(word: str, roots: Set[str]) -> str:
    head, hyphen, tail = word.rpartition("-")
    if not hyphen or (tail in CLITICS and "-" not in head):
        return _stem_singular(word, roots)
    first, second = head, tail
    if tail in CLITICS:  # malaikat-malaikat-nya: malaikat and malaikat-nya
        first, _, last = head.rpartition("-")
        second = f"{last}-{tail}"
    first_stem, second_stem = _stem_singular(first, roots), _stem_singular(second, roots)
    if second not in roots and second_stem == second:
        second_stem = _stem_singular(f"me{second}", roots)  # meniru-nirukan: nirukan as menirukan
    return first_stem if first_stem == second_stem else word


def _stem_singular(word: str, roots: Set[str]) -> str:
    if word in roots:
        return word
    short = len(word) <= 3  # then the first kind of suffix and the plain prefixes alone are tried
    if PREFIX_FIRST.fullmatch(word):
        result = _strip_prefixes(word, roots, short)
        if result not in roots:
            result = _strip_suffixes(result, roots, short)[-1]
        if result in roots:
            return result
    steps = _strip_suffixes(word, roots, short)
    if steps[-1] in roots:
        return steps[-1]
    result = _strip_prefixes(steps[-1], roots, short)
    return result if result in roots else _restore_suffixes(steps, roots, short) or word


def _restore_suffixes(steps: list[str], roots: Set[str], short: bool) -> str | None:
    """Enhanced Confix Stripping: the prefixes off with the suffixes put back, the last one first."""
    for longer, shorter in zip(reversed(steps[:-1]), reversed(steps[1:]), strict=True):
        if longer[len(shorter) :] == "kan":  # menunjukkan ends in -k and -kan as well as in -an
            result = _strip_prefixes(shorter + "k", roots, short)
            if result in roots:
                return result
        result = _strip_prefixes(longer, roots, short)
        if result in roots:
            return result
    return None


def _strip_suffixes(word: str, roots: Set[str], short: bool) -> list[str]:
    """The word, and what it is after each suffix that comes off it: particle, possessive, derivational."""
    steps = [word]
    for endings, hyphens in ((PARTICLES, "-"), (POSSESSIVES, "-"), (SUFFIXES, "")):
        word = steps[-1]
        if word.endswith(endings):
            ending = next(ending for ending in endings if word.endswith(ending))
            steps.append(word[: -len(ending)].rstrip(hyphens) if hyphens else word[: -len(ending)])
        if short or steps[-1] in roots:
            break
    return steps


def _strip_prefixes(word: str, roots: Set[str], short: bool) -> str:
    for _ in range(3):
        longer, word = word, _strip_prefix(word, roots, short)
        if word == longer or word in roots:
            break
    return word


def _strip_prefix(word: str, roots: Set[str], short: bool) -> str:
    if word[:2] in PLAIN:
        return word[2:]
    if short or word in roots:
        return word
    rule = _prefix_rule(word)
    if rule is None:
        return _strip_infix(word)
    rest = word[len(rule.prefix) :]
    for letters in rule.restored_initial:
        if letters + rest in roots:
            return letters + rest
    if rule.number == "30" and rule.prefix == "peng":  # upstream answers nothing here, so rule 34 is next
        return word[2:]
    return rule.restored_initial[-1] + rest


def _strip_infix(word: str) -> str:
    """Rules 37 to 40: gerigi becomes gigi, and any word of that form loses its second and third letter."""
    if word[1:3] in INFIXES and word[:1] in CONSONANTS and word[3:4] in VOWELS:
        return word[0] + word[3:]
    return word


@cache
def _rules_by_letters() -> dict[str, tuple[re.Pattern[str], list[Rule]]]:
    """For the two letters that a word begins with, one pattern for all its rules: the group tells which."""
    by_letters: dict[str, list[Rule]] = {}
    for rule in CONFIX_STRIPPING:
        by_letters.setdefault(rule.prefix[:2], []).append(rule)
    return {
        letters: (re.compile("|".join(f"({r.prefix})(?={r.context})" for r in rules)), rules)
        for letters, rules in by_letters.items()
    }


def _prefix_rule(word: str) -> Rule | None:
    pattern, rules = _rules_by_letters().get(word[:2], (None, []))
    match = pattern.match(word) if pattern else None
    return rules[(match.lastindex or 1) - 1] if match else None
