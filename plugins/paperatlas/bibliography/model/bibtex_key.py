"""What a citation key may hold."""

from __future__ import annotations

import re

_NOT_IN_A_KEY = re.compile(r"[\s{},\"=\\#%'()~]+")
"""What BibTeX or Biber ends a key at, and what `\\cite` does not take as it is."""


def bibtex_key(key: str) -> str:
    """Return a key without what no reader takes for part of one."""
    return _NOT_IN_A_KEY.sub("_", key).strip("_") or "entry"
