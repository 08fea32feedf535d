"""Where the settings of a configuration stand, and what of them nobody reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from paperatlas.build.options import OPTIONS
from paperatlas.build.rules import BAD_CONFIGURATION, MISPLACED_OPTION, REPEATED_SETTING
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.text.yaml_slips import yaml_slip

_OF_THE_HOST = frozenset({"pages"})
"""Options whose names MkDocs has for settings of its own as well."""
_MISPLACED = frozenset(option.name for option in OPTIONS) - _OF_THE_HOST


@dataclass(frozen=True)
class SettingPlaces:
    """The settings of one file as YAML's nodes, which know their lines and columns."""

    root: yaml.Node
    file: str

    def option(self, name: str) -> Span:
        """Return where an option of our plugin has its name; the file where it has none there."""
        for node in _nodes(self.root):
            for key, value in _pairs(node):
                if key.value == "paperatlas":
                    found = next((each for each, _ in _pairs(value) if each.value == name), None)
                    return self._span(found) if found else Span(self.file)
        return Span(self.file)

    def value(self, text: str) -> Span:
        """Return where a value first stands; the file where it does not."""
        scalars = (node for node in _nodes(self.root) if isinstance(node, yaml.ScalarNode) and node.value == text)
        found = next(scalars, None)
        return self._span(found) if found else Span(self.file)

    def slips(self) -> Iterator[Problem]:
        """Yield settings that are there twice, and options of ours that stand outside of our plugin."""
        for node in _nodes(self.root):
            first: dict[str, Span] = {}
            for key, _ in _pairs(node):
                span = self._span(key)
                if key.value in first:
                    yield REPEATED_SETTING.at(span, name=key.value).beside(first[key.value])
                first.setdefault(key.value, span)
        for key, _ in _pairs(self.root):
            if key.value in _MISPLACED:
                yield MISPLACED_OPTION.at(self._span(key), name=key.value)

    def _span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        return Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def find_settings(content: bytes, file: str) -> SettingPlaces:
    """Return where settings stand in a configuration that has been read before."""
    return SettingPlaces(yaml.compose(content, yaml.SafeLoader) or yaml.MappingNode("", []), file)


def configuration_problem(error: yaml.YAMLError, content: bytes, file: str) -> Problem:
    """Return what is wrong at which place, for the complaint that a YAML reader has about a configuration."""
    slip = yaml_slip(error, content.decode("utf-8", "replace"))
    span = Span(file, slip.place[0] + 1, slip.place[1] + 1) if slip.place else Span(file)
    return BAD_CONFIGURATION.at(span, slip.variant, reason=slip.reason)


def _nodes(root: yaml.Node) -> Iterator[yaml.Node]:
    """Yield a node and all below it, each once: an alias stands for a node that was met before."""
    met: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in met:
            continue
        met.add(id(node))
        yield node
        if isinstance(node, yaml.CollectionNode):
            below = [each for part in node.value for each in (part if isinstance(part, tuple) else (part,))]
            waiting += reversed(below)


def _pairs(node: yaml.Node) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """Return the names of a mapping with their values; nothing of anything else."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return [(key, value) for key, value in pairs if isinstance(key, yaml.ScalarNode)]
