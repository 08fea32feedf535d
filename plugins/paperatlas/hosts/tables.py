"""Tables of notes without style attributes, which a Content-Security-Policy may forbid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TABLES = "tables"
"""Python-Markdown's extension."""


def with_align_attributes(options: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the extension's options so that cells have an attribute `align`, unless the site says how."""
    return {"use_align_attribute": True, **(options or {})}
