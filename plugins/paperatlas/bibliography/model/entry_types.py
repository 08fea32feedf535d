"""What types of entries stand for."""

from __future__ import annotations

SETTINGS = frozenset({"control", "ieeetranbstctl"})
"""Types of entries that set up a style of BibTeX: IEEEtran's (its BibTeX guide, VII) and REVTeX's and achemso's."""

SET = "set"
"""The type of what is cited with one key and stands for several works (the BibLaTeX manual, 3.14.5)."""

NO_WORKS = SETTINGS | {SET, "xdata"}
"""Types of entries that stand for no work of their own (the BibLaTeX manual, 2.1.1)."""
