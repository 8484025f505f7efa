"""Verbs run inside the process, and solved conflicts as arrays. The package above it is what people call."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

Progress = Callable[[str, int, int], object] | None

version: str

def run(verb: str, words: list[str], files: Mapping[str, str | bytes], progress: Progress) -> tuple[int, bytes, bytes]:
    """(exit status, what the program would print, what it would say). ``files``: texts that stand for the files at these paths."""

def solve(words: list[str], files: Mapping[str, str | bytes], most: int, progress: Progress) -> tuple[int, Solved | None, bytes]:
    """(exit status, the solved conflict, what the program would say). ``words`` as for the verb ``solve``."""

def reports_in(folder: str | bytes) -> tuple[list[bytes], bytes]:
    """(the reports below a folder, in the order in which ``read`` reads them, what the program would say)."""

def verbs() -> list[tuple[str, str, list[tuple[str, str, str, list[str], str]]]]:
    """Of each verb: name, summary, options; of each option: name, what its value is (empty: none), help, choices, default."""

def use_threads(count: int) -> None: ...

class Solved:
    """Arrays are read-only views of memory that this object holds."""

    @property
    def states(self) -> int: ...
    @property
    def engine(self) -> str: ...
    @property
    def parties(self) -> list[str]: ...
    @property
    def options(self) -> list[str]: ...
    @property
    def concepts(self) -> list[str]: ...
    @property
    def names(self) -> list[str]: ...
    @property
    def taken(self) -> NDArray[np.uint8]: ...  # (states, options)
    @property
    def ranks(self) -> NDArray[np.uint32] | None: ...  # (states, parties)
    @property
    def stable(self) -> NDArray[np.bool_]: ...  # (concepts, parties, states)
    @property
    def equilibria(self) -> NDArray[np.bool_]: ...  # (concepts, states)
    def where(self, expression: str, progress: Progress) -> NDArray[np.bool_]: ...
    def moves(self, progress: Progress) -> Moves: ...

class Moves:
    @property
    def source(self) -> NDArray[np.uint32]: ...
    @property
    def target(self) -> NDArray[np.uint32]: ...
    @property
    def party(self) -> NDArray[np.uint32]: ...
    @property
    def improves(self) -> NDArray[np.bool_]: ...
