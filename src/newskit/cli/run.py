"""One run of a command: inputs through the analysis to the output, with messages and an exit code."""

import contextlib
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from newskit.cli.exits import Failed, guarded, interrupt
from newskit.cli.inputs import input_names, reading_of, total_size
from newskit.cli.messages import as_rows, print_error, report
from newskit.cli.options import Options
from newskit.cli.progress import progress
from newskit.cli.resume import run_settings, state, unfinished
from newskit.cli.work import Command, Outcome, Work, lost_outcome
from newskit.errors import Problem, UsageError, reason
from newskit.input.batches import Part, batches, kept_columns, parts
from newskit.input.settings import InputSettings
from newskit.input.sources import STDIN
from newskit.output import parquet
from newskit.output.files import Output, output
from newskit.output.formats import head, render
from newskit.output.layout import Layout, Record, Style
from newskit.records.base import column_kinds
from newskit.workers.dask import connected
from newskit.workers.pool import ordered

MANY_FILES = 200
LARGE_INPUT = 4 << 20  # bytes
TABLES = ("csv", "tsv", "md", "parquet")


def start(command: Command, options: Options) -> None:
    """Run a command over its inputs and exit."""
    guarded(options, partial(_run, command, options))


class _Job(NamedTuple):
    """A run that is settled: what is read, the work, how many do it, and how it is written.

    ``begun`` is a stream that was begun already, to see its columns.
    """

    names: list[str]
    work: Work
    jobs: int
    begun: Iterator[list[Part | Problem]] | None


def _run(command: Command, options: Options) -> int:
    job = _settled(command, options)
    started = time.monotonic()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    with connected(options.cluster) as cluster, _output(job, options) as out:
        tally = out.tally
        _write(_outcomes(job, options, cluster, out), job.work, options, out)
        if tally.failed and (options.fail_fast or not tally.done):
            raise Failed(1 if tally.done else 3)  # inside: the old output file stays
    if options.output and not options.quiet:
        seconds = time.monotonic() - started
        rate = tally.done / (seconds or 1)
        print_error(f"{tally.done:,} done, {tally.failed:,} failed in {seconds:.1f} s ({rate:,.0f} a second)")
    return 1 if tally.failed else 0


def _settled(command: Command, options: Options) -> _Job:
    """The run that the options ask for. Raises UsageError where they exclude each other."""
    names = input_names(options)
    reading = reading_of(options)
    style = style_of(options, command.piped, len(names))
    begun: Iterator[list[Part | Problem]] | None = None
    if reading.keep and style.form in TABLES:
        kept, begun = _kept_columns(names, reading)
        command = command._replace(layout=command.layout._replace(kept=kept))
    if style.form == "parquet":
        parquet.check()
    if options.cluster and options.jobs:
        raise UsageError("-j and --cluster exclude each other: the cluster's workers do the work")
    jobs = options.jobs or (cores() if is_large(names) else 1)
    return _Job(names, Work(command, reading, style, options.debug), jobs, begun)


def _output(job: _Job, options: Options) -> contextlib.AbstractContextManager[Output]:
    """Where the run writes to."""
    command, form = job.work.command, job.work.style.form
    convert = None
    if form == "parquet":
        kinds = column_kinds(command.name, command.layout)
        convert = partial(parquet.write, layout=command.layout, kinds=kinds)
    return output(
        options.output,
        options.errors_file,
        run_settings(command, options, job.names),
        resume=options.resume,
        shards={"text": "txt", "table": "txt"}.get(form, form) if options.shards else None,
        convert=convert,
    )


def _outcomes(job: _Job, options: Options, cluster: Any, out: Output) -> Iterator[Outcome]:
    """What becomes of each part that is left to do, in order, with a bar where one is watched."""
    found = job.begun if job.begun and not out.done else unfinished(job.names, job.work.reading, out.done)
    outcomes = ordered(
        found, job.work, lost_outcome, job.jobs, cluster, partial(tell_alone, options, job.jobs)
    )
    if job.work.style.terminal or not shows_progress(options):
        return outcomes
    return progress(outcomes, lambda outcome: (outcome.documents, outcome.size), total_size(job.names))


def _write(outcomes: Iterator[Outcome], work: Work, options: Options, out: Output) -> None:
    """Write what comes, and tell what failed."""
    opening = head(work.command.layout, work.style)
    told: set[str] = set()
    silent = options.quiet and options.errors_file is not None
    for outcome in outcomes:
        failed = report(outcome.problems, options.quiet, told, silent=silent)
        text = (work.between if out.tally.done else opening) + outcome.output if outcome.documents else ""
        source = state(outcome.source) if options.output else ("", "")
        out.add(text, as_rows(outcome.problems), done=outcome.documents, failed=failed, source=source)
        if out.tally.failed and options.fail_fast:
            return


def _kept_columns(
    names: list[str], reading: InputSettings
) -> tuple[tuple[str, ...], Iterator[list[Part | Problem]] | None]:
    """The columns of the inputs that pass through, as their first rows show them; a stream that was begun."""
    if names == [STDIN]:
        found = batches(names, reading)
        first = next(found, [])
        return tuple(kept_columns(first[0], reading)) if first else (), chain([first], found)
    kept: dict[str, None] = {}
    for name in names:
        part = next(parts(name, reading), None)
        kept |= dict.fromkeys(kept_columns(part, reading) if part else ())
    return tuple(kept), None


def is_large(names: list[str]) -> bool:
    """Whether the inputs are worth the start of more processes."""
    return len(names) >= MANY_FILES or (total_size(names) or 0) >= LARGE_INPUT


WORKBOOKS = (".xlsx", ".xls", ".ods")
ENDINGS = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "md",
    ".jsonl": "jsonl",
    ".txt": "text",
    ".parquet": "parquet",
}


def output_format(options: Options) -> str:
    """The format that the options name, else the ending of the output's name; ``auto`` where neither does.

    Raises UsageError where they do not fit one another.
    """
    name = Path(options.output or "")
    if name.suffix.lower() in WORKBOOKS:
        raise UsageError(
            f"{name}: newskit writes no workbook; -o {name.stem}.csv --excel is what Excel opens"
        )
    packed = name.suffix.lower() in (".gz", ".zst")
    ending = ENDINGS.get(Path(name.stem).suffix.lower() if packed else name.suffix.lower(), "auto")
    form = options.format if options.format != "auto" else "auto" if options.shards else ending
    if options.excel and form not in ("auto", "csv"):
        raise UsageError(f"--excel is csv; --format {form} does not fit it")
    if form == "parquet" and (packed or not options.output or options.output == STDIN):
        raise UsageError("--format parquet needs -o FILE.parquet or --shards; it is compressed within")
    return "csv" if options.excel else form


def tell_alone(options: Options, jobs: int, error: Exception) -> None:
    """Tell that the system lets no processes work together."""
    if not options.quiet:
        print_error(
            f"warning: one process does the work, not {jobs}: {reason(error)} (is /dev/shm writable?)"
        )


def style_of(options: Options, piped: str = "text", files: int = 1) -> Style:
    """How output is written: ``piped`` is the format of a command where none is asked for."""
    terminal = options.output is None and sys.stdout is not None and sys.stdout.isatty()
    form = output_format(options)
    form = form if form != "auto" else "table" if terminal else piped
    color = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = min(shutil.get_terminal_size().columns, 100)
    source = False if options.no_source else True if files > 1 else None
    return Style(form, terminal, color, width, source, options.csv_safe, files > 1, options.excel)


def records_output(
    options: Options, name: str, layout: Layout, style: Style
) -> contextlib.AbstractContextManager[Output]:
    """Where records go that are no input's own; parquet has the columns of the record ``name``."""
    convert = None
    if style.form == "parquet":
        parquet.check()
        convert = partial(parquet.write, layout=layout, kinds=column_kinds(name, layout))
    return output(options.output, options.errors_file, {}, convert=convert)


def write_records(out: Output, records: Iterable[Record], layout: Layout, style: Style) -> None:
    """Write records that are no input's own: hits, clusters, trends."""
    before = head(layout, style)
    for record in records:
        out.add(before + render(record, layout, style), done=1)
        before = "\n" if style.form == "table" else ""
    if before and not out.tally.done:
        out.add(before)


def shows_progress(options: Options) -> bool:
    """Whether a bar has a terminal to stand on."""
    return not options.quiet and sys.stderr is not None and sys.stderr.isatty()


def cores() -> int:
    """How many processes can work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
