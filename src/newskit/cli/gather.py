"""Runs that put what is found in each document together, in place of a record for each: index, duplicates."""

import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from newskit.cli.exits import interrupt
from newskit.cli.inputs import reading_of, total_size
from newskit.cli.messages import described, report
from newskit.cli.options import Options
from newskit.cli.progress import progress
from newskit.cli.run import cores, is_large, shows_progress, tell_alone
from newskit.document import Document
from newskit.errors import Problem, UsageError
from newskit.input.batches import Part
from newskit.input.settings import InputSettings
from newskit.workers.dask import connected
from newskit.workers.pool import ordered


class Gathered(NamedTuple):
    """What came of a part: its source, what was found in each document, problems, and its size on disk."""

    source: str
    found: tuple[Any, ...]
    problems: tuple[Problem, ...]
    size: int = 0


@dataclass(frozen=True, slots=True)
class Gathering:
    """Everything that a worker needs to turn a part into what is found in it."""

    analyse: Callable[[Document], Any]
    reading: InputSettings
    debug: bool = False

    def __call__(self, part: Part | Problem) -> Gathered:
        if isinstance(part, Problem):
            return Gathered(part.source, (), (part,))
        from newskit.input.documents import documents

        found, problems = [], []
        for item in documents(part, self.reading):
            if isinstance(item, Problem):
                problems.append(item)
                continue
            try:
                found.append(self.analyse(item))
            except Exception as error:
                if self.debug:
                    raise
                problems.append(Problem(item.id, "analyse", described(error)))
        return Gathered(part.source, tuple(found), tuple(problems), part.size)


def gathered(
    options: Options,
    analyse: Callable[[Document], Any],
    parts: Iterable[list[Part | Problem]],
    names: list[str],
) -> Iterator[Gathered]:
    """What an analysis finds in each part, in their order, problems told."""
    if options.cluster and options.jobs:
        raise UsageError("-j and --cluster exclude each other: the cluster's workers do the work")
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    work = Gathering(analyse, reading_of(options), options.debug)
    jobs = options.jobs or (cores() if is_large(names) else 1)
    with connected(options.cluster) as cluster:
        outcomes = ordered(parts, work, _lost, jobs, cluster, partial(tell_alone, options, jobs))
        if shows_progress(options):
            outcomes = progress(outcomes, lambda part: (len(part.found), part.size), total_size(names))
        told: set[str] = set()
        silent = options.quiet and options.errors_file is not None
        for outcome in outcomes:
            report(outcome.problems, options.quiet, told, silent=silent)
            yield outcome


def _lost(part: Part | Problem) -> Gathered:
    reason = "its worker process died (out of memory?)"
    return Gathered(part.source, (), (Problem(part.source, "analyse", reason),))
