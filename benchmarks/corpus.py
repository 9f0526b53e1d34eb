"""The texts to measure on: articles under NEWSKIT_EVAL, or, where they are missing, made from the seed."""

import gzip
import json
import os
import random
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
EVAL = Path(os.environ.get("NEWSKIT_EVAL", ROOT / "../shared/eval"))


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of an evaluation file; none where it is missing."""
    path = EVAL / "data" / f"{name}_dev.jsonl.gz"
    if not path.exists():
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


def body(article: str) -> str:
    """The text of an article without its header line."""
    return article.strip().partition("\n")[2].strip()
