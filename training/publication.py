"""Learn on which of the days that it mentions an article came out: writes ``article/data/publication.tsv``.

    python -m training.publication ARTICLES.jsonl.gz [--check]

ARTICLES has ``date`` (the day of publication) and ``text`` a row. Each article is used twice: with the month
of its date as the header, and without. A day is right when it is the day of publication, and half right
beside it. ``--check`` learns on one half and reports the other, by the least score asked for. Needs scipy.
"""

import argparse
import datetime
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newskit.article.days import days, middle_day
from newskit.article.publication import candidates
from training.tables import write

RARE = 15  # features of fewer candidates are left out
BESIDE = 0.4  # how right the day before or after is
Row = list[tuple[list[str], int]]


def read(path: Path) -> list[tuple[str, datetime.date]]:
    """Text and day of publication of each article, in random order."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    random.seed(5)
    random.shuffle(rows)
    return [(row["text"], datetime.date.fromisoformat(row["date"][:10])) for row in rows]


def examples(articles: list[tuple[str, datetime.date]], header: bool) -> list[Row]:
    """The candidates of each article: features, and days between it and publication."""
    found = []
    for text, day in articles:
        anchor = middle_day(f"{day:%Y-%m}") if header else None
        known = [day.year, day.month] if header else []
        told = candidates(text, 0, list(days(text)), anchor, known)
        found.append(
            [
                (candidate.features, abs((candidate.day - day).days))
                for candidate in told
                if not candidate.away
            ]
        )
    return found


def fit(rows: Iterable[tuple[list[str], int]], penalty: float = 1.0) -> dict[str, float]:
    """The weights of a logistic regression."""
    rows = list(rows)
    counts = Counter(name for features, _ in rows for name in features)
    names = ["bias", *sorted(name for name, count in counts.items() if count >= RARE)]
    column = {name: place for place, name in enumerate(names)}
    cells = [
        (i, column[name]) for i, (found, _) in enumerate(rows) for name in ("bias", *found) if name in column
    ]
    at, columns = zip(*cells, strict=True)
    table = csr_matrix((np.ones(len(at)), (at, columns)), shape=(len(rows), len(names)))
    right = np.array([1.0 if gap == 0 else BESIDE if gap == 1 else 0.0 for _, gap in rows])

    def loss(weights):  # type: ignore[no-untyped-def]
        score = table @ weights
        value = (np.logaddexp(0, score) - right * score).sum() + penalty * (weights @ weights) / 2
        return value, table.T @ (1 / (1 + np.exp(-score)) - right) + penalty * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {name: round(float(weight), 2) for name, weight in zip(names, best, strict=True)}


def report(weights: dict[str, float], articles: list[tuple[str, datetime.date]]) -> None:
    """Answered, exact, within a day and more than a month off, by the least score."""
    for header in (True, False):
        best = []
        for row in examples(articles, header):
            scored = [(sum(weights.get(n, 0) for n in names) + weights["bias"], gap) for names, gap in row]
            best += [max(scored)] if scored else []
        for least in (2, 1.6, 1.4, 1.2, 1, 0.8, 0.5, 0, -0.5, -1):
            gaps = [gap for score, gap in best if score >= least]
            share = [100 * sum(gap <= most for gap in gaps) / len(gaps) for most in (0, 1, 31)]
            answered = 100 * len(gaps) / len(articles)
            print(
                f"{'month' if header else 'alone'} {least:5}: answered {answered:.1f} exact {share[0]:.1f} "
                f"within a day {share[1]:.1f} over a month {100 - share[2]:.2f}"
            )


def main() -> None:
    """Learn, and write or report."""
    options = argparse.ArgumentParser()
    options.add_argument("articles", type=Path)
    options.add_argument("--check", action="store_true")
    args = options.parse_args()
    articles = read(args.articles)
    half = len(articles) // 2
    for one, other in (
        ((articles[:half], articles[half:]), (articles[half:], articles[:half])) if args.check else ()
    ):
        rows = (row for header in (True, False) for found in examples(one, header) for row in found)
        report(fit(rows), other)
    if not args.check:
        rows = (row for header in (True, False) for found in examples(articles, header) for row in found)
        lines = sorted(f"{name}\t{weight:g}" for name, weight in fit(rows).items() if weight)
        write("article/publication.tsv", "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
