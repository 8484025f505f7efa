"""What goes wrong when several machines work."""

from __future__ import annotations

from ..problems import StasisError


class ClusterError(StasisError, RuntimeError):
    """Nobody is left to work: the cluster went away, its workers did, or the pool broke. What is finished stays."""


class PartsError(StasisError, RuntimeError):
    """Some parts could not be done. ``failed``: the reason by the part's number. All others are finished, or were left
    because no worker can write any more."""

    def __init__(self, message: str, failed: dict[int, str] | None = None):
        super().__init__(message)
        self.failed = failed or {}
