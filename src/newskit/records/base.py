"""What all records share: the keys that come first, and JSON Schemas from the definitions of the records.

A record is defined once, in its module: ``DEFINITION`` maps each key to a piece of JSON Schema, which gives
the schema, the columns of csv and the order of the keys.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, TypeAlias

from newskit.document import Source, Span
from newskit.input.dated_header import as_document
from newskit.output.layout import Layout

Record: TypeAlias = dict[str, Any]
Kind: TypeAlias = dict[str, Any]  # a piece of JSON Schema

STRING: Kind = {"type": "string"}
INTEGER: Kind = {"type": "integer"}
NUMBER: Kind = {"type": "number"}
BOOLEAN: Kind = {"type": "boolean"}
NAMES = (
    *("article", "sentences", "tokens", "stems", "keywords", "summary", "names", "quotes", "dates"),
    *("cluster", "pair", "hit", "trend"),
)
"""The records, each defined in the module of its name."""


def nullable(kind: Kind) -> Kind:
    """A kind or null."""
    return {"anyOf": [kind, {"type": "null"}]}


def one_of(*values: str) -> Kind:
    """One of some strings."""
    return {"enum": [*values]}


def array(kind: Kind) -> Kind:
    """A list of a kind."""
    return {"type": "array", "items": kind}


def fields(definition: Mapping[str, Kind], optional: Mapping[str, Kind] | None = None) -> Kind:
    """An object of just these keys; those of ``optional`` may be absent."""
    return {
        "type": "object",
        "properties": {**definition, **(optional or {})},
        "required": [*definition],
        "additionalProperties": False,
    }


OFFSETS: dict[str, Kind] = {"start": INTEGER, "end": INTEGER}
PIECE: dict[str, Kind] = {"text": STRING, **OFFSETS}
OF_DOCUMENT: dict[str, Kind] = {"id": STRING, "source": STRING, "index": INTEGER}


def record(name: str, source: Source, values: Record) -> Record:
    """The record ``newskit.NAME/1`` of a document: schema, id, source and index, then its values.

    >>> record("keywords", "Hujan.", {"keywords": []})
    {'schema': 'newskit.keywords/1', 'id': '-', 'source': '-', 'index': 0, 'keywords': []}
    """
    document = as_document(source)
    head = {"schema": schema_name(name), "id": document.id, "source": document.source}
    return {**head, "index": document.index, **values}


def schema_name(name: str) -> str:
    """The value of a record's key ``schema``."""
    return f"newskit.{name}/1"


def piece(span: Span, origin: int) -> Record:
    """A span as ``text``, ``start`` and ``end``; ``origin`` is where the document starts in its source."""
    start, end, text = span
    return {"text": text, "start": start + origin, "end": end + origin}


def column_kinds(name: str, layout: Layout) -> dict[str, Kind]:
    """The pieces of JSON Schema of the columns of a record's table."""
    module = import_module(f"newskit.records.{name}")
    head = getattr(module, "HEAD", OF_DOCUMENT)
    known = {**head, **module.DEFINITION, **getattr(module, "OPTIONAL", {})}
    items = known[layout.items]["items"]["properties"] if layout.items else known
    own = {key: head[key] for key in layout.own}
    return {**own, **{column: items.get(column, STRING) for column in layout.columns}}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of ``newskit.NAME/1``. Raises KeyError for another name.

    >>> schema("keywords")["properties"]["schema"]
    {'const': 'newskit.keywords/1'}
    """
    if name not in NAMES:
        raise KeyError(name)
    module = import_module(f"newskit.records.{name}")
    head = {"schema": {"const": schema_name(name)}, **getattr(module, "HEAD", OF_DOCUMENT)}
    told = (module.__doc__ or "").strip().partition("\n")[0].partition(": ")[2]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": schema_name(name),
        "description": told[:1].upper() + told[1:],
        **fields({**head, **module.DEFINITION}, getattr(module, "OPTIONAL", None)),
    }
