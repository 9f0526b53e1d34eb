"""The progress bar of a long run, on stderr."""

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from newskit.output.language import told

T = TypeVar("T")

LONG = 1.0  # seconds without a bar


def progress(
    outcomes: Iterator[T], measure: Callable[[T], tuple[int, int]], total: int | None
) -> Iterator[T]:
    """The outcomes as they come, counted in a bar once they take long.

    ``measure`` gives the documents and the bytes of an outcome, ``total`` is the number of bytes, if known.
    """
    started, documents, size = time.monotonic(), 0, 0
    for outcome in outcomes:
        documents, size = documents + measure(outcome)[0], size + measure(outcome)[1]
        yield outcome
        if time.monotonic() - started > LONG:
            break
    yield from _with_bar(outcomes, measure, total, documents, size)


def _with_bar(
    outcomes: Iterator[T],
    measure: Callable[[T], tuple[int, int]],
    total: int | None,
    documents: int,
    size: int,
) -> Iterator[T]:
    first = next(outcomes, None)
    if first is None:
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    text = f"{{task.fields[documents]:,}} {told('documents')}, {{task.fields[rate]:,.0f}} {told('a second')}"
    count = TextColumn(text, markup=False)
    columns = (BarColumn(), TaskProgressColumn(), count, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, completed=size, documents=documents, rate=0)
        yield first
        started, before = time.monotonic(), documents
        documents += measure(first)[0]
        for outcome in outcomes:
            documents += measure(outcome)[0]
            rate = (documents - before) / (time.monotonic() - started)
            bar.update(task, advance=measure(outcome)[1], documents=documents, rate=rate)
            yield outcome
