"""A lineage in bands of years, and each band in ranks: a node comes after what it builds on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from paperatlas.graph.boxes import Sized
from paperatlas.graph.model import GraphEdge, GraphNode


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring years drawn together: their nodes' keys in ranks, oldest first."""

    first: int
    last: int
    ranks: tuple[tuple[str, ...], ...]

    @property
    def label(self) -> str:
        """The years, for the axis."""
        if self.first == self.last:
            return str(self.first)
        last = f"{self.last % 100:02}" if self.first // 100 == self.last // 100 else str(self.last)
        return f"{self.first}–{last}"

    @property
    def keys(self) -> list[str]:
        """All its nodes."""
        return [key for rank in self.ranks for key in rank]


def year_bands(nodes: Sequence[GraphNode], edges: Sequence[GraphEdge]) -> list[Band]:
    """A band for every year; one band for all if the year of any is not known."""
    if any(node.year is None for node in nodes):
        return [band(nodes, edges)]
    years = sorted({node.year or 0 for node in nodes})
    return [band([node for node in nodes if node.year == year], edges) for year in years]


def band(nodes: Sequence[GraphNode], edges: Sequence[GraphEdge]) -> Band:
    """The nodes in ranks.

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


def union(bands: Sequence[Band], index: int, nodes: Sequence[GraphNode], edges: Sequence[GraphEdge]) -> list[Band]:
    """The bands, that at `index` and the next drawn together."""
    first, last = bands[index].first, bands[index + 1].last
    both = band([node for node in nodes if first <= (node.year or 0) <= last], edges)
    return [*bands[:index], both, *bands[index + 2 :]]


def thinned(
    bands: Sequence[Band],
    nodes: Sequence[GraphNode],
    edges: Sequence[GraphEdge],
    sized: Mapping[str, Sized],
    room: float,
    gap: float,
) -> list[Band]:
    """The bands, neighbours drawn together where they make one rank no wider than `room`."""
    found = list(bands)
    index = 0
    while index < len(found) - 1:
        tried = union(found, index, nodes, edges)
        ranks = tried[index].ranks
        if len(ranks) == 1 and _width(ranks[0], sized, gap) <= room:
            found = tried
        else:
            index += 1
    return found


def broken(
    bands: Iterable[Band], edges: Iterable[GraphEdge], sized: Mapping[str, Sized], room: float, gap: float
) -> list[Band]:
    """The bands, every rank wider than `room` made two or more, the nodes most built upon first."""
    built_upon = Counter(edge.target for edge in edges)
    found: list[Band] = []
    for each in bands:
        ranks: list[tuple[str, ...]] = []
        for rank in each.ranks:
            parts = 1
            ordered = sorted(rank, key=lambda key: -built_upon[key])
            while parts < len(ordered) and any(_width(part, sized, gap) > room for part in _parts(ordered, parts)):
                parts += 1
            ranks += _parts(ordered, parts) if parts > 1 else [rank]
        found.append(Band(each.first, each.last, tuple(ranks)))
    return found


def _parts(keys: Sequence[str], count: int) -> list[tuple[str, ...]]:
    """The keys in `count` parts of about the same number."""
    ends = [round(len(keys) * part / count) for part in range(count + 1)]
    return [tuple(keys[start:end]) for start, end in pairwise(ends)]


def _width(keys: Iterable[str], sized: Mapping[str, Sized], gap: float) -> float:
    return sum(sized[key].w + gap for key in keys) - gap
