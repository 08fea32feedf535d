"""JSON that a terminal can show: what would move its cursor or turn its writing round is written as an escape."""

from __future__ import annotations

import json
import re

_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""What JSON allows in its strings as it is, and nothing outside of them holds."""


def escaped_json(value: object, indent: int | None = None) -> str:
    """Return a value as JSON; letters of all languages stay as they are."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
