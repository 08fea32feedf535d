"""A lineage in bands of years, and each band in ranks, its layers: a node comes after what it builds on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from paperatlas.graph.model import Box, Graph, GraphEdge, GraphNode


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring years drawn together: their nodes' keys in ranks, oldest first."""

    first: int
    last: int
    ranks: tuple[tuple[str, ...], ...]

    @property
    def label(self) -> str:
        """Return the years, for the axis."""
        if self.first == self.last:
            return str(self.first)
        last = f"{self.last % 100:02}" if self.first // 100 == self.last // 100 else str(self.last)
        return f"{self.first}–{last}"

    @property
    def keys(self) -> list[str]:
        """Return all its nodes."""
        return [key for rank in self.ranks for key in rank]


def make_year_bands(graph: Graph) -> list[Band]:
    """Return a band for every year; one band for all if the year of any is not known."""
    if any(node.year is None for node in graph.nodes):
        return [_make_band(graph.nodes, graph.edges)]
    years = sorted({node.year or 0 for node in graph.nodes})
    return [_make_band([node for node in graph.nodes if node.year == year], graph.edges) for year in years]


def _make_band(nodes: Sequence[GraphNode], edges: Iterable[GraphEdge]) -> Band:
    """Put the nodes into ranks.

    A cycle is cut where it comes back to a node that is still being placed: that costs an arrow that
    points the other way, no more.
    """
    here = {node.key for node in nodes}
    targets: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.source in here and edge.target in here:
            targets[edge.source].append(edge.target)
    depth: dict[str, int] = {}
    open_: set[str] = set()

    def place(key: str) -> int:
        if key not in depth:
            open_.add(key)
            below = [place(target) for target in dict.fromkeys(targets[key]) if target not in open_]
            open_.discard(key)
            depth[key] = max(below, default=-1) + 1
        return depth[key]

    ranks: dict[int, list[str]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: node.year or 0):
        ranks[place(node.key)].append(node.key)
    years = [node.year or 0 for node in nodes]
    return Band(min(years), max(years), tuple(tuple(ranks[step]) for step in sorted(ranks)))


def merge_bands(bands: Sequence[Band], index: int, graph: Graph) -> list[Band]:
    """Return the bands, that at `index` and the next drawn together."""
    first, last = bands[index].first, bands[index + 1].last
    both = _make_band([node for node in graph.nodes if first <= (node.year or 0) <= last], graph.edges)
    return [*bands[:index], both, *bands[index + 2 :]]


def merge_small_bands(
    bands: Sequence[Band], graph: Graph, boxes: Mapping[str, Box], room: float, gap: float
) -> list[Band]:
    """Return the bands, neighbours drawn together where they make one rank no wider than `room`."""
    found = list(bands)
    index = 0
    while index < len(found) - 1:
        merged = merge_bands(found, index, graph)
        ranks = merged[index].ranks
        if len(ranks) == 1 and _width(ranks[0], boxes, gap) <= room:
            found = merged
        else:
            index += 1
    return found


def break_wide_ranks(
    bands: Iterable[Band], graph: Graph, boxes: Mapping[str, Box], room: float, gap: float
) -> list[Band]:
    """Return the bands, every rank wider than `room` made two or more, the nodes most built upon first."""
    built_upon = Counter(edge.target for edge in graph.edges)
    found: list[Band] = []
    for band in bands:
        ranks: list[tuple[str, ...]] = []
        for rank in band.ranks:
            parts = 1
            ordered = sorted(rank, key=lambda key: -built_upon[key])
            while parts < len(ordered) and any(_width(part, boxes, gap) > room for part in _divide(ordered, parts)):
                parts += 1
            ranks += _divide(ordered, parts) if parts > 1 else [rank]
        found.append(Band(band.first, band.last, tuple(ranks)))
    return found


def _divide(keys: Sequence[str], count: int) -> list[tuple[str, ...]]:
    """Return the keys in `count` parts of about the same number."""
    ends = [round(len(keys) * part / count) for part in range(count + 1)]
    return [tuple(keys[start:end]) for start, end in pairwise(ends)]


def _width(keys: Iterable[str], boxes: Mapping[str, Box], gap: float) -> float:
    return sum(boxes[key].w + gap for key in keys) - gap
