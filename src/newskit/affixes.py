"""The affixes of Indonesian: prefixes with the letters that they change, suffixes, clitics, infixes.

The prefix rules carry the numbers of Nazief and Adriani (1996), as Asian (2007, "Effective Techniques for
Indonesian Text Retrieval", pages 60 to 79: Confix Stripping) and Sastrawi number them. ``before`` is what
must follow the prefix, ``becomes`` the letters that may take its place: ``meny`` before a vowel becomes
``ny`` (menyala, nyala) or ``s`` (menyapu, sapu).
"""

from typing import NamedTuple

VOWELS = frozenset("aiueo")
CONSONANTS = frozenset("bcdfghjklmnpqrstvwxyz")
V = "[aiueo]"
C = "[bcdfghjklmnpqrstvwxyz]"
NOT_R = "[bcdfghjklmnpqstvwxyz]"

PARTICLES = ("lah", "kah", "tah", "pun")
POSSESSIVES = ("ku", "mu", "nya")
SUFFIXES = ("isasi", "isme", "kan", "an", "is", "i")  # the longest first
INFIXES = ("el", "em", "er", "in")


class Rule(NamedTuple):
    """A prefix, what stands after it, and the letters that may take its place, the likeliest first."""

    number: str
    prefix: str
    before: str
    becomes: tuple[str, ...]


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


class Allomorph(NamedTuple):
    """A form of a prefix, what may follow it, and the letters of the root that it may have swallowed."""

    number: str  # of the rule above that it widens
    morpheme: str
    form: str
    before: frozenset[str]  # the one letter or the three that must follow
    becomes: tuple[str, ...] = ("",)


LETTERS = VOWELS | CONSONANTS
R_OR_CER = frozenset({"r"} | {f"{c}er" for c in CONSONANTS})


def _nasal(morpheme: str, e: str, numbers: str) -> tuple[Allomorph, ...]:
    """The forms of meN- and peN-: the nasal takes the place of p, t, k and s, in clusters too (memroses)."""
    m, m_vowel, n, n_vowel, ng, ng_vowel, ny = numbers.split()
    return (
        Allomorph(m, morpheme, f"{e}m", frozenset("bfvp")),
        Allomorph(m_vowel, morpheme, f"{e}m", VOWELS | {"r"}, ("p", "m", "f")),
        Allomorph(n, morpheme, f"{e}n", frozenset("cdjstzy")),
        Allomorph(n_vowel, morpheme, f"{e}n", VOWELS | {"r"}, ("t", "n")),
        Allomorph(ng, morpheme, f"{e}ng", frozenset("ghkqx")),
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
    Allomorph("41", "ku", "ku", LETTERS),
    Allomorph("42", "kau", "kau", LETTERS),
    Allomorph("tidak", "tidak", "tidak", LETTERS),  # within a confix: ketidakadilan
    *(Allomorph("dwipurwa", "Ce", f"{c}e", frozenset(c)) for c in "bdgjlprtw"),  # dedaunan, reruntuhan
)
"""The prefixes as grammars give them (Alwi et al. 2003, Tata Bahasa Baku, chapter 5), to be ranked."""
