"""Reports: who said what, and a model to start from."""

from __future__ import annotations

import os

from .answer import Answer
from .conflict import Conflict
from .verbs import answer_of, asks, text_of


def _given(report, name: str) -> tuple[list[str], dict]:
    if isinstance(report, (list, tuple)):
        return [os.fspath(one) for one in report], {}
    if isinstance(report, os.PathLike):
        return [os.fspath(report)], {}
    if not isinstance(report, str):
        raise TypeError(f"a report is a text, a path or a list of paths, not {type(report).__name__}")
    return [name], {name: report}


@asks("read")
def read(report: str | os.PathLike | list, *, name: str = "<report>", progress=None, **options) -> Answer:
    """Who said what in a report, and what was done by saying it.

    ``report``: the text of one as a str; or a pathlib.Path of a file, a folder or an archive; or a list of paths. Gives the
    ledger (docs/reading.md), each statement with its place in bytes.
    """
    operands, files = _given(report, name)
    return answer_of("read", operands, files, options, progress)


@asks("draft")
def draft(report: str | os.PathLike | list, *, name: str = "report.txt", progress=None, **options) -> Conflict:
    """A model to start from, with the words that each line rests on (docs/drafting.md).

    ``report`` as for :func:`read`; ``name`` is what the model calls a text. Raises ModelError where nothing can be drafted.
    """
    operands, files = _given(report, name)
    text = text_of("draft", operands, files, options, None, progress)
    return Conflict(text, "<draft>", files)
