"""The workers of an existing Dask cluster, which take batches as local processes do."""

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from newskit import __version__
from newskit.errors import MissingExtraError, UsageError
from newskit.workers.pool import map_batch

if TYPE_CHECKING:
    from concurrent.futures import Future

    from distributed import Client


T = TypeVar("T")
R = TypeVar("R")
ADDRESS = re.compile(r"(?:tcp|tls|ucx|wss?)://\S+:\d+")
ANSWER = 10  # seconds within which the scheduler and a first worker must answer
FAREWELL = 1  # seconds for taking leave, so that Ctrl-C ends a run within two


class Cluster:
    """A cluster's workers; one that dies has its batches done by another."""

    def __init__(self, client: "Client") -> None:
        from distributed import KilledWorker

        self.worker_died: type[Exception] = KilledWorker  # of a batch, after several workers that had it died
        self.workers: int = sum(client.nthreads().values())
        self._client = client
        self._executor = client.get_executor(pure=False)

    @property
    def is_alive(self) -> bool:
        """Whether the scheduler is there: what it was given is lost with it."""
        return bool(self._client.status == "running")

    def submit(self, work: Callable[[T], R], batch: Sequence[T]) -> "Future[list[R]]":
        """The results of a batch, as soon as a worker has them."""
        future: Future[list[R]] = self._executor.submit(map_batch, work, batch)
        return future

    def end(self, done: bool) -> None:
        """Nothing yet: the cluster drops what is under way when the connection is closed."""


@contextmanager
def connected(address: str | None) -> Iterator[Cluster | None]:
    """The cluster of the scheduler at ``address``, None without one.

    Raises UsageError if it does not answer, has no workers or workers with another newskit.
    """
    if address is None:
        yield None
        return
    client = _client(address)
    try:
        _check(client, address)
        yield Cluster(client)
    finally:
        client.close(timeout=FAREWELL)


def _client(address: str) -> "Client":
    import logging
    import warnings

    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise MissingExtraError("distributed", "cluster") from None
    if not ADDRESS.fullmatch(address):
        raise UsageError(f"{address}: is no address of a Dask scheduler; tcp://HOST:8786 is one")

    class Connection(Client):  # type: ignore[misc]
        def __del__(self) -> None:
            pass  # what Client does here would hold up the end of a failed attempt for 20 seconds

    def connect() -> None:
        try:
            made.append(Connection(address, timeout=ANSWER, set_as_default=False))
        except Exception as error:
            made.append(error)

    logging.disable()  # what it says about workers that come and go is for its own logs
    warnings.filterwarnings("ignore", module="distributed")
    made: list[Client | Exception] = []
    thread = threading.Thread(target=connect, daemon=True)  # another kind of server may never answer
    thread.start()
    thread.join(ANSWER + 2)
    if not made or isinstance(made[0], Exception):
        raise UsageError(f"{address}: no Dask scheduler answers")
    return made[0]


def _check(client: "Client", address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=ANSWER)
        versions = set(client.run(_version).values())
    except TimeoutError:
        raise UsageError(f"{address}: the cluster has no workers") from None
    except ModuleNotFoundError:
        versions = {"none"}
    if versions != {__version__}:
        found = ", ".join(sorted(versions))
        raise UsageError(f"{address}: its workers have newskit {found}; they need {__version__}, as here")


def _version() -> str:
    return __version__
