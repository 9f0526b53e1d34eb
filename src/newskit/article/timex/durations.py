"""Numbers in words and spans of time: ``dua puluh lima tahun`` is ``P25Y``.

Values are ISO 8601 durations as TIMEX3 writes them: ``PXD`` for an unknown number of days
(``beberapa hari``), ``P3DE`` for decades, ``P2CE`` for centuries.
"""

import re

DIGITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
ADDED = {"belas": 10, "setengah": 0.5}
POWERS = {"puluh": 10, "ratus": 100, "ribu": 1000, "juta": 1_000_000}
UNITS = {
    "detik": "TS", "menit": "TM", "jam": "TH", "hari": "D", "malam": "D", "pekan": "W", "minggu": "W",
    "bulan": "M", "tahun": "Y", "dekade": "DE", "dasawarsa": "DE", "abad": "CE",
}  # fmt: skip
FINER = {"TM": (60, "S"), "TH": (60, "M"), "Y": (12, "M"), "M": (30, "D")}

UNIT = rf"(?:{'|'.join(UNITS)})"
DIGIT_WORD = rf"(?:{'|'.join(DIGITS)})"
POWER_WORD = rf"(?:belas|{'|'.join(POWERS)})"
FIRST_WORD = rf"(?:{DIGIT_WORD}|se(?:belas|puluh|ratus|ribu))\b"
NEXT_WORD = rf"(?:{DIGIT_WORD}|se(?:belas|puluh|ratus)|{POWER_WORD})\b"
FIGURES = r"[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]{1,3})?(?:\s(?:ribu|juta))?"
NUMBER = rf"(?:{FIGURES}|{FIRST_WORD}(?:\s{NEXT_WORD}){{0,5}})"
SOME = (
    r"(?:beberapa|sejumlah|sekian|puluhan|belasan|ratusan|ribuan|jutaan|berpuluh-puluh|beratus-ratus)"
    r"(?:\s(?:ribu|juta|miliar))?"
)


def number(text: str) -> float | None:
    """The number that figures or words say; None where they say none.

    >>> [number(text) for text in ("12", "2,5", "1.000", "dua puluh lima", "seratus dua", "satu setengah")]
    [12, 2.5, 1000, 25, 102, 1.5]
    """
    text = text.lower().strip()
    if found := re.fullmatch(r"([0-9.]+)(?:,([0-9]+))?(?:\s(ribu|juta))?", text):
        value = float(f"{found[1].replace('.', '')}.{found[2] or 0}") * POWERS.get(found[3], 1)
        return int(value) if value.is_integer() else value
    total = below = digit = 0.0  # thousands, hundreds and tens, what the next power raises
    for word in re.sub(r"\bse(?=belas|puluh|ratus|ribu|juta)", "satu ", text).split():
        if word in DIGITS:
            digit += DIGITS[word]
        elif word in ADDED:
            digit += ADDED[word]
        elif POWERS.get(word, 0) >= 1000:
            total, below, digit = total + (below + digit or 1) * POWERS[word], 0, 0
        elif word in POWERS:
            below, digit = below + (digit or 1) * POWERS[word], 0
        else:
            return None
    total += below + digit
    return int(total) if total == int(total) else total


def period(amount: float | None, unit: str) -> str:
    """The value of so many units; None stands for an unknown number of them.

    >>> period(3, "hari"), period(1.5, "jam"), period(2.5, "tahun"), period(None, "jam"), period(0.5, "tahun")
    ('P3D', 'PT1H30M', 'P2Y6M', 'PTXH', 'P6M')
    """
    code = UNITS[unit]
    time, letter = ("PT", code[1:]) if code[0] == "T" else ("P", code)
    if amount is None:
        return f"{time}X{letter}"
    whole = int(amount)
    if whole == amount or code not in FINER:
        return f"{time}{amount:g}{letter}" if amount < 1e6 else f"{time}{int(amount)}{letter}"
    count, finer = FINER[code]
    rest = round((amount - whole) * count)
    return f"{time}{f'{whole}{letter}' if whole else ''}{rest}{finer}"
