"""The groups a LaTeX text is made of, while it is decoded: what `{`, `}` and marks build."""

from __future__ import annotations

from typing import NamedTuple

from paperatlas.bibliography.latex.spacing import join_runs
from paperatlas.bibliography.latex.tables import GroupMark
from paperatlas.bibliography.model.marked_text import Marked, Node

_MAX_MARKS = 12
"""Marks nest no deeper than this; what stands deeper loses its mark, not its text."""


class _Group(NamedTuple):
    """An open group: the mark its content gets, its nodes so far, and whether a brace opened it."""

    mark: GroupMark | None
    nodes: list[Node]
    braced: bool


class Groups:
    """The open groups of a text, the innermost last. A group without a mark adds to the one around it."""

    def __init__(self) -> None:
        self._groups = [_Group(None, [], braced=False)]
        self._marks = 0

    def emit(self, node: Node) -> None:
        """Add a node to the innermost group."""
        self._groups[-1].nodes.append(node)

    def open(self, mark: GroupMark | None, *, braced: bool) -> None:
        """Begin a group."""
        if not mark or self._marks >= _MAX_MARKS:
            self._groups.append(_Group(None, self._groups[-1].nodes, braced))
            return
        self._marks += 1
        self._groups.append(_Group(mark, [], braced))

    def close(self) -> bool:
        """End the innermost group that a brace opened, and those in it; whether there was one."""
        while len(self._groups) > 1:
            braced = self._groups[-1].braced
            self.close_one()
            if braced:
                return True
        return False

    def close_one(self) -> None:
        """End the innermost group."""
        group = self._groups.pop()
        if not group.mark:
            return
        self._marks -= 1
        nodes = self._groups[-1].nodes
        if group.mark == "quote":
            inner = any(each.mark == "quote" for each in self._groups[-2 * _MAX_MARKS :])
            nodes += ["‘" if inner else "“", *group.nodes, "’" if inner else "”"]
        elif group.nodes:
            nodes.append(Marked(group.mark, _merge(group.nodes)))

    def finish(self) -> tuple[tuple[Node, ...], bool]:
        """Return the nodes of the whole text, without spaces at its ends, and whether every brace was closed."""
        balanced = not any(group.braced for group in self._groups)
        while len(self._groups) > 1:
            self.close_one()
        nodes = list(_merge(self._groups[0].nodes))
        if nodes and isinstance(nodes[0], str):
            nodes[0] = nodes[0].lstrip(" ")
        if nodes and isinstance(nodes[-1], str):
            nodes[-1] = nodes[-1].rstrip(" ")
        return tuple(node for node in nodes if node), balanced


def _merge(nodes: list[Node]) -> tuple[Node, ...]:
    """Return the nodes with neighbouring texts joined and runs of spaces made one."""
    merged: list[Node] = []
    texts: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            texts.append(node)
            continue
        if texts:
            merged.append(join_runs("".join(texts)))
            texts.clear()
        merged.append(node)
    if texts:
        merged.append(join_runs("".join(texts)))
    return tuple(node for node in merged if node)
