"""In how many processes a site is built."""

from __future__ import annotations

from paperatlas.pages.time_limit import stop_watching
from paperatlas.storage.processes import usable_processes

_MANY_PAPERS = 1000
"""From so many papers on another process pays: with 10,000 it saved a tenth of the time of a build and took a twelfth
more of processor time (`make bench`); a build of fewer takes a few seconds in any case."""


def processes_for(papers: int, wanted: int | None) -> int:
    """Return in how many processes to work on so many papers: as many as an option says, else as many as pay.

    Where a process cannot be copied, it is one. No template may be rendered by another thread meanwhile.
    """
    stop_watching()
    return 1 if wanted == 1 or (not wanted and papers < _MANY_PAPERS) else usable_processes(wanted)
