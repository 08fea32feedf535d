"""How large each node's box is: its label's lines, and its weight in the graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from paperatlas.graph.model import Box, GraphEdge, GraphNode
from paperatlas.graph.text_width import LINE_HEIGHT, longest_word, text_width, wrap

PAD = 10.0
"""The room between a box's sides and what is in it."""
MARK = 14.0
"""The room that a group's mark takes, left of a text."""
PORT_GAP = 9.0
"""How far apart edges meet the side of a box."""
_SHARED_PORT = 3.6
_SEVERAL, _HUB = 4, 8


@dataclass(frozen=True, slots=True)
class Sized:
    """A node with its label broken into lines and the least size of its box."""

    node: GraphNode
    lines: tuple[str, ...]
    w: float
    h: float
    level: int
    links: int

    def centred(self, x: float, y: float, colour: int) -> Box:
        """Its box around a point, with the group's mark before the label."""
        left, top = x - self.w / 2, y - self.h / 2
        return Box(self.node, left, top, self.w, self.h, self.lines, self.level, self.links, colour, marked=True)


def size_boxes(
    nodes: Sequence[GraphNode], edges: Iterable[GraphEdge], text_max: float, *, mark: bool, sided: bool = False
) -> dict[str, Sized]:
    """Each node by key, its label at most `text_max` wide, or as wide as its longest word.

    A box is high enough for the edges on a side of it. Where they are `sided`, those that leave have
    one side and those that arrive the other, one place for each type; else they share both.
    """
    edges = list(edges)
    links = Counter(key for edge in edges for key in (edge.source, edge.target))
    leaving = Counter(edge.source for edge in edges)
    arriving: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        arriving[edge.target].add(edge.type)
    sized: dict[str, Sized] = {}
    for node in nodes:
        count = links[node.key]
        level = 2 if count >= _HUB else 1 if count >= _SEVERAL else 0
        bold = level > 0
        lines = wrap(node.label, max(text_max, longest_word(node.label, bold=bold)), bold=bold)
        width = max(text_width(line, bold=bold) for line in lines) + 2 * PAD + (MARK if mark else 0)
        out, into = leaving[node.key], len(arriving[node.key])
        ports = PORT_GAP * (max(out, into) - 1) if sided else _SHARED_PORT * (out + into)
        height = max(10 + LINE_HEIGHT * len(lines) + 6 * level, 10 + ports)
        sized[node.key] = Sized(node, lines, width, height, level, count)
    return sized
