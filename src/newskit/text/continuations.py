"""Whether a sentence goes on after the full stop of a short form: ``CEO Apple Inc. Tim Cook``."""

import re

from newskit.lexicon import lists
from newskit.text.abbreviations import CONSONANTS, is_common_word_capitalized, is_opener, may_end, never_ends

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


def opens_after(left: str, word: str) -> bool:
    """Tell whether a word opens a sentence after a short form that could also go on.

    After an initial that follows a name a root is as well a name: ``Tuanku H. Kuat Sinaga``.

    >>> opens_after("PT X Tbk", "Laba"), opens_after("Tuanku H", "Kuat")
    (True, False)
    """
    if not INITIAL.search(left) or word.lower() in lists.weights("text/sentence_openers"):
        return is_common_word_capitalized(word)
    return DERIVED.match(word.lower()) is not None and is_common_word_capitalized(word)
