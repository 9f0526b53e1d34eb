"""What may be a keyword, and which candidates say the same: the rules by themselves, without the trees."""

import pytest

from newskit.analyses.keywords.candidates import places
from newskit.analyses.keywords.extract import forms
from newskit.analyses.keywords.selection import MIN_LOG_ODDS, choose
from newskit.analyses.tagging import TaggedText, read
from newskit.lexicon import usage


def read_text(text: str, title: str = "") -> tuple[TaggedText, dict[str, list[int]]]:
    reading = read(title, [text], forms(usage.words(), frozenset()))
    return reading, places(reading, 3)


@pytest.mark.parametrize(
    ("text", "candidate", "other"),
    [
        ("Gempa terasa di Selandia Baru. Warga Selandia Baru lari.", "selandia baru", "selandia"),
        ("Klub Liga 1 berlaga. Jadwal Liga 1 berubah.", "liga 1", "jadwal"),
        ("Kata Menteri Pertahanan Iran Amir Hatami, embargo usai.", "amir hatami", "pertahanan iran"),
        ("Ketua Umum PKB Baskoro Lesmana hadir.", "baskoro lesmana", "pkb baskoro lesmana"),
        ("Pasangan Anies-Muhaimin unggul, kata saksi.", "muhaimin", "anies-muhaimin"),
        ("Saksi yakin Prabowo-lah yang datang.", "prabowo", "prabowo-lah"),
        ("Konser Ayu Ting Ting ramai. Ayu Ting Ting senang.", "ayu ting ting", "ting ting"),
        ("Vaksin tiba. Warga menolak vaksin, ia menolak vaksin, vaksin habis.", "vaksin", "menolak vaksin"),
        ("Kata Gubernur Jawa Tengah, aman.", "jawa tengah", "gubernur jawa tengah"),
        ("Warga Kenya senang. Rumahnya baru, rumahnya besar, rumahnya di Kenya.", "kenya", "rumahnya"),
        ("Panen beras, ekspor beras. Beras naik. Kemarin beras langka.", "beras", "kemarin"),
        ("Ada plastik. Mayat terbungkus plastik itu, kata warga, terbungkus plastik. Plastik hitam.",
         "plastik", "terbungkus plastik"),
        ("Dinas di Kab. Garut tutup. Kata warga, dinas di Kab. Garut sepi.", "garut", "kab"),
        ("Kata Menteri Kelautan dan Perikanan Susi Pudjiastuti, ikan melimpah.",
         "susi pudjiastuti", "perikanan susi pudjiastuti"),
        ("Pasukan Israel dan Jalur Gaza kembali tegang.", "jalur gaza", "pasukan israel dan"),
        ("Hujan turun. Hujan deras, hujan deras, hujan deras, hujan deras.", "hujan deras", "hujan hujan"),
        ("Kata panitia, Pesta Solo 2023 seru. Lalu Pesta Solo 2023 gratis.",
         "pesta solo 2023", "solo 2023"),
        ("Diskon Ramayana 50% ramai. Warga menyerbu diskon Ramayana 50%.", "ramayana", "ramayana 50"),
        ("Rapat di Kementerian Kesehata. Menteri hadir. Warga Bogor ada.", "bogor", "kementerian kesehata"),
        ("Warga menanti Pilkada2024 itu. Kata warga, Pilkada 2024 damai.", "pilkada 2024", "pilkada2024"),
        ("Suhu 30 Celsius04.00 pagi. Di Bogor 28 Celsius05.00 pagi.", "bogor", "celsius04.00"),
        ("Warga angkat bicara. Lalu warga Solo angkat bicara, kata warga.", "warga", "angkat bicara"),
        ("Proyek-proyek mangkrak. Proyek-proyek itu mahal. Mata-mata ditangkap, mata-mata diadili.",
         "mata-mata", "proyek-proyek"),
        ("Wabah flu meluas, dikutip dari Fajar Pos. Wabah flu itu baru.", "wabah flu", "fajar pos"),
        ("Panitia membagi 5 gram ubi. Resep ubi: 5 gram ubi, ubi rebus, ubi goreng.", "ubi", "gram ubi"),
        ("Kata petugas, Festival itu ramai. Warga Bogor ke Festival.", "bogor", "festival"),
        ("Data Badan Meteorologi, Klimatologi, dan Geofisika (BMKG) terbit.", "bmkg", "badan meteorologi"),
        ("Relawan Ganjar Presiden rapat. Kata relawan, Ganjar menang.", "ganjar", "ganjar presiden"),
        ("Warga jelang laga ramai. Laga itu seru, jelang laga macet.", "laga", "jelang laga"),
        ("Rute Bogor 3 dibuka. Warga Bogor senang.", "bogor", "bogor 3"),
        ("Rapat triwulan III 2023 usai. Kata warga, Bogor maju.", "bogor", "iii 2023"),
        ("Warga tampil gemilang. Lalu warga tampil gemilang lagi.", "warga", "tampil gemilang"),
        ("Gaji ke-13 cair. Pembayaran gaji ke-13 tepat. Veda finis ke-13.", "gaji ke-13", "ke-13"),
        ("Warga desa rapat. Warga warga desa datang, warga warga pulang.", "warga", "warga warga"),
        ("Kata Kombes Pol Sutrisno, sidang usai.", "sutrisno", "pol sutrisno"),
        ("Pengusaha Inggris Malcolm Hidayat datang.", "malcolm hidayat", "inggris malcolm hidayat"),
        ("Pelatih kejar targetpialadi Asia. Target piala itu, kata pelatih, target piala Asia.",
         "target piala", "targetpialadi"),
    ],
)  # fmt: skip
def test_candidates(text: str, candidate: str, other: str) -> None:
    _, found = read_text(text)
    assert candidate in found
    assert other not in found


@pytest.mark.parametrize(
    ("text", "scores", "kept"),
    [
        ("Rapat Komisi Pemilihan Umum (KPU) selesai. Kata KPU, surat suara siap. Ketua KPU pulang.",
         {"kpu": 3, "komisi pemilihan umum": 2}, ["kpu"]),
        ("Data Badan Meteorologi, Klimatologi, dan Geofisika (BMKG) terbit. Kata BMKG, Solo hujan. Ke Solo.",
         {"bmkg": 2, "solo": 1}, ["bmkg", "solo"]),
        ("Warga Kota Bandung lega. Kata warga Kota Bandung, hujan usai. Banjir di Bandung surut. Ke Bandung.",
         {"bandung": 3, "kota bandung": 2}, ["bandung"]),
        ("Kata polisi, Budi dan Sugeng alias Codet lari. Sugeng dan Codet dicari. Budi diam, kata Sugeng.",
         {"budi": 3, "sugeng": 2}, ["budi", "sugeng"]),
        ("Di Kabupaten Bogor, Kota Depok, dan Kota Bekasi (Bodebek) hujan. Warga Bodebek lari.",
         {"bodebek": 3, "kota depok": 2, "kota bekasi": 1}, ["bodebek", "kota depok", "kota bekasi"]),
        ("Polisi menangkap Sugeng Santoso alias Codet. Menurut warga, Codet lari. Rumah Codet kosong.",
         {"codet": 3, "sugeng santoso": 2}, ["codet"]),
        ("Sri Mulyani rapat. Sri Mulyani Indrawati menjawab. Kata Sri Mulyani, harga naik.",
         {"sri mulyani": 3, "sri mulyani indrawati": 2}, ["sri mulyani"]),
        ("Kata Jokowi, jalan tol selesai. Jokowi lalu menyapa warga. Presiden Joko Widodo pulang.",
         {"joko widodo": 3, "jokowi": 2}, ["joko widodo"]),
        ("Piala Carabao Cup dimulai. Liverpool menjuarai Carabao Cu. Kata pelatih, Carabao Cup penting.",
         {"carabao cup": 3, "carabao cu": 2}, ["carabao cup"]),
        ("Kata Ganjar, desa maju. Warga suka Ganjar. Pidato Ganjar Pranowo disimak. Lalu Ganjar pulang.",
         {"ganjar": 3, "ganjar pranowo": 2}, ["ganjar pranowo"]),
        ("Pidato Ganjar Pranowo disimak. Kata Ganjar, desa maju. Warga suka Ganjar. Lalu Ganjar pulang.",
         {"ganjar": 3, "ganjar pranowo": 2}, ["ganjar pranowo"]),
        ("Kata Anies, banjir surut. Warga memuji Anies, lalu Anies pulang. Lalu Anies Baswedan rapat.",
         {"anies baswedan": 3, "anies": 2}, ["anies baswedan"]),
        ("Perang di Sudan Selatan usai. Warga Sudan lega, kata Sudan. Lalu Sudan damai.",
         {"sudan": 3, "sudan selatan": 2}, ["sudan", "sudan selatan"]),
        ("Festival Jenang ramai. Festival Jenang Solo usai, kata Jenang. Lalu Festival Jenang damai.",
         {"festival jenang": 3, "festival jenang solo": 2}, ["festival jenang"]),
        ("Kata Yusron Ihza, sidang usai. Yusron Izha pulang. Sidang Yusron Ihza ramai.",
         {"yusron ihza": 3, "yusron izha": 2}, ["yusron ihza"]),
        ("Kata Polda Jabar, arus lancar. Anggota Polda Jawa Barat datang. Mobil Polda Jabar rusak.",
         {"polda jabar": 3, "polda jawa barat": 2}, ["polda jabar"]),
        ("Kata Nadiem Makarim, sidang usai. Nadiem Anwar Makarim pulang. Rumah Nadiem Makarim ramai.",
         {"nadiem makarim": 3, "nadiem anwar makarim": 2}, ["nadiem makarim"]),
        ("Warga memakai kecerdasan buatan (AI). Alat kecerdasan buatan mahal. Kata warga, AI mahal.",
         {"ai": 3, "kecerdasan buatan": 2}, ["ai"]),
        ("Kata Hary Tanoe, pemilu damai. Hary Tanoesoedibjo rapat. Warga menyapa Hary Tanoe.",
         {"hary tanoe": 3, "hary tanoesoedibjo": 2}, ["hary tanoe"]),
        ("Los Angeles Lakers menang. Kata pelatih, Lakers tangguh. Lalu Lakers pulang, kata Lakers.",
         {"los angeles lakers": 3, "lakers": 2}, ["los angeles lakers"]),
        ("Sidang Mahkamah Konstitusi usai. Hakim MK pulang. Kata MK, putusan final.",
         {"mk": 3, "mahkamah konstitusi": 2}, ["mk"]),
        ("Rapat DPR RI usai. Sidang MPR RI dibuka. Rapat DPR RI lain, sidang MPR RI lain.",
         {"dpr ri": 3, "mpr ri": 2}, ["dpr ri", "mpr ri"]),
        ("Kata warga, Piala Kemuning 2021 seru. Piala Kemuning 2022 batal, kata warga.",
         {"piala kemuning 2021": 3, "piala kemuning 2022": 2}, ["piala kemuning 2021"]),
        ("Kader Partai Nangka rapat. Ketua Nangka hadir. Kata Nangka, pemilu usai. Warga suka Nangka.",
         {"nangka": 3, "partai nangka": 2}, ["nangka"]),
        ("Lalu Joko Widodo rapat. Warga Solo menyapa Joko Widodo, kata Widodo.",
         {"joko widodo": 3, "widodo": 2.9, "solo": 1}, ["joko widodo", "solo"]),
        ("Vaksin merah tiba. Vaksin merah aman, vaksin merah habis, vaksin merah dicari. Vaksin itu mahal.",
         {"vaksin merah": 3, "vaksin": 2}, ["vaksin merah"]),
        ("Harga bawang, harga cabai, harga beras, harga gula naik. Bawang, cabai, beras, gula langka.",
         {"bawang": 3, "cabai": MIN_LOG_ODDS - 1, "beras": MIN_LOG_ODDS - 2, "gula": MIN_LOG_ODDS - 3},
         ["bawang", "cabai", "beras"]),
    ],
)  # fmt: skip
def test_each_thing_is_chosen_once(text: str, scores: dict[str, float], kept: list[str]) -> None:
    reading, found = read_text(text)
    assert scores.keys() <= found.keys(), found.keys()
    chosen = choose([(value, phrase) for phrase, value in scores.items()], reading, found, 10)
    assert [phrase for _, phrase in chosen] == kept


def test_top() -> None:
    reading, found = read_text("Hujan di Solo. Warga Solo senang, hujan turun.")
    assert [p for _, p in choose([(2, "solo"), (1, "hujan")], reading, found, 1)] == ["solo"]
