"""Writes docs/records.md from the definitions of the records: ``python -m scripts.records_page``."""

from pathlib import Path
from typing import Any

from newskit.records import base

PAGE = Path(__file__).parents[1] / "docs/records.md"
HEAD = """\
# Records

Each command writes records of one kind: JSON objects with a stable order of keys (`--format jsonl`).
`newskit schema NAME` prints the JSON Schema (draft 2020-12) of a kind; this page is made from the same
definitions. Every `start` and `end` counts Unicode code points in the document's text: `text[start:end]` is
the piece. Keys in *italics* are there only with the option that asks for them.
"""


def kind(schema: dict[str, Any]) -> str:
    """A kind in words.

    >>> kind({"type": "array", "items": {"type": "string"}})
    'list of string'
    """
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(map(kind, schema["anyOf"]))
    if schema["type"] == "array":
        return f"list of {kind(schema['items'])}"
    if schema["type"] == "object":
        return f"{{{keys(schema)}}}" if schema.get("properties") else "object"
    return str(schema["type"])


def keys(schema: dict[str, Any]) -> str:
    """The keys of an object, those that may be absent in italics."""
    return " ".join(f"{name}" if name in schema["required"] else f"*{name}*" for name in schema["properties"])


def page() -> str:
    """The page: a table for each record."""
    parts = [HEAD]
    for name in base.NAMES:
        schema = base.schema(name)
        rows = [
            f"| {key if key in schema['required'] else f'*{key}*'} | {kind(value)} |"
            for key, value in schema["properties"].items()
        ]
        parts.append(f"## {schema['title']}\n\n{schema['description']}\n\n| key | kind |\n| --- | --- |\n")
        parts.append("\n".join(rows) + "\n")
    return parts[0] + "".join(f"\n{part}" if part.startswith("#") else part for part in parts[1:])


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
