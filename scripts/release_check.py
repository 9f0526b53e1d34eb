"""What a release must pass: ``make release-check``.

The sdist and wheel are built; the wheel is installed in clean environments of every Python that is here,
away from the sources: first alone, where README's examples must do what they say and what needs an extra
must say so in one line, then with all extras, where all tests must pass. Then the figures of this release
(``make eval``, ``make unseen``, ``make bench``) are compared with the last one's: none may have fallen by
more than its noise, but for those whose fall the results explain (``changed``).
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from newskit import __version__

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks/results"
SEED = next((ROOT / "seeds").glob("*.txt"))
PYTHONS = ("python3.11", "python3.12", "python3.13")
POINTS = {"accuracy": 0.3, "unseen": 1.0}  # by which a figure may fall, in percentage points
SHARE = 0.12  # by which a speed or its ratio to a peer may fall
EXTRAS = {  # what needs an extra, typed beside the seed and docs/examples
    "cluster": "parse seed.txt --cluster tcp://127.0.0.1:8786",
    "html": "parse halaman/jembatan.html",
    "parquet": "parse seed.txt -o tabel.parquet",
    "remote": "parse https://example.org/berita.txt",
    "xlsx": "parse --input xlsx berita.csv",
    "zst": "parse seed.txt -o tabel.csv.zst",
}
NEEDS_NONE = {"all", "feed"}


class FailedError(Exception):
    """A command that had to succeed did not; what it printed last."""


def call(*command: str | Path, cwd: Path = ROOT) -> str:
    """What a command prints. Raises FailedError."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        raise FailedError(f"{' '.join(map(str, command))}\n{done.stdout[-4000:]}{done.stderr[-2000:]}")
    return done.stdout


def python(name: str) -> str | None:
    """The path of a Python that can make environments: on PATH, of pyenv, or the distribution's."""
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    places = [
        shutil.which(name),
        f"/usr/bin/{name}",
        *versions.glob(f"{name.removeprefix('python')}*/bin/python3"),
    ]
    for place in (place for place in places if place and Path(place).exists()):
        tried = subprocess.run([str(place), "-c", "import ensurepip, venv"], capture_output=True, check=False)
        if not tried.returncode:
            return str(place)
    return None


def installed(wheel: Path, interpreter: str, folder: Path) -> Path:
    """The binaries of a clean environment with the wheel alone, which reads the seed."""
    call(interpreter, "-m", "venv", folder)
    call(folder / "bin/python", "-m", "pip", "install", "--quiet", "--upgrade", "pip>=25.1")
    call(folder / "bin/python", "-m", "pip", "install", "--quiet", wheel)
    seed = json.loads(call(folder / "bin/newskit", "parse", SEED))
    if seed["schema"] != "newskit.article/1":
        raise FailedError(f"{interpreter}: the installed wheel does not read the seed")
    return folder / "bin"


def without_extras(binaries: Path, source: Path, folder: Path) -> None:
    """README's examples run where no extra is; what needs one ends in one line that names it."""
    call(binaries / "python", "-m", "pip", "install", "--quiet", "pytest", "hypothesis", "jq")
    call(binaries / "python", "-m", "pytest", "tests/project/test_docs.py", "-k", "test_example", cwd=source)
    told = tomllib.loads((source / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    if unknown := told.keys() ^ EXTRAS.keys() ^ NEEDS_NONE:
        raise FailedError(f"extras that are not tried: {', '.join(unknown)}")
    shutil.copytree(source / "docs/examples", folder)
    shutil.copy(SEED, folder / "seed.txt")
    english = {**os.environ, "NEWSKIT_LANG": "en"}
    for extra, line in EXTRAS.items():
        tried = [str(binaries / "newskit"), *line.split()]
        done = subprocess.run(tried, cwd=folder, capture_output=True, text=True, env=english)
        if not done.returncode or done.stderr.count("\n") != 1 or f"'newskit[{extra}]'" not in done.stderr:
            raise FailedError(f"without the extra {extra}, {line}: {done.stderr or 'nothing is told'}")


def test(wheel: Path, sdist: Path, interpreter: str, folder: Path) -> str:
    """The last line of the tests of the sdist against the installed wheel with all extras."""
    binaries = installed(wheel, interpreter, folder / "venv")
    shutil.unpack_archive(sdist, folder / "sdist", filter="data")
    (source,) = (folder / "sdist").iterdir()
    without_extras(binaries, source, folder / "alone")
    call(binaries / "python", "-m", "pip", "install", "--quiet", f"{wheel}[all]")
    call(binaries / "python", "-m", "pip", "install", "--quiet", "--group", f"{source}/pyproject.toml:dev")
    told = call(binaries / "python", "-m", "pytest", "--numprocesses", "auto", "tests", cwd=source)
    return told.strip().splitlines()[-1]


def fallen(before: dict[str, Any], after: dict[str, Any]) -> dict[str, str]:
    """The figures that fell by more than their noise, or are gone, and what is to be said of each.

    >>> fallen({"accuracy": {"figures": {"stem": 99.0}}}, {"accuracy": {"figures": {"stem": 98.0}}})
    {'stem': 'accuracy: stem fell from 99.0 to 98.0'}
    """
    found = {}
    for section in (*POINTS, "speed"):
        old, new = (results.get(section, {}).get("figures", {}) for results in (before, after))
        for name in old:
            was, now = (_figure(figures.get(name)) for figures in (old, new))
            if now is None or (was is not None and _worse(section, old[name], was, now)):
                found[name] = f"{section}: {name} fell from {was} to {now}"
    return found


def _figure(value: Any) -> Any:
    return value.get("ratio", value.get("rate")) if isinstance(value, dict) else value


def _worse(section: str, old: Any, was: float, now: float) -> bool:
    if section in POINTS:
        return now < was - POINTS[section]
    return now > was * (1 + SHARE) if old["unit"] == "ms" else now < was * (1 - SHARE)


def compared() -> list[str]:
    """What fell since the release before this one."""

    def key(path: Path) -> list[int]:
        return [int(part) for part in path.stem.split(".")]

    files = sorted(RESULTS.glob("*.json"), key=key)
    before = [path for path in files if key(path) < [int(part) for part in __version__.split(".")]]
    now = RESULTS / f"{__version__}.json"
    if not now.exists():
        return [f"{now.name} is missing: make eval and make bench write it"]
    if not before:
        return []
    old, new = (json.loads(path.read_text("utf-8")) for path in (before[-1], now))
    print(f"figures compared with {before[-1].stem}")
    problems, reasons = fallen(old, new), new.get("changed", {})
    for name in sorted(problems.keys() & reasons.keys()):
        print(f"{problems.pop(name)}: {reasons[name]}")
    return list(problems.values())


def main() -> None:
    problems = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        call(sys.executable, "-m", "build", "--outdir", folder / "dist", ROOT)
        (wheel,), (sdist,) = folder.glob("dist/*.whl"), folder.glob("dist/*.tar.gz")
        print(f"built {wheel.name}, {sdist.name}")
        for version in PYTHONS:
            try:
                interpreter = python(version)
                told = (
                    test(wheel, sdist, interpreter, folder / version)
                    if interpreter
                    else "not here, not tried"
                )
            except FailedError as error:
                told = "failed"
                problems.append(f"{version}: {error}")
            print(f"{version}: {told}", flush=True)
    problems += compared()
    if problems:
        sys.exit("\n".join(problems))
    print("nothing fell by more than its noise")


if __name__ == "__main__":
    main()
