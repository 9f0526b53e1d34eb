"""A command as a run sees it, and the work on one part of the input."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from newskit.cli.messages import described
from newskit.document import Document
from newskit.errors import Problem
from newskit.input.batches import Part
from newskit.input.settings import InputSettings
from newskit.output.formats import render
from newskit.output.layout import Layout, Record, Style
from newskit.output.terminal import safe
from newskit.records.base import record


class Command(NamedTuple):
    """A command as a run sees it: how a document becomes a record, and how the record is laid out.

    ``name`` is that of the record, ``fields`` gives what follows its first four keys, and
    ``text``, where there is one, the ``text`` format of a document directly.
    """

    name: str
    fields: Callable[[Document], Record]
    layout: Layout
    text: Callable[[Document], str] | None = None
    piped: str = "text"


class Outcome(NamedTuple):
    """What became of a part: rendered output, number of documents, problems, size on disk and source."""

    output: str
    documents: int
    problems: tuple[Problem, ...]
    size: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that a worker needs to turn a part into output."""

    command: Command
    reading: InputSettings
    style: Style
    debug: bool = False

    def __call__(self, part: Part | Problem) -> Outcome:
        if isinstance(part, Problem):
            return Outcome("", 0, (part,), source=part.source)
        from newskit.input.documents import documents

        found = list(documents(part, self.reading))
        style = self.style
        if style.source is None:
            style = style._replace(
                source=part.has_several or sum(isinstance(item, Document) for item in found) > 1
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
        return Outcome(self.between.join(pieces), len(pieces), tuple(problems), part.size, part.source)

    def _render(self, document: Document, style: Style) -> str:
        if style.form == "text" and self.command.text:
            text = self.command.text(document) + document.end
            if style.joined and text and not text.endswith("\n"):
                text += "\n"  # else the last word of one file and the first of the next are one
            return safe(text) if style.terminal else text
        values = self.command.fields(document)
        return render(record(self.command.name, document, values), self.command.layout, style)

    @property
    def between(self) -> str:
        """What stands between the output of two documents."""
        return {"text": self.command.layout.between, "table": "\n"}.get(self.style.form, "")


def lost_outcome(part: Part | Problem) -> Outcome:
    """The outcome of a part whose worker died."""
    return Outcome(
        "",
        0,
        (Problem(part.source, "analyse", "its worker process died (out of memory?)"),),
        source=part.source,
    )
