"""The words around an expression of time: what stands just before it, and whether the clause looks ahead."""

import re

Match = re.Match[str]
REACH = 50  # letters before an expression that are looked at
CLAUSE = 120
AHEAD = re.compile(
    r"""\b(?:(?P<ahead>akan(?!\ tetapi)|bakal|rencananya|dijadwalkan|direncanakan|diagendakan|jadwal|mendatang
      |menjelang|jelang|hendak|ingin|mau|besok|lusa|nanti|paling\ lambat|batas\ akhir|selambat-lambatnya
      |tenggat|diperkirakan|diprediksi|diproyeksikan|kemungkinan|siap|hadapi|menghadapi|hingga|sampai|ditunda|diundur)
    |kata(?:nya)?|(?:ujar|ucap|tutur|ungkap|jelas|tegas|papar|imbuh|sebut|pungkas)\w*|mengatakan|menyatakan
    |menyebut\w*|menjelaskan|mengungkapkan|berkata|kepada|dikutip|mengutip|dilansir|melansir|ditemui
    |tadi|kemarin|hari\ ini|telah|sudah|usai|setelah|dalam\ keterangan\w*|siaran\ pers|sejak|ditutup
    |terjadi)\b|[\"”]""",
    re.I | re.X,
)
CLAUSE_END = re.compile(r"[.!?;\n](?![0-9])")
AHEAD_AFTER = re.compile(
    r"""[\s,]*(?:\([^)]{0,20}\)\s*)?(?:(?:pagi|siang|sore|malam)\s)?
    (?:mendatang|nanti|depan|besok|akan|bakal)\b""",
    re.I | re.X,
)


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def before(match: Match) -> str:
    """The text just before a match."""
    start = match.start()
    return match.string[max(0, start - REACH) : start]


def word_before(match: Match) -> str:
    """The word just before a match, with what is glued to it; empty where there is none."""
    words = before(match).split()
    return words[-1] if words else ""


def looks_ahead(match: Match) -> bool:
    """Whether the clause before an expression, or the word after it, speaks of what is to come.

    The last word that tells decides: in ``ia akan datang, kata Budi, Jumat`` it is ``kata``.
    """
    if AHEAD_AFTER.match(match.string, match.end()):
        return True
    start = match.start()
    clause = CLAUSE_END.split(match.string[max(0, start - CLAUSE) : start])[-1]
    told = [cue["ahead"] for cue in AHEAD.finditer(clause)]
    return bool(told and told[-1])
