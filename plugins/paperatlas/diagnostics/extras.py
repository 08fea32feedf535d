"""The optional packages: what PaperAtlas can use and works without, and the command that installs it.

They are installed by their own names, not as extras of `paperatlas`: that works however PaperAtlas was installed.
"""

from __future__ import annotations

from collections.abc import Mapping

EXTRAS: Mapping[str, str] = {
    "csl": "citeproc-py>=0.11.1",
    "graphviz": "pygraphviz>=2.0.4,<3",
    "search": "pagefind[extended]>=1.5,<2",
}
"""The requirement of each extra, as in `pyproject.toml`."""


def install_command(extra: str) -> str:
    """Return the command that installs an optional package, in quotes that every shell reads."""
    return f'pip install "{EXTRAS[extra]}"'
