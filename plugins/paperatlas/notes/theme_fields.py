"""Fields of front matter that hosts and their themes read, where a value of another type ends the whole build."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from paperatlas.diagnostics.problem import Problem
from paperatlas.notes.front_matter import FrontMatter
from paperatlas.notes.values import read_value

_KINDS: Mapping[str, type | tuple[type, ...]] = {"template": str, "search": dict, "hide": (list, str)}
"""MkDocs' template of a page; what Material's search does with it; what Material's frame leaves out of it."""


def theme_field_problems(matter: FrontMatter) -> list[Problem]:
    """Return a problem for each field that no host could use."""
    problems: list[Problem] = []
    for name, kind in _KINDS.items():
        read_value(matter, (name,), kind, None, problems)
    return problems


def usable_fields(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return front matter without the fields that no host could use."""
    return {name: value for name, value in values.items() if isinstance(value, _KINDS.get(name, object))}
