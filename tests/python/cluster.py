"""A Dask scheduler and its workers, each a process of its own on loopback."""

import contextlib
import logging
import os
import signal
import socket
import subprocess
import sys

from distributed import Client

logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what is said of workers that a test ends


def _free_port():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


class ClusterHere:
    """``start(name, *words)`` begins a worker; ``stop`` ends a process by a signal."""

    def __init__(self, folder):
        self.port = _free_port()
        self._folder = folder
        self._running = {}
        self.start_scheduler()

    @property
    def address(self):
        return f"tcp://127.0.0.1:{self.port}"

    def running(self):
        """The processes by name."""
        return dict(self._running)

    def start_scheduler(self):
        self._run("scheduler", "dask_scheduler", "--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard", "--no-show")

    def start(self, name, *words, limit=None):
        self._run(name, "dask_worker", self.address, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard",
                  "--name", name, "--local-directory", self._folder, *words, limit=limit)

    def _run(self, name, module, *words, limit=None):
        with open(os.path.join(self._folder, name + ".log"), "ab") as log:
            self._running[name] = subprocess.Popen([sys.executable, "-m", "distributed.cli." + module, *words], stdout=log, stderr=log,
                                                   preexec_fn=limit, cwd=self._folder)

    def stop(self, name, how=signal.SIGKILL):
        process = self._running.pop(name)
        process.send_signal(how)
        process.wait()

    def client(self, workers):
        client = Client(self.address, timeout=60, set_as_default=False)
        client.wait_for_workers(workers, timeout=60)
        return client

    def close(self):
        for name in list(self._running):
            with contextlib.suppress(ProcessLookupError):
                self.stop(name)
