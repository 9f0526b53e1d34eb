"""The day on which an article was published, as far as its own text tells."""

import re

from newskit.article.days import Day, days, known_day, middle_day, resolve

AHEAD = (
    "(?i:besok|lusa|nanti|mulai|rencananya|kemungkinan|batas akhir|paling lambat)"
    "|mendatang|akan(?! tetapi)|bakal|hingga|sampai|direncanakan|dijadwalkan|diagendakan|jadwal|jelang"
    r"|menjelang|sebelum|ditunda(?=\s*\Z)"
)
REPORTED = (
    r"kata(?:nya)?|ujar\w*|ucap\w*|tutur\w*|ungkap\w*|jelas\w*|tegas\w*|papar\w*|imbuh\w*|sebut\w*|pungkas\w*"
    r"|mengatakan|menyatakan|berkata|kepada|dikutip|mengutip|dilansir|melansir|ditemui|tadi|kemarin|hari ini"
    r"|telah|sudah|(?:dalam|lewat|melalui|oleh) (?:keterangan|siaran|rilis|akun|situs)\w*"
)
CUE = re.compile(rf"[\"”],?|\b(?:(?P<ahead>{AHEAD})|{REPORTED})\b")
AHEAD_AFTER = re.compile(
    r"[)\s]*+(?:(?:malam|pagi|siang|sore|waktu setempat)\s)?(?:ini\s)?"
    r"(?:mendatang|nanti|depan|besok|hingga|sampai|akan)\b",
    re.I,
)
CLAUSE = re.compile(r"[.!?;\n]")


def published(
    text: str, start: int, header: str | None, dateline: str | None = None
) -> tuple[str | None, str | None]:
    """The day of publication that a text supports, as ISO, or None and the reason.

    A header with a day says it itself, or the ``dateline`` names it. Else it is the last of the days after
    ``start`` that agree with the header and that the text does not speak of as ahead; days with their weekday
    or in brackets come first.

    >>> published("Rapat digelar Minggu (23/8). Hasilnya diumumkan Selasa (25/8) mendatang.", 0, "2020-08")
    ('2020-08-23', None)
    >>> published("Rapat digelar Senin (23/8).", 0, "2020-08")
    (None, 'Senin (23/8) is not a day of 2020-08')
    """
    if whole := known_day(header):
        return whole.isoformat(), None
    anchor = middle_day(header)
    known = [int(part) for part in re.findall(r"\d+", header or "")][:2] if anchor else []
    for mention in days(f"tanggal {dateline}") if dateline else ():
        named = resolve(mention, anchor)
        if named and [named.year, named.month][: len(known)] == known:
            return named.isoformat(), None
    told: tuple[list[str], list[str]] = [], []
    odd = ahead = None
    for mention in days(text, start):
        found = resolve(mention, anchor)
        if not found:
            odd = odd or mention
        elif [found.year, found.month][: len(known)] == known:
            if is_ahead(text, mention):
                ahead = ahead or mention
            else:
                told[mention.weekday is None and not mention.bracketed].append(found.isoformat())
    day = max(told[0] or told[1], default=None)
    return day, None if day else reason(text, ahead, odd, header if anchor else None)


def reason(text: str, ahead: Day | None, odd: Day | None, header: str | None) -> str:
    """Why a text supports no day of publication."""
    if ahead:
        day = text[ahead.start : ahead.end]
        return f"{day} need not be the day: it lies ahead, is one of several or stands without its weekday"
    if odd and (header or odd.year):
        return f"{text[odd.start : odd.end]} is not a day of {header or 'the calendar'}"
    return f"no day in the text agrees with {header}" if header else "no day in the text has a year"


def is_ahead(text: str, mention: Day) -> bool:
    """Whether a text speaks of a day as ahead: the last word before it that tells decides."""
    if mention.in_range or AHEAD_AFTER.match(text, mention.end):
        return True
    if (
        mention.weekday is None
        and not mention.bracketed
        and (not mention.year or text.startswith(" lalu", mention.end))
    ):
        return True
    clause = CLAUSE.split(text[max(0, mention.start - 100) : mention.start])[-1]
    cues = [cue["ahead"] for cue in CUE.finditer(clause)]
    return bool(cues and cues[-1])
