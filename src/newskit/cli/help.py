"""Help that is read: a command's own options first, then the common ones under their headings."""

import re
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from newskit.cli.language import told

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
WIDTH = 96
RANGE = re.compile(
    r"(?P<given>\S+) is not in the range (?:(?P<least>[\d.]+)<=?)?x(?:(?P<sign>[<>]=?)(?P<end>[\d.]+))?\."
)
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
        formatter.write(f"\n  {told(self.help or '')}\n")

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
        formatter.write(f"\n  {told(self.help or '')}\n")

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands with what they answer, none cut short."""
        formatter.write(f"\n{told('Commands')}:\n")
        width = max(map(len, self.commands))
        for name, command in self.commands.items():
            _write(formatter, name, told(command.help or ""), width)
        formatter.write(f"\n{told(MORE)}\n")

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


def _write(formatter: Any, names: str, text: str, width: int) -> None:
    """Write a row of two columns, the second wrapped."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) + width + 5 > WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    lines.append(line)
    first = f"  {names:{width}}  "
    if len(names) > width:
        formatter.write(f"  {names}\n")
        first = " " * (width + 4)
    formatter.write(f"{first}{lines[0]}".rstrip() + "\n")
    for line in lines[1:]:
        formatter.write(" " * (width + 4) + line + "\n")


def tell(error: Any, path: str) -> None:
    """Tell what is wrong with a call of ``path``, a command, in two lines on stderr."""
    message = error.format_message()
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


def _range(found: re.Match[str]) -> str:
    """What a number may be, in words."""
    least = found["least"] or (found["end"] if ">" in (found["sign"] or "") else None)
    most = found["end"] if "<" in (found["sign"] or "") else None
    if least and most:
        return f"{found['given']} is not from {least} to {most}"
    return f"{found['given']} is less than {least}" if least else f"{found['given']} is more than {most}"
