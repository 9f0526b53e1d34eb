"""``newskit duplicates``: articles that tell the same in nearly the same words."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

from typer import BadParameter, Option

from newskit.cli.options import JUDGING, Options

if TYPE_CHECKING:
    from newskit.corpus.duplicates import Fingerprint
    from newskit.output.files import Output
    from newskit.output.layout import Record


def duplicates(
    run: Annotated[Options, JUDGING],
    threshold: Annotated[
        float, Option(metavar="J", min=0.05, max=1.0, help="The least share of three-word runs in common.")
    ] = 0.5,
    pairs: Annotated[bool, Option("--pairs", help="Pairs in place of clusters.")] = False,
    unique: Annotated[
        bool, Option("--unique", help="The ids that are left when each cluster keeps its oldest article.")
    ] = False,
) -> None:
    """Articles that tell the same in nearly the same words, the oldest of each cluster first."""
    from newskit.cli.exits import guarded

    if pairs and unique:
        raise BadParameter("--pairs and --unique exclude each other")
    if unique and run.format not in ("auto", "text"):
        raise BadParameter("--unique writes ids, one a line; --format does not fit it")
    guarded(run, partial(_run, threshold, pairs, unique, run))


def _run(threshold: float, pairs: bool, unique: bool, run: Options) -> int:
    from newskit.cli.exits import Failed
    from newskit.cli.run import records_output, style_of, write_records
    from newskit.corpus.duplicates import by_age
    from newskit.records import cluster, pair

    name, layout = ("pair", pair.LAYOUT) if pairs else ("cluster", cluster.LAYOUT)
    style = style_of(run)
    with records_output(run, name, layout, style) as out:
        found, failed = _gathered(run, out)
        if failed and (run.fail_fast or not found):
            raise Failed(1 if found else 3)
        if unique:
            out.add("".join(_line(article.id) for article in _unique(found, threshold)))
        else:
            records = _pairs if pairs else _clusters
            write_records(out, records(by_age(found), threshold), layout, style)
    return 1 if failed else 0


def _gathered(run: Options, out: "Output") -> "tuple[list[Fingerprint], int]":
    """What is compared of all documents of the inputs, and how many of these failed."""
    from newskit.cli.gather import gathered
    from newskit.cli.inputs import input_names, reading_of
    from newskit.cli.messages import as_rows
    from newskit.corpus.duplicates import fingerprint
    from newskit.input.batches import batches

    names = input_names(run)
    found: list[Fingerprint] = []
    failed = 0
    for part in gathered(run, fingerprint, batches(names, reading_of(run)), names):
        found += part.found
        failed += sum(problem.failed for problem in part.problems)
        out.add("", as_rows(part.problems))
        if failed and run.fail_fast:
            break
    return found, failed


def _line(text: str) -> str:
    return f"{text}\n" if text.isprintable() else f"{' '.join(text.split())}\n"


def _pairs(articles: "Sequence[Fingerprint]", threshold: float) -> "Iterator[Record]":
    from newskit.corpus.duplicates import pairs
    from newskit.records.pair import record

    for a, b, index in pairs([article.shingles for article in articles], threshold):
        yield record(articles[a].id, articles[b].id, index)


def _clusters(articles: "Sequence[Fingerprint]", threshold: float) -> "Iterator[Record]":
    from newskit.corpus.duplicates import clusters, jaccard
    from newskit.records.cluster import record

    found = clusters([article.shingles for article in articles], threshold)
    for number, members in enumerate(found, 1):
        chosen = [articles[member] for member in members]
        likeness = [round(jaccard(chosen[0].shingles, article.shingles), 4) for article in chosen]
        documents = [_fields(a) | {"similarity": s} for a, s in zip(chosen, likeness, strict=True)]
        yield record(number, documents)


def _fields(article: "Fingerprint") -> "Record":
    return {name: getattr(article, name) for name in ("id", "source", "index", "date", "outlet", "title")}


def _unique(articles: "Sequence[Fingerprint]", threshold: float) -> "list[Fingerprint]":
    """The articles, as they came, without those of which an older one is a duplicate."""
    from newskit.corpus.duplicates import by_age, clusters

    aged = by_age(articles)
    found = clusters([article.shingles for article in aged], threshold)
    left_out = {id(aged[member]) for members in found for member in members[1:]}
    return [article for article in articles if id(article) not in left_out]
