"""Learn weights.tsv of src/newskit/analyses/names/data from sentences and excerpts with annotated names.

``python -m training.names`` writes it; ``--check`` reports F1 by five-fold cross-validation instead, as
eval/score.py counts it. Read from ``$NEWSKIT_EVAL/data``. Excerpts count more often, as their guide is
the one to follow; NERGrit's other guide gets features of its own, which are dropped. What is learned so far
reads raw articles, and their names are learned from, too (self-training): as it weighs a name with what the
same is elsewhere in the text, it labels more than it was told. Needs python-crfsuite.
"""

import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pycrfsuite

from benchmarks import results
from benchmarks.corpus import rows
from newskit.analyses.names import kinds
from newskit.analyses.names.extract import mentions_in
from newskit.analyses.names.facets import JOINTS, word_class
from newskit.analyses.names.features import FAR, NEAR, Slots, listed_places, stretch_worths, votes
from newskit.analyses.names.kinds import LABELS, SCALE, Model, read_model
from newskit.analyses.names.pieces import Line, lines
from newskit.document import Span
from newskit.lexicon.gazetteer import is_listed, place_names
from newskit.lexicon.lists import word_list
from training import tables

EXCERPTS, OTHER_GUIDE, RAW = ("names98", "names_more"), "names_grit", "corpus"
ANNOTATED = (*EXCERPTS, "names", OTHER_GUIDE)
TIMES = {**dict.fromkeys(EXCERPTS, 5), "names": 2, OTHER_GUIDE: 1, RAW: 1}
RAW_TEXTS, RAW_SIZE = 800, 1300  # characters of each
PROOF = (100, 180)  # characters that tell where an excerpt is from
FOLDS, BLOCK = 5, 20  # sentences that follow each other, of one article, stay together
PENALTIES = {"c1": 0.03, "c2": 1.0}
LEAST = 12  # hundredths: smaller weights are left out
NEVER = -3000
NO_LABELS = {  # of offices, ranks, and the place of an office
    "O=first": ("B-person", "B-organisation", "B-place"),  # Wali Kota Solo
    "O=on": ("B-person", "B-organisation", "B-place"),
    "O=rank": ("B-person", "I-person"),  # Kompol Sugeng
    "O=seat": tuple(label for label in LABELS if label != "B-place"),  # Bupati Malang Sanusi
    "O=side": tuple(label for label in LABELS if label != "I-place"),  # Kapolres Bogor Kota
    "O=behind": ("I-person", "I-organisation", "I-place"),
}
INITIAL = re.compile(r"(?<!\S)[A-Z]\Z")
OWN = (  # features that another guide has of its own
    *("0near w=", "0near a=", "0near b=", "0c=", "0bias", "F", "P"),
)
SLOT = re.compile(r"[^ ]{1,2}(?=(?P<reach>near|far) )")
Gold = tuple[int, int, str]


class Stretch(NamedTuple):
    """A stretch of a line with what it is made of and its labels."""

    line: Line
    start: int
    features: list[tuple[str, ...]]
    labels: list[str]


class Example(NamedTuple):
    """A text of a data set as stretches, with the names that it has."""

    source: str
    fold: int
    gold: frozenset[Gold]
    text: str
    lines: list[Line]
    stretches: list[Stretch]


def examples() -> list[Example]:
    """All annotated texts."""
    return [_example(source, at, row) for source in ANNOTATED for at, row in enumerate(rows(source))]


def _example(source: str, at: int, row: dict[str, Any]) -> Example:
    gold = [tuple(n) if isinstance(n, list) else (n["start"], n["end"], n["type"]) for n in row["names"]]
    fold = -1 if source == OTHER_GUIDE else (at // BLOCK if source == "names" else at) % FOLDS
    return labelled(_read(source, row["text"], row.get("title"), fold), _whole(row["text"], gold))


def _whole(text: str, gold: Sequence[Gold]) -> list[Gold]:
    """Names with what stands behind an initial: NERGrit parts ``Robert A. Dahl`` in two."""
    found: list[Gold] = []
    for start, end, kind in sorted(gold):
        if found and found[-1][2] == kind and text[found[-1][1] : start].rstrip() == ".":
            first, last, _ = found[-1]
            if INITIAL.search(text[first:last]):
                start = found.pop()[0]
        found.append((start, end, kind))
    return found


def raw() -> list[Example]:
    """The beginnings of articles without annotations, none of them the source of an excerpt."""
    known = [row["text"][slice(*PROOF)] for source in EXCERPTS for row in rows(source)]
    found = [row for row in rows(RAW) if not any(proof in row["text"] for proof in known)]
    random.Random(5).shuffle(found)
    return [_read(RAW, row["text"][:RAW_SIZE], row.get("title"), -1) for row in found[:RAW_TEXTS]]


def _read(source: str, text: str, title: str | None, fold: int) -> Example:
    """A text as stretches that have no labels yet."""
    found = lines([Span(0, len(text), text)], title or "")
    told = votes(found)
    parts = [
        Stretch(line, start, features, [])
        for line in found
        for start, features in stretch_worths(line, told, _slots())
    ]
    return Example(source, fold, frozenset(), text, found, parts)


def labelled(text: Example, gold: Collection[Gold]) -> Example:
    """A text with the labels of its names."""

    def label(part: Stretch) -> list[str]:
        labels = _labels(part.line, gold, part.start, part.start + len(part.features))
        return _with_places(part.line.forms, part.start, labels) if text.source == "names" else labels

    stretches = [part._replace(labels=label(part)) for part in text.stretches]
    return text._replace(gold=frozenset(gold), stretches=stretches)


def _labels(line: Line, gold: Collection[Gold], start: int, end: int) -> list[str]:
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
    offices = word_list("analyses/names/offices")
    listed = listed_places([form.lower() for form in forms[start : start + len(labels)]])
    for at, label in enumerate(labels):
        form, before, after = forms[start + at], *_beside(forms, start + at)
        office = (
            word_class(before) == "title" or " ".join(forms[start + at - 2 : start + at]).lower() in offices
        )
        known = listed.get(at) or (
            "B" if form.lower() in place_names() or (office and is_listed(form.lower())) else ""
        )
        alone = before.islower() or before in JOINTS or office or not at
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


class Names:
    """What features are worth while weights are learned: themselves, with their slot."""

    def total(self, features: Sequence[str]) -> tuple[str, ...]:
        return tuple(features)

    def parted(self, total: tuple[str, ...], slots: Sequence[str]) -> list[tuple[str, ...]]:
        return [tuple(f"{slot}{feature}" for feature in total) for slot in slots]


@cache
def _slots() -> Slots[tuple[str, ...]]:
    return Slots(Names())


def told_apart(features: Sequence[str], guide: str) -> list[str]:
    """The features of a piece, for another guide once more as its own."""
    return [*features, *(f"{guide}|{feature}" for feature in features if guide and feature.startswith(OWN))]


def learn(texts: Sequence[Example], path: Path, rounds: int = 130) -> pycrfsuite.Tagger:
    """A model of some texts."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({**PENALTIES, "max_iterations": rounds, "feature.possible_transitions": True})
    for text in texts:
        guide = OTHER_GUIDE if text.source == OTHER_GUIDE else ""
        for part in text.stretches:
            row = pycrfsuite.ItemSequence([told_apart(each, guide) for each in part.features])
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
    for feature, never in NO_LABELS.items():
        row = kept.setdefault(feature, [0] * len(LABELS))
        kept[feature] = [
            NEVER if label in never else weight for label, weight in zip(LABELS, row, strict=True)
        ]
    for before in LABELS:
        kept[f"> {before}"] = [round(SCALE * info.transitions.get((before, after), 0)) for after in LABELS]
    written = side_by_side({feature: " ".join(map(str, row)) for feature, row in kept.items()})
    return "".join(f"{feature}\t{written[feature]}\n" for feature in sorted(written))


def side_by_side(rows: Mapping[str, str]) -> dict[str, str]:
    """The rows, those of a near or far feature as one, for all its slots in turn."""
    found: dict[str, str] = {}
    for name, row in rows.items():
        slot = SLOT.match(name)
        if not slot:
            found[name] = row
        elif (feature := name[slot.end() :]) not in found:
            slots = NEAR if slot["reach"] == "near" else FAR
            found[feature] = ",".join(rows.get(f"{each}{feature}", "") for each in slots)
    return found


def named(text: Example, model: Model) -> set[Gold]:
    """The names that a model finds in a text."""
    return {(m.start, m.end, m.kind) for m in mentions_in(text.text, text.lines, model)}


def weights(texts: Sequence[Example], unlabelled: Sequence[Example]) -> str:
    """The table of a model of some texts, and of raw ones that a model of these texts alone has labelled."""
    with tempfile.TemporaryDirectory() as folder:
        first = read_model(table(learn(texts, Path(folder, "first"))))
        more = [labelled(text, named(text, first)) for text in unlabelled]
        return table(learn([*texts, *more], Path(folder, "second")))


def check(texts: Sequence[Example], unlabelled: Sequence[Example]) -> None:
    """Print F1 by cross-validation, and keep that on excerpts."""
    counts: dict[str, Counter[str]] = {}
    for fold in range(FOLDS):
        model = read_model(weights([text for text in texts if text.fold != fold], unlabelled))
        for text in texts:
            if text.fold == fold:
                _count(counts, text, named(text, model))
    figures = {
        name.strip(): 200 * count["right"] / (count["found"] + count["wanted"])
        for name, count in counts.items()
    }
    for name, figure in figures.items():
        print(f"{name:40} {figure:.1f}")
    results.write_unseen({"cv.names.excerpts": figures["excerpts"]})


def _count(counts: dict[str, Counter[str]], text: Example, found: set[Gold]) -> None:
    source = "names" if text.source == "names" else "excerpts"
    for kind in ("", *kinds.KINDS):
        mine = {name for name in found if not kind or name[2] == kind}
        gold = {name for name in text.gold if not kind or name[2] == kind}
        count = {"found": len(mine), "right": len(mine & gold), "wanted": len(gold)}
        counts.setdefault(f"{source} {kind}", Counter()).update(count)


def main() -> None:
    texts, unlabelled = examples(), raw()
    if sys.argv[1:] == ["--check"]:
        return check(texts, unlabelled)
    tables.write("analyses/names/weights.tsv", weights(texts, unlabelled))


if __name__ == "__main__":
    main()
