"""The unilateral moves of a solution drawn as SVG, for a notebook or a file.

States stand on a circle, in the order of their numbers; a state with a ring is an equilibrium under the concept drawn. An
arrow is a move, in the colour of its mover; a dashed one does not serve the mover. Cost: one line a move.
"""

from __future__ import annotations

import html
import math

from .problems import UsageError

#: More than these cannot be told apart.
MOST_DRAWN = 60
# Colours that differ in lightness too, so that they are told apart without colour vision.
_COLOURS = ("#1b5e9c", "#c2571a", "#3d7f2e", "#8a2f6b", "#8a7300", "#23827f", "#5b4a9e", "#6b4a2b")
_RADIUS = 15


class Drawing:
    """SVG text in ``svg``; Jupyter shows it."""

    def __init__(self, svg: str):
        self.svg = svg

    def _repr_svg_(self) -> str:
        return self.svg

    def __str__(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        return f"<{type(self).__name__}, {len(self.svg)} characters of SVG>"


def drawn(solution, concept: str, improvements: bool) -> Drawing:
    """Raises UsageError for a concept that was not solved, and for more than MOST_DRAWN states."""
    names, parties, held = solution.names, solution.parties, solution.equilibria(concept)
    if len(names) > MOST_DRAWN:
        raise UsageError(f"{len(names)} states are too many to draw; up to {MOST_DRAWN} are; `to_graph()` gives the graph")
    around = max(110.0, len(names) * 46 / (2 * math.pi))
    width = 2 * (around + 110)
    height = 2 * (around + 45) + 22
    points = [(width / 2 - around * math.cos(math.pi / 2 + 2 * math.pi * i / max(1, len(names))),
               around + 45 - around * math.sin(math.pi / 2 + 2 * math.pi * i / max(1, len(names)))) for i in range(len(names))]
    moves = solution.moves()
    arrows = [_arrow(points[source], points[target], int(party), bool(improves))
              for source, target, party, improves in zip(moves.source, moves.target, moves.party, moves.improves)
              if improves or not improvements]
    states = [_state(point, str(i + 1), names[i], bool(held[i]), (width / 2, around + 45)) for i, point in enumerate(points)]
    heads = "".join(f'<marker id="stasis-head-{i}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
                    f'<path d="M0 0 8 4 0 8z" fill="{_colour(i)}"/></marker>' for i in range(len(parties)))
    legend = "".join(f'<tspan fill="{_colour(i)}" dx="{12 if i else 0}">{html.escape(party)}</tspan>' for i, party in enumerate(parties))
    return Drawing(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" '
        f'font-family="sans-serif" font-size="12"><title>{html.escape(solution["conflict"])}: moves</title><defs>{heads}</defs>'
        f'{"".join(arrows)}{"".join(states)}<text x="8" y="{height - 8:.0f}">{legend}</text></svg>')


def _colour(party: int) -> str:
    return _COLOURS[party % len(_COLOURS)]


def _arrow(begin, end, party: int, improves: bool) -> str:
    """From edge to edge of two circles, bent to the left, so that moves there and back and of several parties lie apart."""
    length = math.dist(begin, end)
    along = ((end[0] - begin[0]) / length, (end[1] - begin[1]) / length)
    bend = 14 + 9 * party
    middle = ((begin[0] + end[0]) / 2 + along[1] * bend, (begin[1] + end[1]) / 2 - along[0] * bend)
    x1, y1 = _towards(begin, middle)
    x2, y2 = _towards(end, middle)
    dashes = "" if improves else ' stroke-dasharray="4 3"'
    return (f'<path d="M{x1:.1f} {y1:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {x2:.1f} {y2:.1f}" fill="none" stroke="{_colour(party)}"{dashes} '
            f'marker-end="url(#stasis-head-{party})"/>')


def _towards(centre, point) -> tuple[float, float]:
    length = math.dist(centre, point) or 1.0
    return (centre[0] + (point[0] - centre[0]) / length * (_RADIUS + 3), centre[1] + (point[1] - centre[1]) / length * (_RADIUS + 3))


def _state(point, number: str, name: str, held: bool, centre) -> str:
    x, y = point
    ring = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS - 3}" fill="none" stroke="#222"/>' if held else ""
    side = "end" if x < centre[0] - 1 else "start" if x > centre[0] + 1 else "middle"
    out = _RADIUS + 6
    label = "" if name == "s" + number else (
        f'<text x="{x + (x - centre[0] > 1) * out - (centre[0] - x > 1) * out:.1f}" '
        f'y="{y + (4 if side != "middle" else out + 8 if y > centre[1] else -out):.1f}" text-anchor="{side}">{html.escape(name)}</text>')
    return (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS}" fill="#fff" stroke="#222"/>{ring}'
            f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle">{number}</text>{label}')
