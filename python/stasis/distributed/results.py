"""The folder of a job: what is asked, its parts, and what is finished.

    job.json             the question, and the digest of the plan
    plan.jsonl           a line a part: what it covers
    parts/000000.jsonl   the results of a part (or .csv), written whole or not at all
    parts/000000.json    the record of a part: its bytes and their SHA-256, what was said, who did it
    manifest.json        written when every part is finished: the parts in order, with their digests

Tested by tests/distributed: workers ended in the middle, full disks, folders of other questions, damaged parts.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..problems import UsageError
from .problems import PartsError

SCHEMA = "stasis/job-1"


class Results:
    """A folder of results. ``into``: its path, the same on every machine."""

    def __init__(self, into: str | os.PathLike):
        self.folder = Path(os.path.abspath(into))
        self.job: dict = {}
        self._places: list[tuple[int, int]] = []  # by part: where its line of the plan begins, and its length

    # --- the plan ---

    def begin(self, question: dict, parts: Iterable[dict]) -> None:
        """Writes the plan; where one is there it has to be the same. Raises UsageError, and OSError with the reason."""
        lines = [json.dumps(part, ensure_ascii=False) + "\n" for part in parts]
        plan = "".join(lines).encode("utf-8", "surrogateescape")
        job = {"schema": SCHEMA, **question, "parts": len(lines), "plan": hashlib.sha256(plan).hexdigest()}
        self.folder.joinpath("parts").mkdir(parents=True, exist_ok=True)
        there = self.folder / "job.json"
        if there.exists():
            self._has_to_be(there, job)
        elif any(self.folder.joinpath("parts").iterdir()):
            raise UsageError(f"`{self.folder}` holds parts and no job.json: results go into a folder of their own")
        else:
            write_whole(self.folder / "plan.jsonl", plan)
            write_whole(there, _json(job))
        self.job = job
        at = 0
        for line in plan.splitlines(keepends=True):
            self._places.append((at, len(line)))
            at += len(line)

    def _has_to_be(self, there: Path, job: dict) -> None:
        try:
            before = json.loads(there.read_bytes())
        except ValueError:
            before = None
        if not isinstance(before, dict):
            raise UsageError(f"`{there}` is not the job.json of a job")
        other = sorted(key for key in before.keys() | job.keys() if before.get(key) != job.get(key))
        if other and set(other) <= {"parts", "plan"}:
            raise UsageError(f"`{self.folder}` holds results of inputs that have changed since; begin in another folder")
        if other:
            raise UsageError(f"`{self.folder}` holds results of another question: other {', '.join(other)}")

    def place(self, part: int) -> tuple[int, int]:
        return self._places[part]

    # --- what is finished ---

    def part_file(self, part: int) -> Path:
        return self.folder / "parts" / f"{part:06}.{self.job['format']}"

    def record(self, part: int) -> dict | None:
        """The record of a part that is finished and whole, else None."""
        try:
            record = json.loads(self.part_file(part).with_suffix(".json").read_bytes())
            return record if self.part_file(part).stat().st_size == record["bytes"] else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def left(self) -> list[int]:
        """Numbers of the parts that are not finished."""
        return [part for part in range(self.job["parts"]) if self.record(part) is None]

    def finish(self) -> None:
        """Writes the manifest, and takes away what workers that were lost had begun. Every part is finished."""
        for draft in self.folder.joinpath("parts").glob(".*"):
            draft.unlink(missing_ok=True)
        parts = [self.record(part) for part in range(self.job["parts"])]
        kept = [{key: record[key] for key in ("part", "bytes", "sha256", "status")} for record in parts]
        write_whole(self.folder / "manifest.json", _json({**self.job, "schema": "stasis/manifest-1", "results": kept}))

    # --- the whole ---

    @property
    def ok(self) -> bool:
        """False where one machine would end with an error, such as a report that cannot be read."""
        return all(record and record["status"] == 0 for record in self._records())

    @property
    def said(self) -> str:
        """Notes and errors, in the order of the inputs; what several parts say is said once."""
        return "".join(dict.fromkeys(record["said"] for record in self._records() if record))

    def _records(self) -> Iterator[dict | None]:
        return (self.record(part) for part in range(self.job["parts"]))

    def merge(self, path: str | os.PathLike) -> Path:
        """All results as one file, the bytes that one machine prints. Raises PartsError for parts that are missing or not
        what their record says; then nothing is written. Cost: one reading and one writing of the results."""
        with whole_file(Path(path)) as out:
            for part in range(self.job["parts"]):
                self._append(part, out)
        return Path(path)

    def _append(self, part: int, out) -> None:
        record, digest = self.record(part), hashlib.sha256()
        if record is None:
            raise PartsError(f"part {part} is not finished", {part: "it is not finished"})
        with self.part_file(part).open("rb") as file:
            if part and self.job["format"] == "csv":
                digest.update(file.readline())  # the header, which stands in the first part
            while block := file.read(1 << 20):
                digest.update(block)
                out.write(block)
        if digest.hexdigest() != record["sha256"]:
            raise PartsError(f"part {part} has changed since it was written", {part: "it has changed since it was written"})


@contextlib.contextmanager
def whole_file(path: Path):
    """A file to write that stands at its path when it is whole, and is gone if the writing fails."""
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        with draft.open("xb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def write_whole(path: Path, data: bytes) -> None:
    with whole_file(path) as out:
        out.write(data)


def _json(value: dict) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "surrogateescape")
