"""What types of entries stand for."""

from __future__ import annotations

NO_WORKS = frozenset({"set", "xdata"})
"""Types of entries that stand for no work of their own (the BibLaTeX manual, 2.1.1)."""
