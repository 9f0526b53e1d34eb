"""A stopped output goes on as if it had not been, wherever its files were cut."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.errors import UsageError
from newskit.output.files import output

TASKS = [
    ("satu\n", ""),
    ("", "salah\n"),
    ("dua é\n", ""),
    ("tiga\n", "salah\n"),
    ("", ""),
    ("empat\n" * 9, ""),
]
SETTINGS = {"inputs": "abc"}


class Killed(KeyboardInterrupt):
    """What stops a run and leaves its files."""


def write(folder: Path, *, resume: bool, tasks: int = len(TASKS), kill: bool = False) -> None:
    """Write what is not written yet, up to so many tasks."""
    with output(str(folder / "out"), str(folder / "errors"), SETTINGS, resume=resume) as out:
        for text, errors in TASKS[out.tally.tasks : tasks]:
            out.add(text, errors, done=bool(text), failed=bool(errors))
        if kill:
            raise Killed


def cut(file: Path, kept: int) -> None:
    """Keep so many bytes of a file."""
    file.write_bytes(file.read_bytes()[:kept])


@settings(deadline=None, derandomize=True, max_examples=100)
@given(
    st.integers(0, len(TASKS)), st.integers(0, 200), st.integers(0, 300), st.integers(0, 20), st.booleans()
)
def test_output_goes_on_after_a_cut(tasks: int, partial: int, journal: int, errors: int, again: bool) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(1 + again):
            with suppress(Killed):
                write(folder, resume=True, tasks=tasks, kill=True)
            cut(folder / ".out.partial", partial)
            cut(folder / ".out.journal", journal)
            cut(folder / "errors", errors)
        write(folder, resume=True)
        assert folder.joinpath("out").read_text("utf-8") == "".join(text for text, _ in TASKS)
        assert folder.joinpath("errors").read_text("utf-8") == "".join(errors for _, errors in TASKS)
        assert sorted(path.name for path in folder.iterdir()) == ["errors", "out"]


def test_run_without_resume_starts_anew(tmp_path: Path) -> None:
    with suppress(Killed):
        write(tmp_path, resume=False, tasks=3, kill=True)
    write(tmp_path, resume=False)
    assert tmp_path.joinpath("out").read_text("utf-8") == "".join(text for text, _ in TASKS)


def test_failure_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    tmp_path.joinpath("out").write_text("old")
    with pytest.raises(RuntimeError), output(str(tmp_path / "out"), None, SETTINGS) as out:
        out.add("new")
        raise RuntimeError
    assert tmp_path.joinpath("out").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_errors_file_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError), output(str(tmp_path / "out"), str(tmp_path / "no" / "e"), SETTINGS):
        pass
    assert not list(tmp_path.iterdir())
