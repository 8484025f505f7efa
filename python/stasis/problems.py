"""What goes wrong, as exceptions that carry the diagnostics."""

from __future__ import annotations


class StasisError(Exception):
    """A question that got no answer.

    ``problems``: a list of dictionaries, as in ``stasis/problems-1`` (docs/json.md): ``severity``, ``message``,
    ``help``; and for what stands in a text ``file``, ``line``, ``column``, ``code``, ``fix``.
    ``said``: the same as the program would print it, with the lines of the text.
    """

    def __init__(self, message: str, problems: list[dict] | None = None, said: str = ""):
        super().__init__(message)
        self.problems = problems or []
        self.said = said


class ModelError(StasisError, ValueError):
    """The text of a model, or a file, is wrong."""


class UsageError(StasisError, ValueError):
    """The question is wrong: an option, a state or a party that there is not."""


class LimitError(StasisError, RuntimeError):
    """A limit was reached: time, memory, states. ``answer`` is what was finished, or None."""

    answer = None


def error_of(status: int, problems: list[dict], said: str) -> StasisError:
    """The exception for an exit status of the program."""
    kind = {1: ModelError, 2: UsageError, 3: LimitError}.get(status, StasisError)
    first = next((p for p in problems if p.get("severity") == "error"), problems[0] if problems else None)
    text = _told(first) if first else said.strip() or f"the work ended with status {status}"
    more = sum(p.get("severity") == "error" for p in problems) - 1
    return kind(text + (f" (and {more} more)" if more > 0 else ""), problems, said)


def _told(problem: dict) -> str:
    place = f"line {problem['line']}: " if "line" in problem else ""
    help_ = f"; {problem['help']}" if problem.get("help") else ""
    return place + problem.get("message", "") + help_
