"""The options that commands share: ``with_run`` puts them in place of a ``run`` parameter.

A command takes all of them, or, with ``run: Annotated[Run, NAMES]``, those that are named.
"""

import dataclasses
import functools
import inspect
import re
import typing
from collections.abc import Callable
from typing import Annotated, Any, Literal

from typer import Argument, BadParameter, Option
from typer.models import ArgumentInfo

READING = (
    *("paths", "form", "text_field", "columns", "sheet", "encoding", "max_bytes", "files_from", "nul"),
    *("recursive", "jobs", "cluster", "fail_fast"),
)
WRITING = ("format", "output", "csv_safe", "excel")
TALKING = ("quiet", "debug")
INDEXING = (*READING, "resume", "errors_file", *TALKING)
JUDGING = (*READING, *WRITING, "errors_file", *TALKING)
ASKING = (*WRITING, *TALKING)

Form = Literal["auto", "article", "text", "lines", "jsonl", "json", "csv", "tsv", "html", "feed", "xlsx"]
Format = Literal["auto", "text", "jsonl", "csv", "tsv", "md", "table", "parquet"]


UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}


def byte_count(value: str | int) -> int:
    """The bytes of ``10M``, ``64k``, ``1 GiB`` or ``500000``. Raises BadParameter for what is none.

    >>> [byte_count(value) for value in ("500", "64k", "10M", "1.5GiB")]
    [500, 65536, 10485760, 1610612736]
    """
    found = re.fullmatch(r"\s*([0-9]+(?:[.][0-9]+)?)\s*([KMGT]?)(?:i?B)?\s*", str(value), re.I)
    count = int(float(found[1]) * UNITS[found[2].upper()]) if found else 0
    if count < 1:
        raise BadParameter(f"{value}: write a number of bytes above 0, 500000, 10M or 2G")
    return count


Input = functools.partial(Option, rich_help_panel="Input")
Output = functools.partial(Option, rich_help_panel="Output")
Work = functools.partial(Option, rich_help_panel="Work")


@dataclasses.dataclass(frozen=True, slots=True)
class Options:
    """What to read, how to write and how to work: the same for every command.

    ``settings`` holds the values of the command's own options.
    """

    paths: Annotated[
        list[str] | None,
        Argument(
            metavar="[PATH]...", help="Files, addresses (s3://, https://), directories with -r, - for stdin."
        ),
    ] = None
    form: Annotated[
        Form,
        Input(
            "--input",
            metavar="KIND",
            help="What the input holds: auto, article, text, lines, jsonl, json, csv, tsv, html, feed, xlsx.",
            show_default=False,
        ),
    ] = "auto"
    text_field: Annotated[
        str,
        Input(metavar="KEY", help="The column of a row that holds the text."),
    ] = "text"
    columns: Annotated[
        str | None,
        Input(
            metavar="TEXT=KEY,...",
            help="Columns of rows: text=KEY,title=KEY; also date, outlet, url, id.",
            show_default="by their names",
        ),
    ] = None
    sheet: Annotated[
        str | None, Input(metavar="NAME", help="The sheet of a workbook.", show_default="the first")
    ] = None
    encoding: Annotated[
        str | None,
        Input(metavar="NAME", help="Encoding of the input.", show_default="BOM, UTF-8, cp1252"),
    ] = None
    max_bytes: Annotated[
        int | None,
        Input(
            metavar="N",
            parser=byte_count,
            help="The most that one input may unpack to: 500000, 10M, 2G.",
            show_default="128 MiB a document",
        ),
    ] = None
    files_from: Annotated[
        str | None,
        Input(
            "--files-from",
            metavar="FILE",
            help="Read the inputs' paths from a file, one a line; - for stdin.",
        ),
    ] = None
    nul: Annotated[bool, Input("-0", "--null", help="Paths in --files-from are parted by NUL.")] = False
    recursive: Annotated[bool, Input("-r", "--recursive", help="Read the files in directories.")] = False
    format: Annotated[
        Format,
        Output(
            "--format",
            metavar="FORMAT",
            help="auto (a table on a terminal, plain in a pipe), text, jsonl, csv, tsv, md, table, parquet.",
            show_default=False,
        ),
    ] = "auto"
    output: Annotated[
        str | None,
        Output(
            "-o",
            "--output",
            metavar="PATH",
            help="Write to a file, replaced when all is done; .csv, .parquet, .gz and so on choose.",
        ),
    ] = None
    shards: Annotated[
        bool,
        Output("--shards", help="Write files into the folder -o, each when it is done."),
    ] = False
    resume: Annotated[bool, Output("--resume", help="Go on where a stopped run to -o PATH was.")] = False
    errors_file: Annotated[
        str | None,
        Output("--errors-file", metavar="PATH", help="Write failures to a file, as JSONL."),
    ] = None
    csv_safe: Annotated[
        bool,
        Output("--csv-safe", help="Put ' before cells that a spreadsheet takes for formulas."),
    ] = False
    no_source: Annotated[
        bool,
        Output("--no-source", help="Leave out the id before each line of text."),
    ] = False
    excel: Annotated[
        bool, Output("--excel", help="Write csv for an Indonesian Excel: semicolons, BOM, CRLF.")
    ] = False
    jobs: Annotated[
        int | None,
        Work(
            "-j",
            "--jobs",
            metavar="N",
            min=1,
            help="Processes to work with.",
            show_default="1, or the cores for many or large files",
        ),
    ] = None
    cluster: Annotated[
        str | None,
        Work("--cluster", metavar="ADDRESS", help="Work with a Dask cluster, tcp://HOST:8786 for one."),
    ] = None
    fail_fast: Annotated[bool, Work("--fail-fast", help="Stop at the first input that fails.")] = False
    quiet: Annotated[
        bool,
        Work("-q", "--quiet", help="No warnings, no progress; errors only, and none with --errors-file."),
    ] = False
    debug: Annotated[bool, Work("--debug", help="Show a traceback for an error.")] = False
    settings: dict[str, Any] = dataclasses.field(default_factory=dict)


def with_run(command: Callable[..., None]) -> Callable[..., None]:
    """The command with fields of Run as parameters of its own, after its arguments and options."""
    hints = typing.get_type_hints(command, include_extras=True)
    taken = getattr(hints["run"], "__metadata__", [()])[0]
    own = [
        p.replace(annotation=hints[name])
        for name, p in inspect.signature(command).parameters.items()
        if name != "run"
    ]
    fields = [
        field
        for field in dataclasses.fields(Options)
        if field.name in taken or (not taken and field.name != "settings")
    ]
    types = typing.get_type_hints(Options, include_extras=True)

    @functools.wraps(command)
    def wrapper(**values: Any) -> None:
        run = Options(**{field.name: values.pop(field.name) for field in fields}, settings=values)
        command(run=run, **values)

    kind = inspect.Parameter.KEYWORD_ONLY
    shared = [inspect.Parameter(f.name, kind, default=f.default, annotation=types[f.name]) for f in fields]
    parameters = [p.replace(kind=kind) for p in sorted((*own, *shared), key=_is_option)]
    wrapper.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    wrapper.__annotations__ = {p.name: p.annotation for p in parameters}
    return wrapper


def _is_option(parameter: inspect.Parameter) -> bool:
    return not any(isinstance(part, ArgumentInfo) for part in parameter.annotation.__metadata__)
