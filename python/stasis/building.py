"""Conflicts made from Python's own things."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from numbers import Integral, Rational, Real

from .conflict import Conflict
from .verbs import text_of


def build(title: str, parties: Mapping[str, Mapping | Iterable[str]], *, prefer: Mapping[str, Iterable[str]] | None = None,
          never: Iterable[str] = (), always: Iterable[str] = (), define: Mapping[str, str] | None = None,
          states: Mapping[str, Iterable[str] | str] | None = None, status_quo: Iterable[str] | None = None,
          lines: Iterable[str] = ()) -> Conflict:
    """A conflict from its parts.

    ``parties``: by name, the names of its options; or a mapping from each name to its label or to ``irrevocable`` or
    ``unresumable``. ``prefer``: by party, statements of the language, the most important first. ``never``, ``always``:
    conditions. ``define``: names for conditions. ``states``: by name, the options taken. ``status_quo``: the options
    taken today. ``lines``: anything else the language has, as lines of it.

    >>> stasis.build("Well", {"Upper": ["pump"], "Lower": ["complain"]}, prefer={"Upper": ["pump"], "Lower": ["not pump"]})

    Raises ModelError as Conflict does; ``text`` of the conflict is the model.
    """
    out = [f"conflict {_quoted(title)}"]
    for name, options in parties.items():
        out.append(f"party {name}")
        for option in options:
            detail = options[option] if isinstance(options, Mapping) else ""
            out.append("  option " + option + _detail(detail))
    out += [f"define {name} = {meaning}" for name, meaning in (define or {}).items()]
    out += [f"never {condition}" for condition in never] + [f"always {condition}" for condition in always]
    if status_quo is not None:
        out.append("status quo " + _taken(status_quo))
    out += [f"state {name} = {_taken(taken)}" for name, taken in (states or {}).items()]
    for party, statements in (prefer or {}).items():
        out.append(f"prefer {party}")
        out += ["  " + statement for statement in _listed(statements)]
    return Conflict("\n".join([*out, *lines]) + "\n", "<built>")


def from_payoffs(payoffs, *, title: str = "Game", players: Sequence[str] | None = None,
                 strategies: Sequence[Sequence[str]] | None = None) -> Conflict:
    """A game in strategic form, from an array of shape (s1, …, sn, n): the payoff of each of n players for each combination
    of their s1 … sn strategies; larger is better.

    Payoffs are compared exactly; integers and fractions of any size are kept as they are. ``players``, ``strategies``:
    their names. Raises ValueError for a shape that is no game, and for payoffs that are no finite numbers; ModelError for
    what the conversion refuses (docs/formats.md, *Gambit*).
    """
    import numpy

    array = numpy.asarray(payoffs)
    if array.ndim < 2 or array.shape[-1] != array.ndim - 1 or 0 in array.shape:
        raise ValueError(f"payoffs have the shape (s1, …, sn, n) of n players, not {array.shape}")
    count = array.ndim - 1
    names = list(players) if players is not None else [f"P{i + 1}" for i in range(count)]
    choices = [list(s) for s in strategies] if strategies is not None else [[f"s{j + 1}" for j in range(array.shape[i])] for i in range(count)]
    if len(names) != count or [len(s) for s in choices] != list(array.shape[:-1]):
        raise ValueError(f"there are {count} players with {' × '.join(map(str, array.shape[:-1]))} strategies, and other names")
    head = f"NFG 1 R {_quoted(title)} {{ {' '.join(map(_quoted, names))} }}"
    rows = " ".join("{ " + " ".join(map(_quoted, s)) + " }" for s in choices)
    flat = array.reshape((-1, count), order="F")  # the first player's strategy changes fastest
    return Conflict(f"{head}\n{{ {rows} }}\n\"\"\n\n" + " ".join(_number(v) for row in flat for v in row) + "\n", "<payoffs>")


def from_frame(frame, *, what: str = "ranking", into: Conflict | None = None) -> Conflict:
    """A conflict from a pandas DataFrame: a row a state (the index its name), a column a party (docs/formats.md, *Tables*).

    ``what`` says what the numbers are: ``ranking`` (1 the best), ``payoffs`` (larger is better) or ``scores``. Columns
    ``Party.option`` say what is taken, as bool or ``Y``, ``N``, ``-``. ``into``: the model whose states the rows are, where
    the frame has no such columns. Raises ModelError that names the cell that is wrong.
    """
    import pandas

    if what not in ("ranking", "payoffs", "scores"):
        raise ValueError(f"a table is a ranking, payoffs or scores, not {what!r}")
    if not isinstance(frame, pandas.DataFrame):
        raise TypeError(f"a table is a pandas DataFrame, not {type(frame).__name__}")
    plain = frame.copy()
    for column in plain.columns:
        if plain[column].dtype == bool:
            plain[column] = plain[column].map({True: "Y", False: "N"})
    written = io.StringIO()
    plain.to_csv(written, index_label=what)
    if into is None:
        return Conflict(written.getvalue(), "<frame>")
    text = text_of("import", ["<rows>"], {"<rows>": written.getvalue(), into.name: into.text}, {"with": into.name}, None)
    return Conflict(text, into.name)


def _quoted(text: str) -> str:
    if '"' in text or "\n" in text:
        raise ValueError(f"a name or title has no quotation marks and is one line, unlike {text!r}")
    return f'"{text}"'


def _detail(detail: str) -> str:
    if not detail:
        return ""
    return f" {detail}" if detail in ("irrevocable", "unresumable") else f" {_quoted(detail)}"


def _listed(texts) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts)


def _taken(options) -> str:
    return ", ".join(_listed(options)) or "none"


def _number(value) -> str:
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, bool) or not isinstance(value, Real):
        raise ValueError(f"a payoff is a number, not {value!r}")
    if isinstance(value, Integral):
        return str(int(value))
    if isinstance(value, Rational):
        return f"{value.numerator}/{value.denominator}"
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError(f"a payoff is a finite number, not {value!r}")
    exact = Fraction(repr(value))  # what is written, not the nearest binary number
    return str(exact.numerator) if exact.denominator == 1 else f"{exact.numerator}/{exact.denominator}"
