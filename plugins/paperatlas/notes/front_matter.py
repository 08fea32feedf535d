"""The YAML block at the head of a Markdown file, with the line of every value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.rules import BAD_FRONT_MATTER

_BLOCK = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the two `---` lines.

    `values` is the parsed mapping, empty when there is none. `spans` tells where a value stands by its
    path of keys and indexes: `("groups", 0, "slug")`. `body_start` is the offset in characters at which
    the Markdown begins.
    """

    values: Mapping[str, Any]
    spans: Mapping[Steps, Span] = field(repr=False)
    body_start: int

    def span(self, *path: str | int) -> Span:
        """Return where the value at `path` stands, or the nearest thing around it that has a place."""
        while path and path not in self.spans:
            path = path[:-1]
        return self.spans[path]


def read_front_matter(text: str, file: str) -> tuple[FrontMatter, list[Problem]]:
    """Read the front matter of the Markdown `text` of `file`.

    Returns it with the problems found: YAML that does not parse, or that is no mapping.
    """
    start = Span(file, 1, 1)
    match = _BLOCK.match(text)
    if not match:
        return FrontMatter({}, {(): start}, 0), []
    empty = FrontMatter({}, {(): start}, match.end())
    try:
        node = yaml.compose(match["yaml"], Loader=yaml.SafeLoader)
        values = yaml.safe_load(match["yaml"])
    except yaml.YAMLError as error:
        return empty, [_syntax_problem(error, file)]
    if values is None:
        return empty, []
    if not isinstance(values, dict):
        return empty, [BAD_FRONT_MATTER.at(start, "mapping")]
    places = {(): start} | _spans(node, file, ())
    return FrontMatter(values, places, empty.body_start), []


def _syntax_problem(error: yaml.YAMLError, file: str) -> Problem:
    """Return the YAML reader's complaint, at its line in the file (one further down, after the first `---`)."""
    mark = getattr(error, "problem_mark", None)
    span = Span(file, mark.line + 2, mark.column + 1) if mark else Span(file, 1, 1)
    reason = getattr(error, "problem", None) or "it cannot be parsed"
    return BAD_FRONT_MATTER.at(span, reason=reason)


def _span(node: yaml.Node, file: str) -> Span:
    """Return the place of a value; a list or a mapping ends only where the next value begins, so it has no end."""
    start, end = node.start_mark, node.end_mark
    behind = (end.line + 2, end.column + 1) if isinstance(node, yaml.ScalarNode) else ()
    return Span(file, start.line + 2, start.column + 1, *behind)


def _spans(node: yaml.Node | None, file: str, path: Steps) -> dict[Steps, Span]:
    """Return the place of every value below `node`, by its path."""
    found: dict[Steps, Span] = {}
    children: list[tuple[str | int, yaml.Node]] = []
    if isinstance(node, yaml.MappingNode):
        children = [(key.value, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        children = list(enumerate(node.value))
    for step, child in children:
        found[(*path, step)] = _span(child, file)
        found |= _spans(child, file, (*path, step))
    return found
