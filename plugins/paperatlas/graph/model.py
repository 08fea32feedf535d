"""What a drawing of related methods is made from, and where everything ends up on the canvas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Engine = Literal["auto", "layered", "force", "grid"]
RouteKind = Literal["bezier", "polyline"]
CaptionKind = Literal["region", "group", "section", "isolated"]


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A paper in the graph. `label` is its method's short name; `group` the slug of its group."""

    key: str
    label: str
    title: str
    group: str
    href: str
    year: int | None


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """`source` has a relation of `type` to `target`: "A extends B" is `GraphEdge(A, B, "extends")`."""

    source: str
    target: str
    type: str


@dataclass(frozen=True, slots=True)
class GraphGroup:
    """A group of a direction: the nodes whose `group` is `slug`.

    `outside` marks works of other directions that are there for their relations; they are drawn quieter.
    """

    slug: str
    title: str
    outside: bool = False


@dataclass(frozen=True, slots=True)
class GraphRegion:
    """A direction on the whole map, with its groups in order.

    The groups' slugs are unique across the map (`transformer/operators`); a node belongs to the
    region that has its group, or whose own slug is the node's group.
    """

    slug: str
    title: str
    href: str
    groups: tuple[GraphGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A node on the canvas: its top left corner and size, and its label broken into lines.

    `level` grows with the number of the node's relations: 0 few, 1 several, 2 a hub.
    `colour` counts the groups (on the map, the regions) from 0 in their order.
    """

    node: GraphNode
    x: float
    y: float
    w: float
    h: float
    lines: tuple[str, ...]
    level: int
    links: int
    colour: int
    dated: bool = False
    """Whether the year stands at the right end of the box."""
    marked: bool = False
    """Whether the group's mark stands before the label."""
    places: tuple[str, ...] = ()
    """The titles of what the node is in: its region, on the map, and its group."""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """An edge on the canvas, from its arrow's tip on the target's box to its end on the source's.

    `bezier` points are those of cubic curves (1 + 3n of them), `polyline` points are corners, to be
    rounded off. Edges of one type into one target share their first stretch, so that dashes coincide.
    A `faint` one leads out of its direction in a crowded drawing; it shares its way with the faint
    ones of all types.
    """

    edge: GraphEdge
    kind: RouteKind
    points: tuple[Point, ...]
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """The ground behind a group (or, on the map, a region)."""

    slug: str
    x: float
    y: float
    w: float
    h: float
    colour: int
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Caption:
    """A heading inside the drawing, `x` at its left end and `y` on the first line's baseline.

    `section` heads a group inside a region; `isolated` heads the papers without a relation, in words
    that are the drawing's to supply.
    """

    kind: CaptionKind
    slug: str
    lines: tuple[str, ...]
    x: float
    y: float
    colour: int
    href: str = ""
    marked: bool = False
    """Whether the group's mark stands before it."""


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
    """A laid out graph. `engine` names the way it was drawn: `layered`, `force` or `grid`."""

    engine: str
    width: float
    height: float
    boxes: tuple[Box, ...] = ()
    routes: tuple[Route, ...] = ()
    areas: tuple[Area, ...] = ()
    captions: tuple[Caption, ...] = ()
    years: tuple[Year, ...] = ()
    groups: tuple[GraphGroup, ...] = ()
    """The groups (on the map, the regions) that have a node here, in the order of their colours."""
