"""Writes the data files that ship; the head of a file, which tells what it is, stays."""

from newskit.lexicon.lists import HEAD, data_path


def write(name: str, text: str) -> None:
    """Put a text in the place of what a data file, ``stemming/news_roots.txt``, has after its head."""
    path = data_path(name)
    head = HEAD.match(path.read_text("utf-8"))
    assert head, name
    path.write_text(head[0] + text, "utf-8")
