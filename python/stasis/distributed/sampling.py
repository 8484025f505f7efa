"""Sampled rankings: the statements of every party in an order that is drawn.

A draw depends on the seed and its number alone, so any machine makes the same one. What stands on one line (`A | B`) and what it
cites stays together; every order of a block is as likely as any other. Other forms of preference stay as written.
"""

from __future__ import annotations

import json
import random

from .. import _engine
from ..conflict import Conflict
from ..problems import UsageError, error_of
from ..solution import MOST_STATES

Slots = list[list[tuple[int, int]]]  # by block: the bytes of each line of importance


def slots_of(conflict: Conflict) -> Slots:
    """Where the lines stand that are put in another order. Raises UsageError where there are none."""
    blocks = {}
    for party in conflict.outline()["parties"]:
        written = party["preference"]
        if written and written["form"] == "prefer":
            lines = sorted({(tier["lineRange"][0], tier["lineRange"][1]) for tier in written["statements"]})
            if len(lines) > 1:
                blocks[lines[0]] = lines
    if not blocks:
        raise UsageError("there is nothing to draw: no party has two lines of `prefer`")
    return [blocks[first] for first in sorted(blocks)]


def drawn_text(text: str, slots: Slots, seed: int, number: int) -> str:
    chance = random.Random(f"{seed}/{number}")
    before = text.encode("utf-8", "surrogateescape")
    after, at = [], 0
    for block in slots:
        lines = [before[begin:end].rstrip(b"\n") for begin, end in block]
        for (begin, _), old, new in zip(block, lines, sorted(lines, key=lambda _: chance.random())):
            after += [before[at:begin], new]
            at = begin + len(old)
    return b"".join([*after, before[at:]]).decode("utf-8", "surrogateescape")


def drawn(conflict: Conflict, number: int, seed: int = 0) -> Conflict:
    """One of the conflicts that :func:`sampled` solves."""
    return Conflict(drawn_text(conflict.text, slots_of(conflict), seed, number), conflict.name)


def solved_samples(job: dict, first: int, end: int) -> bytes:
    """A line a sample: its number, and by concept the numbers of the states that are equilibria."""
    (name, text), = job["files"].items()
    lines = []
    for number in range(first, end):
        files = {name: drawn_text(text, job["slots"], job["seed"], number)}
        status, solved, said = _engine.solve([*job["words"], "--", name], files, MOST_STATES, None)
        if solved is None:
            raise error_of(status, [], said.decode("utf-8", "replace"))
        held = {concept: [int(row) + 1 for row in marks.nonzero()[0]] for concept, marks in zip(solved.concepts, solved.equilibria)}
        lines.append(json.dumps({"sample": number, "equilibria": held}, separators=(",", ":")) + "\n")
    return "".join(lines).encode()
