"""Whether four figures are a year: ``sejak 2019`` and ``Pilpres 2024`` are, ``2019 orang`` is not."""

import re

from newskit.article.timex.around import Match, before, word_before, word_set

PREPOSITIONS = word_set(
    """
    pada sejak di dari hingga sampai mulai dalam untuk sepanjang selama antara menjelang per dan dengan
    akhir awal pertengahan sebelum setelah atau ke bulan periode dibanding dibandingkan semenjak jelang
    maupun s/d ketimbang daripada menuju memasuki mengawali mengakhiri
    """
)
BEFORE_A_YEAR = PREPOSITIONS | word_set(
    """
    target musim angkatan edisi era baru yakni yaitu juga hanya tetapi tapi bahwa namun kalau jika saat
    ketika memulai menyambut menutup pasca dekade kini hitungan terhadap seperti hadapi proyeksi tahun
    tanggal kelahiran lulusan
    """
)
BEFORE_A_NUMBER = word_set(
    """
    rp usd us$ nomor no no. sebanyak mencapai total totalnya seharga senilai sebesar berjumlah ada punya
    memiliki kode seri tipe type ayat pasal halaman hal suhu sekitar hampir lebih kurang rt rw plat nopol
    telepon telp hp sejumlah capai level posisi kisaran windows office galaxy redmi iphone core ryzen rtx
    gtx honda yamaha toyota resolusi kapasitas tembus jarak sejauh seluas iso
    """
)
COUNTED = re.compile(
    r"""\s?(?:orang|jiwa|warga|unit|buah|meter|km|kilometer|cm|mm|m2|m²|hektare?|ha|kg|kilogram|gram|ton|liter
    |persen|%|rupiah|dolar|poin|suara|kasus|pasien|korban|siswa|mahasiswa|peserta|karyawan|pekerja|rumah|kk|kepala
    |ekor|lembar|butir|paket|kali|menit|jam|detik|hari(?!\ ini)|x|cc|mah|rpm|hz|mhz|ghz|gb|mb|tb|dpi|watt|kwh
    |mw|volt|mdpl|kaki|mil|inci|inch|personel|anggota|penonton|penumpang|kendaraan|mobil|motor|pohon|bibit|saham|lot|kata
    |huruf|karakter|ribu|juta|miliar|triliun|tenaga|guru|dosen|perusahaan|negara|desa|kelurahan|kecamatan|sekolah
    |masjid|pelanggan|nasabah|atlet|calon|kursi|tempat|kamar|tps|petugas|prajurit|polisi|aparat|santri|umat|jemaah
    |jamaah|wni|tki|pmi|perempuan|pria|laki-laki|anak|bayi|balita|dosis|vaksin|sampel|spesimen|tes|item|produk|gerai
    |toko|cabang|kapal|pesawat|×)\b""",
    re.I | re.X,
)
PRODUCT = re.compile(
    r"\b(?:Windows|Office|iPhone|iOS|Android|Galaxy|Redmi|Battlefield|PES|eFootball|NBA2K)\s[\w ]{0,8}\Z"
)
EVENTS = word_set(
    """
    UUD NRI Tahun Dunia Olimpiade Reformasi Proklamasi Piala Games Cup Kemerdekaan Emas Pemilu Pilpres
    Kerusuhan Krisis Peristiwa Tragedi Konferensi KAA Visi Vision Agenda Target Indonesia RPJP RPJPN RPJMN
    Periode Undang-Undang Dasar Republik Euro Eropa Asia Champions Act
    """
)
VERB = re.compile(r"(?:me|di|ber|ter)[a-z]{3,}\Z")
NAME = re.compile(r"(?:\b[A-Z][\w’'-]*|\b[IVX]{1,4}|\b[A-Z]\w*[-\s][0-9]{1,3}|\d[A-Z]+|[A-Za-z]\))[,\s]\s?\Z")
LIST_AFTER = re.compile(r"(?:,|,?\s(?:dan|atau))\s(?:1[89]|20)[0-9]{2}(?![.,]?[0-9])")
YEAR_LISTED = re.compile(r"\b(?:1[89]|20)[0-9]{2},?(?:\sdan|\satau|\shingga)?\s\Z")
SIGNS = "$€£¥#@+×*/=_–—-"
FIRST_YEAR_OF_A_NOUN = 1900  # krisis 1998; 1500 kalori
PAST, COMING = 12, 6  # years around the text's own in which a name's number is a year


def is_year(match: Match, now: int | None) -> bool:
    """Whether a match of YEAR is one; ``now`` is the year of the text."""
    if decade := match["decade"]:
        return len(decade) == 4 or (len(decade) == 2 and bool(match["tahun"]))
    if match["tahun"]:
        return True
    text, start, end = match.string, match.start(), match.end()
    sign, word = text[max(0, start - 1) : start], word_before(match)
    low = word.lower()
    if (COUNTED.match(text, end) and not match["side"]) or (sign and sign in SIGNS):
        return False
    if match["edge"] or match["side"] or match["to"]:
        return low not in BEFORE_A_NUMBER
    if sign == "(":
        return text.startswith((")", ",", "-", "–", " ", ";"), end)
    if low in BEFORE_A_YEAR:
        return True
    if (not word or word[-1] in '.!?"“”') and text.startswith(",", end):  # 2019, tempat ini kosong
        return True
    return low not in BEFORE_A_NUMBER and (word in EVENTS or _belongs_to_a_name(match, word, now))


def _belongs_to_a_name(match: Match, word: str, now: int | None) -> bool:
    """Whether a bare year follows a year, a noun or a name: ``anggaran 2020``, ``Denmark Open 2023``."""
    left, value = before(match), int(match["year"])
    if YEAR_LISTED.search(left) or LIST_AFTER.match(match.string, match.end()):
        return True
    if word.isalpha() and word.islower():
        return value > FIRST_YEAR_OF_A_NOUN and value % 100 > 0 and not VERB.match(word)
    is_near = not now or now - PAST <= value <= now + COMING
    return is_near and bool(NAME.search(left)) and not PRODUCT.search(left)
