"""What a release must pass: ``make release-check``.

The sdist and wheel are built; the wheel is installed in clean environments of every Python that is here,
first alone, then with all extras, and the tests run against it, away from the sources. Then the figures of
this release (``make eval``, ``make bench``) are compared with the last one's: none may have fallen by more
than its noise.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from newskit import __version__

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks/results"
PYTHONS = ("python3.11", "python3.12", "python3.13")
POINTS = 0.3  # by which an accuracy may fall, in percentage points
SHARE = 0.12  # by which a ratio to a peer may fall


def call(*command: str | Path, cwd: Path = ROOT) -> str:
    """What a command prints; it must succeed."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout[-4000:]}{done.stderr[-2000:]}")
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
    seed = json.loads(call(folder / "bin/newskit", "parse", next((ROOT / "seeds").glob("*.txt"))))
    if seed["schema"] != "newskit.article/1":
        sys.exit(f"{interpreter}: the installed wheel does not read the seed")
    return folder / "bin"


def test(wheel: Path, sdist: Path, interpreter: str, folder: Path) -> str:
    """The last line of the tests against the installed wheel with all extras."""
    binaries = installed(wheel, interpreter, folder / "venv")
    shutil.unpack_archive(sdist, folder / "sdist", filter="data")
    (source,) = (folder / "sdist").iterdir()
    shutil.copytree(ROOT / "tests", source / "tests", dirs_exist_ok=True)
    call(binaries / "python", "-m", "pip", "install", "--quiet", f"{wheel}[all]")
    call(binaries / "python", "-m", "pip", "install", "--quiet", "--group", f"{source}/pyproject.toml:dev")
    told = call(binaries / "python", "-m", "pytest", "--numprocesses", "auto", "tests", cwd=source)
    return told.strip().splitlines()[-1]


def fallen(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The figures that fell by more than their noise, or are gone.

    >>> fallen({"accuracy": {"figures": {"stem": 99.0}}}, {"accuracy": {"figures": {"stem": 98.0}}})
    ['accuracy: stem fell from 99.0 to 98.0']
    """
    found = []
    for section in ("accuracy", "speed"):
        old, new = (results.get(section, {}).get("figures", {}) for results in (before, after))
        for name in old:
            was, now = (_figure(figures.get(name)) for figures in (old, new))
            least = was - POINTS if section == "accuracy" else was * (1 - SHARE)
            if now is None or (was is not None and now < least):
                found.append(f"{section}: {name} fell from {was} to {now}")
    return found


def _figure(value: Any) -> Any:
    return value.get("ratio", value.get("rate")) if isinstance(value, dict) else value


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
    return fallen(old, new)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        call(sys.executable, "-m", "build", "--outdir", folder / "dist", ROOT)
        (wheel,), (sdist,) = folder.glob("dist/*.whl"), folder.glob("dist/*.tar.gz")
        print(f"built {wheel.name}, {sdist.name}")
        for version in PYTHONS:
            interpreter = python(version)
            told = test(wheel, sdist, interpreter, folder / version) if interpreter else "not here, not tried"
            print(f"{version}: {told}")
    if problems := compared():
        sys.exit("\n".join(problems))
    print("nothing fell by more than its noise")


if __name__ == "__main__":
    main()
