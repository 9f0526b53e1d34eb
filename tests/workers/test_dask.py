"""A cluster of two workers on this machine gives what one process gives, also when workers die."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from run import BINARY, SEED, errors, newskit

psutil = pytest.importorskip("psutil")
pytest.importorskip("distributed", reason="the extra cluster is not installed")

DASK = str(Path(sys.executable).with_name("dask"))
QUIET = ("--no-dashboard", "--host", "127.0.0.1", "--scheduler-file")
NULL = subprocess.DEVNULL
# the first death of a worker is the end of its batches for Dask, and newskit's own retries have to do
HARSH = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}

POISON = """
import os, sys
from newskit.workers.dask import connected
from newskit.workers.pool import ordered

def work(number):
    return number if number != 5 else os._exit(9)

with connected(sys.argv[1]) as cluster:
    print(*ordered([[1, 2], [3, 4, 5, 6], [7]], work, lambda number: -number, cluster=cluster))
"""


class Workers:
    """Two worker processes of a scheduler, with nannies that start them again."""

    def __init__(
        self, address: str, scheduler: subprocess.Popen[bytes], process: subprocess.Popen[bytes]
    ) -> None:
        self.address, self.scheduler, self.process = address, scheduler, process

    def pids(self) -> list[int]:
        children = psutil.Process(self.process.pid).children(recursive=True)
        return [child.pid for child in children if "spawn_main" in " ".join(child.cmdline())]


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workers]:
    file = tmp_path_factory.mktemp("scheduler") / "address.json"
    with ExitStack() as stack:
        processes = []
        for command in (["scheduler", "--port", "0"], ["worker", "--nworkers", "2"]):
            call = [DASK, *command, *QUIET, str(file)]
            process = stack.enter_context(subprocess.Popen(call, env=HARSH, stdout=NULL, stderr=NULL))
            stack.callback(process.terminate)
            processes.append(process)
        while not (file.exists() and file.read_text().endswith("}")):
            assert process.poll() is None
            time.sleep(0.05)
        yield Workers(json.loads(file.read_text())["address"], *processes)


def articles(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        sentence = f"Warga menunggu bantuan pemerintah daerah sejak {number} hari lalu. "
        text = f"date 2020-08 Harga Beras {number} Naik.jpg\n\nSOLO - {sentence * 15}\n"
        folder.joinpath(f"{number:03}.txt").write_text(text)
    folder.joinpath("017.txt").write_bytes(b"\0" * 99)


def test_death_of_a_worker_loses_nothing(
    workers: Workers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # names stay relative, and workers find the files all the same
    articles(Path("berita"), 200)
    call = ("stem", "-r", "berita", "--format", "jsonl")
    alone = newskit(*call, "-j", "1")
    with subprocess.Popen(
        [BINARY, *call, "--cluster", workers.address], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout and run.stderr
        first = run.stdout.readline()
        os.kill(workers.pids()[0], 9)
        assert run.poll() is None
        assert first + run.stdout.read() == alone.stdout
        assert run.stderr.read() == alone.stderr
    assert (alone.returncode, run.returncode) == (1, 1)


def test_task_that_kills_its_worker_is_lost_alone(workers: Workers) -> None:
    done = subprocess.run([sys.executable, "-c", POISON, workers.address], capture_output=True, timeout=60)
    assert (done.stdout, done.stderr) == (b"1 2 3 4 -5 6 7\n", b"")


def test_standard_input_goes_to_workers(workers: Workers) -> None:
    text = Path(SEED).read_bytes()
    there = newskit("stem", "--cluster", workers.address, stdin=text)
    assert (there.returncode, there.stdout) == (0, newskit("stem", stdin=text).stdout)


def test_interrupt_ends_a_run_at_once(workers: Workers, tmp_path: Path) -> None:
    with subprocess.Popen(
        [BINARY, "stem", "--input", "lines", "--cluster", workers.address],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdin and run.stdout
        run.stdin.write(b"menari\n")
        run.stdin.flush()
        assert run.stdout.readline() == b"tari\n"
        run.send_signal(2)
        started = time.monotonic()
        assert run.wait(10) == 130
        assert time.monotonic() - started < 2
        assert run.stderr
        assert run.stderr.read() == b""


def test_what_is_no_scheduler_is_told_in_a_line() -> None:
    done = newskit("stem", SEED, "--cluster", "localhost")
    assert (done.returncode, done.stdout) == (2, b"")
    assert errors(done) == ["newskit: localhost: is no address of a Dask scheduler; tcp://HOST:8786 is one"]


def test_missing_extra_is_told_in_a_line() -> None:
    hidden = "import sys; sys.modules['distributed'] = None; from newskit.cli import main; main()"
    call = [sys.executable, "-c", hidden, "stem", SEED, "--cluster", "tcp://127.0.0.1:8786"]
    done = subprocess.run(call, capture_output=True)
    assert (done.returncode, errors(done)) == (
        2,
        [
            "newskit: distributed is not installed: pip install 'newskit[cluster]', "
            "in a checkout pip install -e '.[cluster]'"
        ],
    )


def test_death_of_the_scheduler_ends_the_run(workers: Workers, tmp_path: Path) -> None:
    """The last test: the others need the scheduler."""
    articles(tmp_path / "berita", 200)
    output = tmp_path / "out.jsonl"
    call = [
        BINARY,
        "parse",
        "-r",
        str(tmp_path / "berita"),
        "-",
        "--cluster",
        workers.address,
        "-o",
        str(output),
    ]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=NULL, stderr=subprocess.PIPE) as run:
        assert run.stderr
        assert b"017.txt" in run.stderr.readline()  # the folder is under way, standard input still open
        workers.scheduler.kill()
        run.wait(20)
        lines = run.stderr.read().decode().splitlines()
    assert run.returncode == 1
    assert lines == ["newskit: the connection to the cluster was lost; with -o, --resume goes on"]
    assert not output.exists()
