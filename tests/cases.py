"""The cases of ``tests/PACKAGE/cases/NAME.txt``: input, a line ``---``, what is expected, a line ``===``."""

from pathlib import Path

TESTS = Path(__file__).parent


def cases(name: str) -> list[tuple[str, str]]:
    """Input and expected answer of each case of ``PACKAGE/NAME``; ``# `` begins a line of comment."""
    package, _, file = name.partition("/")
    lines = (TESTS / package / "cases" / f"{file}.txt").read_text("utf-8").splitlines()
    blocks = "\n".join(line for line in lines if line != "#" and not line.startswith("# ")).split("\n===")
    pairs = (block.strip("\n").partition("\n---") for block in blocks if block.strip())
    return [(given, expected.strip("\n")) for given, _, expected in pairs]
