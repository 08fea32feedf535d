"""Values that are no LaTeX: addresses, identifiers, file names."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"\\([_%&#~{}$])|\\textasciitilde(?:\{\}| |(?![A-Za-z]))|\{\\textasciitilde\}|\\~\{\}")


def unescape(written: str) -> str:
    """Return a value without the backslashes people put before `_`, `%`, `&`, `#` and `~` in it."""
    if "\\" not in written:
        return written
    return _ESCAPED.sub(lambda match: match[1] or "~", written)
