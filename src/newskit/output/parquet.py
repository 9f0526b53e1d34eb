"""Tables as Parquet files, by pyarrow (extra ``parquet``): the columns of csv, each with its type."""

import json
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from newskit.errors import MissingExtraError
from newskit.output.formats import column_names
from newskit.output.layout import Layout

GROUP = 20_000  # rows that are held at once


def check() -> None:
    """Raises MissingExtraError, before anything is done, where pyarrow is not installed."""
    try:
        import pyarrow  # noqa: F401
    except ModuleNotFoundError:
        raise MissingExtraError("pyarrow", "parquet") from None


def write(rows: Path, target: Path, layout: Layout, kinds: Mapping[str, Mapping[str, Any]]) -> None:
    """Write the rows of a file of JSON lines as a Parquet file.

    ``kinds`` are the pieces of JSON Schema that tell the type of each column; one without is text.
    """
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema([(name, _type(kinds.get(name, {}))) for name in column_names(layout)])
    with rows.open("rb") as lines, parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        while group := _group(lines):
            writer.write_table(pyarrow.Table.from_pylist(group, schema))


def _group(lines: Iterable[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in islice(lines, GROUP)]


def _type(kind: Mapping[str, Any]) -> Any:
    """The type of Arrow for a piece of JSON Schema."""
    import pyarrow

    for inner in kind.get("anyOf", ()):
        if inner.get("type") != "null":
            return _type(inner)
    if kind.get("type") == "array":
        return pyarrow.list_(_type(kind["items"]))
    plain = {"integer": pyarrow.int64(), "number": pyarrow.float64(), "boolean": pyarrow.bool_()}
    return plain.get(kind.get("type", ""), pyarrow.string())
