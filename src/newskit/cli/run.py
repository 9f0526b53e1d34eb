"""One run of a command: inputs through the analysis to the output, with messages and an exit code."""

import os
import shutil
import signal
import sys
import time
from functools import partial

from newskit.cli.exits import Failed, guarded, interrupt
from newskit.cli.inputs import input_names, reading_of, total_size
from newskit.cli.messages import as_rows, report, say
from newskit.cli.options import Run
from newskit.cli.progress import progress
from newskit.cli.resume import run_settings
from newskit.cli.work import Command, Work, lost
from newskit.errors import UsageError, reason
from newskit.input.batches import batches, skip
from newskit.output.files import output
from newskit.output.formats import head
from newskit.output.layout import Style
from newskit.workers.dask import connected
from newskit.workers.pool import ordered

MANY_FILES = 200


def start(command: Command, options: Run) -> None:
    """Run a command over its inputs and exit."""
    guarded(options, partial(_run, command, options))


def _run(command: Command, options: Run) -> int:
    names = input_names(options)
    style = _style(command, options, len(names))
    reading = reading_of(options)
    work = Work(command, reading, style, options.debug)
    if options.cluster and options.jobs:
        raise UsageError("-j and --cluster exclude each other: the cluster's workers do the work")
    jobs = options.jobs or (_cores() if len(names) >= MANY_FILES else 1)
    started = time.monotonic()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    common = run_settings(command, options, names)
    shards = {"text": "txt", "table": "txt"}.get(style.form, style.form) if options.shards else None

    def alone(error: OSError) -> None:
        if not options.quiet:
            say(f"warning: one process does the work, not {jobs}: {reason(error)} (is /dev/shm writable?)")

    with (
        connected(options.cluster) as cluster,
        output(options.output, options.errors_file, common, resume=options.resume, shards=shards) as out,
    ):
        tally = out.tally
        outcomes = ordered(skip(batches(names, reading), tally.tasks), work, lost, jobs, cluster, alone)
        if _shows_progress(options, style):
            outcomes = progress(
                outcomes, lambda outcome: (outcome.documents, outcome.size), total_size(names)
            )
        opening = head(command.layout, style)
        told: set[str] = set()
        silent = options.quiet and options.errors_file is not None
        for outcome in outcomes:
            failed = report(outcome.problems, options.quiet, told, silent=silent)
            text = (work.between if tally.done else opening) + outcome.output if outcome.documents else ""
            out.add(text, as_rows(outcome.problems), done=outcome.documents, failed=failed)
            if tally.failed and options.fail_fast:
                break
        if tally.failed and (options.fail_fast or not tally.done):
            raise Failed(1 if tally.done else 3)  # inside: the old output file stays
    if options.output and not options.quiet:
        seconds = time.monotonic() - started
        rate = tally.done / (seconds or 1)
        say(f"{tally.done:,} done, {tally.failed:,} failed in {seconds:.1f} s ({rate:,.0f} a second)")
    return 1 if tally.failed else 0


def _style(command: Command, options: Run, files: int) -> Style:
    terminal = options.output is None and sys.stdout is not None and sys.stdout.isatty()
    form = options.format if options.format != "auto" else "table" if terminal else command.piped
    color = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = min(shutil.get_terminal_size().columns, 100)
    source = False if options.no_source else True if files > 1 else None
    return Style(form, terminal, color, width, source, options.csv_safe, files > 1)


def _shows_progress(options: Run, style: Style) -> bool:
    return not (options.quiet or style.terminal) and sys.stderr is not None and sys.stderr.isatty()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
