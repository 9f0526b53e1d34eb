"""The texts to measure on: articles under NEWSKIT_EVAL, or, where they are missing, made from the seed."""

import gzip
import json
import os
import random
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
EVAL = Path(os.environ.get("NEWSKIT_EVAL", ROOT / "../shared/eval"))


NEEDS = (
    "needs the evaluation data in {folder} (or where NEWSKIT_EVAL says): {file} is not there. It is made of "
    "IndoSum (Apache 2.0), UD Indonesian-CSUI and -GSD (CC BY-SA 4.0), IDNer-News-2k, NERGrit, PFSA-ID and "
    "public news pages (not to be redistributed)."
)


def missing(file: str) -> str | None:
    """One line on what a measurement or training lacks, None where nothing."""
    return None if (EVAL / file).exists() else NEEDS.format(folder=EVAL, file=file)


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of an evaluation file, its development part where it has one; none where it is missing."""
    paths = (EVAL / "data" / f"{file}.jsonl.gz" for file in (f"{name}_dev", name))
    path = next(filter(Path.exists, paths), None)
    if not path:
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def articles(count: int = 500) -> tuple[list[str], str]:
    """Dated-header articles, and where they are from."""
    if real := [row["text"] for row in rows("articles")]:
        return (real * (count // len(real) + 1))[:count], f"articles of {EVAL.name}"
    seed = next((ROOT / "seeds").glob("*.txt")).read_text("utf-8")
    header, lede, body = seed.split("\n\n")
    sentences = [f"{sentence}." for sentence in body.split(".") if sentence]
    order = random.Random(0)
    made = [
        "\n\n".join((header, lede, "".join(order.sample(sentences, len(sentences))))) for _ in range(count)
    ]
    return made, "articles made from the seed (NEWSKIT_EVAL names no folder)"


def stories() -> tuple[list[str], str]:
    """Texts that come once, shuffled, without headers; where they are from."""
    if texts := list(dict.fromkeys(row["text"] for name in ("corpus", "summary") for row in rows(name))):
        random.Random(7).shuffle(texts)
        return texts, f"{len(texts):,} texts of {EVAL.name}"
    made, source = articles(3000)
    return list(map(body, made)), source


def body(article: str) -> str:
    """The text of an article without its header line."""
    return article.strip().partition("\n")[2].strip()
