"""Work that outgrows one machine: on a Dask cluster, or on executors of ``concurrent.futures``.

>>> import stasis.distributed
>>> done = stasis.distributed.read("/archive", into="/shared/ledger", on=client)
>>> done.merge("/shared/ledger.jsonl")

Work is cut into parts, the same ones on every machine. Whoever does a part writes its results into the folder ``into``,
whole or not at all, and a record of them beside it. What has a record is not done again: the same call goes on where an
earlier one ended, whatever ended it. All machines see the reports and the folder at the same paths.

What goes wrong is an exception with the reason: :class:`ClusterError` where nobody is left to work, :class:`PartsError`
where parts could not be done, UsageError where the folder belongs to another question. What is finished stays.
"""

from .jobs import read, robust, sampled
from .problems import ClusterError, PartsError
from .results import Results
from .sampling import drawn

__all__ = ["ClusterError", "PartsError", "Results", "drawn", "read", "robust", "sampled"]
