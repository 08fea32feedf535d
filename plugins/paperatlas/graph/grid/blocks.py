"""What a catalogue is made of: a block for each group, in it the nodes under their captions."""

from __future__ import annotations

from dataclasses import dataclass

from paperatlas.graph.model import Graph, GraphEdge, GraphGroup


@dataclass(frozen=True, slots=True)
class Section:
    """Nodes under one caption; an empty title has no caption."""

    slug: str
    title: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupBlock:
    """A titled ground with its sections."""

    slug: str
    title: str
    sections: tuple[Section, ...]


def make_blocks(graph: Graph) -> list[GroupBlock]:
    """Return a block for each group that has nodes, last one of those of no group.

    Nodes are in the order of their years, on a map in that of the graph.
    """
    members: dict[str, list[str]] = {slug: [] for slug in (*graph.colours, "")}
    nodes = graph.nodes
    if graph.engine != "map":
        nodes = tuple(sorted(nodes, key=lambda node: (node.year is None, node.year or 0)))
    for node in nodes:
        members[node.group if node.group in members else ""].append(node.key)
    groups = graph.groups if "" in graph.colours else (*graph.groups, GraphGroup("", ""))
    blocks: list[GroupBlock] = []
    for group in groups:
        titles = {group.slug: "", **{inner.slug: inner.title for inner in group.groups}}
        found = tuple(Section(slug, title, tuple(members[slug])) for slug, title in titles.items() if members[slug])
        if found:
            blocks.append(GroupBlock(group.slug, group.title, found))
    return blocks


def find_faint_edges(graph: Graph) -> frozenset[GraphEdge]:
    """Return the edges that lead outside; on a map, those that lead to another region."""
    colours = graph.colours
    group = {node.key: colours.get(node.group, len(graph.groups)) for node in graph.nodes}
    outside = {number for number, each in enumerate(graph.groups) if each.outside}
    return frozenset(
        edge
        for edge in graph.edges
        if not outside.isdisjoint((group[edge.source], group[edge.target]))
        or (graph.engine == "map" and group[edge.source] != group[edge.target])
    )
