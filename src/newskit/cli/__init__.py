"""The command line of newskit; ``main`` is its entry point."""

import gc
import sys
from collections.abc import Iterable
from importlib import import_module
from inspect import signature
from typing import Annotated

import typer

from newskit import __version__
from newskit.cli.help import Command, Group, UsageError, tell
from newskit.cli.options import with_run

EXAMPLES = {
    "parse": "newskit parse -r articles/ | jq -r '[.published, .place, .title] | @tsv'",
    "sentences": "newskit sentences article.txt | grep -i menteri",
    "tokenize": "newskit tokenize article.txt | sort | uniq -c | sort -rn | head",
    "stem": "echo 'Mereka menyalahkan kebijakan itu' | newskit stem",
    "keywords": "newskit keywords --top 5 --scores *.txt",
    "count": "newskit count -r corpus/ -o words.tsv",
    "summary": "newskit summary --sentences 3 article.txt",
    "names": "newskit names --type person *.txt | sort | uniq -c | sort -rn | head",
    "quotes": "newskit quotes --kind direct --speaker 'Sri Mulyani' -r articles/",
    "dates": "newskit dates --reference 2020-08-23 article.txt",
    "duplicates": "newskit duplicates --threshold 0.3 -r articles/",
    "index": "newskit index news.db -r articles/",
    "search": "newskit search news.db 'kiriman beras -impor' --since 2023-06",
    "trends": "newskit trends news.db --top 10 --by month",
    "report": "newskit report news.db -o laporan.html",
    "schema": "newskit schema keywords",
    "help": "newskit help input",
}
"""The commands in the order of the help, with an example; each is the function of ``cli.commands.NAME``."""


def app(commands: Iterable[str] = EXAMPLES) -> typer.Typer:
    """The command line with the commands that are named."""
    made = typer.Typer(
        name="newskit",
        help="What Indonesian news says: structure, sentences, stems, keywords, summaries.",
        cls=Group,
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
    )
    made.callback()(_root)
    for name in commands:
        command = getattr(import_module(f"newskit.cli.commands.{name}"), name)
        shared = "run" in signature(command).parameters
        made.command(cls=Command, epilog=EXAMPLES[name])(with_run(command) if shared else command)
    return made


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newskit {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run newskit on the arguments of this process."""
    gc.set_threshold(100_000)  # what is loaded are tables: to search them for cycles takes a tenth of a run
    first = sys.argv[1:2]
    asked = [name for name in first if name in EXAMPLES]
    try:
        needed = ["help"] if first == ["--version"] else asked or EXAMPLES  # each takes 2 ms to build
        code = app(needed)(prog_name="newskit", standalone_mode=False)
    except UsageError as error:
        tell(error, " ".join(("newskit", *asked)))
        code = 2
    except typer.Abort:
        code = 130
    sys.exit(code)
