"""What can be asked of several machines."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from .. import _engine
from ..conflict import Conflict
from ..problems import UsageError
from ..verbs import progress_of, words_of
from .pools import pool_of
from .results import Results
from .running import Run
from .sampling import slots_of

#: Options of `read` that choose what each report gives; the others take all reports together, or write beside them.
_READ_OPTIONS = ("all", "by", "for_", "kind", "since", "speaker")

_ROBUST_OPTIONS = ("change", "concept", "depth", "engine", "list", "max_states", "party", "state", "where")
_SOLVE_OPTIONS = ("concept", "engine", "max_states")


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
    _has_to_count(part_bytes, "byte")
    if other := [name for name in options if name not in _READ_OPTIONS]:
        raise UsageError(f"reading on several machines takes no `{other[0]}`; it takes {', '.join(_READ_OPTIONS)}")
    paths = [reports] if isinstance(reports, (str, os.PathLike)) else list(reports)
    files = _files_in([os.path.abspath(os.fspath(path)) for path in paths])
    question = {"verb": "read", "format": "jsonl", "words": ["--format=jsonl", *words_of("read", options)], "operands": [], "files": {},
                "part_bytes": part_bytes}
    return _run(question, _parts_of(files, part_bytes), into, on, threads, patience, progress)


def robust(conflict: Conflict, into: str | os.PathLike, *, on=None, part_variants: int = 200, threads: int = 1, patience: float = 60,
           progress=None, **options) -> Results:
    """In which variants of a conflict each state holds, a line a variant, state and concept.

    ``part_variants``: variants in a part; each part counts all variants once, so let it be much work beside that.
    Options of :meth:`stasis.Conflict.robust`: change, concept, depth, engine, list, max_states, party, state, where.
    The rest as for :func:`read`.

    Gives the Results; ``merge`` writes what ``stasis robust FILE --format csv`` prints. Cost: a solution a variant.
    """
    _has_to_be_conflict(conflict)
    _has_to_count(part_variants, "variant")
    if other := [name for name in options if name not in _ROBUST_OPTIONS]:
        raise UsageError(f"variants on several machines take no `{other[0]}`; they take {', '.join(_ROBUST_OPTIONS)}")
    one = conflict.robust(variants="1-1", **options)
    count = one.get("variantsInAll", len(one["variants"]))
    question = {"verb": "robust", "format": "csv", "words": ["--format=csv", *words_of("robust", options)], "operands": [conflict.name],
                "files": _files_of(conflict), "part_variants": part_variants}
    parts = ({"words": [f"--variants={first + 1}-{first + part_variants}"]} for first in range(0, max(count, 1), part_variants))
    return _run(question, parts, into, on, threads, patience, progress)


def sampled(conflict: Conflict, count: int, into: str | os.PathLike, *, seed: int = 0, on=None, part_samples: int = 500, threads: int = 1,
            patience: float = 60, progress=None, **options) -> Results:
    """What holds when it is not known which statement matters more: the lines of every `prefer` in orders that are drawn.

    A line of JSON a sample: ``{"sample": 0, "equilibria": {"nash": [2, 4], …}}``, the numbers of states, which are the same
    in all samples. :func:`drawn` gives the conflict of a sample. Options of :meth:`stasis.Conflict.solve`: concept, engine,
    max_states. The rest as for :func:`read`.

    Raises UsageError where no party has two lines of `prefer`. Cost: a solution a sample.
    """
    _has_to_be_conflict(conflict)
    _has_to_count(count, "sample")
    _has_to_count(part_samples, "sample")
    if other := [name for name in options if name not in _SOLVE_OPTIONS]:
        raise UsageError(f"samples take no `{other[0]}`; they take {', '.join(_SOLVE_OPTIONS)}")
    question = {"verb": "sample", "format": "jsonl", "words": words_of("solve", options), "seed": seed, "slots": slots_of(conflict),
                "files": {conflict.name: conflict.text}, "part_samples": part_samples}
    conflict.solve(**options)  # what is wrong with the question is said before it is asked everywhere
    parts = ({"samples": [first, min(first + part_samples, count)]} for first in range(0, count, part_samples))
    return _run(question, parts, into, on, threads, patience, progress)


def _has_to_be_conflict(conflict) -> None:
    if not isinstance(conflict, Conflict):
        raise TypeError(f"variants are those of a stasis.Conflict, not of {type(conflict).__name__}")


def _has_to_count(number, unit: str) -> None:
    if type(number) is not int or number < 1:
        raise ValueError(f"it takes one {unit} or more, not {number!r}")


def _files_of(conflict: Conflict) -> dict[str, str]:
    return {path: text if isinstance(text, str) else text.decode("utf-8", "replace") for path, text in conflict._files.items()}


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
