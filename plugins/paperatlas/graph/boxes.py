"""How large each node's box is: its label's lines, and its weight in the graph."""

from __future__ import annotations

from collections import Counter, defaultdict

from paperatlas.graph.model import Box, Graph
from paperatlas.graph.text_width import LINE_HEIGHT, measure_longest_word, measure_text, wrap_text

PAD = 10.0
"""The room between a box's sides and what is in it."""
MARK = 14.0
"""The room that a group's mark takes, left of a text."""
PORT_GAP = 9.0
"""How far apart edges meet the side of a box: the heads of arrows are 8 high."""
_SHARED_PORT = 3.6
"""For each edge where two sides share them: about 7 apart on a side. With 9 for each, catalogues are 17 % higher; with
half of this none is lower, for labels need the height."""
_SEVERAL, _HUB = 4, 8
"""A third of the nodes of the atlas' graphs have four edges or more, one in fourteen has eight: few stand out."""


def size_boxes(graph: Graph, text_max: float, *, mark: bool, sided: bool) -> dict[str, Box]:
    """Return each node's box by key, still at no place, its label at most `text_max` wide or as its longest word.

    A box is high enough for the edges on a side of it. Where they are `sided`, those that leave have
    one side and those that arrive the other, one place for each kind; else they share both.
    """
    links = Counter(key for edge in graph.edges for key in (edge.source, edge.target))
    leaving = Counter(edge.source for edge in graph.edges)
    arriving: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges:
        arriving[edge.target].add(edge.kind)
    boxes: dict[str, Box] = {}
    for node in graph.nodes:
        count = links[node.key]
        level = 2 if count >= _HUB else 1 if count >= _SEVERAL else 0
        bold = level > 0
        lines = wrap_text(node.label, max(text_max, measure_longest_word(node.label, bold=bold)), bold=bold)
        width = max(measure_text(line, bold=bold) for line in lines) + 2 * PAD + (MARK if mark else 0)
        out, into = leaving[node.key], len(arriving[node.key])
        ports = PORT_GAP * (max(out, into) - 1) if sided else _SHARED_PORT * (out + into)
        height = max(10 + LINE_HEIGHT * len(lines) + 6 * level, 10 + ports)
        boxes[node.key] = Box(node.key, width, height, lines, level, count, mark)
    return boxes
