"""Those who work: a Dask cluster, an executor of ``concurrent.futures``, or processes of this machine.

Every pool has ``room`` (parts that may be with it at a time), ``submit``, ``look`` (raises ClusterError where nobody is
left), ``shun`` (a worker that is given nothing more), ``renew`` (whether a broken one can go on), ``call_back`` (parts
that are given up) and ``close``.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor

from .problems import ClusterError

#: Parts that wait with each worker beside the one it does.
AHEAD = 1


def pool_of(on, patience: float):
    """``on``: None or a number of processes, an executor, or a Dask client. Raises TypeError for anything else."""
    if on is None or (isinstance(on, int) and not isinstance(on, bool)):
        if on is not None and on < 1:
            raise ValueError(f"work is done by one process or more, not {on}")
        return OwnProcesses(on or os.cpu_count() or 1)
    if isinstance(on, Executor):
        return Given(on)
    if hasattr(on, "scheduler_info") and hasattr(on, "submit"):
        if getattr(on, "asynchronous", False):
            raise TypeError("the client of a Dask cluster is a synchronous one")
        return Cluster(on, patience)
    raise TypeError(f"work is done on a Dask client, an executor, or a number of processes, not {type(on).__name__}")


class Given:
    """An executor of the caller."""

    def __init__(self, executor: Executor):
        self._executor = executor

    def room(self) -> int:
        return (getattr(self._executor, "_max_workers", None) or os.cpu_count() or 1) * (1 + AHEAD)

    def submit(self, function, *args):
        try:
            return self._executor.submit(function, *args)
        except (BrokenExecutor, RuntimeError) as error:
            raise ClusterError(f"the executor takes no work: {error}") from error

    def look(self) -> None:
        pass

    def shun(self, worker: str) -> None:
        pass

    def renew(self) -> bool:
        return False

    def call_back(self, futures: list) -> None:
        for future in futures:
            future.cancel()

    def close(self) -> None:
        pass


class OwnProcesses(Given):
    """Processes of this machine, started for the job. When one is lost the pool is made anew."""

    def __init__(self, count: int):
        self._count = count
        super().__init__(self._made())

    def _made(self) -> ProcessPoolExecutor:
        # A fork would share the threads of an engine that is at work.
        return ProcessPoolExecutor(self._count, mp_context=multiprocessing.get_context("spawn"))

    def renew(self) -> bool:
        self.close()
        self._executor = self._made()
        return True

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


class Cluster:
    """A Dask cluster. A lost worker's parts are given to others by its scheduler."""

    def __init__(self, client, patience: float):
        self._client = client
        self._patience = patience
        self._shunned: set[str] = set()
        self._workers: dict[str, int] = {}
        self._seen = time.monotonic()
        self.look()

    def room(self) -> int:
        return max(1, sum(threads * (1 + AHEAD) for threads in self._workers.values()))

    def submit(self, function, *args):
        only = {"workers": list(self._workers)} if self._shunned and self._workers else {}
        try:
            return self._client.submit(function, *args, pure=False, **only)
        except Exception as error:  # whatever the client says when its scheduler is gone
            raise ClusterError(f"the cluster takes no work: {error}") from error

    def look(self) -> None:
        if self._client.status not in ("running", "connecting"):
            raise ClusterError(f"the cluster went away: its client is {self._client.status}")
        try:
            workers = self._client.scheduler_info()["workers"]
        except Exception as error:  # whatever the client says when its scheduler is gone
            raise ClusterError(f"the cluster went away: {type(error).__name__}: {error}") from error
        self._workers = {address: worker["nthreads"] for address, worker in workers.items() if address not in self._shunned}
        if self._workers:
            self._seen = time.monotonic()
        elif workers:
            raise ClusterError("no worker is left that can write its results")
        elif time.monotonic() - self._seen > self._patience:
            raise ClusterError(f"the cluster has had no worker for {self._patience:g} seconds")

    def shun(self, worker: str) -> None:
        self._shunned.add(worker)

    def renew(self) -> bool:
        return False

    def call_back(self, futures: list) -> None:
        """The scheduler drops a task that nobody holds a future of. To ask it would wait for one that is gone."""

    def close(self) -> None:
        pass
