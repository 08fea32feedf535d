"""What a citation key may hold."""

from __future__ import annotations

import re

_NOT_IN_A_KEY = r"[\s{},\"=\\#%'()~]+"
"""What BibTeX or Biber ends a key at, and what `\\cite` does not take as it is."""
_AT_AN_END = re.compile(rf"\A{_NOT_IN_A_KEY}|{_NOT_IN_A_KEY}\Z")
_INSIDE = re.compile(_NOT_IN_A_KEY)


def bibtex_key(key: str) -> str:
    """Return a key without what no reader takes for part of one; `__2013`, as Zotero writes keys, is one."""
    return _INSIDE.sub("_", _AT_AN_END.sub("", key)) or "entry"
