"""The grammar of times: a pattern for each kind of expression, tried where its first word is found.

What counts, and how far an expression reaches, follows TimeML's TIMEX3 with the choices of IndoTimex (Mirza
2015): ``tahun``, ``pukul``, ``WIB`` and what modifies (``awal``, ``sekitar``, ``lalu``) belong to it,
prepositions do not, and the two ends of a range are two. Where a group is named alike in several patterns it
means the same: ``year`` and ``month`` as written, ``part`` a part of the day, ``side`` the word that points
(``lalu``, ``ini``, ``depan``), ``of`` that word after ``tahun``.
"""

import re

from newskit.article.days import MONTHS, WEEKDAY
from newskit.article.timex import feasts, islamic
from newskit.article.timex.durations import NUMBER, SOME, UNIT

YEAR4 = r"(?:1[5-9]|20)[0-9]{2}(?![0-9])"
D = r"[0-9]{1,2}"
PART = r"(?:dini\s?hari|subuh|pagi|siang|sore|petang|malam)(?:\shari)?"
PASARAN = r"(?:legi|pa?hing|pon|wage|kliwon)"
ORDINAL = r"(?:pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|terakhir)"
NTH = r"(?:I{1,3}|IV|[1-4]|pertama|kedua|ketiga|keempat|satu|dua|tiga|empat|terakhir)(?!\w)"
EDGE = r"(?:(?:awal|akhir|pertengahan|peng?hujung|paruh\s(?:pertama|kedua))\s)"
ABOUT = r"(?:(?:sekitar|sekira|hampir|kira-kira|kurang\slebih|lebih\sdari|kurang\sdari)\s)"
MODIFIER = r"(?:lalu|silam|kemarin|tadi|besok|nanti|mendatang|depan)"
ZONE = r"(?:wib|wita|wit|gmt|utc)\b"
AT = r"(?:pukul|pkl\.?|pk\.?|jam)\s?"
FIGURES = rf"(?:[01]?[0-9]|2[0-4])[.:][0-5][0-9](?:[.:][0-5][0-9])?(?:(?={ZONE})|(?!\w|[.,:]?[0-9]))"
UNTIL = r"\s?[-–—]\s?|\s(?:hingga|sampai(?:\sdengan)?|s/d|dan)\s"
DAY_LIST = rf"{D}(?:(?:{UNTIL}|\s?,\s(?:dan\s)?|\s(?:serta|atau)\s){D}){{0,6}}"
TO = re.compile(r"\s?[-–—/]\s?|\s(?:hingga|sampai(?:\sdengan)?|s/d|dan|atau)\s", re.I)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.X | re.I)


# What may follow a day: pukul 10.00 WIB, 16:57 WIB; siang, lalu; ini unless the day has its year.
CLOCK_AFTER = rf"""(?:[\s,|]{{1,3}}(?:(?:sekitar|sekira)\s)?
    (?:{AT}(?P<clock>{FIGURES}|{D}(?![.:\w]))|(?P<zoned>{FIGURES})(?=\s?{ZONE}|(?<=:[0-9][0-9])))
    (?:\s?{ZONE})?(?:\s(?P<clockpart>{PART})\b)?)?"""
DAY_AFTER = rf"""(?:\s(?P<after>{PART})\b(?:\s{ZONE})?)?
    (?:\s(?P<side>(?(year)(?!)|ini)|{MODIFIER})\b(?!-))?{CLOCK_AFTER}"""

CALENDAR = _pattern(
    rf"""{ABOUT}?
    (?:(?:hari\s)?(?P<weekday>{WEEKDAY})\b(?:\s(?P<part>{PART})\b)?(?:\s{PASARAN}\b)?
      (?:\s(?:lalu|kemarin|ini|besok|tadi|nanti)\b)?(?:\s(?:wib|waktu\ssetempat))?\s?,?\s*(?P<open>\(\s*)?)?
    (?P<date>(?:tanggal|tgl\.?)\s)?
    (?:(?P<iso>{YEAR4}[-/](?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12][0-9]|3[01])(?![0-9])
        (?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?)
      |(?P<days>{DAY_LIST})
        (?:[\s.-]{{1,2}}(?P<month>{MONTHS})
          (?:\.?[\s,.-]{{0,2}}(?:tahun\s)?(?P<year>{YEAR4})|-(?P<yy>[0-9]{{2}})(?![0-9]))?
        |\s?(?P<sign>[/.-])\s?(?P<number>0?[1-9]|1[0-2])
          (?:\s?(?P=sign)\s?(?P<short>{YEAR4}|[0-9]{{2}}))?(?![\w/.,]?[0-9]|-[0-9]{{1,2}}(?![0-9/])))
      |(?<=tanggal\s)(?P<alone>{DAY_LIST})(?![\w./,]?[0-9]|\s?(?:persen|%))
    )(?(open)\s*\)?|(?!\w)){DAY_AFTER}"""
)
WEEKDAY_ALONE = _pattern(
    rf"""(?P<hari>hari\s)?(?P<weekday>{WEEKDAY})\b(?:\s{PASARAN}\b)?(?:\s(?P<part>{PART})\b(?:\s{ZONE})?)?
    (?:\s(?P<week>(?:pekan|minggu)\s)?(?P<side>{MODIFIER}|ini|berikutnya)\b)?{CLOCK_AFTER}(?!\w)"""
)
MONTH = _pattern(
    rf"""(?P<edge>{EDGE})?(?:(?P<nth>(?:pekan|minggu)\s{ORDINAL})\s)?(?P<bulan>bulan\s)?(?P<month>{MONTHS})
    (?:[\s.-]{{1,2}}(?:tahun\s)?(?P<year>{YEAR4})
      |\stahun\s(?P<of>lalu|silam|ini|depan|sebelumnya)|\s(?P<side>{MODIFIER}|ini)\b)?(?!\w)"""
)
QUARTER = _pattern(
    rf"""{EDGE}?(?:(?P<name>kuartal|kwartal|triwulan|semester|caturwulan|paruh)[\s-](?:ke-?)?(?P<nth>{NTH})
      |(?P<q>Q[1-4](?!\w)))
    (?:\s?[\s/-]\s?(?:tahun\s)?(?P<year>{YEAR4})|\stahun\s(?P<of>ini|lalu|depan|sebelumnya))?
    (?:\s(?P<side>lalu|silam|kemarin|ini|mendatang|nanti)\b)?(?!\w)"""
)
YEAR = _pattern(
    rf"""{ABOUT}?(?P<edge>{EDGE})?(?P<tahun>(?:tahun|dekade|era)\s)?
    (?:['’‘]?(?P<decade>[0-9]{{0,2}}[0-9]0)[-’']?an
      |(?<=tahun\s)['’‘]?(?P<two>[4-9][0-9])(?![\w,.]?[0-9]|\s?(?:persen|%|orang|juta|ribu|hari))
      |(?P<year>{YEAR4})(?![.,:]?[0-9]|[/–-]?(?!(?<=[-–]){MONTHS})[^\W\d_]|%))
    (?P<to>\s?[-–/]\s?(?P<end>{YEAR4}|[0-9]{{2}}(?![0-9]|[./-][0-9])))?
    (?:\s(?P<side>{MODIFIER}|ini)\b)?(?!\w)"""
)
UNIT_NAMED = _pattern(
    rf"""(?:(?:(?:pekan|minggu)\s(?:{ORDINAL})\s)?(?P<edge>{EDGE})?
      (?P<doubled>(?:hari|pekan|minggu|bulan|tahun)-)?
      (?P<unit>hari|pekan|minggu|bulan|tahun|kuartal|semester|dekade)
      \s(?:yang\s)?(?P<side>{MODIFIER}|ini|itu|tersebut|sama|sebelumnya|berikutnya|selanjutnya|berjalan
        |belakangan|ke\sdepan|{ORDINAL})(?:\s(?P<last>ini|itu|kemarin|nanti|depan))?
    |(?P<only>{EDGE})(?P<period>pekan|minggu|bulan|tahun)(?:\sini|\situ)?)(?![\w-])"""
)
CENTURY = _pattern(r"abad\s(?:ke-?\s?)?(?P<century>[0-9]{1,2}|[IVX]+)\b(?:\s(?:masehi|sm)\b)?")
SEASON = _pattern(
    rf"""musim\s(?P<season>penghujan|hujan|dingin|kemarau|panas|semi|gugur)
    (?:\s(?:tahun\s)?(?:(?P<year>{YEAR4})|(?P<side>ini|lalu|depan)))?(?!\w)"""
)

# Ramadan, 1 Syawal 1444 H; Lebaran 2024, hari raya Idul Adha, Natal lalu
HIJRI = r"(?P<hijri>1[34][0-9]{2})(?![0-9])"
AFTER_HIJRI = r"(?:\s?(?:hijriy?ah|h)\b)?"
ISLAMIC = _pattern(
    rf"""(?:tanggal\s)?(?P<edge>{EDGE})?(?P<bulan>bulan\s(?:suci\s)?)?(?:(?P<day>{D})\s)?
    (?:(?P<month>{islamic.MONTH})|(?P<puasa>(?<=bulan\s)puasa))
    (?:\s(?:tahun\s)?(?:{HIJRI}|(?P<year>{YEAR4})|(?:ini|lalu|depan)\b){AFTER_HIJRI})?(?!\w)"""
)
FEAST = _pattern(
    rf"""(?:(?=hari\s(?:natal|paskah|raya|nyepi|waisak|lebaran|id[ui]l))hari\s(?:raya\s)?)?
    (?P<feast>{feasts.FEAST})
    (?:\s(?P<side>(?:tahun\s)?(?:ini|lalu|depan|kemarin|mendatang|nanti))\b
      |\s(?:tahun\s)?(?:(?P<year>{YEAR4})|{HIJRI}{AFTER_HIJRI}))?(?!\w)"""
)

# tiga hari, 1-2 jam, 2x24 jam, satu setengah tahun, 5 jam 30 menit, 6 (enam) bulan, sebulan, setengah jam
ONE = r"se(?:tengah\s)?(?P<one>detik|menit|jam|hari|malam|minggu|pekan|bulan|tahun|dekade|abad)(?:an)?"
WAY = r"""(?:yang\s)?(?:lalu|silam)|lagi|mendatang|ke\s?depan|terakhir|belakangan(?:\sini)?|sebelumnya
    |kemudian|setelahnya|berikutnya|sesudahnya|ini|penuh|berselang"""
COUNT = _pattern(
    rf"""{ABOUT}?(?:(?:(?P<times>[0-9])\s?x\s?)?
        (?:(?P<count>{NUMBER})(?P<an>-an)?(?:\s\([a-z0-9 ]{{1,20}}\))?
          (?P<to>(?:\s?[-–]\s?|\s(?:hingga|sampai|atau)\s)(?:{NUMBER}))?|(?P<some>{SOME}))
        \s(?P<half>setengah\s)?(?P<unit>{UNIT})(?!\s{YEAR4})
        (?:\s(?:dan\s|lebih\s)?(?P<more>{NUMBER}|setengah)\s(?P<finer>(?!(?P=unit)\b){UNIT}))?
      |{ONE}|(?P<setengah>setengah\s(?P<of>jam|hari|bulan|tahun|abad)))(?![\w-])(?:\s(?P<way>{WAY})\b(?!-))?"""
)
LONG = _pattern(
    r"""(?:ber(?P<unit>detik|menit|jam|hari|minggu|pekan|bulan|tahun|abad)-(?P=unit)
      |sejenak|sebentar(?!\slagi)|sementara\swaktu)(?!\w)"""
)
SET = _pattern(
    rf"""(?:(?P<each>setiap|tiap-tiap|tiap|saban|per)\s(?:
        (?:tanggal\s)?(?:(?P<date>{D})\s|bulan\s)?(?P<month>{MONTHS})(?!\s[0-9])
        |tanggal\s(?P<day>{D})|(?:hari\s)?(?P<weekday>{WEEKDAY})(?:\s(?P<part>{PART}))?
        |(?P<weekend>akhir\spekan)|(?:(?P<count>{NUMBER})\s)?(?P<unit>{UNIT})(?:nya)?|(?P<hours>{PART}))
      |(?:(?!satu)(?P<many>{NUMBER})\s)?(?P<adjective>harian|mingguan|bulanan|tahunan)
      |(?:(?P<often>{NUMBER})\s|se)(?P<every>{UNIT})\ssekali|sehari-hari)(?![\w-])"""
)

HOUR_WORD = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua\\sbelas"
CLOCK = _pattern(
    rf"""{ABOUT}?(?:(?:tadi|nanti)\s)?
    (?:{AT}(?:(?P<figures>{FIGURES})|(?P<hour>[01]?[0-9]|2[0-4])(?![\w.,:/-]?[0-9])
        |(?P<half>setengah\s)?(?P<words>{HOUR_WORD})\b)
      |(?P<zoned>{FIGURES})(?=\s?(?:[-–]|hingga|sampai)?\s?(?:{FIGURES}\s?)?{ZONE}))
    (?:\s?{ZONE})?(?:\s(?P<part>{PART})\b)?(?:\s(?P<side>tadi|nanti|ini|kemarin|besok)\b)?(?!\w)"""
)
CLOCK_TO = _pattern(rf"(?P<to>{UNTIL})(?:{AT})?(?P<figures>{FIGURES})(?:\s?{ZONE})?(?:\s(?P<part>{PART})\b)?")
PART_OF_DAY = _pattern(
    rf"""(?:(?P<night>semalam|tadi\smalam)|(?P<day>tadi|nanti|kemarin|besok|esok|keesokan)\s(?P<part>{PART})(?:nya)?
      |(?P<named>{PART})\s(?P<side>ini|itu|tadi|nanti|kemarin|besok)\b
        (?:\spukul\s(?P<clock>{FIGURES})(?:\s?{ZONE})?)?
      |malam\s(?P<eve>{WEEKDAY})\b
      |(?P<esok>ke(?:esok|besok)an|esok)\sharinya|(?P<harinya>pagi|siang|sore|malam)\sharinya
      |(?P<hours>(?:pagi|siang|sore|petang|malam)\shari|dini\s?hari)
      |(?P<midnight>tengah\smalam))(?![\w-])"""
)
REFERENCE = _pattern(
    r"""(?:(?P<present>saat\sini|kini|sekarang(?:\sini)?|dewasa\sini)
      |(?P<past>dulu(?:nya)?|dahulu|belum\slama\sini|baru-baru\sini|belakangan\sini|akhir-akhir\sini
        |(?:saat|waktu|ketika|kala)\situ|beberapa\s(?:waktu|saat)\s(?:yang\s)?(?:lalu|silam)|tadi)
      |(?P<future>nanti(?:nya)?|kelak|mendatang|ke\s?depan(?:nya)?|waktu\sdekat(?:\sini)?
        |beberapa\s(?:waktu|saat)\s(?:ke\sdepan|lagi|mendatang))
      |(?P<day>hari\sini|kemarin\slusa|kemarin|besok|esok(?:\shari)?|lusa)
        (?:\s(?P<part>siang|sore|pagi|malam))?)(?![\w-])"""
)
