"""Answers: the JSON of the program as a dictionary, and the same answer as text where it is shown."""

from __future__ import annotations

import html


class Answer(dict):
    """What the program prints as JSON (docs/json.md names the keys).

    ``ok``: False where the answer is a no, such as an expectation that is not met.
    ``said``: warnings, as the program says them.
    """

    def __init__(self, found: dict, *, ok: bool = True, said: str = "", ask: tuple = ()):
        super().__init__(found)
        self.ok = ok
        self.said = said
        self._ask = ask

    @property
    def schema(self) -> str:
        """Name and version of the shape, such as ``stasis/solution-2``."""
        return self["schema"]

    def text(self, format: str = "text") -> str:
        """The same answer as the program prints it: ``text``, and by verb ``md``, ``csv``, ``html``, ``dot`` …"""
        from .verbs import text_of

        verb, operands, files, options = self._ask
        return text_of(verb, operands, files, options, format)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self['schema']}, keys: {', '.join(k for k in self if k != 'schema')}>"

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.text())}</pre>"
