"""Work on parts of inputs, in order, through a bounded window over any ``concurrent.futures`` executor."""

import multiprocessing
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

WINDOW = 4  # tasks under way for each worker


def ordered(
    tasks: Iterable[T], work: Callable[[T], R], lost: Callable[[T, BaseException], R], jobs: int = 1
) -> Iterator[R]:
    """The result of each task, in the order of the tasks, worked on by ``jobs`` processes.

    Tasks are drawn as results are taken, at most WINDOW for each process ahead. ``lost`` gives the result of
    a task that killed its worker, and a second one that it had for itself; no other task is lost with it.
    """
    if jobs == 1:
        yield from map(work, tasks)
        return
    executor = _processes(jobs)
    try:
        yield from _windowed(tasks, work, lost, executor, jobs * WINDOW)
    finally:
        _end(executor)


def _windowed(
    tasks: Iterable[T],
    work: Callable[[T], R],
    lost: Callable[[T, BaseException], R],
    executor: Executor,
    window: int,
) -> Iterator[R]:
    under_way: queue.Queue[tuple[T, Future[R] | None] | BaseException | None] = queue.Queue(window)
    # a thread of its own draws the tasks: else a stream that is silent would hold back results that are ready
    threading.Thread(target=_submit, args=(tasks, work, executor, under_way), daemon=True).start()
    while (item := under_way.get()) is not None:
        if isinstance(item, BaseException):
            raise item
        task, future = item
        try:
            if future is None:
                raise BrokenExecutor
            yield future.result()
        except BrokenExecutor:
            yield _alone(task, work, lost)


def _submit(
    tasks: Iterable[T],
    work: Callable[[T], R],
    executor: Executor,
    under_way: "queue.Queue[tuple[T, Future[R] | None] | BaseException | None]",
) -> None:
    try:
        for task in tasks:
            try:
                future = executor.submit(work, task)
            except (BrokenExecutor, RuntimeError):
                future = None
            under_way.put((task, future))
        under_way.put(None)
    except BaseException as error:
        under_way.put(error)


def _alone(task: T, work: Callable[[T], R], lost: Callable[[T, BaseException], R]) -> R:
    """The result of a task in a worker of its own, since the pool broke while it was under way."""
    with ProcessPoolExecutor(
        1, multiprocessing.get_context("spawn"), _prepare_worker, (os.getpid(),)
    ) as executor:
        try:
            return executor.submit(work, task).result()
        except BrokenExecutor as error:
            return lost(task, error)


def _processes(jobs: int) -> ProcessPoolExecutor:
    # forked workers start in milliseconds and share the loaded tables; all start here, before any thread does
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    executor = ProcessPoolExecutor(jobs, context, _prepare_worker, (os.getpid(),))
    executor.submit(int).result()
    return executor


def _prepare_worker(parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: int) -> None:
    while os.getppid() == parent:  # a killed parent leaves its workers waiting for ever
        time.sleep(0.5)
    os._exit(1)


def _end(executor: ProcessPoolExecutor) -> None:
    workers = list((executor._processes or {}).values())
    executor.shutdown(wait=False, cancel_futures=True)
    for worker in workers:
        worker.terminate()
