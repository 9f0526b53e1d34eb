"""Title case, in which Indonesian outlets write headlines: ``Harga Beras Naik hingga Dua Kali``."""

import re

PARTICLES = frozenset(
    """
    a agar akan akibat ala and antara apa at atas atau bagi bila bisa dalam dan dari demi dengan dgn di dr for
    guna hanya hingga in ini itu jadi jika juga kalau karena ke kepada lalu lebih lewat melalui menjadi menuju
    meski mulai of oleh on pada para per pun saat sambil sampai sang sebab sebagai sebelum secara sejak selama
    seperti serta setelah si soal supaya tak tanpa tapi tentang terhadap tetapi the tidak to untuk usai via vs
    x yang
    """.split()  # noqa: SIM905
)
WORD = re.compile(r"[^\W\d_][\w’'-]*")


def is_headline(line: str, share: float = 1 / 6) -> bool:
    """Whether a line is in title case and no sentence; of its words but particles a ``share`` may be small.

    >>> is_headline("Harga Cabai Turun hingga Separuh"), is_headline("Harga cabai turun.")
    (True, False)
    """
    line = line.strip()
    told = [word for word in WORD.findall(line) if word not in PARTICLES]
    return (
        len(told) > 2
        and line[-1] not in '.,:;"”'
        and sum(word[0].islower() for word in told) <= share * len(told)
    )
