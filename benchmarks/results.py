"""The figures of a release, in ``benchmarks/results/VERSION.json``: accuracy, speed, how they were taken."""

import datetime
import json
import platform
from pathlib import Path
from typing import Any

from newskit import __version__

FOLDER = Path(__file__).parent / "results"


def read(version: str = __version__) -> dict[str, Any]:
    """The results of a release; empty where none were written."""
    path = FOLDER / f"{version}.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def write(section: str, figures: dict[str, Any]) -> None:
    """Put a section, ``accuracy`` or ``speed``, into the results of this release; other sections stay.

    Beside the sections a results file may have ``changed``: figures that cannot be compared with the last
    release's, each with the reason, written by hand.
    """
    found = read() | {"version": __version__}
    told = {"taken": datetime.date.today().isoformat(), "python": platform.python_version()}
    found[section] = told | {"figures": figures}
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{__version__}.json"
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
    print(f"written: {path}")


def write_unseen(figures: dict[str, float]) -> None:
    """Put a model's figures on articles that it has not seen beside those of the other models.

    ``python -m training.names --check`` ends with ``write_unseen({"cv.names.excerpts": 82.5})``.
    """
    others = read().get("unseen", {}).get("figures", {})
    write("unseen", others | {name: round(value, 2) for name, value in figures.items()})
