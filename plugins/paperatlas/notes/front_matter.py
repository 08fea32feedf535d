"""The YAML block at the head of a Markdown file, with the line of every value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import NoneType
from typing import Any

import yaml

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.rules import BAD_FRONT_MATTER, REPEATED_FIELD
from paperatlas.notes.yaml_slips import yaml_problem
from paperatlas.text.control_characters import without_controls

_BLOCK = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)

_OTHER_DASHES = re.compile(r"\A(?:-{4,}|--|[\u2010-\u2015\u2212\uff0d]{1,3})[ \t]*\r?\n[a-z][\w-]*:(?: |\r?\n)")
"""More or fewer hyphens than three, or dashes that an editor has made of them, above a field."""

_NAMED = re.compile(r"[a-z][\w-]*:(?: |$)", re.MULTILINE)
"""How front matter begins, and a text below a line seldom does."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half of a character, which YAML can write (`"\\ud83d"`) and no file can hold."""

_MOST_LEVELS = 40
"""How deep values may be in others: a column of a group is at the fourth level, and Python's own limit is near 300."""

_MOST_VALUES = 100_000
"""How many values there may be: a hundred times those of the longest note known, read in a second."""

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the two `---` lines.

    `values` is the parsed mapping, empty when there is none, or one that is `unusable`. `spans` tells where a value
    stands by its path of keys and indexes: `("groups", 0, "slug")`. `body_start` is the offset in characters at which
    the Markdown begins.
    """

    values: Mapping[str, Any]
    spans: Mapping[Steps, Span] = field(repr=False)
    body_start: int
    unusable: bool = False

    def span(self, *path: str | int) -> Span:
        """Return where the value at `path` stands, or the nearest thing around it that has a place."""
        while path and path not in self.spans:
            path = path[:-1]
        return self.spans[path]


def read_front_matter(text: str, file: str) -> tuple[FrontMatter, list[Problem]]:
    """Read the front matter of the Markdown `text` of `file`.

    Returns it with the problems found: YAML that does not parse, that is no mapping, or that no page can show.
    """
    start = Span(file, 1, 1)
    match = _BLOCK.match(text)
    if not match:
        return FrontMatter({}, {(): start}, 0), [*_unread_block(text, file)]
    try:
        values, spans, problems = _read(match["yaml"], file)
    except _UnusableError as error:
        return FrontMatter({}, {(): start}, match.end(), unusable=True), [error.problem]
    return FrontMatter(values, {(): start} | spans, match.end()), problems


def _unread_block(text: str, file: str) -> Iterator[Problem]:
    """Yield what keeps a block that looks like front matter from being it."""
    if _OTHER_DASHES.match(text):
        yield BAD_FRONT_MATTER.at(Span(file, 1, 1), "dashes")
    elif text.startswith("---") and _NAMED.match(text, text.find("\n") + 1):
        yield BAD_FRONT_MATTER.at(Span(file, 1, 1), "open")
    elif text[:1].isspace() and (match := _BLOCK.match(text.lstrip())) and _NAMED.match(match["yaml"]):
        yield BAD_FRONT_MATTER.at(Span(file, text[: len(text) - len(text.lstrip())].count("\n") + 1, 1), "late")


class _UnusableError(Exception):
    """Front matter that cannot be used, and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


def _read(text: str, file: str) -> tuple[dict[str, Any], dict[Steps, Span], list[Problem]]:
    """Return the values of some YAML, where each stands, and names that are there twice. Raises `_UnusableError`."""
    start = Span(file, 1, 1)
    node: yaml.Node | None = None
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        if node is None:
            return {}, {}, []
        spans = _spans(node, file)
        values = loader.construct_document(node)
    except RecursionError:
        raise _UnusableError(BAD_FRONT_MATTER.at(start, "deep", limit=_MOST_LEVELS)) from None
    except yaml.YAMLError as error:
        raise _UnusableError(yaml_problem(error, text, file)) from error
    except ValueError as error:
        raise _UnusableError(_value_problem(node, error, file)) from error
    if not isinstance(values, dict | NoneType):
        raise _UnusableError(BAD_FRONT_MATTER.at(start, "mapping"))
    return values or {}, spans, [*_repeated(node, file)]


def _repeated(root: yaml.Node, file: str) -> Iterator[Problem]:
    """Yield the names that a mapping has already."""
    for node in (root, *(each for _, each in _below(root))):
        first: dict[str, Span] = {}
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)) if _is_mapping(node) else ():
            span = _span(key, file)
            if key.value in first:
                yield REPEATED_FIELD.at(span, name=key.value).beside(first[key.value])
            first.setdefault(key.value, span)


def _is_mapping(node: yaml.Node) -> bool:
    return isinstance(node, yaml.MappingNode)


def _value_problem(root: yaml.Node | None, error: ValueError, file: str) -> Problem:
    """Return which value Python has no number or date for: the first that it cannot make by itself."""
    for _, node in _below(root) if root else ():
        if isinstance(node, yaml.ScalarNode):
            loader = yaml.SafeLoader("")
            try:
                loader.construct_document(node)
            except ValueError as reason:
                return BAD_FRONT_MATTER.at(_span(node, file), "value", reason=str(reason).partition(";")[0])
    return BAD_FRONT_MATTER.at(Span(file, 1, 1), "value", reason=str(error))


def _span(node: yaml.Node, file: str) -> Span:
    """Return the place of a value; a list or a mapping ends only where the next value begins, so it has no end."""
    start, end = node.start_mark, node.end_mark
    behind = (end.line + 2, end.column + 1) if isinstance(node, yaml.ScalarNode) else ()
    return Span(file, start.line + 2, start.column + 1, *behind)


def _spans(root: yaml.Node, file: str) -> dict[Steps, Span]:
    """Return the place of every value below `root`, by its path.

    Raises `_UnusableError` for what a page cannot show, or only after hours: an alias stands for another value, so that
    some lines hold any number of values, or themselves.
    """
    found: dict[Steps, Span] = {}
    for path, node in _below(root):
        if len(path) > _MOST_LEVELS:
            raise _UnusableError(BAD_FRONT_MATTER.at(found[path[:1]], "deep", limit=_MOST_LEVELS))
        if len(found) == _MOST_VALUES:
            raise _UnusableError(BAD_FRONT_MATTER.at(Span(file, 1, 1), "many", limit=_MOST_VALUES))
        if isinstance(node, yaml.ScalarNode) and (surrogate := _SURROGATE.search(node.value)):
            character = f"U+{ord(surrogate[0]):04X}"
            raise _UnusableError(BAD_FRONT_MATTER.at(_span(node, file), "character", character=character))
        if isinstance(node, yaml.ScalarNode):
            node.value = without_controls(node.value)
        found[path] = _span(node, file)
    return found


def _below(root: yaml.Node) -> Iterator[tuple[Steps, yaml.Node]]:
    """Yield the values below a node with their paths, and the keys of mappings with those of their values."""
    waiting: list[tuple[Steps, yaml.Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        children: list[tuple[Steps, yaml.Node]] = []
        if isinstance(node, yaml.MappingNode):
            steps = [(key.value if isinstance(key, yaml.ScalarNode) else "", key, value) for key, value in node.value]
            children = [((*path, step), each) for step, key, value in steps for each in (key, value)]
        elif isinstance(node, yaml.SequenceNode):
            children = [((*path, index), child) for index, child in enumerate(node.value)]
        yield from children
        waiting += reversed(children)
