"""Output in shards joins to the output in one file, however often a run was stopped."""

from pathlib import Path
from typing import Any

import pytest

from newskit.errors import UsageError
from newskit.output import files, journal
from newskit.output.files import output
from run import errors, newskit

SETTINGS = {"version": "1"}


def write(folder: Path, numbers: range, *, resume: bool = False) -> None:
    with output(str(folder), None, SETTINGS, resume=resume, shards="txt") as out:
        for number in numbers[out.tally.tasks :]:
            out.add(f"{number}\n", done=1)


def joined(folder: Path) -> list[str]:
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        path.name for path in folder.glob("part-*")
    )
    return [path.read_text() for path in sorted(folder.iterdir())]


class Stops:
    """Runs a function of the module ``files``, and stops the run before or after its nth call."""

    def __init__(self, call: Any, nth: int, after: bool) -> None:
        self.call, self.nth, self.after, self.count = call, nth, after, 0

    def __call__(self, *arguments: Any) -> Any:
        self.count += 1
        if self.count == self.nth and not self.after:
            raise KeyboardInterrupt
        result = self.call(*arguments)
        if self.count == self.nth:
            raise KeyboardInterrupt
        return result


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("name", ["_write", "lock"])
@pytest.mark.parametrize("nth", range(1, 16))
def test_stopped_anywhere_it_goes_on(
    name: str, nth: int, after: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (files, journal):
        monkeypatch.setattr(module, "SHARD", 2)
    folder = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(files, name, Stops(getattr(files, name), nth, after))
        try:
            write(folder, range(6))
        except KeyboardInterrupt:
            stopped = True
        else:
            stopped = False
    if stopped:
        write(folder, range(6), resume=True)
    assert joined(folder) == ["0\n1\n", "2\n3\n", "4\n5\n"]


def test_folder_with_shards_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (files, journal):
        monkeypatch.setattr(module, "SHARD", 2)
    write(tmp_path, range(3))
    for resume in (False, True):
        with pytest.raises(UsageError, match="holds shards"):
            write(tmp_path, range(3), resume=resume)
    assert joined(tmp_path) == ["0\n1\n", "2\n"]


def test_shards_of_the_binary_join_to_its_output(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(1100):
        folder.joinpath(f"{number:04}").write_text(f"Beras naik {number}. Warga lega.")
    call = ("sentences", "-r", str(folder), "--format", "csv", "-j", "2")
    assert newskit(*call, "-o", str(tmp_path / "out"), "--shards").returncode == 0
    assert len(joined(tmp_path / "out")) == 2
    assert "".join(joined(tmp_path / "out")).encode() == newskit(*call).stdout
    assert errors(newskit(*call, "--shards")) == ["newskit: --shards needs -o FOLDER"]
