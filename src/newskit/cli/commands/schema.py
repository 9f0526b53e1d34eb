"""``newskit schema``: the JSON Schema of a record."""

from typing import Annotated

from typer import Argument, BadParameter, echo


def schema(
    name: Annotated[str | None, Argument(metavar="[NAME]", help="A record: keywords.")] = None,
) -> None:
    """The JSON Schema of the records newskit.NAME/1; without NAME, the names."""
    import json

    from newskit.records import base

    if name is None:
        echo("\n".join(base.NAMES))
        return
    try:
        found = base.schema(name.removeprefix("newskit.").removesuffix("/1"))
    except KeyError:
        raise BadParameter(f"there is no record {name!r}; there are {', '.join(base.NAMES)}") from None
    echo(json.dumps(found, ensure_ascii=False, indent=2))
