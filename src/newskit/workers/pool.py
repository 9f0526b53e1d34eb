"""Work on batches of tasks, in order, through a bounded window over processes or a cluster's workers."""

import contextlib
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from newskit.errors import StoppedError

if TYPE_CHECKING:  # 12 ms of start that only several processes need
    from concurrent.futures import Executor, Future


T = TypeVar("T")
R = TypeVar("R")
WINDOW = 4  # batches under way for each worker
PATIENCE = 1  # seconds without an answer after which it is asked whether one may still come


class Workers(Protocol):
    """What works on batches: processes of this machine or a cluster."""

    @property
    def worker_died(self) -> type[BaseException]:
        """The error of a batch whose worker died."""

    @property
    def workers(self) -> int:
        """How many batches are worked on at once."""

    @property
    def is_alive(self) -> bool:
        """Whether an answer may still come."""

    def submit(self, work: Callable[[T], R], batch: Sequence[T]) -> "Future[list[R]]":
        """The results of a batch, as soon as a worker has them."""

    def end(self, done: bool) -> None:
        """Let the workers go: all is ``done``, or what is under way is given up."""


def ordered(
    batches: Iterable[Sequence[T]],
    work: Callable[[T], R],
    lost_result: Callable[[T], R],
    jobs: int = 1,
    cluster: Workers | None = None,
    alone: Callable[[Exception], None] = lambda _: None,
) -> Iterator[R]:
    """The result of each task, in the order of the tasks, worked on by ``jobs`` processes or a cluster.

    Batches are drawn as results are taken, at most WINDOW for each worker ahead. ``lost_result`` gives the
    result of a task that killed its worker, and a second one that it had alone; no other is lost with it.
    Where the system lets no processes work together, ``alone`` is told why, and one process does the work.
    """
    pool = cluster or (_started(jobs, alone) if jobs > 1 else None)
    if pool is None:
        for batch in batches:
            yield from map(work, batch)
        return
    from concurrent.futures import CancelledError

    spare = cluster or _Pool(1)
    done = False
    try:
        for batch, future in _submitted(batches, work, pool, pool.workers * WINDOW):
            yield from _results(batch, future, work, lost_result, pool, spare)
        done = True
    except CancelledError:
        raise StoppedError("the connection to the cluster was lost; with -o, --resume goes on") from None
    finally:
        pool.end(done)
        spare.end(done)


def _started(jobs: int, alone: Callable[[Exception], None]) -> "_Pool | None":
    from concurrent.futures import BrokenExecutor

    pool = _Pool(jobs)
    try:
        return pool.started()
    except (OSError, BrokenExecutor) as error:  # no semaphores (/dev/shm is read-only), files or processes
        pool.end(done=False)  # those that have begun would be waited for
        alone(error)
        return None


def _results(
    batch: Sequence[T],
    future: "Future[list[R]]",
    work: Callable[[T], R],
    lost_result: Callable[[T], R],
    pool: Workers,
    spare: Workers,
) -> Iterator[R]:
    try:
        yield from _result(future, pool)
        return
    except spare.worker_died:
        pass
    for task in batch:
        try:
            yield from _result(spare.submit(work, [task]), spare)
        except spare.worker_died:
            yield lost_result(task)


def _result(future: "Future[list[R]]", workers: Workers) -> list[R]:
    from concurrent.futures import wait

    while not wait([future], PATIENCE).done:
        _check(workers)
    return future.result()


def _check(workers: Workers) -> None:
    from concurrent.futures import CancelledError

    if not workers.is_alive:
        raise CancelledError


def _submitted(
    batches: Iterable[Sequence[T]], work: Callable[[T], R], pool: Workers, window: int
) -> Iterator[tuple[Sequence[T], "Future[list[R]]"]]:
    """Each batch and its future; a thread of its own draws the batches.

    Without it, a stream that is silent would hold back results that are ready.
    """
    under_way: queue.Queue[Any] = queue.Queue(window)

    def submit() -> None:
        try:
            for batch in batches:
                under_way.put((batch, pool.submit(work, batch)))
            under_way.put(None)
        except BaseException as error:
            under_way.put(error)

    threading.Thread(target=submit, daemon=True).start()
    while True:
        try:
            item = under_way.get(timeout=PATIENCE)
        except queue.Empty:
            _check(pool)
            continue
        if item is None:
            return
        if isinstance(item, BaseException):
            raise item
        yield item


class _Pool:
    """Worker processes, replaced when the death of one has broken them."""

    def __init__(self, jobs: int) -> None:
        from concurrent.futures import BrokenExecutor

        self.worker_died = BrokenExecutor
        self.workers = jobs
        self._executor: Executor | None = None

    @property
    def is_alive(self) -> bool:
        """Always, since what has broken is replaced.

        A worker that was killed while it wrote a result leaves its executor waiting for the rest of it, and
        the other workers for their turn: they are ended, and so is the pipe, so that the executor breaks.
        """
        workers = self._processes()
        if not all(worker.is_alive() for worker in workers):
            for worker in workers:
                worker.terminate()
            results: Any = getattr(self._executor, "_result_queue", None)
            with contextlib.suppress(AttributeError, OSError):
                results._writer.close()
        return True

    def _processes(self) -> list[Any]:
        return list((getattr(self._executor, "_processes", None) or {}).values())

    def started(self) -> "_Pool":
        # forked workers start in milliseconds and share loaded tables, but only before there are threads
        forks = sys.platform == "linux" and threading.active_count() == 1
        self._executor = _processes(self.workers, "fork" if forks else "spawn")
        with _without_interrupts():
            first = self._executor.submit(int)
        first.result()
        return self

    def submit(self, work: Callable[[T], R], batch: Sequence[T]) -> "Future[list[R]]":
        with _without_interrupts():
            if self._executor:
                try:
                    return self._executor.submit(map_batch, work, batch)
                except self.worker_died:
                    pass
            self._executor = _processes(self.workers, "spawn")
            return self._executor.submit(map_batch, work, batch)

    def end(self, done: bool) -> None:
        """End the workers: when all is ``done`` they end by themselves."""
        if self._executor:
            workers = self._processes()
            if not done:
                for worker in workers:
                    worker.terminate()
                for worker in workers:
                    worker.join(1)
            # with nothing left to do its thread ends; else it may wait for ever on a pipe that nobody reads
            self._executor.shutdown(wait=done, cancel_futures=True)


def map_batch(work: Callable[[T], R], batch: Sequence[T]) -> list[R]:
    """The results of a batch."""
    return [work(task) for task in batch]


def _processes(jobs: int, method: str) -> "Executor":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(jobs, get_context(method), _prepare_worker, (os.getpid(),))


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Ctrl-C put off, here and for ever in the processes that begin: their parent ends them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _prepare_worker(parent: int) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: int) -> None:
    while os.getppid() == parent:  # the workers of a killed parent would wait for ever
        time.sleep(0.5)
    os._exit(1)
