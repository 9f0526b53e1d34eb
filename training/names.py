"""Learn weights.tsv of src/newskit/analyses/names/data from sentences and excerpts with annotated names.

``python -m training.names`` writes it; ``--check`` reports F1 by five-fold cross-validation instead, as
eval/score.py counts it. Read from ``$NEWSKIT_EVAL/data``. Excerpts count three times, as their guide is the
one to follow; NERGrit's other guide gets features of its own, which are dropped. Needs python-crfsuite.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pycrfsuite

from benchmarks.corpus import rows
from newskit.analyses.names import kinds
from newskit.analyses.names.features import (
    JOINTS,
    Key,
    expand,
    line_keys,
    listed_places,
    stretches,
    votes,
    word_class,
)
from newskit.analyses.names.kinds import LABELS, SCALE
from newskit.analyses.names.pieces import Line, lines
from newskit.document import Span
from newskit.lexicon.gazetteer import place_names
from training import tables

TIMES = {"names98": 3, "names_more": 3, "names": 1, "names_grit": 1}
OTHER_GUIDE = "names_grit"
FOLDS, BLOCK = 5, 20  # sentences that follow each other, of one article, stay together
PENALTIES = {"c1": 0.03, "c2": 0.1}
LEAST = 12  # hundredths: smaller weights are left out
OWN = "bcFPkw"  # first letters of the features that another guide has of its own
Gold = tuple[int, int, str]


class Stretch(NamedTuple):
    """A stretch of a line with what it is made of and its labels."""

    line: Line
    start: int
    keys: list[list[Key]]
    labels: list[str]


class Example(NamedTuple):
    """A text of a data set as stretches, with the names that it has."""

    source: str
    fold: int
    gold: frozenset[Gold]
    text: str
    stretches: list[Stretch]


def examples() -> list[Example]:
    """All annotated texts."""
    return [_example(source, at, row) for source in TIMES for at, row in enumerate(rows(source))]


def _example(source: str, at: int, row: dict[str, Any]) -> Example:
    text = row["text"]
    gold = [tuple(n) if isinstance(n, list) else (n["start"], n["end"], n["type"]) for n in row["names"]]
    fold = -1 if source == OTHER_GUIDE else (at // BLOCK if source == "names" else at) % FOLDS
    found = lines([Span(0, len(text), text)], row.get("title", ""))
    told = votes(found)

    def label(line: Line, start: int, end: int) -> list[str]:
        labels = _labels(line, gold, start, end)
        return _with_places(line.forms, start, labels) if source == "names" else labels

    parts = [
        Stretch(line, start, line_keys(line, told, start, end), label(line, start, end))
        for line in found
        for start, end in stretches(line)
    ]
    return Example(source, fold, frozenset(gold), text, parts)


def _labels(line: Line, gold: Sequence[Gold], start: int, end: int) -> list[str]:
    labels = []
    last: Gold | None = None
    for begin, finish in zip(line.starts[start:end], line.ends[start:end], strict=True):
        here = next((name for name in gold if name[0] < finish and begin < name[1]), None)
        labels.append("O" if not here else f"{'I' if here is last else 'B'}-{here[2]}")
        last = here
    return labels


def _with_places(forms: Sequence[str], start: int, labels: list[str]) -> list[str]:
    """Labels of IDNer with the places that the guide wants and IDNer leaves out: ``Gubernur Jawa Barat``.

    IDNer has no place in an office, and none that stands for its government.
    """
    found = [*labels]
    listed = listed_places([form.lower() for form in forms[start : start + len(labels)]])
    for at, label in enumerate(labels):
        form, before, after = forms[start + at], *_beside(forms, start + at)
        known = listed.get(at) or ("B" if form.lower() in place_names() else "")
        alone = before.islower() or before in JOINTS or word_class(before) == "title" or not at
        if (
            label == "O"
            and known == "B"
            and alone
            and (
                after.islower()
                or not after.isalpha()
                or listed.get(at + 1) == "I"
                or labels[at + 1 : at + 2] == ["B-person"]
            )
        ):
            found[at] = "B-place"
        elif label == "O" and known == "I" and at and found[at - 1].endswith("-place"):
            found[at] = "I-place"
    return found


def _beside(forms: Sequence[str], at: int) -> tuple[str, str]:
    return forms[at - 1] if at else ".", forms[at + 1] if at + 1 < len(forms) else "."


@cache
def _expanded(key: Key) -> tuple[str, ...]:
    return tuple(expand(key))


def features(keys: Sequence[Key], guide: str = "") -> list[str]:
    """The features of a piece, for another guide once more as its own."""
    found = [feature for key in keys for feature in _expanded(key)]
    return [*found, *(f"{guide}|{feature}" for feature in found if feature[0] in OWN)] if guide else found


def learn(texts: Sequence[Example], path: Path, rounds: int = 70) -> pycrfsuite.Tagger:
    """A model of some texts."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({**PENALTIES, "max_iterations": rounds, "feature.possible_transitions": True})
    for text in texts:
        guide = OTHER_GUIDE if text.source == OTHER_GUIDE else ""
        for part in text.stretches:
            row = pycrfsuite.ItemSequence([features(keys, guide) for keys in part.keys])
            for _ in range(TIMES[text.source]):
                trainer.append(row, part.labels)
    trainer.train(str(path))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


def table(tagger: pycrfsuite.Tagger) -> str:
    """The weights as lines: a feature, a tab, its weight for each label."""
    info = tagger.info()
    rows: dict[str, list[int]] = {}
    for (feature, label), weight in info.state_features.items():
        if not feature.startswith(f"{OTHER_GUIDE}|"):
            rows.setdefault(feature, [0] * len(LABELS))[LABELS.index(label)] = round(SCALE * weight)
    kept = {f: row for f, row in rows.items() if max(map(abs, row)) >= LEAST}
    for before in LABELS:
        kept[f"> {before}"] = [round(SCALE * info.transitions.get((before, after), 0)) for after in LABELS]
    return "".join(f"{feature}\t{' '.join(map(str, kept[feature]))}\n" for feature in sorted(kept))


def named(text: Example, tagger: pycrfsuite.Tagger) -> set[Gold]:
    """The names that a model finds in a text."""
    found = set()
    for part in text.stretches:
        labels = [LABELS.index(label) for label in tagger.tag([features(keys) for keys in part.keys])]
        for a, b, kind in kinds.spans(labels):
            at = part.start
            found.add((part.line.starts[at + a], part.line.ends[at + b - 1], kind))
    return found


def check(texts: Sequence[Example]) -> None:
    """Print F1 by cross-validation."""
    counts: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for fold in range(FOLDS):
            tagger = learn([text for text in texts if text.fold != fold], Path(folder, str(fold)))
            for text in texts:
                if text.fold == fold:
                    _count(counts, text, named(text, tagger))
    for name, count in counts.items():
        print(f"{name:40} {200 * count['right'] / (count['found'] + count['wanted']):.1f}")


def _count(counts: dict[str, Counter[str]], text: Example, found: set[Gold]) -> None:
    source = "names" if text.source == "names" else "excerpts"
    for kind in ("", *kinds.KINDS):
        mine = {name for name in found if not kind or name[2] == kind}
        gold = {name for name in text.gold if not kind or name[2] == kind}
        count = {"found": len(mine), "right": len(mine & gold), "wanted": len(gold)}
        counts.setdefault(f"{source} {kind}", Counter()).update(count)


def main() -> None:
    texts = examples()
    if sys.argv[1:] == ["--check"]:
        return check(texts)
    with tempfile.TemporaryDirectory() as folder:
        tables.write("analyses/names/weights.tsv", table(learn(texts, Path(folder, "all"))))


if __name__ == "__main__":
    main()
