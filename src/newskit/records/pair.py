"""``newskit.pair/1``: two articles that tell the same in nearly the same words, the older one first."""

from typing import TYPE_CHECKING

from newskit.output.layout import Layout, Told
from newskit.records.base import NUMBER, STRING, Kind, Record, schema_name

if TYPE_CHECKING:
    from rich.console import RenderableType

HEAD: dict[str, Kind] = {}
DEFINITION: dict[str, Kind] = {"a": STRING, "b": STRING, "jaccard": NUMBER}


def record(a: str, b: str, jaccard: float) -> Record:
    """The record of two articles, given by their ids."""
    return {"schema": schema_name("pair"), "a": a, "b": b, "jaccard": round(jaccard, 4)}


def lines(record: Record) -> list[tuple[str, ...]]:
    """Both ids and the index."""
    return [(record["a"], record["b"], str(record["jaccard"]))]


def show(record: Record, told: Told) -> "RenderableType":
    """The index and both ids."""
    from rich.text import Text

    return Text(f"{record['jaccard']:.2f}  ").append(record["a"], style="bold").append(f"  {record['b']}")


LAYOUT = Layout(None, (*DEFINITION,), lines, show, sourced=False, own=())
