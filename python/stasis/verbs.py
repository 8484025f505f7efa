"""Verbs of the program, run in this process: keyword arguments in, what the program prints out."""

from __future__ import annotations

import json
from collections.abc import Mapping

from . import _engine
from .answer import Answer
from .problems import LimitError, UsageError, error_of

_VERBS = {name: options for name, _, options in _engine.verbs()}
_OWN = ("--format", "--output", "--force")


def use_threads(count: int = 0) -> None:
    """Spreads all work of this process over ``count`` threads; 0: as many as there are cores. Answers do not depend on it."""
    _engine.use_threads(count)


def words_of(verb: str, options: Mapping) -> list[str]:
    """``{"where": "peace", "all": True}`` as the words of the command line. Raises UsageError for what it does not take."""
    known = {name: value for name, value, *_ in _VERBS[verb]} | {"--timeout": "TIME", "--max-memory": "AMOUNT"}
    words = []
    for name, value in options.items():
        flag = "--" + name.rstrip("_").replace("_", "-")
        if flag not in known or flag in _OWN:
            taken = ", ".join(sorted(n[2:].replace("-", "_") for n in known if n not in _OWN))
            raise UsageError(f"`{verb}` takes no `{name}`; it takes {taken}")
        if value is None or value is False:
            continue
        if not known[flag]:
            words.append(flag)
            continue
        for one in value if isinstance(value, (list, tuple)) else [value]:
            words += [f"{flag}={_word(one)}"]
    return words


def _word(value) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)


def progress_of(progress):
    """The callable that is told phase, done and total: the one given, or for True a bar of tqdm where that is installed."""
    if progress is not True:
        return progress or None
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    bar = tqdm(leave=False)

    def show(phase: str, done: int, total: int) -> None:
        bar.total = total or None
        bar.set_description(phase, refresh=False)
        bar.n = done
        bar.refresh()

    return show


def text_of(verb: str, operands: list[str], files: Mapping[str, str | bytes], options: Mapping, format: str | None,
            progress=None) -> str:
    """What the program prints. Raises as ``answer_of`` does."""
    words = [*(["--format=" + format] if format else []), *words_of(verb, options), "--", *operands]
    status, out, said = _run(verb, words, files, progress)
    if status in (2, 3) or (status and not out):
        raise error_of(status, [], said)
    return out


def said_of(verb: str, operands: list[str], files: Mapping[str, str | bytes]) -> str:
    """What the program says beside its answer: problems, with the lines they are in."""
    return _run(verb, ["--", *operands], files, None)[2]


def answer_of(verb: str, operands: list[str], files: Mapping[str, str | bytes], options: Mapping, progress=None,
              kind=Answer, **made) -> Answer:
    """The answer as JSON. An answer that is a no, such as a test that fails, is one; its ``ok`` is False.

    Raises ModelError, UsageError, LimitError (with what was finished), KeyboardInterrupt.
    """
    status, out, said = _run(verb, ["--format=json", *words_of(verb, options), "--", *operands], files, progress)
    found = json.loads(out) if out else None
    if status == 130:
        raise KeyboardInterrupt
    if found is None or found.get("schema") == "stasis/problems-1":
        raise error_of(status, found["problems"] if found else [], said)
    ask = (verb, operands, dict(files), dict(options))
    answer = kind(found, ok=status == 0, said=said, ask=ask, **made)
    if status == 3:
        error = error_of(status, [], said)
        assert isinstance(error, LimitError)
        error.answer = answer
        raise error
    return answer


def _run(verb, words, files, progress) -> tuple[int, str, str]:
    status, out, said = _engine.run(verb, words, dict(files), progress_of(progress))
    return status, out.decode("utf-8", "replace"), said.decode("utf-8", "replace")


def options_told(verb: str) -> str:
    """The options of a verb, for a docstring."""
    lines = []
    for name, value, help_, choices, default in _VERBS[verb]:
        if name in _OWN:
            continue
        one_of = f" One of {', '.join(choices)}." if choices else ""
        by_default = f" (default {default})" if default else ""
        kind = "" if value else " = True"
        lines.append(f"    {name[2:].replace('-', '_')}{kind}: {help_}{by_default}.{one_of}")
    return "\n".join(lines)


def asks(verb: str):
    """Adds the options of the verb to the docstring of the method that asks it."""

    def with_options(function):
        function.__doc__ = f"{function.__doc__.rstrip()}\n\n    Options:\n\n{options_told(verb)}\n    "
        return function

    return with_options
