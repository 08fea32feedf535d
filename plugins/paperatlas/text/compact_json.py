"""Values as JSON that a browser loads."""

from __future__ import annotations

import json


def compact_json(value: object) -> str:
    """Return a value as JSON without blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
