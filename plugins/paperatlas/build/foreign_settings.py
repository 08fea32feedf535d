"""Settings of mkdocs-bibtex in a configuration, which many sites had before."""

from __future__ import annotations

from collections.abc import Collection

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.citations.rules import FOREIGN_OPTION, FOREIGN_PLUGIN

_SAME_WORK = ("bibtex",)
"""Plugins that read the same citations, by their name in `plugins`: mkdocs-bibtex."""


def foreign_settings(options: Collection[str], plugins: Collection[str], file: str) -> list[Problem]:
    """Return a problem for each of `options` that mkdocs-bibtex has, and for each of `plugins` that does the same."""
    return [
        *(FOREIGN_OPTION.at(Span(file), name, name=name) for name in options if name in FOREIGN_OPTION.variants),
        *(FOREIGN_PLUGIN.at(Span(file), name=name) for name in _SAME_WORK if name in plugins),
    ]
