"""Measure datelines that nobody tuned for: ``python datelines.py [SEED]``.

Ledes of real articles (``$NEWSKIT_EVAL``, default ../shared/eval) get datelines in many styles, of invented
outlets and of places inside and outside the gazetteer; the ledes alone must stay whole. Per style: the share,
in per cent, of articles with place, outlet and lede all right, for known places, unknown ones and several.
"""

import gzip
import json
import os
import random
import sys
from pathlib import Path

from newskit.article.parse import parse
from newskit.document import Document

EVAL = Path(os.environ.get("NEWSKIT_EVAL", Path(__file__).parents[1] / "../shared/eval")) / "data"
SAMPLE = 200

SITES = (
    "Kabarmalam.com", "WARTAPAGI.CO.ID", "nusaraya.id", "Lintas24.com", "BeritaKita.net", "SuaraRakyat.co",
    "TRIBUN-RAYA.COM", "detakkota.com", "JELAJAH.ID", "radarpantai.kabarpos.com",
)  # fmt: skip
OUTLETS = (
    "Harian Fajar Baru", "Radar Pesisir", "Kabar Nusa", "SINARnews", "WartaKini", "Pos Timur", "Nusa TV",
    "KBRN", "Kabar Indonesia", "TimurTimes", "Media Rakyat", "Bhinneka", "Sinar Online", "PRKM",
    "Tribun Selatan",
)  # fmt: skip
PLACES = {
    "known": ("Jakarta", "Banda Aceh", "Kab. Bandung", "Kota Bekasi", "Ende", "New York", "Rio de Janeiro"),
    "unknown": ("Lingkok", "Wanaherang", "Krasnodar", "Sukorejo", "Atapupu", "Tanjung Enim", "Malmo"),
    "several": ("Bandung, Jawa Barat", "New York/London", "Paris, Prancis", "Bogor, Indonesia"),
}
STYLES = (
    "{p}, {s} - ", "{P}, {s} - ", "{P}, {s}- ", "{P}, {s} — ", "{s}, {P} - ", "{s}, {P} -- ", "{s},{P}--",
    "{s}, {p} – ", "{s}, {p}: ", "{s} | {P} - ", "{s} - {P}. ", "{s} - {p} - ", "{s}, {p} ",
    "{p} ({o}) - ", "{P} ({o}) – ", "{P}, ({o}).- ", "{p}, 12/8 ({o}) - ", "{p}, 5 Mei 2017 ({o}) - ",
    "{p}, {o} - ", "{P}, {o} – ", "{o}, {p} - ", "{p}, {o}\n\n", "{p} - ", "{P} - ", "{P} – ",
    "{p}, 5 Mei 2017 - ", "{s} - ", "{s} – ", "{s}-- ", "{o} - ", "",
)  # fmt: skip


def ledes() -> list[str]:
    """First paragraphs that begin with no dateline, as long as a lede."""
    with gzip.open(EVAL / "articles_dev.jsonl.gz", "rt", encoding="utf-8") as rows:
        found = [json.loads(row)["gold"]["lede"] for row in rows]
    with gzip.open(EVAL / "keywords_dev.jsonl.gz", "rt", encoding="utf-8") as rows:
        found += [json.loads(row)["text"].split("\n")[0] for row in rows]
    return [lede.strip() for lede in found if len(lede) > 60 and not lede.rstrip().endswith(")")]


def is_right(style: str, place: str, lede: str) -> bool:
    """Whether an article with a dateline in a style is read as it was written."""
    site, outlet = random.choice(SITES), random.choice(OUTLETS)
    line = style.format(p=place, P=place.upper(), s=site, o=outlet)
    article = parse(Document(f"date 2017-05 Judul\n\n{line}{lede}", has_header=True))
    gold_place = place if "{p}" in style else place.upper() if "{P}" in style else None
    gold_outlet = site if "{s}" in style else outlet if "{o}" in style else None
    found = [span and span.text for span in (article.place, article.outlet, article.lede)]
    return found == [gold_place, gold_outlet, lede]


if __name__ == "__main__":
    random.seed(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    texts = ledes()
    print(f"{'style':28}", *(f"{kind:>8}" for kind in PLACES))
    for style in STYLES:
        shares = []
        for places in PLACES.values():
            right = sum(is_right(style, random.choice(places), random.choice(texts)) for _ in range(SAMPLE))
            shares.append(100 * right / SAMPLE)
        print(f"{style!r:28}", *(f"{share:8.1f}" for share in shares))
