"""Learn where a headline ends within running text: writes ``article/data/headline_ends.tsv``.

    python -m training.headline_ends ARTICLES.jsonl.gz [--check]

ARTICLES has ``title`` and ``text`` a row. Each example is a title set before a sentence of another article,
with a blank, glued, or with nothing behind it; the end of the title is the right answer. A conditional logit
is fitted to the features of ``newskit.article.headlines``. ``--check`` learns on one half and reports the
other. Needs scipy.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newskit.article.headlines import LONGEST, STORY, ends, tokens
from newskit.text.sentences import sentences
from training.tables import write

PAGE = re.compile(r"baca juga|scroll|gambas|foto|dapatkan update|cek berita", re.I)
SITE = re.compile(r"\s*\|\s*[\w.]+\Z")
RARE = 60  # features seen less often are left out


def read(path: Path) -> list[tuple[str, str, list[tuple[int, int]]]]:
    """Title, text and the spans of the text's sentences, without the first and those of the page."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    found = []
    for row in rows:
        told = [s[:2] for s in sentences(row["text"]) if len(s[2]) > 20 and not PAGE.search(s[2])]
        if len(told) > 4:
            found.append((SITE.sub("", row["title"]).strip(), row["text"], told[1:]))
    return found


def examples(articles: list[tuple[str, str, list[tuple[int, int]]]], times: int):  # type: ignore[no-untyped-def]
    """The ends of each example with their features, and which of them is right."""
    for _, text, told in articles * times:
        title = random.choice(articles)[0]
        start = random.choice(told[:-1])[0]
        kind = random.random()
        rest = "" if kind < 0.25 else text[start : start + 250].split("\n")[0]
        if random.random() < 0.15:  # a short sentence that ends the text
            rest = " ".join(rest.split()[: random.randint(2, 9)]).rstrip(",.") + "." if rest else ""
        stop = "." if rest and title[-1].isalnum() and random.random() < 0.08 else ""
        whole = title + stop + (" " if kind > 0.45 else "") + rest
        found = list(ends(whole, tokens(whole, 0, min(len(whole), LONGEST)), text[:start][-STORY:]))
        right = [i for i, (end, _) in enumerate(found) if end == len(title + stop)]
        if right:
            yield found, right[0]


def fit(rows: list, penalty: float = 1.0) -> dict[str, float]:  # type: ignore[type-arg]
    """The weights of a conditional logit."""
    counts = Counter(name for found, _ in rows for _, features in found for name in features)
    places = {
        name: place for place, name in enumerate(sorted(n for n, count in counts.items() if count >= RARE))
    }
    cells = [
        (row, places[name], 1.0)
        for row, features in enumerate(features for found, _ in rows for _, features in found)
        for name in features
        if name in places
    ]
    at, column, value = (np.array(part) for part in zip(*cells, strict=True))
    table = csr_matrix((value, (at, column)), shape=(sum(len(found) for found, _ in rows), len(places)))
    sizes = np.array([len(found) for found, _ in rows])
    starts = np.cumsum(sizes) - sizes
    group: np.ndarray = np.repeat(np.arange(len(sizes)), sizes)
    right = np.zeros(len(group))
    right[starts + np.array([answer for _, answer in rows])] = 1

    def loss(weights):  # type: ignore[no-untyped-def]
        score = table @ weights
        top = np.maximum.reduceat(score, starts)
        odds = np.exp(score - top[group])
        total = np.add.reduceat(odds, starts)
        value = -(score[right > 0] - top - np.log(total)).sum() + penalty * (weights @ weights) / 2
        return value, table.T @ (odds / total[group] - right) + penalty * weights

    best = minimize(loss, np.zeros(len(places)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {name: round(float(best[place]), 2) for name, place in places.items()}


def main() -> None:
    """Learn, and write or report."""
    options = argparse.ArgumentParser()
    options.add_argument("articles", type=Path)
    options.add_argument("--check", action="store_true")
    args = options.parse_args()
    random.seed(0)
    articles = read(args.articles)
    random.shuffle(articles)
    half = articles[: len(articles) // 2] if args.check else articles
    weights = fit(list(examples(half, 6)))
    if args.check:
        other = list(examples(articles[len(half) :], 1))
        best = [
            max(range(len(f)), key=lambda i: sum(weights.get(name, 0) for name in f[i][1])) for f, _ in other
        ]
        right = sum(place == answer for place, (_, answer) in zip(best, other, strict=True))
        print(f"exact {100 * right / len(other):.1f} % of {len(other)}")
    else:
        lines = sorted(f"{name}\t{value:g}" for name, value in weights.items() if value)
        write("article/headline_ends.tsv", "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
