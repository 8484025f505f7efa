"""What the program tells without a conflict: templates to start from, and what words and codes mean."""

from __future__ import annotations

from .conflict import Conflict
from .verbs import text_of


def new(template: str = "water", *, title: str | None = None) -> Conflict:
    """A small conflict to start from, with a comment at each thing the language can say; ``text`` of it is the model.

    ``template``: water, pd, chicken, strike, family, strength, doubt, attitudes. Raises UsageError for another.
    """
    return Conflict(text_of("new", [], {}, {"template": template, "title": title}, None), "<new>")


def topic(name: str) -> str:
    """What a concept, a topic or the code of a diagnostic means: ``topic("nash")``, ``topic("S0203")``. Raises UsageError."""
    return text_of("help", [name], {}, {}, None)
