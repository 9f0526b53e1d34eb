"""Compare what two newskits answer, byte by byte: ``python -m benchmarks.unchanged OLD NEW``.

OLD and NEW are the commands, such as ``.venv/bin/newskit`` of two working trees. All commands of articles
run over the articles of NEWSKIT_EVAL and over ``seeds/`` in text and jsonl; the version apart, every byte of
output, stderr and exit code must be the same.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.corpus import EVAL, ROOT

COMMANDS = {
    "parse": ([], ["--spans", "--dates"]),
    "sentences": ([], ["--clean"]),
    "tokenize": ([],),
    "stem": ([], ["--exact"], ["--explain"]),
    "keywords": ([], ["--top", "5", "--scores"]),
    "summary": ([], ["--sentences", "3"]),
    "dates": ([],),
    "names": ([],),
    "quotes": ([],),
}


def inputs(folder: Path) -> list[str]:
    """The evaluation's files of articles as JSONL, and its dated-header articles as one file each."""
    found = []
    for packed in sorted((EVAL / "data").glob("*.jsonl.gz")):
        rows = list(map(json.loads, gzip.decompress(packed.read_bytes()).decode().splitlines()))
        if "text" not in rows[0]:
            continue
        path = folder / packed.stem
        kept = ({k: row[k] for k in ("id", "title", "date", "text") if k in row} for row in rows[:600])
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept), "utf-8")
        found.append(path.name)
        if packed.name.startswith("articles"):
            for number, row in enumerate(rows):
                (folder / f"{number:04}.txt").write_text(row["text"], "utf-8")
    return [*found, *sorted(path.name for path in folder.glob("*.txt")), str(ROOT / "seeds")]


def answer(binary: str, arguments: list[str], folder: Path) -> tuple[int, bytes, bytes]:
    done = subprocess.run([binary, *arguments], cwd=folder, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def main(old: str, new: str) -> int:
    """The number of calls whose answers differ; each is printed."""
    different = calls = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = inputs(folder)
        for command, variants in COMMANDS.items():
            for options in variants:
                for form in ("text", "jsonl"):
                    call = [command, "-r", "--format", form, *options, *paths]
                    a, b = (answer(str(Path(binary).resolve()), call, folder) for binary in (old, new))
                    calls += 1
                    if a != b:
                        different += 1
                        lines = zip(a[1].splitlines(), b[1].splitlines(), strict=False)
                        first = next(
                            (pair for pair in lines if pair[0] != pair[1]), (a[2][-300:], b[2][-300:])
                        )
                        print(
                            command, *options, form, "differs:", *(part[:300] for part in first), sep="\n  "
                        )
    print(f"{different} of {calls} calls differ")
    return different


if __name__ == "__main__":
    sys.exit(bool(main(*sys.argv[1:3])))
