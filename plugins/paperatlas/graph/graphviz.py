"""Graphviz, in this process: boxes and edges in, positions and curves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from paperatlas.graph.model import Point

try:
    import pygraphviz
except ImportError:  # it has no wheel for this system, or the loader does not find its library
    pygraphviz = None

GRAPHVIZ: str = pygraphviz.__version__ if pygraphviz else ""
"""The version of pygraphviz; empty where it is not installed."""

_POINTS_PER_INCH = 72.0


@dataclass(frozen=True, slots=True)
class Job:
    """A graph for Graphviz. Nodes are numbered from 0; an edge runs from tail to head.

    `ranks` puts nodes into columns from left to right, or `down` the page into rows, every edge going
    on. `start` is where the nodes are to begin with, `length` what an edge would like to be, in units
    of the drawing.
    """

    sizes: Sequence[tuple[float, float]]
    edges: Sequence[tuple[int, int]]
    ranks: Sequence[Sequence[int]] = ()
    down: bool = False
    start: Sequence[Point] = ()
    length: float = 0.0
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Solution:
    """Centres of the nodes and curves of the edges, with y growing downwards."""

    width: float
    height: float
    centres: tuple[Point, ...]
    curves: tuple[tuple[Point, ...], ...]


def solve(job: Job, program: str) -> Solution | None:
    """Lay a graph out with `dot`, `neato` or another of Graphviz' engines.

    Return `None` if it draws less than all, or is not installed.
    Nothing of the user's text reaches Graphviz, so nothing of it can be misread as DOT.
    """
    if pygraphviz is None:
        return None
    graph = pygraphviz.AGraph(strict=False, directed=True, rankdir="TB" if job.down else "LR", **job.settings)
    graph.node_attr.update(shape="box", label="", fixedsize="true", margin="0")
    graph.edge_attr.update(dir="none")
    for number, (width, height) in enumerate(job.sizes):
        graph.add_node(number, width=f"{width / _POINTS_PER_INCH:.4f}", height=f"{height / _POINTS_PER_INCH:.4f}")
    for number, (x, y) in enumerate(job.start):
        graph.get_node(number).attr["pos"] = f"{x},{-y}"
    if job.length:
        graph.edge_attr["len"] = f"{job.length / _POINTS_PER_INCH:.4f}"
    tail_side, head_side = ("s", "n") if job.down else ("e", "w")
    ports = {"tailport": tail_side, "headport": head_side} if job.ranks else {}
    for number, (tail, head) in enumerate(job.edges):
        graph.add_edge(tail, head, key=str(number), **ports)
    _add_ranks(graph, job.ranks)
    graph.layout(prog=program)
    nodes = [graph.get_node(number).attr["pos"] for number in range(len(job.sizes))]
    edges = [graph.get_edge(tail, head, str(number)).attr["pos"] for number, (tail, head) in enumerate(job.edges)]
    if not all(nodes) or not all(edges):
        return None
    left, bottom, right, top = _numbers(graph.graph_attr["bb"])

    def flipped(text: str) -> Point:
        x, y = _numbers(text)[:2]
        return x - left, top - y

    return Solution(
        right - left,
        top - bottom,
        tuple(map(flipped, nodes)),
        tuple(tuple(map(flipped, edge.split())) for edge in edges),
    )


def _add_ranks(graph: pygraphviz.AGraph, ranks: Iterable[Sequence[int]]) -> None:
    """Add one column or row for each rank, held in order by a chain of invisible nodes."""
    previous = ""
    for number, rank in enumerate(ranks):
        anchor = f"rank{number}"
        graph.add_node(anchor, width="0.01", height="0.01", style="invis")
        # Not the nodes as an argument: for these pygraphviz goes through all edges of the graph.
        graph.add_subgraph(rank="same").add_nodes_from([anchor, *rank])
        if previous:
            graph.add_edge(previous, anchor, style="invis", weight="0")
        previous = anchor


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]
