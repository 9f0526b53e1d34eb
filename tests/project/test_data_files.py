"""Every data file begins with what it is, its source and licence, and its recipe."""

from pathlib import Path

import pytest

import newskit

FILES = sorted(path for path in Path(newskit.__file__).parent.rglob("data/*") if path.is_file())


def test_there_are_data_files() -> None:
    assert len(FILES) > 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_data_file_says_what_it_is(path: Path) -> None:
    what, source, recipe, first = path.read_text("utf-8").split("\n")[:4]
    assert what.startswith("# what: ")
    assert source.startswith("# source: ")
    assert recipe.startswith("# recipe: ")
    assert not first.startswith("# ")
