"""Strategic conflict: which outcomes can hold, for whom, and why.

>>> import stasis
>>> stasis.gallery("foreign-troops").solve()

A :class:`Conflict` is made from a text in the modelling language, a file (:func:`load`), the parts that :func:`build`
takes, an array of payoffs (:func:`from_payoffs`) or a table (:func:`from_frame`). Every question of the command line is
a method of it, with the options of its verb as keyword arguments; ``help(stasis.Conflict.paths)`` lists them. Answers
are what the program prints as JSON, as dictionaries; :meth:`Conflict.solve` also gives NumPy arrays, pandas frames and
networkx graphs. What is wrong with a model or a question is an exception that carries the diagnostics.

The definitions and their sources are in docs/concepts.md, the shapes of answers in docs/json.md.
"""

from ._engine import version as __version__
from .answer import Answer
from .building import build, from_frame, from_payoffs
from .conflict import Conflict, gallery, load
from .problems import LimitError, ModelError, StasisError, UsageError
from .reading import draft, read
from .solution import Solution
from .telling import new, topic
from .verbs import use_threads

__all__ = [
    "Answer", "Conflict", "LimitError", "ModelError", "Solution", "StasisError", "UsageError", "build", "draft",
    "from_frame", "from_payoffs", "gallery", "load", "new", "read", "topic", "use_threads", "__version__",
]
