"""What becomes of processes: a killed run goes on at once, a system without semaphores has one process."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from newskit.workers.pool import ordered
from run import BINARY, errors

TEXT = "Presiden Joko Widodo tiba di Solo, Senin (3/8). Warga Solo menyambut Joko Widodo dengan meriah.\n"
CALL = ("keywords", "--input", "lines", "-j", "2", "many.txt", "-o", "out", "--resume")


def test_killed_again_and_again_it_goes_on_at_once(tmp_path: Path) -> None:
    """The workers of a killed run live on for a moment; the lock on its output must not live with them."""
    tmp_path.joinpath("many.txt").write_text("".join(f"{n} {TEXT}" for n in range(12_000)))
    whole = subprocess.run([BINARY, *CALL[:6]], cwd=tmp_path, capture_output=True, check=True).stdout
    for seconds in random.Random(11).choices([0.3, 0.5, 0.7, 0.9], k=4):
        run = subprocess.Popen([BINARY, *CALL], cwd=tmp_path, stderr=subprocess.PIPE)
        time.sleep(seconds)
        run.send_signal(signal.SIGKILL)
        assert (run.communicate()[1] or b"").count(b"another newskit") == 0
    done = subprocess.run([BINARY, *CALL], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert tmp_path.joinpath("out").read_bytes() == whole


def test_without_semaphores_one_process_does_the_work(tmp_path: Path) -> None:
    tmp_path.joinpath("many.txt").write_text(TEXT * 3)
    code = """
import _multiprocessing, errno, os, sys
def refused(*_):
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))
import multiprocessing.synchronize
multiprocessing.synchronize._multiprocessing = type("None", (), {"SemLock": refused})
from newskit.cli import main
main()
"""
    call = [sys.executable, "-c", code, *CALL[:6]]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(b"Joko Widodo") == 3
    (line,) = errors(done)
    assert line.startswith("newskit: warning: one process does the work, not 2: read-only file system")


def test_too_few_files_allowed_is_one_line(tmp_path: Path) -> None:
    for number in range(3):
        tmp_path.joinpath(f"{number}.txt").write_text(TEXT)
    for allowed in range(4, 16):
        script = f"ulimit -n {allowed}; exec {BINARY} keywords -o out [0-9].txt"
        done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, env=os.environ)
        if b"newskit" in done.stderr:  # else not even Python starts
            assert b"Traceback" not in done.stderr, allowed
            assert len(errors(done)) <= 2


def large_or_killed(name: str) -> bytes:
    """A large result, of a worker that is killed while it writes it where a file can still be made."""
    with contextlib.suppress(FileExistsError):
        Path(name).touch(exist_ok=False)
        threading.Timer(0.04, os.kill, (os.getpid(), signal.SIGKILL)).start()
        return bytes(100_000_000)
    return bytes(10)


def test_a_worker_that_is_killed_while_it_writes_is_replaced(tmp_path: Path) -> None:
    """Its executor would wait for the rest of the result for ever."""
    batches = [[str(tmp_path / f"{number}")] for number in (1, 2)] * 3
    found = list(ordered(batches, large_or_killed, lambda name: b"lost", jobs=2))
    assert len(found) == 6 and b"lost" not in found
