"""Front matter, names of files and settings as themes may have them: they put them into a page as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from paperatlas.notes.theme_fields import usable_fields
from paperatlas.text.control_characters import without_controls

SHOWN_SETTINGS = ("site_description", "site_author")
"""Which settings themes put into the head of a page as they are: a quotation mark would end an attribute there."""

_MARKUP = re.compile(r"[<>\"']|&(?!#?\w+;)")
"""What would be markup, but not the references to characters that people write because themes take them."""


def as_text(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return front matter with every text in it escaped as HTML, without fields that no host could use."""
    return {name: _escaped(value) for name, value in usable_fields(values).items()}


def text_as_html(text: str) -> str:
    """Return a text escaped as HTML; what is escaped already stays as it is."""
    return _MARKUP.sub(lambda match: escape(match[0]), without_controls(text))


def _escaped(value: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    if isinstance(value, str):
        return text_as_html(value)
    if isinstance(value, list):
        return [_escaped(each) for each in value]
    return {name: _escaped(each) for name, each in value.items()} if isinstance(value, dict) else value
