"""Help that is read: a command's own options first, then the common ones under their headings."""

import re
import shutil
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from newskit.output.language import told

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
WIDTH = 96  # columns at most
RANGE = re.compile(
    r"(?P<given>\S+) is not in the range (?:(?P<least>[\d.]+)<=?)?x(?:(?P<sign>[<>]=?)(?P<end>[\d.]+))?\."
)
COLUMN = re.compile(r"  \S(?:.*?\S)??(?:  +)")  # the first of a row of two
MORE = "newskit COMMAND --help shows the options of a command, newskit help the topics."


class Command(TyperCommand):
    """A command whose help fits on a screen."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options under their headings: those without one are the command's own."""
        sections: dict[str, list[tuple[str, str]]] = {"Options": []}
        for parameter in self.get_params(ctx):
            heading = getattr(parameter, "rich_help_panel", None) or "Options"
            if row := _row(parameter, ctx):
                sections.setdefault(heading, []).append(row)
        width = max(len(names) for rows in sections.values() for names, _ in rows)
        for heading, rows in sections.items():
            if rows:
                formatter.write(f"\n{told(heading)}:\n")
                for names, text in rows:
                    _write(formatter, names, text, min(width, 30))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        arguments = " ".join(
            _metavar(p, ctx) for p in self.get_params(ctx) if p.param_type_name == "argument"
        )
        formatter.write(f"{told('Usage')}: {ctx.command_path} [{told('OPTIONS')}] {arguments}\n")

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what the command answers, and an example."""
        formatter.write(f"\n{_filled('  ' + told(self.help or ''), 2)}\n")

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the example last, where the eye is."""
        if self.epilog:
            formatter.write(f"\n{told('Example')}: {self.epilog}\n")


class Group(TyperGroup):
    """The whole command line: commands with what they answer, and how to learn more."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how newskit is called."""
        formatter.write(
            f"{told('Usage')}: newskit {told('COMMAND')} [{told('OPTIONS')}] [{told('PATH')}]...\n"
        )

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what newskit is."""
        formatter.write(f"\n{_filled('  ' + told(self.help or ''), 2)}\n")

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands with what they answer, none cut short."""
        formatter.write(f"\n{told('Commands')}:\n")
        width = max(map(len, self.commands))
        for name, command in self.commands.items():
            _write(formatter, name, told(command.help or ""), width)
        formatter.write(f"\n{_filled(told(MORE), 0)}\n")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the commands, then the few options beside them."""
        self.format_commands(ctx, formatter)


def _row(parameter: Any, ctx: Any) -> tuple[str, str] | None:
    """The names and the text of a parameter."""
    if parameter.param_type_name == "argument":
        return _metavar(parameter, ctx), told(parameter.help or "")
    if parameter.hidden:
        return None
    names = ", ".join(sorted(parameter.opts, key=len))
    if not parameter.is_flag:
        names += f" {_metavar(parameter, ctx)}"
    text = told(parameter.help or "")
    shown = parameter.show_default
    default = shown if isinstance(shown, str) else parameter.default if shown else None
    if default not in (None, False, True, ()) and not callable(default):
        text = f"{text.removesuffix('.')} ({told(str(default))})."
    return names, text


def _metavar(parameter: Any, ctx: Any) -> str:
    """What stands for a parameter's value, ``FILE`` or ``[PATH]...``, each word in the user's language."""
    return re.sub(r"[A-Z]{2,}", lambda word: told(word[0]), parameter.make_metavar(ctx))


def _room() -> int:
    """The columns that help may take."""
    return min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)


def _write(formatter: Any, names: str, text: str, width: int) -> None:
    """Write a row of two columns, the second wrapped."""
    first = f"  {names:{width}}  "
    if len(names) > width:
        formatter.write(f"  {names}\n")
        first = " " * (width + 4)
    formatter.write(_filled(first + text, width + 4) + "\n")


def _filled(text: str, indent: int) -> str:
    """A text as lines that fit, those after the first with an indent; its own blanks stay."""
    import textwrap

    return textwrap.fill(
        text, _room(), subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    ).rstrip()


def fitted(topic: str) -> str:
    """A topic of help in the terminal's width: paragraphs are filled, rows of two columns in the second."""
    found = []
    for block in topic.rstrip("\n").split("\n\n"):
        rows = re.split(r"\n(?=  \S)", block) if block.startswith("  ") else [block]
        for row in rows:
            names = COLUMN.match(row)
            found.append(_filled(re.sub(r"\s*\n\s*", " ", row), names.end() if names else 0))
        found[-1] += "\n"
    return "\n".join(found)


def tell(error: Any, path: str) -> None:
    """Tell what is wrong with a call of ``path``, a command, in two lines on stderr."""
    message = _dashed(error) or error.format_message()
    if type(error).__name__ == "NoArgsIsHelpError":
        print(message, file=sys.stderr)
        return
    if out_of_range := RANGE.search(message):
        message = message.replace(out_of_range[0], _range(out_of_range))
    message = re.sub(r"Invalid value(?:: | for )", "", message)
    message = re.sub(r"a valid int\w*(?: range)?\.", "a whole number", message)
    message = re.sub(r"a valid float(?: range)?\.", "a number", message)
    print(f"newskit: {told(message)}", file=sys.stderr)
    print(told("{} --help shows the options").format(path), file=sys.stderr)


def _dashed(error: Any) -> str | None:
    """What to say of an option with one dash: ``-top``, or of a word that a query leaves out: ``-impor``."""
    short = getattr(error, "option_name", "")
    typed = next((a for a in sys.argv[1:] if a.startswith(short) and not a.startswith("--")), "")
    if len(short) != 2 or len(typed) < 3 or not error.ctx:
        return None
    if any(f"-{typed}" in parameter.opts for parameter in error.ctx.command.params):
        return f"No such option: {typed} Did you mean -{typed}?"
    if error.ctx.command.name == "search":
        return f"No such option: {typed}; -- before the query lets it leave out a word: -- beras {typed}"
    return None


def _range(found: re.Match[str]) -> str:
    """What a number may be, in words."""
    least = found["least"] or (found["end"] if ">" in (found["sign"] or "") else None)
    most = found["end"] if "<" in (found["sign"] or "") else None
    if least and most:
        return f"{found['given']} is not from {least} to {most}"
    return f"{found['given']} is less than {least}" if least else f"{found['given']} is more than {most}"
