"""The optional packages: what PaperAtlas can use and works without, and the command that installs it.

They are installed by their own names, not as extras of `paperatlas`: that works however PaperAtlas was installed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

EXTRAS: Mapping[str, Sequence[str]] = {
    "csl": ("citeproc-py>=0.11.1,<1", "lxml>=5,<7"),
    "graphviz": ("pygraphviz>=2.0.4,<3",),
    "properdocs": ("properdocs>=1.6.5,<2",),
    "zensical": ("zensical>=0.0.73,<0.0.74",),
    "untrusted": ("nh3>=0.2.18,<0.4",),
    "pictures": ("fonttools>=4.55,<5", "pillow>=11,<14"),
    "search": ("pagefind[extended]>=1.5,<2",),
}
"""The requirements of each extra, as in `pyproject.toml`."""


def install_command(extra: str) -> str:
    """Return the command that installs an optional package, in quotes that every shell reads."""
    return " ".join(["pip install", *(f'"{requirement}"' for requirement in EXTRAS[extra])])
