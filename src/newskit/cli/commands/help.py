"""``newskit help``: what is longer than a line of help."""

from typing import Annotated

from typer import Argument, BadParameter, echo

TOPICS = ("input", "output", "resume", "cluster")
INDONESIAN = {"masukan": "input", "keluaran": "output", "melanjutkan": "resume", "kluster": "cluster"}


def help(
    topic: Annotated[
        str | None, Argument(metavar="[TOPIC]", help="input, output, resume or cluster.")
    ] = None,
) -> None:
    """More on a topic: input, output, resume, cluster."""
    from newskit.cli.help import fitted
    from newskit.lexicon.lists import data
    from newskit.output.language import is_indonesian

    if topic is None:
        echo("\n".join(TOPICS))
        return
    topic = INDONESIAN.get(topic, topic)
    if topic not in TOPICS:
        raise BadParameter(f"there is no topic {topic!r}; there are {', '.join(TOPICS)}")
    echo(fitted(data(f"cli/{topic}.{'id' if is_indonesian() else 'en'}.txt")), nl=False)
