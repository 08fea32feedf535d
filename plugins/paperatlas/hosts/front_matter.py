"""Front matter as themes may have it: they put what stands in it into a page as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from paperatlas.text.control_characters import without_controls

_MARKUP = re.compile(r"[<>\"']|&(?!#?\w+;)")
"""What would be markup, but not the references to characters that people write because themes take them."""


def as_text(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return front matter with every text in it escaped as HTML."""
    return {name: _escaped(value) for name, value in values.items()}


def _escaped(value: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    if isinstance(value, str):
        return _MARKUP.sub(lambda match: escape(match[0]), without_controls(value))
    if isinstance(value, list):
        return [_escaped(each) for each in value]
    return as_text(value) if isinstance(value, dict) else value
