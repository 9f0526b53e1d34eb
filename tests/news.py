"""Small Indonesian articles, made up for the tests of corpus files."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PLACES = ("Bandung", "Medan", "Solo", "Padang", "Makassar")
TOPICS = (
    "Petani menunggu kiriman pupuk sejak pekan lalu karena jalan ke desa mereka terputus.",
    "Warga mengungsi ke balai desa setelah sungai meluap dan merendam puluhan rumah.",
    "Pedagang pasar mengeluhkan harga cabai yang naik dua kali lipat dalam sebulan.",
    "Guru dan murid membersihkan ruang kelas yang kotor oleh abu gunung.",
    "Nelayan tidak melaut karena gelombang tinggi dan angin kencang.",
)


def articles(count: int) -> list[dict[str, Any]]:
    """So many articles that are no duplicates of each other, over two years."""
    found = []
    for number in range(count):
        place, topic = PLACES[number % 5], TOPICS[(number // 5) % 5]
        own = " ".join(f"kata{number * 100 + i}" for i in range(40))
        found.append(
            {
                "id": f"a{number}",
                "title": f"Kabar ke-{number} dari {place}",
                "date": f"{2022 + number % 2}-{number % 12 + 1:02}-{number % 28 + 1:02}",
                "text": f"{topic} Begitu kabar dari {place}. {own}",
            }
        )
    return found


def written(path: Path, rows: Iterable[dict[str, Any]]) -> str:
    """The path of a JSONL file with these rows."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return str(path)
