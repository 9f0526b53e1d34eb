"""The affixes of Indonesian: prefixes with the letters that they change, suffixes, clitics, infixes.

The prefix rules carry the numbers of Nazief and Adriani (1996), as Asian (2007, "Effective Techniques for
Indonesian Text Retrieval", pages 60 to 79: Confix Stripping) and Sastrawi number them. ``context`` is what
must follow the prefix, ``restored_initial`` the letters that may stand for it in the root: ``meny`` before a
vowel becomes ``ny`` (menyala, nyala) or ``s`` (menyapu, sapu: nasal assimilation, peluluhan).
"""

from typing import NamedTuple

VOWELS = frozenset("aiueo")
CONSONANTS = frozenset("bcdfghjklmnpqrstvwxyz")
PARTICLES = ("lah", "kah", "tah", "pun")
POSSESSIVES = ("ku", "mu", "nya")
SUFFIXES = ("isasi", "isme", "kan", "an", "is", "i")  # the longest first
INFIXES = ("el", "em", "er", "in")
COUNTED = frozenset({"belas", "puluh", "ratus", "ribu", "juta", "miliar", "triliun", "langkah"})  # by se-


class Allomorph(NamedTuple):
    """A form of a prefix, what may follow it, and the letters of the root that it may have swallowed."""

    number: str  # of the rule above that it widens
    morpheme: str
    form: str
    context: frozenset[str]  # the one letter or the three that must follow
    restored_initial: tuple[str, ...] = ("",)


LETTERS = VOWELS | CONSONANTS
R_OR_CER = frozenset({"r"} | {f"{c}er" for c in CONSONANTS})


def _nasal(morpheme: str, e: str, numbers: str) -> tuple[Allomorph, ...]:
    """The forms of meN- and peN-: the nasal takes the place of p, t, k and s, in clusters too (memroses)."""
    m, m_vowel, n, n_vowel, ng, ng_vowel, ny = numbers.split()
    return (
        Allomorph(m, morpheme, f"{e}m", frozenset("bfvp")),
        Allomorph(m_vowel, morpheme, f"{e}m", VOWELS | {"r"}, ("p", "m", "f")),
        Allomorph(n, morpheme, f"{e}n", frozenset("cdjstzybfklpv")),  # menviralkan, as loans are written
        Allomorph(n_vowel, morpheme, f"{e}n", VOWELS | {"r"}, ("t", "n")),
        Allomorph(ng, morpheme, f"{e}ng", frozenset("ghkqxbcdfjpstvwz")),  # mengcover, mengposting
        Allomorph(ng_vowel, morpheme, f"{e}ng", VOWELS | {"r", "l"}, ("", "k", "ng")),
        Allomorph(ng_vowel, morpheme, f"{e}nge", CONSONANTS),  # before roots of one syllable: mengebom
        Allomorph(ny, morpheme, f"{e}ny", VOWELS, ("s", "ny", "sy")),  # penyair from syair
    )


PREFIXES = (
    Allomorph("10", "meN", "me", frozenset("lrwy")),
    *_nasal("meN", "me", "11 13 14 15 16 17 18"),
    Allomorph("34", "peN", "pe", CONSONANTS - {"m", "n"}),  # petugas, petinju as well as pelari
    *_nasal("peN", "pe", "25 26 27 28 29 30 31"),
    Allomorph("23", "per", "per", LETTERS),
    Allomorph("32", "per", "pel", frozenset({"aja"})),  # pelajari
    Allomorph("2", "ber", "ber", LETTERS),
    Allomorph("5", "ber", "be", R_OR_CER),  # beragam, bekerja
    Allomorph("4", "ber", "bel", frozenset({"aja"})),
    Allomorph("8", "ter", "ter", LETTERS),
    Allomorph("9", "ter", "te", R_OR_CER),  # terasa, tepercaya
    *(Allomorph("plain", form, form, LETTERS) for form in ("di", "ke", "se")),
    Allomorph("plain", "dari", "dari", frozenset({"man", "san", "sin", "sit"})),  # darimana
    Allomorph("41", "ku", "ku", LETTERS),
    Allomorph("42", "kau", "kau", LETTERS),
    Allomorph("tidak", "tidak", "tidak", LETTERS),  # within a confix: ketidakadilan
    *(Allomorph("dwipurwa", "Ce", f"{c}e", frozenset(c)) for c in "bdgjlprtw"),  # dedaunan, reruntuhan
)
"""The prefixes as grammars give them (Alwi et al. 2003, Tata Bahasa Baku, chapter 5), to be ranked."""
