"""One part done, on whichever machine: its line of the plan in, its results and their record out.

A part gives the same bytes wherever it is done and however often, so two workers may do it at the same time.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import time
from pathlib import Path

from .. import _engine
from ..verbs import use_threads
from .results import write_whole
from .sampling import solved_samples


def do_part(folder: str, job: dict, part: int, place: tuple[int, int], threads: int) -> dict:
    """Does a part and writes it. Gives ``part`` and ``worker``, and where it failed the reason as ``failed``, with whether
    that is the worker's disk as ``disk``. Raises nothing that is about the work itself."""
    told = {"part": part, "worker": _worker()}
    try:
        _do(Path(folder), job, part, place, threads, told)
    except OSError as error:
        told |= {"failed": f"{error} (on {told['worker']})", "disk": not isinstance(error, FileNotFoundError)}
    except Exception as error:
        told |= {"failed": f"{type(error).__name__}: {error}", "disk": False}
    return told


def _do(folder: Path, job: dict, part: int, place: tuple[int, int], threads: int, told: dict) -> None:
    if job["version"] != _engine.version:
        raise RuntimeError(f"this worker has stasis {_engine.version}, and the job was begun with {job['version']}")
    with (folder / "plan.jsonl").open("rb") as plan:
        plan.seek(place[0])
        line = json.loads(plan.read(place[1]).decode("utf-8", "surrogateescape"))
    use_threads(threads)
    began = time.process_time()
    status, out, said = _solved(job, line)
    file = folder / "parts" / f"{part:06}.{job['format']}"
    write_whole(file, out)
    record = {"part": part, "bytes": len(out), "sha256": hashlib.sha256(out).hexdigest(), "status": status,
              "said": said.decode("utf-8", "replace"), "worker": told["worker"], "seconds": round(time.process_time() - began, 3)}
    write_whole(file.with_suffix(".json"), json.dumps(record, ensure_ascii=False).encode())


def _solved(job: dict, line: dict) -> tuple[int, bytes, bytes]:
    """(status, results, what is said) of a part, as the program would end, print and say."""
    if job["verb"] == "sample":
        return 0, solved_samples(job, *line["samples"]), b""
    inputs = line.get("inputs", ())
    _are_as_planned(inputs)
    words = [*job["words"], *line.get("words", ()), "--", *(path for path, *_ in inputs), *job["operands"]]
    status, out, said = _engine.run(job["verb"], [os.fsencode(word) for word in words], job["files"], None)
    if status not in (0, 1) or (status == 1 and job["verb"] != "read"):
        raise RuntimeError(said.decode("utf-8", "replace").strip() or f"the work ended with status {status}")
    return status, out, said


def _are_as_planned(inputs) -> None:
    """A file that another machine sees otherwise would make other bytes."""
    for path, size, _ in inputs:
        found = os.stat(path).st_size
        if found != size:
            raise RuntimeError(f"`{path}` has {found} bytes here and had {size} when the job was planned")


def _worker() -> str:
    """The address of this worker in a Dask cluster; else the machine and the process."""
    try:
        from distributed import get_worker

        return get_worker().address
    except (ImportError, ValueError):
        return f"{platform.node()}:{os.getpid()}"
