"""The parts of a job, given out until all are finished.

A part is with one worker at a time. It is tried again where its process was lost or the disk refused it, ``TRIES`` times
at most; what is wrong with the part itself is not tried again. When the work is given up, parts that are with workers are
called back and those finished stay.
"""

from __future__ import annotations

import threading
import time
from collections import Counter, deque
from concurrent.futures import BrokenExecutor, CancelledError

from .part import do_part
from .problems import ClusterError, PartsError
from .results import Results

TRIES = 3
#: Seconds between two looks at who is there.
LOOK = 0.5


class Run:
    def __init__(self, results: Results, pool, threads: int, progress):
        self._results, self._pool, self._threads, self._progress = results, pool, threads, progress
        self._waiting = deque(results.left())
        self._flying: dict = {}  # futures: part
        self._tried: Counter = Counter()
        self._failed: dict[int, str] = {}
        self._news = threading.Event()
        self._looked = time.monotonic()

    def run(self) -> None:
        """Raises ClusterError, PartsError, OSError, and what the progress callback raises."""
        try:
            while self._waiting or self._flying:
                self._tell()
                self._give_out()
                self._wait()
                for future in [one for one in self._flying if one.done()]:
                    self._take(future)
            self._tell()
        finally:
            self._pool.call_back(list(self._flying))
            self._flying.clear()
            self._pool.close()
        if self._failed:
            part, reason = min(self._failed.items())
            more = f" (and {len(self._failed) - 1} more)" if len(self._failed) > 1 else ""
            raise PartsError(f"part {part} could not be done: {reason}{more}; the other parts are finished", self._failed)

    def _wait(self) -> None:
        """Until a part has ended; and now and then looks who is there."""
        self._news.wait(LOOK)
        self._news.clear()
        if time.monotonic() - self._looked > LOOK:
            self._looked = time.monotonic()
            self._pool.look()

    def _tell(self) -> None:
        if self._progress:
            total = self._results.job["parts"]
            self._progress("parts", total - len(self._waiting) - len(self._flying), total)

    def _give_out(self) -> None:
        while self._waiting and len(self._flying) < self._pool.room():
            part = self._waiting[0]
            results = self._results
            future = self._pool.submit(do_part, str(results.folder), results.job, part, results.place(part), self._threads)
            self._flying[future] = self._waiting.popleft()
            future.add_done_callback(lambda _: self._news.set())

    def _take(self, future) -> None:
        part = self._flying.pop(future)
        try:
            told = future.result()
        except (CancelledError, BrokenExecutor) as error:
            self._lost(part, error)
            return
        except Exception as error:  # the cluster has given the part up, such as after its workers died of it
            self._failed[part] = f"{type(error).__name__}: {error}"
            return
        if self._results.record(part) is not None:
            return
        if "failed" not in told:
            self._failed[part] = (f"{told['worker']} has written it and it is not in `{self._results.folder}` here: "
                                  "all machines have to see the same folder")
        elif told["disk"]:
            self._refused(part, told)
        else:
            self._failed[part] = told["failed"]

    def _lost(self, part: int, error: BaseException) -> None:
        """Its process is gone, or the scheduler is."""
        if not self._pool.renew():
            raise ClusterError(f"the workers went away: {str(error) or type(error).__name__}; what is finished stays") from error
        lost = [part, *self._flying.values()]  # a pool breaks as a whole
        self._flying.clear()
        for one in lost:
            self._again(one, "the process that did it was lost")

    def _refused(self, part: int, told: dict) -> None:
        self._pool.shun(told["worker"])
        why = "no part can be written"
        try:
            self._pool.look()
            if self._again(part, told["failed"]):
                return
        except ClusterError as error:
            why = str(error)
        raise PartsError(f"part {part} could not be written: {told['failed']}; {why}; what is finished stays", {part: told["failed"]})

    def _again(self, part: int, reason: str) -> bool:
        """Whether it is tried again, or was finished all the same; else it has failed."""
        if self._results.record(part) is not None:
            return True
        self._tried[part] += 1
        if self._tried[part] < TRIES:
            self._waiting.appendleft(part)
            return True
        self._failed[part] = reason
        return False
