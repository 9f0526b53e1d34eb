"""The command line of newskit; ``main`` is its entry point."""

import gc
import sys
from collections.abc import Iterable
from importlib import import_module
from inspect import signature
from typing import Annotated

import typer

from newskit import __version__
from newskit.cli.options import with_run

EXAMPLES = {
    "parse": "newskit parse -r articles/ | jq -r '[.published, .place, .title] | @tsv'",
    "sentences": "newskit sentences article.txt | grep -i menteri",
    "tokenize": "newskit tokenize article.txt | sort | uniq -c | sort -rn | head",
    "stem": "echo 'Mereka menyalahkan kebijakan itu' | newskit stem",
    "keywords": "newskit keywords --top 5 --scores *.txt",
    "summary": "newskit summary --sentences 3 article.txt",
    "schema": "newskit schema keywords",
}
"""The commands in the order of the help, with an example; each is the function of ``cli.commands.NAME``."""


def app(commands: Iterable[str] = EXAMPLES) -> typer.Typer:
    """The command line with the commands that are named."""
    made = typer.Typer(
        name="newskit",
        help="Structure, sentences, stems, keywords and summaries from Indonesian news.",
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
    )
    made.callback()(_root)
    for name in commands:
        command = getattr(import_module(f"newskit.cli.commands.{name}"), name)
        made.command(epilog=f"\b\nExample: {EXAMPLES[name]}")(
            with_run(command) if "run" in signature(command).parameters else command
        )
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
    asked = [name for name in sys.argv[1:2] if name in EXAMPLES]
    app(asked or EXAMPLES)()  # the one that is asked for alone: each costs 2 ms
