"""Full stops that end a sentence, and those that belong to a name, a short form or a number.

The one home of the rule that sentences and tokens share: ``negara.Memuji`` is two sentences glued together,
``KOMPAS.com``, ``S.Sos`` and ``A.H.Nasution`` are one word each. Two lists stand behind it: the full stop of
``abbreviations.txt`` (``Prof.``, ``Jl.``, ``No.``) never ends a sentence; that of ``abbreviations_final.txt``
(``Tbk.``, ``S.H.``), of an initial and of a short form without a vowel ends one only before a word that news
writes small elsewhere: ``PT X Tbk. Menurut dia``, but ``PT X Tbk. Prijono Sugiarto``.
"""

import re
from functools import lru_cache

from newskit.lexicon import lists, usage
from newskit.lexicon.usage import HARDLY_EVER

GLUED_ITEM = r"\d{1,2}[.)][ ]?[A-Z]"  # dengan PIN.2. Unggah
CAPITALISED_SITES = frozenset(("Com", "Co", "Id", "Net", "Org", "Tv"))
NUMBERED = re.compile(  # hal. 12, pk. 14.30, 12 Jun. 2021, et al. 2018
    r"ayat|bab|hal|km|pasal|pkl?|al|jan|feb|mar|apr|ju[nl]|ag[tus]|agus?|sept?|okt|nov|des", re.IGNORECASE
)
WEEKDAYS = frozenset(("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min", "Mgg"))  # Sen. 5/3, Kam. (5/3)
CITED = frozenset(("dkk", "al"))  # dkk. (2004)
NAMED = frozenset(("KLM", "KM", "KMN", "KMP", "KRI", "LCT", "MT", "MV", "TB", "UD"))  # KM. Bahari, UD. Tani
DEGREES = (  # without full stops, before another: Budiman SH. MH
    r"BA|BSc|LLM|M(?:A|Ag|AP|BA|H|Hum|IP|IKom|Kes|Kn|Kom|M|PA|Pd|PH|Sc|Si|T)|PhD"
    r"|S(?:Ag|AP|E|H|IK|IP|KM|Kom|Pd|Psi|S|Si|Sos|T)"
)
PLAIN_DEGREE = re.compile(DEGREES)
DEGREE = re.compile(rf"(?:{DEGREES}|[SM]\.[A-Z][A-Za-z]{{0,5}}|Ph\.D)\b")
FIRMS = frozenset(("bhd", "co", "corp", "gmbh", "inc", "llc", "ltd", "plc", "tbk"))
OFFICE = re.compile(
    r"(?:\b(?:CEO|C[FOT]O|[GV][MP])|(?i:\b(?:bos|chairman|chief|direktur|dirut|founder|head|kepala|ketua"
    r"|komisaris|komut|manager|manajer|officer|pendiri|presdir|presiden|president|sekretaris)))\b[^.;!?]{0,60}\Z"
)
SMALL = re.compile(r"\b[a-z]{2}")
STREET = re.compile(r"\b(?:Jalan|Jln?\.?|Gang|Gg\.?|Jembatan|Stasiun|Bundaran|Bandara) \w+\Z")
CORPS = re.compile(  # Letkol Inf. Budi, Kolonel Laut (P). Hadi
    r"\b(?:Prada|Pratu|Praka|Kop(?:da|ka|tu)|Ser(?:da|ka|ma|tu)|Pel(?:da|tu)|Let(?:da|tu|kol)|Kapten|Mayor"
    r"|Kolonel|(?:Brig|May|Let)jen|Jenderal|Laks(?:ma|da|dya)|Mars(?:ma|da|dya))(?: TNI)?(?: Laut)? \(?"
    r"(?:Adm|Arh|Arm|Caj|Cba|Ch[bk]|Ckm|Cp[lmn]|Czi|Inf|Kal|Kav|Kes|Lek|Mar|Nav|Pas|Pnb|Pom|Psk|Purn|Sus|Tek"
    r"|[A-Z]{1,2})"
    r"\)?\Z"
)
CLASS = re.compile(  # but H. is Haji: Datuk Seri H. Raja Muda
    r"(?:babak|blok|fase|generasi|golongan|grade|group|grup|hepatitis|kategori|kelas|kelompok|komisi|opsi|paket"
    r"|plan|pool|rencana|seri|serie|sesi|tahap|tipe|type|vitamin) [A-GI-Z]\Z",
    re.IGNORECASE,
)
INITIAL = re.compile(  # Datuk H, Ketua RT, M
    r"(?:(?<![\w'’.-])(?=[\w'’.-]*?[A-Z])[\w'’.-]++,? |, |\A)[A-Z]\Z"
)
MEASURE = re.compile(r"\d \w+\Z")  # 12 Mbps
DERIVED = re.compile(r"(?:[bt]er|di|ke|[mp]e[lmnrwy]|se)\w{4}|\w{4,}(?:nya|kan|an)\Z")
CONSONANTS = re.compile(r"[b-df-hj-np-tv-z]{2,4}", re.IGNORECASE)
LONGEST_SHORT = 5  # letters in a short form without full stops
MOSTLY_FIRST = 80  # per cent of a word's capitals that begin a sentence
COMMON = 5  # articles of news that have a word


def is_common_word_capitalized(word: str) -> bool:
    """Tell whether a word that begins sentences, or that news writes small, stands here with a capital.

    >>> [is_common_word_capitalized(word) for word in ("Dia", "Adapun", "Prijono", "dia")]
    [True, True, False, False]
    """
    return word[:1].isupper() and (word.lower() in lists.weights("text/sentence_openers") or is_common(word))


def is_common(word: str) -> bool:
    """Tell whether a word stands here with a capital that news writes small."""
    use = usage.words().get(word.lower())
    return (
        word[:1].isupper()
        and use is not None
        and use.capitalization_rate < HARDLY_EVER
        and use.document_frequency > COMMON
    )


@lru_cache(1 << 14)
def is_opener(word: str) -> bool:
    """Tell whether a word with a capital nearly always begins a sentence: ``Selain``, not ``Wali``."""
    return word[:1].isupper() and lists.weights("text/sentence_openers").get(word.lower(), 0) >= MOSTLY_FIRST


def opens_after(left: str, word: str) -> bool:
    """Tell whether a word opens a sentence after a short form that could also go on.

    After an initial that follows a name a root is as well a name: ``Tuanku H. Kuat Sinaga``.

    >>> opens_after("PT X Tbk", "Laba"), opens_after("Tuanku H", "Kuat")
    (True, False)
    """
    if not INITIAL.search(left) or word.lower() in lists.weights("text/sentence_openers"):
        return is_common_word_capitalized(word)
    return DERIVED.match(word.lower()) is not None and is_common_word_capitalized(word)


@lru_cache(1 << 14)
def never_ends(word: str) -> bool:
    """Tell whether a name or a number follows this short form, so that its full stop ends nothing.

    >>> never_ends("Prof"), never_ends("Tbk"), never_ends("s.d")
    (True, False, True)
    """
    small, known = word.lower(), lists.word_list("text/abbreviations")
    return small in known or small.rpartition(".")[2] in known


def takes_number(word: str) -> bool:
    """Tell whether a number belongs to this word, with or without a full stop: ``hal. 12``, ``No.5``."""
    return NUMBERED.fullmatch(word) is not None or word in WEEKDAYS or never_ends(word) or may_end(word)


def cites(word: str) -> bool:
    """Tell whether a number in brackets belongs to this word: ``dkk. (2004)``, ``Kam. (5/3)``."""
    return word in CITED or word in WEEKDAYS


def goes_on(left: str, short: str, right: str, word: str) -> bool:
    """Tell whether a text goes on after the full stop of a short form, the last word of what is left of it.

    >>> goes_on("milik Apple Inc", "Inc", "Sanusi", "Sanusi"), goes_on("CEO Apple Inc", "Inc", "Tim", "Tim")
    (False, True)
    """
    if never_ends(short):
        return True
    if short.lower() in FIRMS:
        return len(word) == 1 or word.lower() in FIRMS or (not is_opener(word) and _has_apposition(left))
    if (PLAIN_DEGREE.fullmatch(short) or may_end(short)) and DEGREE.match(right):
        return True
    if short.isupper() and len(short) < 4 and STREET.search(left):
        return not is_common_word_capitalized(word)
    if not short.islower() and CORPS.search(left):
        return not is_common_word_capitalized(word)
    if not (may_end(short) or short in NAMED) or opens_after(left, word) or CLASS.search(left):
        return False
    return not (CONSONANTS.fullmatch(short) and MEASURE.search(left))


def _has_apposition(left: str) -> bool:
    """Tell whether a person follows a firm: ``CEO Apple Inc. Tim Cook``, or a firm alone begins the text."""
    return OFFICE.search(left) is not None or not SMALL.search(left)


@lru_cache(1 << 14)
def may_end(word: str) -> bool:
    """Tell whether a word is an initial, a degree or another short form that can close a sentence too.

    >>> [may_end(word) for word in ("M", "S.H", "A.S.A", "Tbk", "Sp.OG", "Sltn", "KPK", "tempo.co", "negara")]
    [True, True, True, True, True, True, False, False, False]
    """
    first, _, last = word.rpartition(".")
    if len(last) == 1:
        return last.isalpha()
    if first and is_site(first, last):
        return False
    if last.lower() in lists.word_list("text/abbreviations_final"):
        return True
    if first:  # M.Hum, Sp.OG
        return last.isalpha() and len(last) < 7 and may_end(first.rpartition(".")[2])
    return last.istitle() and CONSONANTS.fullmatch(last) is not None


def is_missing_space_boundary(left: str, right: str) -> bool:
    """Tell whether the full stop between two words, with no blank on either side, ends a sentence.

    >>> together = ("negara.Memuji", "KOMPAS.com", "S.Sos", "2017.Dia")
    >>> [is_missing_space_boundary(*two.split(".")) for two in together]
    [True, False, False, True]
    """
    if right[:1].isdigit():
        return len(left) > 3 and left.isalpha() and left.islower() and not takes_number(left)
    if not right[:1].isupper() or is_site(left, right):
        return False
    if len(right) == 1:
        return len(left) > 2 and left.isalpha() and left.islower()
    if never_ends(left):
        return False
    return not may_end(left) or is_opener(right) or is_common(right)


def is_site(left: str, right: str) -> bool:
    """Tell whether two words make a name of a site or a file: ``TEMPO.CO``, ``Merdeka.com``, ``foto.jpg``."""
    if right.lower() not in lists.word_list("lexicon/domain_and_file_endings"):
        return False
    if right.islower() or right in CAPITALISED_SITES or (left.isupper() and right.isupper()):
        return True
    return left[:1].isupper() and right.capitalize() in CAPITALISED_SITES  # Kompas.TV
