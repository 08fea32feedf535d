"""A graph to draw, and where its parts end up on the canvas.

A layout names nodes by their keys and groups by their slugs and holds no address, title or word: what the same graph
says in another language, or from another page, is drawn from the same layout.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

Point = tuple[float, float]
Engine = Literal["auto", "layered", "force", "grid", "map"]
Curve = Literal["bezier", "polyline"]
CaptionKind = Literal["region", "group", "section", "isolated"]

COLUMN_WIDTH = 760.0
"""Fits the column of a page at a window of 1280 pixels, set no smaller than 11 pixels."""
MAP_WIDTH = 1180.0
"""Fits a page without its side columns in the same window."""


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node: a link with a short `label`, and the slug of its group."""

    key: str
    label: str
    title: str
    group: str
    href: str
    year: int | None
    language: str = ""
    """That of the title, where it has to be named."""


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """`source` has a relation of some kind to `target`: "A extends B" is `GraphEdge(A, B, "extends")`."""

    source: str
    target: str
    kind: str


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """A kind of edge, and what it is called in the language of the page."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class GraphGroup:
    """A group: the nodes whose `group` is `slug`, and those of the groups inside it.

    Slugs are unique across the graph, inner ones included. `outside` marks what is there for its edges
    only; it is drawn quieter.
    """

    slug: str
    title: str
    href: str = ""
    groups: tuple[GraphGroup, ...] = ()
    outside: bool = False

    @property
    def slugs(self) -> list[str]:
        """Return its own slug, and those of the groups inside it."""
        return [self.slug, *(group.slug for group in self.groups)]


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything that a drawing depends on: each node and edge once, and no group without a node.

    An edge has two different nodes of the graph as its ends. `kinds` are in the order of the legend. The
    engine `map` draws groups of groups; `auto` chooses among the other three.
    """

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...] = ()
    groups: tuple[GraphGroup, ...] = ()
    kinds: tuple[EdgeKind, ...] = ()
    engine: Engine = "auto"
    width: float = COLUMN_WIDTH

    @property
    def colours(self) -> Mapping[str, int]:
        """Return the number of each group by slug; inner groups have the number of the one around them."""
        return {slug: number for number, group in enumerate(self.groups) for slug in group.slugs}


@dataclass(frozen=True, slots=True)
class Box:
    """A node on the canvas: its size, its label broken into lines, and, once placed, its top left corner.

    `level` grows with the number of the node's edges: 0 few, 1 several, 2 a hub.
    """

    key: str
    w: float
    h: float
    lines: tuple[str, ...]
    level: int
    links: int
    marked: bool
    """Whether the group's mark stands before the label."""
    x: float = 0.0
    y: float = 0.0
    dated: bool = False
    """Whether the year stands at the right end of the box."""

    @property
    def middle(self) -> Point:
        """Return its centre."""
        return self.x + self.w / 2, self.y + self.h / 2

    def around(self, x: float, y: float) -> Box:
        """Return the box with its centre at a point."""
        return replace(self, x=x - self.w / 2, y=y - self.h / 2)


@dataclass(frozen=True, slots=True)
class Route:
    """An edge on the canvas, from its arrow's tip on the target's box to its end on the source's.

    `bezier` points are those of cubic curves (1 + 3n of them), `polyline` points are corners, to be
    rounded off. Edges of one kind into one target share their first stretch, so that dashes coincide.
    A `faint` one leads out of its group in a crowded drawing; it shares its way with the faint ones of
    all kinds.
    """

    edge: GraphEdge
    curve: Curve
    points: tuple[Point, ...]
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """The ground behind the group of that slug."""

    slug: str
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Caption:
    """A heading inside the drawing, `x` at its left end and `y` on the first line's baseline.

    `region` heads a group of groups and `section` a group inside it; `isolated` heads the nodes without
    an edge, in words that are the page's to supply.
    """

    kind: CaptionKind
    slug: str
    lines: tuple[str, ...]
    x: float
    y: float

    @property
    def marked(self) -> bool:
        """Return whether the group's mark stands before it."""
        return self.kind in {"region", "group"}


@dataclass(frozen=True, slots=True)
class Year:
    """A band of the year axis; bands are side by side, or `down` the page beneath each other."""

    label: str
    x: float
    y: float
    w: float
    h: float
    down: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A laid out graph. `engine` names the way it was drawn: `layered`, `force`, `grid` or `map`."""

    engine: Engine
    width: float
    height: float
    boxes: tuple[Box, ...] = ()
    routes: tuple[Route, ...] = ()
    areas: tuple[Area, ...] = ()
    captions: tuple[Caption, ...] = ()
    years: tuple[Year, ...] = ()
