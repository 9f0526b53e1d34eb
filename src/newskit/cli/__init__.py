"""The command line of newskit; ``main`` is its entry point."""

from typing import Annotated

import typer

from newskit import __version__
from newskit.cli.keywords import keywords
from newskit.cli.options import with_run
from newskit.cli.parse import parse
from newskit.cli.sentences import sentences
from newskit.cli.stem import stem
from newskit.cli.summary import summary
from newskit.cli.tokenize import tokenize

app = typer.Typer(
    name="newskit",
    help="Structure, sentences, stems, keywords and summaries from Indonesian news.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

for command, example in (
    (parse, "newskit parse -r articles/ | jq -r '[.published, .place, .title] | @tsv'"),
    (sentences, "newskit sentences article.txt | grep -i menteri"),
    (tokenize, "newskit tokenize article.txt | sort | uniq -c | sort -rn | head"),
    (stem, "echo 'Mereka menyalahkan kebijakan itu' | newskit stem"),
    (keywords, "newskit keywords --top 5 --scores *.txt"),
    (summary, "newskit summary --sentences 3 article.txt"),
):
    app.command(epilog=f"\b\nExample: {example}")(with_run(command))


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newskit {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run newskit on the arguments of this process."""
    app()
