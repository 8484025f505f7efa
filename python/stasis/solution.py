"""The answer of ``solve``, as the program's JSON and as arrays, frames and graphs."""

from __future__ import annotations

import html
from functools import cached_property

from . import _engine
from .answer import Answer
from .problems import UsageError, error_of

#: States that arrays hold at most, unless ``most`` says otherwise.
MOST_STATES = 1 << 20


class Solution(Answer):
    """What ``stasis solve --format json`` prints (docs/json.md), and the same as arrays.

    The arrays are views of what the engine's answer holds in memory: they are not copied, and cannot be written to. They
    have a row for each feasible state, in the order of the state's numbers, whatever ``where`` the question had. They
    are made when the first of them is asked for, by solving once more, which takes as long as ``solve`` did. Each raises
    LimitError where there are more than 2**20 states; ``arrays(most)`` makes them with another limit.
    """

    def __init__(self, found, **made):
        super().__init__(found, **made)
        self._solved = None

    def arrays(self, most: int = MOST_STATES, progress=None) -> "Solution":
        """Makes the arrays for up to ``most`` states, and gives this solution back."""
        if self._solved is None:
            from .verbs import progress_of, words_of

            verb, operands, files, options = self._ask
            kept = {name: value for name, value in options.items() if name in ("concept", "engine", "max_states", "max_memory")}
            if "mixed" in self:
                kept.pop("concept", None)
            words = [*words_of(verb, kept), "--", *operands]
            status, self._solved, said = _engine.solve(words, files, most, progress_of(progress))
            if status == 130:
                raise KeyboardInterrupt
            if self._solved is None:
                raise error_of(status, [], said.decode("utf-8", "replace"))
        return self

    @property
    def _arrays(self):
        return self.arrays()._solved

    # --- names along the axes ---

    @property
    def parties(self) -> list[str]:
        """Names of the parties, in the order of the model."""
        return self["parties"]

    @cached_property
    def concepts(self) -> list[str]:
        """Keys of the solution concepts solved, in the order of the arrays: ``nash``, ``gmr``, … and those that the model speaks of."""
        return self._arrays.concepts

    @cached_property
    def options(self) -> list[str]:
        """Names of the options, as conditions call them: ``stop``, or ``Upper.stop`` where several parties have one."""
        return self._arrays.options

    @cached_property
    def names(self) -> list[str]:
        """Names of the states: the model's, else ``s1``, ``s2`` …"""
        return self._arrays.names

    # --- arrays ---

    @property
    def taken(self):
        """uint8, (states, options): 1 taken, 0 not, 2 either (in a state that stands for several)."""
        return self._arrays.taken

    @property
    def ranks(self):
        """uint32, (states, parties): 1 for the states a party likes best, equal numbers for equally good ones.

        None where the engine does not rank states one by one (``engine="explicit"`` does).
        """
        return self._arrays.ranks

    def stable(self, concept: str, party: str | None = None):
        """bool, (states,): whether each state is stable for the party; without one (parties, states).

        Raises UsageError for a concept that was not solved or a party that there is not.
        """
        rows = self._arrays.stable[_index(self.concepts, concept, "concept")]
        return rows if party is None else rows[_index(self.parties, party, "party")]

    def equilibria(self, concept: str):
        """bool, (states,): whether each state is stable for every party."""
        return self._arrays.equilibria[_index(self.concepts, concept, "concept")]

    def where(self, expression: str, progress=None):
        """bool, (states,): whether an expression of the language holds in each state.

        Raises UsageError if it is no expression over this conflict.
        """
        try:
            return self._arrays.where(expression, progress)
        except ValueError as wrong:
            raise UsageError(str(wrong).strip(), [], str(wrong)) from None
        except KeyboardInterrupt:
            self._solved = None  # what was stopped stays stopped
            raise

    # --- frames and graphs ---

    def to_frame(self):
        """A pandas DataFrame, a row a state, indexed by number (from 1).

        Columns: ``name``; each option (bool, or ``-`` for either); ``place:PARTY``; ``CONCEPT:PARTY`` and
        ``equilibrium:CONCEPT`` (bool): those of ``stasis solve --format csv``, where yes is ``Y`` and no ``N``.
        """
        import pandas

        columns = {"name": self.names}
        for i, option in enumerate(self.options):
            column = self.taken[:, i]
            columns[option] = column.astype(bool) if (column < 2).all() else column
        if self.ranks is not None:
            for i, party in enumerate(self.parties):
                columns[f"place:{party}"] = self.ranks[:, i]
        for concept in self.concepts:
            columns[f"equilibrium:{concept}"] = self.equilibria(concept)
            for party in self.parties:
                columns[f"{concept}:{party}"] = self.stable(concept, party)
        index = pandas.RangeIndex(1, self._arrays.states + 1, name="id")
        return pandas.DataFrame(columns, index=index)

    def to_graph(self, improvements: bool = False, progress=None):
        """A networkx MultiDiGraph of the unilateral moves: an edge a move, its key the mover's name.

        Nodes are the numbers of states (from 1), with ``name``, ``taken`` (names of options), ``ranks`` (by party) and
        ``equilibrium`` (concepts). Edges have ``party`` and ``improves``, whether the mover likes it better there.
        ``improvements``: only those.
        """
        import networkx

        graph = networkx.MultiDiGraph()
        options, parties, ranks = self.options, self.parties, self.ranks
        holding = {concept: self.equilibria(concept) for concept in self.concepts}
        for row, taken in enumerate(self.taken):
            graph.add_node(row + 1, name=self.names[row], taken=[options[i] for i in taken.nonzero()[0] if taken[i] == 1],
                           ranks={} if ranks is None else dict(zip(parties, map(int, ranks[row]))),
                           equilibrium=[concept for concept, held in holding.items() if held[row]])
        moves = self.moves(progress)
        for source, target, party, improves in zip(moves.source, moves.target, moves.party, moves.improves):
            if improves or not improvements:
                graph.add_edge(int(source) + 1, int(target) + 1, key=parties[party], party=parties[party], improves=bool(improves))
        return graph

    def draw(self, concept: str = "nash", improvements: bool = False):
        """The moves as a picture: SVG, which Jupyter shows; ``str`` of it is the text of a file.

        States with a ring are equilibria under ``concept``; dashed moves do not serve the mover. ``improvements``: only
        those that do. Raises UsageError for more than 60 states, which cannot be told apart.
        """
        from .drawing import drawn

        return drawn(self, concept, improvements)

    def moves(self, progress=None):
        """The unilateral moves as arrays of one length: ``source``, ``target`` (uint32, rows of states, from 0), ``party``
        (uint32, its place in ``parties``) and ``improves`` (bool)."""
        try:
            return self._arrays.moves(progress)
        except KeyboardInterrupt:
            self._solved = None
            raise

    # --- shown ---

    def _repr_html_(self) -> str:
        """The states that are listed, and for each concept ✓ where they are equilibria, else for how many parties they are stable."""
        title = f"<p><b>{html.escape(self['conflict'])}</b>: {self['states']['feasible']} states</p>"
        if "feasible" not in self:
            return f"{title}<pre>{html.escape(self.text())}</pre>"
        parties, concepts = self["parties"], list(self["stability"])
        head = ["state", "", *(f"{o['party']}.{o['name']}" for o in self["options"]), *parties, *concepts]
        rows = []
        for row, state in enumerate(self["feasible"][:200]):
            cells = [state["name"], state.get("label", "") or state.get("called", ""), *("✓" if c == "Y" else "" if c == "N" else c for c in state["options"])]
            cells += [str(self["ranks"][p][row]) if "ranks" in self else "" for p in parties]
            cells += [self._mark(concept, state["id"]) for concept in concepts]
            rows.append("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in cells) + "</tr>")
        more = len(self["feasible"]) - len(rows)
        return (title + "<table><tr>" + "".join(f"<th>{html.escape(h)}</th>" for h in head) + "</tr>" + "".join(rows) + "</table>" +
                (f"<p>and {more} more</p>" if more > 0 else ""))

    def _mark(self, concept: str, state: int) -> str:
        if state in self["equilibria"].get(concept, ()):
            return "✓"
        return ", ".join(party for party, stable in self["stability"][concept].items() if isinstance(stable, list) and state in stable)


def _index(names: list[str], name: str, what: str) -> int:
    if name not in names:
        raise UsageError(f"there is no {what} {name!r}; there is {', '.join(names)}")
    return names.index(name)
