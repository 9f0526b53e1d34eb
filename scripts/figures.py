"""Writes README's table of figures from the results of this release: ``python -m scripts.figures``.

The table stands between two comments in README.md and README.id.md; a test holds it to
``benchmarks/results/VERSION.json``.
"""

import re
from pathlib import Path
from typing import Any

from benchmarks import results

ROOT = Path(__file__).parents[1]
TABLE = re.compile(r"(<!-- figures -->\n).*?(<!-- end of figures -->)", re.S)
ACCURACY = (  # what, keys of the results, what others reach
    (
        "sentence ends, spaced; glued: F1",
        ("sentences.f1_spaced", "sentences.f1_glued"),
        "sentencex 99.3; 99.1",
    ),
    ("stems, treebanks CSUI; GSD", ("stem.csui_train", "stem.gsd_dev"), "PySastrawi 98.9; 98.2"),
    ("parse: outlet; place; lede", ("parse.outlet", "parse.place", "parse.lede"), ""),
    (
        "the page's letters told from the story's: precision; recall",
        ("inserts.residue.precision", "inserts.residue.recall"),
        "",
    ),
    ("dates: spans; values, F1", ("dates98.strict", "dates98.value"), "HeidelTime 54.7; 40.1"),
    (
        "direct quotes of public figures: found; speaker",
        ("quotes.direct.recall", "quotes.direct.speaker"),
        "",
    ),
    (
        "near-duplicates at 0.5: recall; precision",
        ("duplicates.0.5.recall", "duplicates.0.5.precision"),
        "datasketch 90; -",
    ),
    ("search by inflected words: MRR", ("search.all.mrr",), "plain FTS5 64"),
)
UNSEEN = (
    ("names, excerpts of 18 outlets: F1", ("cv.names.excerpts",), ""),
    ("keywords, desk editor's tags, five wanted: F1", ("cv.keywords.edited",), "YAKE 14"),
    ("keywords, editors' tags, five wanted: F1", ("cv.keywords.full_f1_at_5",), "YAKE 22"),
    ("summary, ROUGE-1", ("cv.summary.rouge1",), "first three sentences 65.4, TextRank 45"),
)


def table(found: dict[str, Any]) -> str:
    """The rows of both tables; a figure that was not measured has none."""
    accuracy = found.get("accuracy", {}).get("figures", {}) | found.get("unseen", {}).get("figures", {})
    speed = found.get("speed", {}).get("figures", {})
    rows = ["| figure | newskit | others |", "| --- | --- | --- |"]
    for kinds, mark in ((UNSEEN, " *"), (ACCURACY, "")):
        for what, keys, others in kinds:
            if all(key in accuracy for key in keys):
                values = "; ".join(f"{accuracy[key]:.1f}" for key in keys)
                rows.append(f"| {what}{mark} | {values} | {others} |")
    rows += ["", "| speed | newskit | beside |", "| --- | --- | --- |"] if speed else []
    for name, figure in speed.items():
        beside = f"{figure['ratio']:.1f} x {figure['peer']}" if "ratio" in figure else ""
        memo = ", memo may be warm" if figure["memo"] else ""
        texts = f"{figure['texts']:,} text{'s' * (figure['texts'] > 1)}{memo}"
        what = name.replace("|", r"\|")
        rows.append(f"| {what} ({texts}) | {figure['rate']:,.0f} {figure['unit']} | {beside} |")
    return "\n".join(rows) + "\n"


def written(page: str) -> str:
    """A page with the table of this release."""
    return TABLE.sub(lambda match: match[1] + table(results.read()) + match[2], page)


if __name__ == "__main__":
    for name in ("README.md", "README.id.md"):
        path = ROOT / name
        if path.exists():
            path.write_text(written(path.read_text("utf-8")), "utf-8")
