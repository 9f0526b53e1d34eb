"""Learn src/newskit/data/affixes.tsv: ``python affixes.py [TREEBANK ...]``, all of stem_dev at first.

A log-linear model chooses among a word's analyses and the word itself; its features are those of
``newskit.evidence``. It is fitted, with an L2 penalty, to
- the words and lemmas of the treebanks in shared/eval/data/stem_dev.jsonl.gz, capitals included,
- the pairs of tests/data/stem_words.txt,
- words that news writes with a capital: names, and verbs of headlines,
- names of people and places in names_dev, names_more_dev and names98_dev,
- regular forms of roots that news uses (forms.py), for the affixes that news has seldom,
- at last, words of news on whose roots the weights so far and PySastrawi agree.
"""

import gzip
import json
import math
import sys
from collections import Counter
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.corpus import EVAL, ROOT, rows
from benchmarks.forms import regular
from newskit.lexicon import usage
from newskit.lexicon.usage import EVENLY, HARDLY_EVER
from newskit.stemming.affixes import PARTICLES, POSSESSIVES
from newskit.stemming.morphology import Analysis, analyses
from newskit.stemming.ranking import best_analysis, features
from newskit.stemming.roots import default_roots, kateglo_roots
from newskit.stemming.sastrawi import sastrawi_stem
from newskit.stemming.words import is_sentence_initial
from training import tables

PENALTY = 0.1
PREFERRED = 8.0  # the weight of a root that is listed as preferred: what is learned does not know of the list
Example = tuple[str, bool, str]  # a word, whether it has a capital inside a sentence, its root


def treebank(names: list[str]) -> Counter[Example]:
    """The plain words of the treebanks that are named."""
    examples: Counter[Example] = Counter()
    with gzip.open(EVAL / "data/stem_dev.jsonl.gz", "rt") as lines:
        for row in map(json.loads, lines):
            for start, end, lemma, _ in row["tokens"] if row["id"].startswith(tuple(names)) else ():
                word = row["text"][start:end]
                capital = word[0].isupper() and not is_sentence_initial(row["text"], start)
                if word.isalpha():
                    examples[word.lower(), capital, lemma] += 1
    return examples


def pairs() -> Counter[Example]:
    lines = (ROOT / "tests/stemming/cases/stem_words.txt").read_text("utf-8").splitlines()
    split = (line.split() for line in lines if line and line[0] != "#")
    return Counter((word.lower(), word[0].isupper(), root) for word, root in split if "-" not in word)


def names() -> Counter[Example]:
    """Words that news writes with a capital are their own roots, unless headlines or ``pairs`` say more."""
    roots, words, told = default_roots(), usage.words(), {word for word, *_ in pairs()}
    found: Counter[Example] = Counter()
    for word, (documents, capital) in words.items():
        if capital < 90 or documents < 8 or word in roots.known or word in told:
            continue
        if word.endswith("kan"):  # a headline's verb: Tewaskan
            if (root := word[:-3]) in roots.listed and root in words and words[root].document_frequency > 30:
                found[word, False, root] += 1
        elif f"di{word}" in words:  # Tanggapi
            continue
        elif not any(a.prefixes and a.suffixes[-1:] == ("an",) for a in analyses(word, roots.known)):
            found[word, False, word] += 1  # but Kepolisian
    return found


def unseen_names() -> Counter[Example]:
    """Names of people and places, as annotated, that the table of news lacks and that look derived."""
    roots, words = default_roots(), usage.words()
    spans = (
        (row["text"], *(name if isinstance(name, list) else map(name.get, ("start", "end", "type"))))
        for file in ("names", "names_more", "names98")
        for row in rows(file)
        for name in row["names"]
    )
    parts = {
        word
        for text, start, end, kind in spans
        for word in text[start:end].split()
        if kind in ("person", "place") and word.isalpha() and word.istitle()
    }
    names = {part.lower() for part in parts} - words.keys() - roots.known
    kept = (n for n in sorted(names) if not n.endswith(POSSESSIVES + PARTICLES) and analyses(n, roots.known))
    return Counter((name, True, name) for name in kept)


def generated(count: int) -> dict[Example, float]:
    roots, words = default_roots().listed, usage.words()
    used = sorted(
        r
        for r in roots
        if r.isalpha()
        and (
            words[r].document_frequency > 20 and words[r].capitalization_rate < EVENLY
            if r in words
            else any(f"di{r}{suffix}" in words for suffix in ("", "kan", "i"))
        )
    )
    longer = {root: [root + end for end in ("an", "i", "k") if root + end in roots] for root in used}
    return {
        (form, False, root): 0.3
        for form, root in regular(used, count, 1)
        if form not in words and not any(other in form for other in longer[root])
    }


def fit(examples: dict[Example, float]) -> dict[str, float]:
    """The weights that make the examples' roots likeliest."""
    index: dict[str, int] = {}
    values, columns, ends, sizes, right, mass = [], [], [0], [], [], []
    roots = default_roots()
    for (word, capital, root), weight in examples.items():
        found = [Analysis(word), *analyses(word, roots.known)]
        good = [a.root == root for a in found]
        if len(found) == 1 or not any(good):
            continue
        told = [dict(features(word, analysis, roots, capital)) for analysis in found]
        if root not in usage.words() and any(names.get("preferred") for names in told):
            continue  # known by heart, and no sign of how news uses its words
        for names in told:
            for name, value in names.items():
                if name == "preferred":
                    continue
                columns.append(index.setdefault(name, len(index)))
                values.append(value)
            ends.append(len(columns))
        sizes.append(len(found))
        right += good
        mass.append(weight)
    table = csr_matrix((values, columns, ends), shape=(len(ends) - 1, len(index)))
    firsts = np.cumsum([0, *sizes[:-1]])
    group: np.ndarray = np.repeat(np.arange(len(sizes)), sizes)
    good, weight_of = np.array(right), np.array(mass)

    def loss(weights: Any) -> tuple[Any, Any]:
        scores = table @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, firsts)[group])
        every, wanted = np.add.reduceat(odds, firsts), np.add.reduceat(odds * good, firsts)
        push = weight_of[group] * (odds / every[group] - odds * good / wanted[group])
        lost = -(weight_of * np.log(wanted / every)).sum() + PENALTY * weights @ weights
        return lost, table.T @ push + 2 * PENALTY * weights

    start, options = np.zeros(len(index)), {"maxiter": 1000}
    learned = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return {name: learned[column] for name, column in index.items()}


def agreed() -> dict[Example, float]:
    """The words of news that the weights so far and PySastrawi give the same root."""
    roots, listed = default_roots(), kateglo_roots()
    words = usage.words()
    often = (w for w, (documents, _) in words.items() if documents >= 10 and w.isalpha())
    pairs = [(word, best_analysis(word, roots).root) for word in often]
    pairs = [(word, root) for word, root in pairs if word != root == sastrawi_stem(word, listed)]
    small = {
        (w, True, root): 0.3 for w, root in pairs if words[w].capitalization_rate < HARDLY_EVER
    }  # in headlines
    return {(w, False, root): 0.3 for w, root in pairs} | small


def write(weights: dict[str, float]) -> None:
    weights |= {"preferred": PREFERRED}
    lines = (f"{name}\t{weight:.3f}\n" for name, weight in sorted(weights.items()) if abs(weight) >= 0.005)
    tables.write("stemming/ranking_weights.tsv", "".join(lines))


if __name__ == "__main__":
    counted = treebank(sys.argv[1:] or [""]) + pairs() + names() + unseen_names()
    examples = generated(4000) | {example: 1 + math.log(n) for example, n in counted.items()}
    write(fit(examples))
    write(fit(agreed() | examples))
