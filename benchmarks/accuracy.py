"""Accuracy on real articles through the command line: ``make eval``."""

import subprocess
import sys
from pathlib import Path

from benchmarks.corpus import EVAL

if __name__ == "__main__":
    script = EVAL / "score.py"
    if not script.exists():
        sys.exit(f"no {script}: NEWSKIT_EVAL names the folder with the articles; accuracy not measured")
    binary = Path(sys.executable).with_name("newskit")
    raise SystemExit(subprocess.run([script, "--newskit", binary], check=False).returncode)
