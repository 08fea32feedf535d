"""How long drawings of related methods take to lay out, against Graphviz' `dot` on the same graph in the same run.

    python benchmarks/bench_layout.py

`dot` is given boxes of the same sizes and nothing of groups, years or the page's width; it places them and routes
its edges. Every figure is the least of three, in CPU seconds.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from paperatlas.graph.boxes import size_boxes
from paperatlas.graph.graphviz import Job, solve
from paperatlas.graph.layout import cached_layout, lay_out
from paperatlas.graph.model import Graph, GraphEdge, GraphGroup, GraphNode

GROUPS = tuple(GraphGroup(f"group{number}", f"Group {number}") for number in range(8))


def grown(nodes: int, edges: int) -> Graph:
    """Return a lineage: every relation leads to an older method, and old ones have many."""
    chance = random.Random(nodes * 1000 + edges)
    papers = [
        GraphNode(f"n{at}", f"Method{at}", "", f"group{chance.randrange(8)}", "", 2005 + 20 * at // nodes)
        for at in range(nodes)
    ]
    found: dict[GraphEdge, None] = {}
    while len(found) < edges:
        source = chance.randrange(1, nodes)
        target = int(source * chance.random() ** 2)
        found[GraphEdge(f"n{source}", f"n{target}", chance.choice(["extends", "uses"]))] = None
    return Graph(tuple(papers), tuple(found), GROUPS)


def star(nodes: int) -> Graph:
    """Nearly every method builds on one."""
    papers = [GraphNode(f"n{at}", f"Method{at}", "", f"group{at % 8}", "", 2010 + at % 10) for at in range(nodes)]
    return Graph(tuple(papers), tuple(GraphEdge(f"n{at}", "n0", "extends") for at in range(1, nodes)), GROUPS)


GRAPHS = {
    "a lineage of 60 methods, 45 relations": grown(60, 45),
    "a lineage of 60 methods, 90 relations": grown(60, 90),
    "60 methods, 180 relations": grown(60, 180),
    "a star of 60 methods": star(60),
    "150 methods, 300 relations": grown(150, 300),
}


def seconds(work: Callable[[], object]) -> float:
    """Return the least CPU seconds of three."""
    found = []
    for _ in range(3):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def dot(graph: Graph) -> object:
    """Return the same graph, laid out by `dot` alone."""
    number = {node.key: at for at, node in enumerate(graph.nodes)}
    sizes = [(box.w, box.h) for box in size_boxes(graph, 116.0, mark=True, sided=False).values()]
    return solve(Job(sizes, [(number[edge.target], number[edge.source]) for edge in graph.edges]), "dot")


def main() -> int:
    """Measure every graph, and compare it with the goals."""
    met = True
    for name, graph in GRAPHS.items():
        ours = seconds(partial(lay_out, graph))
        plain = seconds(partial(dot, graph))
        with tempfile.TemporaryDirectory() as folder:
            cached_layout(Path(folder), graph)
            cached = seconds(partial(cached_layout, Path(folder), graph))
        fine = (len(graph.nodes) > 60 or ours < 1) and ours >= 5 * cached
        met = met and fine
        engine = lay_out(graph).engine
        print(f"{name:<40} {engine:<8} {ours:6.2f} s   {ours / plain:6.1f} times dot ({plain:.3f} s)", end="   ")
        print(f"cached: {ours / cached:5.0f} times faster   {'ok' if fine else 'MISSED'}", flush=True)
    print("goals: 60 methods in less than 1 s; a cached layout at least 5 times faster")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
