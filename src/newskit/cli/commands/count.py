"""``newskit count``, also ``keywords --count``: a table of how the inputs use their words."""

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from newskit.cli.options import Options
from newskit.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator


def count(run: Options) -> None:
    """Count how texts use their words: a table for keywords --background."""
    from newskit.cli.exits import guarded

    guarded(run, partial(write_table, run))


def write_stopwords(run: Options) -> int:
    """Write the package's stop words, one a line; the exit code."""
    from newskit.lexicon.lists import word_list
    from newskit.output.files import output

    with output(run.output, None, {}) as out:
        out.add("".join(f"{word}\n" for word in sorted(word_list("lexicon/stopwords"))))
    return 0


def write_table(run: Options) -> int:
    """Write how the words of the inputs are used, as ``--background`` reads it; the exit code."""
    from newskit.cli.inputs import input_names, reading_of
    from newskit.cli.messages import report
    from newskit.errors import Problem, UsageError
    from newskit.input.batches import batches
    from newskit.input.documents import documents
    from newskit.lexicon.counting import count_words, write_words
    from newskit.output.files import output

    if run.resume or run.shards or run.cluster or run.format != "auto":
        raise UsageError("count makes one table: --resume, --shards, --cluster and --format do not fit it")
    names = input_names(run)
    reading = reading_of(run)
    failed = 0
    told: set[str] = set()

    def readable() -> "Iterator[Document]":
        nonlocal failed
        for part in chain.from_iterable(batches(names, reading)):
            for item in (part,) if isinstance(part, Problem) else documents(part, reading):
                if isinstance(item, Problem):
                    failed += report((item,), run.quiet, told)
                else:
                    yield item

    table = write_words(count_words(readable()))
    if failed and (run.fail_fast or not table):
        return 1 if table else 3
    with output(run.output, None, {}) as out:
        out.add(table)
    return 1 if failed else 0
