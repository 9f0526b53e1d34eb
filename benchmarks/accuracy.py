"""Accuracy on real articles through the command line, into the results of this release: ``make eval``."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks import results
from benchmarks.corpus import missing

if __name__ == "__main__":
    if lacking := missing("score.py"):
        sys.exit(lacking)
    from benchmarks.corpus import EVAL

    binary = Path(sys.executable).with_name("newskit")
    call = [str(EVAL / "score.py"), "--newskit", str(binary), "--json", *sys.argv[1:]]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    figures = {name: round(value, 2) for name, value in json.loads(done.stdout).items()}
    for name, value in figures.items():
        print(f"{name:32} {value:6.2f}")
    if not sys.argv[1:]:
        results.write("accuracy", figures)
