"""What can be asked of several machines."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from .. import _engine
from ..problems import UsageError
from ..verbs import progress_of, words_of
from .pools import pool_of
from .results import Results
from .running import Run

#: Options of `read` that choose what each report gives; the others take all reports together, or write beside them.
_READ_OPTIONS = ("all", "by", "for_", "kind", "since", "speaker")


def read(reports: str | os.PathLike | Iterable, into: str | os.PathLike, *, on=None, part_bytes: int = 1 << 20, threads: int = 1,
         patience: float = 60, progress=None, **options) -> Results:
    """Reads an archive: of each report who said what, a line a statement.

    ``reports``: a file, a folder, an archive, or several. ``into``: a folder for the results; with the results of the same
    call in it the work goes on. ``on``: a Dask client, an executor of ``concurrent.futures``, or how many processes of
    this machine (default: one for each core). ``part_bytes``: bytes of reports in a part, about; a file is never cut.
    ``threads``: of each worker's engine. ``patience``: seconds that a cluster may be without a worker.
    ``progress``: as everywhere, told of parts. Options of :func:`stasis.read`: all, by, for_, kind, since, speaker.

    Gives the Results; ``merge`` writes what ``stasis read REPORTS --format jsonl`` prints, with absolute paths. Reports
    that cannot be read are said in ``said``, and ``ok`` is False, as there.

    Raises UsageError, OSError, ClusterError, PartsError. Cost: that of reading, and one listing of the files.
    """
    if type(part_bytes) is not int or part_bytes < 1:
        raise ValueError(f"a part has one byte or more, not {part_bytes!r}")
    if other := [name for name in options if name not in _READ_OPTIONS]:
        raise UsageError(f"reading on several machines takes no `{other[0]}`; it takes {', '.join(_READ_OPTIONS)}")
    paths = [reports] if isinstance(reports, (str, os.PathLike)) else list(reports)
    files = _files_in([os.path.abspath(os.fspath(path)) for path in paths])
    question = {"verb": "read", "format": "jsonl", "words": ["--format=jsonl", *words_of("read", options)], "operands": [], "files": {},
                "part_bytes": part_bytes}
    return _run(question, _parts_of(files, part_bytes), into, on, threads, patience, progress)


def _files_in(paths: list[str]) -> list[str]:
    """The files of the paths, in the order in which one machine reads them."""
    files = []
    for path in paths:
        if not os.path.isdir(path):
            files.append(path)
            continue
        found, said = _engine.reports_in(os.fsencode(path))
        if not found:
            told = said.decode("utf-8", "replace")
            raise UsageError(told.strip().removeprefix("error: "), [], told)
        files += map(os.fsdecode, found)
    return files


def _parts_of(files: list[str], part_bytes: int) -> Iterator[dict]:
    """Files in a row, until they have so many bytes: of each its path, size and time. Raises OSError for one that is not there."""
    inputs, room = [], part_bytes
    for path in files:
        found = os.stat(path)
        if inputs and found.st_size > room:
            yield {"inputs": inputs}
            inputs, room = [], part_bytes
        inputs.append((path, found.st_size, found.st_mtime_ns))
        room -= found.st_size
    if inputs:
        yield {"inputs": inputs}


def _run(question: dict, parts: Iterable[dict], into, on, threads: int, patience: float, progress) -> Results:
    if type(threads) is not int or threads < 0:
        raise ValueError(f"threads are a whole number, not {threads!r}")
    pool = pool_of(on, patience)
    try:
        results = Results(into)
        results.begin({"version": _engine.version, **question}, parts)
        run = Run(results, pool, threads, progress_of(progress))
    except BaseException:
        pool.close()
        raise
    run.run()
    results.finish()
    return results
