"""One run of a command: inputs through the analysis to the output, with messages and an exit code."""

import codecs
import contextlib
import os
import shutil
import signal
import stat
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import IO, Any, NamedTuple

from newskit import __version__, remote
from newskit.cli.messages import as_rows, described, report, say, silence
from newskit.cli.options import Run
from newskit.cli.progress import progress
from newskit.cluster import connected
from newskit.document import Document
from newskit.errors import NewskitError, UsageError
from newskit.output import output
from newskit.pipeline import ordered
from newskit.reader import STDIN, Part, Problem, Reading, batches, skip, sources
from newskit.writer import Layout, Record, Style, head, render, safe

MANY_FILES = 200


class Command(NamedTuple):
    """A command as the frame sees it: how a document becomes a record, and how the record is laid out.

    ``fields`` gives the record without its first four keys; ``text``, where there is one, gives the ``text``
    format of a document directly.
    """

    schema: str
    fields: Callable[[Document], Record]
    layout: Layout
    text: Callable[[Document], str] | None = None
    piped: str = "text"


class Outcome(NamedTuple):
    """What became of a part: rendered output, number of documents, problems, and its size on disk."""

    output: str
    documents: int
    problems: tuple[Problem, ...]
    size: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that a worker needs to turn a part into output."""

    command: Command
    reading: Reading
    style: Style
    debug: bool = False

    def __call__(self, part: Part | Problem) -> Outcome:
        if isinstance(part, Problem):
            return Outcome("", 0, (part,))
        from newskit.rows import documents

        found = list(documents(part, self.reading))
        style = self.style
        if style.source is None:
            style = style._replace(
                source=part.several or sum(isinstance(item, Document) for item in found) > 1
            )
        pieces, problems = [], []
        for item in found:
            if isinstance(item, Problem):
                problems.append(item)
                continue
            try:
                pieces.append(self._render(item, style))
            except Exception as error:
                if self.debug:
                    raise
                problems.append(Problem(item.id, "analyse", described(error)))
        return Outcome(self.between.join(pieces), len(pieces), tuple(problems), part.size)

    def _render(self, document: Document, style: Style) -> str:
        if style.form == "text" and self.command.text:
            text = self.command.text(document) + document.end
            if style.joined and text and not text.endswith("\n"):
                text += "\n"  # else the last word of one file and the first of the next are one
            return safe(text) if style.terminal else text
        names = {
            "schema": self.command.schema,
            "id": document.id,
            "source": document.source,
            "index": document.index,
        }
        return render(names | self.command.fields(document), self.command.layout, style)

    @property
    def between(self) -> str:
        """What stands between the output of two documents."""
        return {"text": self.command.layout.between, "table": "\n"}.get(self.style.form, "")


def lost(part: Part | Problem) -> Outcome:
    """The outcome of a part whose worker died."""
    return Outcome("", 0, (Problem(part.source, "analyse", "its worker process died (out of memory?)"),))


def start(command: Command, options: Run) -> None:
    """Run a command over its inputs and exit."""
    guarded(options, partial(_run, command, options))


def guarded(options: Run, work: Callable[[], int]) -> None:
    """Do some work and exit with its code, or that of what went wrong; the one error boundary."""
    try:
        code = work()
    except KeyboardInterrupt as error:
        code = 143 if isinstance(error, Terminated) else 130
        if options.output and not options.quiet and STDIN not in (options.paths or [STDIN]):
            say(f"stopped; the same command with --resume goes on with {options.output}")
    except Failed as error:
        code = error.code
    except BrokenPipeError:
        silence(sys.stdout)
        code = 0
    except Exception as error:
        if options.debug:
            raise
        say(described(error))
        if isinstance(error, OSError):
            silence(sys.stdout)
        code = 2 if isinstance(error, UsageError) else 1
    _leave(code)


def _leave(code: int) -> None:
    """Exit; at once where threads are left, which wait on a silent stream or on workers that are gone."""
    if threading.active_count() == 1:
        raise SystemExit(code)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, AttributeError, ValueError):
            stream.flush()
    os._exit(code)


def _run(command: Command, options: Run) -> int:
    names = input_names(options)
    style = _style(command, options, len(names))
    reading = Reading(options.form, options.text_field, encoding_name(options.encoding), options.max_bytes)
    if options.cluster:  # its workers run in other folders
        reading = replace(reading, folder=str(Path.cwd()))
    work = Work(command, reading, style, options.debug)
    if options.cluster and options.jobs:
        raise UsageError("-j and --cluster exclude each other: the cluster's workers do the work")
    jobs = options.jobs or (_cores() if len(names) >= MANY_FILES else 1)
    started = time.monotonic()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    common = _common(command, options, names)
    shards = {"text": "txt", "table": "txt"}.get(style.form, style.form) if options.shards else None
    with (
        connected(options.cluster) as cluster,
        output(options.output, options.errors_file, common, resume=options.resume, shards=shards) as out,
    ):
        tally = out.tally
        outcomes = ordered(skip(batches(names, reading), tally.tasks), work, lost, jobs, cluster)
        if _shows_progress(options, style):
            outcomes = progress(outcomes, lambda outcome: (outcome.documents, outcome.size), _total(names))
        opening = head(command.layout, style)
        for outcome in outcomes:
            failed = report(outcome.problems, options.quiet)
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


class Failed(NewskitError):  # noqa: N818 - no error of its own: what failed has been told
    """A run ends without its output, with the exit code that it holds."""

    def __init__(self, code: int) -> None:
        self.code = code


class Terminated(KeyboardInterrupt):
    """SIGTERM, to be handled as Ctrl-C is."""


def _interrupt(number: int, frame: Any) -> None:
    for other in (signal.SIGINT, signal.SIGTERM):
        signal.signal(other, signal.SIG_IGN)  # a second one must not meet the clean-up
    raise Terminated if number == signal.SIGTERM else KeyboardInterrupt


def _common(command: Command, options: Run, names: list[str]) -> dict[str, Any]:
    """What a run must have in common with the one that it resumes: version, command, options, inputs."""
    if not options.output:
        return {}
    if options.resume and STDIN in names:
        raise UsageError("--resume needs files as input; standard input cannot be read again")
    shared = ("form", "text_field", "encoding", "max_bytes", "format", "no_source", "csv_safe")
    own = {
        "version": __version__,
        "command": command.schema,
        "inputs": _fingerprint(names),
        "files of options": _fingerprint(_files(options)),
    }
    return own | {name: getattr(options, name) for name in shared} | options.settings


def _files(options: Run) -> list[str]:
    """The files that the command's own options name."""
    return [value for value in options.settings.values() if isinstance(value, str) and Path(value).is_file()]


def _fingerprint(names: list[str]) -> str:
    import hashlib

    state = hashlib.sha256()
    for name in names:
        state.update(f"{name}\0{_state(name)}\0".encode("utf-8", "surrogateescape"))
    return state.hexdigest()


def _state(name: str) -> str:
    with contextlib.suppress(OSError):
        if remote.is_address(name):
            return remote.state(name)
        status = Path(name).stat()
        return f"{status.st_size} {status.st_mtime_ns}"
    return "missing"


def input_names(options: Run) -> list[str]:
    """The inputs of a run. Raises UsageError where there is none, or output would go to one."""
    paths = options.paths or []
    if not paths:
        if sys.stdin is None or sys.stdin.isatty():
            raise UsageError(
                "no input: name a file, or pipe text in (newskit COMMAND --help shows an example)"
            )
        paths = [STDIN]
    names = sources(paths, recursive=options.recursive)
    if options.shards and options.output:
        own = os.path.join(os.path.realpath(options.output), "")  # noqa: PTH118
        names = [name for name in names if not os.path.realpath(name).startswith(own)]
    written = [path for path in (options.output, options.errors_file) if path]
    for path in written:
        if Path(path).exists() and any(_is_same_file(name, path) for name in [*names, *_files(options)]):
            raise UsageError(f"{path}: is an input, too; write to another file")
    if len({os.path.realpath(path) for path in written}) < len(written):
        raise UsageError(f"{options.errors_file}: is the output, too; write errors to another file")
    if not names:
        say(f"{paths[0]}: holds no files")
    redirected = _redirected()
    read = [name for name in names if not redirected or _is_read(name, redirected, options)]
    if not read:
        raise Failed(3)
    return read


def _redirected() -> list[os.stat_result]:
    """The files, if any, to which the shell has redirected output and errors."""
    found = [_stream_state(stream) for stream in (sys.stdout, sys.stderr)]
    return [status for status in found if status and stat.S_ISREG(status.st_mode)]


def _stream_state(stream: IO[str] | None) -> os.stat_result | None:
    """The file behind a stream; None where it is closed or none of the system's, as in a notebook."""
    with contextlib.suppress(OSError, ValueError):
        return os.fstat(stream.fileno()) if stream is not None else None
    return None


def _is_read(name: str, redirected: list[os.stat_result], options: Run) -> bool:
    """Whether a file is none of those that this run writes. Raises UsageError where one is named itself."""
    with contextlib.suppress(OSError):
        status = _stream_state(sys.stdin) if name == STDIN else Path(name).stat()
        if status and any(os.path.samestat(status, other) for other in redirected):
            if name == STDIN or name in (options.paths or []):
                raise UsageError(f"{name}: is the output, too; write to another file")
            if not options.quiet:
                say(f"{name}: left out, since this run writes to it")
            return False
    return True


def _is_same_file(name: str, other: str) -> bool:
    try:
        return Path(name).samefile(other)
    except OSError:
        return False


def encoding_name(name: str | None) -> str | None:
    """The codec of an encoding for text. Raises UsageError where there is none."""
    try:
        "".encode(name or "utf-8")  # LookupError for base64, too, which is known but none of text
        return name and codecs.lookup(name).name
    except LookupError:
        raise UsageError(f"{name}: no such encoding; utf-8, cp1252, latin-1 and utf-16 are some") from None


def _style(command: Command, options: Run, files: int) -> Style:
    terminal = options.output is None and sys.stdout is not None and sys.stdout.isatty()
    form = options.format if options.format != "auto" else "table" if terminal else command.piped
    color = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = min(shutil.get_terminal_size().columns, 100)
    source = False if options.no_source else True if files > 1 else None
    return Style(form, terminal, color, width, source, options.csv_safe, files > 1)


def _shows_progress(options: Run, style: Style) -> bool:
    return not (options.quiet or style.terminal) and sys.stderr is not None and sys.stderr.isatty()


def _total(names: list[str]) -> int | None:
    with contextlib.suppress(OSError):
        return sum(Path(name).stat().st_size for name in names) if STDIN not in names else None
    return None


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
