"""What the user is told on stderr: a line for each problem, safe for a terminal."""

import errno
import json
import os
import sys
from collections.abc import Iterable
from typing import IO

from newskit.errors import TOO_LARGE, NewskitError, Problem, reason, unexpected
from newskit.output.language import told
from newskit.output.terminal import safe


def report(problems: Iterable[Problem], quiet: bool, once: set[str], *, silent: bool = False) -> int:
    """Tell problems, unless ``quiet`` warnings too, or nothing where ``silent``; the number of failures.

    ``once`` holds what has been told once and for all, and is added to.
    """
    failed = 0
    for problem in problems:
        failed += problem.failed
        known = problem.once and problem.once in once
        once.add(problem.once)
        if not (known or silent) and (problem.failed or not quiet):
            warning = "" if problem.failed else f"{told('warning:')} "
            print_error(f"{problem.source}: {warning}{told(problem.message)}")
    return failed


def described(error: BaseException) -> str:
    """What an error means to the user."""
    if isinstance(error, NewskitError):
        return str(error)
    if isinstance(error, OSError) and error.errno in (errno.EMFILE, errno.ENFILE):
        return f"{reason(error)}: this shell allows too few (ulimit -n)"
    if isinstance(error, OSError):
        return f"output: {reason(error)}"
    return TOO_LARGE if isinstance(error, MemoryError) else unexpected(error)


def print_error(message: str) -> None:
    """A line on stderr, if there is one."""
    if sys.stderr is None:  # closed; print would take standard output instead
        return
    try:
        print(f"newskit: {safe(' '.join(told(message).split()))}", file=sys.stderr, flush=True)
    except OSError:
        silence(sys.stderr)


def silence(stream: IO[str] | None) -> None:
    """Let a stream that nobody can take go nowhere: else its buffer is tried again when the program ends."""
    if stream is None:
        return
    descriptor = stream.fileno()
    os.close(descriptor)  # first: there may be no other to be had
    if (nowhere := os.open(os.devnull, os.O_WRONLY)) != descriptor:
        os.dup2(nowhere, descriptor)
        os.close(nowhere)


def as_rows(problems: Iterable[Problem]) -> str:
    """The failures as JSONL, for ``--errors-file``."""
    rows = [{"source": p.source, "stage": p.stage, "message": p.message} for p in problems if p.failed]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
