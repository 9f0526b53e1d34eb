"""Which inputs a run reads: names settled, what it writes itself left out."""

import codecs
import contextlib
import os
import stat
import sys
from pathlib import Path
from typing import IO

from newskit.cli.exits import Failed
from newskit.cli.messages import print_error
from newskit.cli.options import Options
from newskit.errors import UsageError, reason
from newskit.input.columns import NAMES
from newskit.input.settings import InputSettings
from newskit.input.sources import STDIN, open_source, sources


def option_files(options: Options) -> list[str]:
    """The files that the command's own options name."""
    return [value for value in options.settings.values() if isinstance(value, str) and Path(value).is_file()]


def input_names(options: Options) -> list[str]:
    """The inputs of a run. Raises UsageError where there is none, or output would go to one."""
    paths = [*(options.paths or []), *listed_paths(options)]
    if not paths and options.files_from:
        print_error(f"{options.files_from}: names no files")
        raise Failed(3)
    if not paths:
        if sys.stdin is None or sys.stdin.isatty():
            raise UsageError(
                "no input: name a file, pipe text in, or type it after - (Ctrl-D ends it); --help shows more"
            )
        paths = [STDIN]
    names = sources(paths, recursive=options.recursive)
    if options.shards and options.output:
        own = os.path.join(os.path.realpath(options.output), "")  # noqa: PTH118
        names = [name for name in names if not os.path.realpath(name).startswith(own)]
    written = [path for path in (options.output, options.errors_file) if path]
    for path in written:
        if Path(path).exists() and any(
            _is_same_file(name, path) for name in [*names, *option_files(options)]
        ):
            raise UsageError(f"{path}: is an input, too; write to another file")
    if len({os.path.realpath(path) for path in written}) < len(written):
        raise UsageError(f"{options.errors_file}: is the output, too; write errors to another file")
    if not names:
        print_error(f"{paths[0]}: holds no files")
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


def _is_read(name: str, redirected: list[os.stat_result], options: Options) -> bool:
    """Whether a file is none of those that this run writes. Raises UsageError where one is named itself."""
    with contextlib.suppress(OSError):
        status = _stream_state(sys.stdin) if name == STDIN else Path(name).stat()
        if status and any(os.path.samestat(status, other) for other in redirected):
            if name == STDIN or name in (options.paths or []):
                raise UsageError(f"{name}: is the output, too; write to another file")
            if not options.quiet:
                print_error(f"{name}: left out, since this run writes to it")
            return False
    return True


def _is_same_file(name: str, other: str) -> bool:
    try:
        return Path(name).samefile(other)
    except OSError:
        return False


def listed_paths(options: Options) -> list[str]:
    """The paths in the file that ``--files-from`` names, a line each or parted by NUL."""
    if not options.files_from:
        if options.nul:
            raise UsageError("-0 says how the paths in --files-from FILE are parted")
        return []
    try:
        with open_source(options.files_from) as file:
            text = os.fsdecode(file.read())
    except OSError as error:
        raise UsageError(f"{options.files_from}: cannot be read ({reason(error)})") from None
    paths = text.split("\0") if options.nul else text.splitlines()
    if options.files_from == STDIN and STDIN in paths:
        raise UsageError("-: cannot be both the list of inputs and an input")
    return [path for path in paths if path]


def reading_of(options: Options) -> InputSettings:
    """How inputs are read. Raises UsageError for an encoding or a column that there is not."""
    return InputSettings(
        form=options.form,
        text_field=options.text_field,
        encoding=encoding_name(options.encoding),
        max_bytes=options.max_bytes,
        folder=str(Path.cwd()) if options.cluster else "",  # whose workers run in other folders
        columns=column_names(options.columns),
        sheet=options.sheet,
        keep=bool(options.settings.get("keep")),
        debug=options.debug,
    )


def column_names(value: str | None) -> tuple[tuple[str, str], ...]:
    """The pairs of ``text=KEY,title=KEY``. Raises UsageError for what is none."""
    pairs = [pair.partition("=") for pair in (value or "").split(",") if pair.strip()]
    for name, sign, key in pairs:
        if not (sign and key.strip() and name.strip() in NAMES):
            raise UsageError(
                f"--columns {name + sign + key}: write text=KEY,title=KEY; there are {', '.join(NAMES)}"
            )
    return tuple((name.strip(), key.strip()) for name, _, key in pairs)


def encoding_name(name: str | None) -> str | None:
    """The codec of an encoding for text. Raises UsageError where there is none."""
    try:
        "".encode(name or "utf-8")  # LookupError for base64, too, which is known but none of text
        return name and codecs.lookup(name).name
    except (LookupError, UnicodeError):  # of the codec "undefined"
        raise UsageError(f"{name}: no such encoding; utf-8, cp1252, latin-1 and utf-16 are some") from None


def total_size(names: list[str]) -> int | None:
    with contextlib.suppress(OSError):
        return sum(Path(name).stat().st_size for name in names) if STDIN not in names else None
    return None
