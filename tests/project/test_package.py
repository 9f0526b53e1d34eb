"""The wheel, made from the sdist and installed in an empty environment, reads the seed."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import newskit
from run import SEED

ROOT = Path(__file__).parents[2]


def run(*command: str | Path) -> str:
    """What a command prints; it must succeed."""
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_of_the_sdist_installs_and_reads_the_seed(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--outdir", tmp_path / "dist", ROOT)  # the wheel from the sdist
    (wheel,) = tmp_path.glob("dist/*.whl")
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    run(tmp_path / "venv/bin/python", "-m", "pip", "install", wheel)
    record = json.loads(run(tmp_path / "venv/bin/newskit", "parse", SEED))
    assert (record["schema"], record["date"]) == ("newskit.article/1", "2020-08")
    (package,) = tmp_path.glob("venv/lib/python*/site-packages/newskit")
    assert (package / "py.typed").exists()


def test_nothing_in_the_package_runs_code_from_data_or_goes_online() -> None:
    never = {"pickle", "marshal", "shelve", "urllib", "http", "socket", "requests", "ssl", "ftplib"}
    for path in Path(newskit.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            opens = {
                name.partition(".")[0] for name in names if name != "urllib.parse"
            }  # takes addresses apart
            assert not opens & never, path.name
