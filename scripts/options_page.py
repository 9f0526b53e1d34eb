"""Writes docs/options.md from the command line itself: ``python -m scripts.options_page``."""

from pathlib import Path
from typing import Any

from typer.main import get_command

from newskit.cli import EXAMPLES, app

PAGE = Path(__file__).parents[1] / "docs/options.md"
HEAD = """\
# Commands and options

What `newskit COMMAND --help` shows, made from the command line itself. The options under "For every command
that reads" are the same everywhere.
"""
SHARED = ("Input", "Output", "Work")


def row(parameter: Any) -> str:
    """The names and the text of an option."""
    names = ", ".join(f"`{name}`" for name in sorted(parameter.opts, key=len))
    if parameter.metavar and not getattr(parameter, "is_flag", False):
        names += f" {parameter.metavar}"
    return f"| {names} | {(parameter.help or '').replace('|', chr(92) + '|')} |"


def page() -> str:
    """The page: a table for each command, and those that all share."""
    group: Any = get_command(app())
    parts, shared = [HEAD], ""
    for name, command in group.commands.items():
        panel = {p: getattr(p, "rich_help_panel", None) for p in command.params}
        own = [row(p) for p, heading in panel.items() if heading is None and p.opts[0].startswith("-")]
        parts.append(f"\n## {name}\n\n{command.help}\n\n```\n{EXAMPLES[name]}\n```\n")
        if own:
            parts.append("\n| option | |\n| --- | --- |\n" + "\n".join(own) + "\n")
        shared = shared or "\n".join(row(p) for p, heading in panel.items() if heading in SHARED)
    return "".join(parts) + f"\n## For every command that reads\n\n| option | |\n| --- | --- |\n{shared}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
