"""Graphs to draw: four methods of two groups, and a map of two regions."""

from __future__ import annotations

from paperatlas.graph.model import EdgeKind, Graph, GraphEdge, GraphGroup, GraphNode
from tests.graph.graphs import make_graph

METHODS = make_graph(
    [
        GraphNode("ddpm", "DDPM", "Denoising Diffusion Probabilistic Models", "models", "../ddpm/", 2020),
        GraphNode("ddim", "DDIM", "Denoising Diffusion Implicit Models", "models", "../ddim/", 2021),
        GraphNode("fastdpm", "FastDPM", "On Fast Sampling of Diffusion Models", "fast", "../fastdpm/", 2021),
        GraphNode("x", "<b>\"&'", "<b>\"&'", "fast", '../x/?a=1&b="2"', None),
    ],
    [
        GraphEdge("ddim", "ddpm", "extends"),
        GraphEdge("fastdpm", "ddpm", "accelerates"),
        GraphEdge("fastdpm", "ddim", "unifies"),
        GraphEdge("ddim", "fastdpm", "is-cited-by"),
    ],
    [GraphGroup("models", "Models"), GraphGroup("fast", "Fast <sampling> & more")],
    kinds=(
        EdgeKind("accelerates", "speeds up"),
        EdgeKind("unifies", "unifies"),
        EdgeKind("uses", "uses"),
        EdgeKind("extends", "extends"),
    ),
)


def regions() -> Graph:
    """A map: a region with two groups, another without."""
    groups = (GraphGroup("a/models", "Models"), GraphGroup("a/fast", "Fast"))
    nodes = [
        GraphNode(key, key, key, group, "", 2020) for key, group in (("x", "a/fast"), ("y", "a/models"), ("z", "b"))
    ]
    return make_graph(nodes, (), [GraphGroup("a", "A", "a/", groups), GraphGroup("b", "B", "b/")], engine="map")
