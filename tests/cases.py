"""The cases of ``tests/data/NAME.txt``: input, a line ``---``, what is expected, a line ``===``."""

from pathlib import Path

DATA = Path(__file__).parent / "data"


def cases(name: str) -> list[tuple[str, str]]:
    """The pairs of input and expected answer in a case file; lines that begin with ``# `` are comments."""
    lines = (DATA / f"{name}.txt").read_text("utf-8").splitlines()
    blocks = "\n".join(line for line in lines if line != "#" and not line.startswith("# ")).split("\n===")
    pairs = (block.strip("\n").partition("\n---") for block in blocks if block.strip())
    return [(given, expected.strip("\n")) for given, _, expected in pairs]
