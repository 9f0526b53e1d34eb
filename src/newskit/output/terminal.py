"""What a terminal shows; the one place that makes text safe for it."""

import io
import re
from typing import Any

from newskit.output.language import told
from newskit.output.layout import Layout, Record, Style

# --- safe text ---------------------------------------------------------------------------

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """Text with control and bidirectional characters shown as escapes, so that no terminal obeys them.

    >>> safe("Jakarta\\x1b[2J")
    'Jakarta\\\\x1b[2J'
    """
    return UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def _safe_values(value: Any) -> Any:
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, list):
        return [_safe_values(v) for v in value]
    return {k: _safe_values(v) for k, v in value.items()} if isinstance(value, dict) else value


def table(record: Record, layout: Layout, style: Style) -> str:
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=style.width,
        force_terminal=style.color,
        no_color=not style.color,
        color_system="standard" if style.color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    shown = layout.show(_safe_values(record), told if style.terminal else str)
    if shown == "":
        return ""
    console.print(shown)
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)
