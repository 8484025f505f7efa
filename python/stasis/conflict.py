"""A conflict, and every question that can be asked of it."""

from __future__ import annotations

import html
import json
import os
import re
from pathlib import Path

from .answer import Answer
from .problems import error_of
from .solution import Solution
from .verbs import answer_of, asks, said_of, text_of


class Conflict:
    """A model of a conflict.

    ``text`` is in the modelling language (docs/language.md), or in any other form that the program reads: a GMCR+ file,
    a Gambit game, a table, JSON (docs/formats.md). ``name`` is what messages call it; a name with a folder in front says
    where the sources begin that the model cites. ``sources``: texts of them that are no files, by the paths that the model
    gives.

    Raises ModelError with all diagnostics if the text has errors. ``warnings`` lists the others.
    Cost: that of ``stasis check``.
    """

    def __init__(self, text: str | bytes, name: str = "<text>", sources: dict[str, str] | None = None):
        if not isinstance(text, (str, bytes)):
            raise TypeError(f"the text of a conflict is a str, not {type(text).__name__}; `stasis.load` reads a file")
        self.text = text if isinstance(text, str) else text.decode("utf-8", "replace")
        self.name = name
        self._files = {os.path.join(os.path.dirname(name), path): source for path, source in (sources or {}).items()}
        self._files[name] = text
        checked = self._ask("check", {})
        problems = checked["files"][0]["diagnostics"]
        if not checked.ok:
            raise error_of(1, problems, said_of("check", [name], self._files))
        self.warnings: list[dict] = problems

    def __repr__(self) -> str:
        return f"<stasis.Conflict {self.name}>"

    def __eq__(self, other) -> bool:
        return isinstance(other, Conflict) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def _repr_html_(self) -> str:
        return self.solve()._repr_html_()

    def _ask(self, verb: str, options: dict, progress=None, kind=Answer, **made) -> Answer:
        return answer_of(verb, [self.name], self._files, options, progress, kind, **made)

    # --- what the model says ---

    @asks("check")
    def check(self, *, progress=None, **options) -> Answer:
        """Every problem of the model, its warnings included."""
        return self._ask("check", options, progress)

    def outline(self) -> Answer:
        """What the text declares, with the bytes of each thing."""
        return self._ask("outline", {})

    @asks("test")
    def test(self, *, progress=None, **options) -> Answer:
        """Whether the ``expect`` lines are met; ``ok`` says whether all are."""
        return self._ask("test", options, progress)

    def formatted(self) -> "Conflict":
        """The same model laid out as every model is. Of another form: the model in the language."""
        native = re.search(r"^\W*(conflict|party|parties)\b(?!.*,)", self.text, re.M)
        return Conflict(text_of("fmt" if native else "import", [self.name], self._files, {}, None), self.name)

    def export(self, format: str, **options) -> str:
        """The model in another form: ``gmcr``, ``json``, ``nfg``, ``dot``, ``latex`` … (docs/formats.md)."""
        return text_of("export", [self.name], self._files, options, format)

    def report(self, **options) -> str:
        """The whole case as one page of HTML: answer, graph, reasons, model, evidence."""
        return text_of("report", [self.name], self._files, options, None)

    def diff(self, after: "Conflict", *, progress=None, **options) -> Answer:
        """What another version of the model says otherwise, and what that changes in the answers."""
        name = after.name if after.name != self.name else after.name + " (after)"
        return answer_of("diff", [self.name, name], self._files | {name: after.text}, options, progress)

    # --- what follows from it ---

    @asks("solve")
    def solve(self, *, progress=None, **options) -> Solution:
        """Which states are stable for whom, and which are equilibria.

        Gives a Solution: a dictionary as ``stasis solve --format json`` prints it, with arrays, a frame and a graph.
        """
        return self._ask("solve", options, progress, Solution)

    @asks("states")
    def states(self, *, progress=None, **options) -> Answer:
        """The feasible states."""
        return self._ask("states", options, progress)

    def where(self, expression: str, **options) -> Answer:
        """The feasible states in which an expression of the language holds, such as ``"peace and not stable for A under nash"``."""
        return self.states(where=expression, **options)

    @asks("moves")
    def moves(self, state: str | None = None, *, progress=None, **options) -> Answer:
        """What each party can do from a state (default: the status quo), and for whom that is better."""
        return self._ask("moves", _with(options, from_=state), progress)

    @asks("explain")
    def explain(self, state: str | list[str] | None = None, *, progress=None, **options) -> Answer:
        """Why a state (default: the status quo) is stable or not: a certificate that :meth:`verify` checks."""
        return self._ask("explain", _with(options, state=state), progress)

    def verify(self, certificate: Answer | dict | str) -> Answer:
        """Checks a certificate from the model alone, by other code than made it; ``ok`` says whether it holds."""
        text = certificate if isinstance(certificate, str) else json.dumps(certificate)
        return answer_of("verify", [self.name, "<certificate>"], self._files | {"<certificate>": text}, {})

    @asks("paths")
    def paths(self, to: str | None = None, *, progress=None, **options) -> Answer:
        """By whose moves an outcome (default: each equilibrium) is reached, or what bars the way."""
        return self._ask("paths", _with(options, to=to), progress)

    @asks("coalitions")
    def coalitions(self, *, progress=None, **options) -> Answer:
        """Which groups gain by moving together, and which equilibria they leave alone."""
        return self._ask("coalitions", options, progress)

    @asks("robust")
    def robust(self, *, progress=None, **options) -> Answer:
        """In how many variants of the model each state still holds."""
        return self._ask("robust", options, progress)

    @asks("ask")
    def ask(self, *, progress=None, **options) -> Answer:
        """What to find out first: which answer to what the model leaves open would decide most."""
        return self._ask("ask", options, progress)

    @asks("invert")
    def invert(self, state: str | None = None, *, progress=None, **options) -> Answer:
        """What the parties would have to want for a state (default: the status quo) to hold."""
        return self._ask("invert", _with(options, state=state), progress)

    @asks("elicit")
    def elicit(self, party: str, *, progress=None, **options) -> Answer:
        """What a party wants, from the answers so far: the next question, and what follows from the answers.

        ``answer=["war > peace"]`` gives answers, a line each; ``["next"]["lines"]`` of the last result has the line for
        every answer to its question. ``["lines"]`` is for the model.
        """
        return self._ask("elicit", _with(options, party=party), progress)

    @asks("brief")
    def brief(self, *, progress=None, **options) -> Answer:
        """One page in plain words. ``print(conflict.brief())`` is the page, ``.text("html")`` the one to send."""
        return self._ask("brief", options, progress, Brief)


class Brief(Answer):
    """The brief; shown as its own page."""

    def _repr_html_(self) -> str:
        page = html.escape(self.text("html"), quote=True)
        return f'<iframe srcdoc="{page}" style="width: 100%; height: 40em; border: 0" sandbox></iframe>'


def _with(options: dict, **more) -> dict:
    return options | {name: value for name, value in more.items() if value is not None}


def load(path: str | os.PathLike) -> Conflict:
    """The conflict in a file, of any form the program reads.

    Raises OSError if the file cannot be read, ModelError if what is in it is wrong. The sources that it cites are looked for
    from its folder.
    """
    path = Path(path)
    return Conflict(path.read_bytes(), str(path))


def gallery(name: str | None = None):
    """A published conflict by its name, such as ``"elmira"`` or ``"elmira/nine-states"``; without a name, all names.

    Raises KeyError with the names there are.
    """
    root = Path(__file__).parent / "gallery"
    files = {}
    for file in sorted(root.rglob("*.conflict")):
        inside = file.relative_to(root).with_suffix("")
        files[str(inside.parent) if inside.name == inside.parent.name else str(inside)] = file
    if name is None:
        return list(files)
    if name not in files:
        raise KeyError(f"the gallery has no {name!r}; it has {', '.join(files)}")
    return load(files[name])
