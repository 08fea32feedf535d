"""What `graph.svg.jinja` reads: plain strings, ready to stand in attributes and elements."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GraphTexts:
    """The words around a drawing, in the page's language.

    `summary` has places for {nodes} and {edges}, `edge` for {source}, {relation} and {target},
    `links` for {count}.
    """

    title: str = "Related methods"
    summary: str = "Methods: {nodes}. Relations between them: {edges}."
    canvas: str = "Graph of related methods, scrollable"
    relations: str = "Relations"
    groups: str = "Groups"
    reading: str = "An arrow points at the work that is built upon: A → B reads “A extends B”, “A uses B”."
    isolated: str = "No relation stated yet"
    between: str = "to another direction, of any kind"
    edge: str = "{source} {relation} {target}"
    links: str = "relations: {count}"
    separator: str = ", "


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is its baseline."""

    x: str
    y: str
    text: str


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node: a link with a box, the mark of its group, and its label."""

    key: str
    href: str
    name: str
    """What a screen reader says for the link."""
    title: str
    """What a pointer that rests on it shows."""
    group: str
    year: str
    classes: str
    x: str
    y: str
    w: str
    h: str
    mark: str
    mark_at: str
    lines: tuple[Text, ...]
    year_text: Text | None


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """An edge: a path that begins behind its arrow's head, at the target."""

    source: str
    target: str
    type: str
    name: str
    """The relation as a sentence."""
    classes: str
    head: str
    """The id of the marker that is its arrow's head."""
    d: str


@dataclass(frozen=True, slots=True)
class DrawnArea:
    """The ground of a group or region."""

    slug: str
    classes: str
    x: str
    y: str
    w: str
    h: str


@dataclass(frozen=True, slots=True)
class DrawnCaption:
    """A heading in the drawing; `mark` is empty where it has none."""

    slug: str
    href: str
    classes: str
    mark: str
    mark_at: str
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class DrawnYear:
    """A band of the year axis."""

    classes: str
    x: str
    y: str
    w: str
    h: str
    label: Text


@dataclass(frozen=True, slots=True)
class Head:
    """An arrow's head: a marker with an id that is this drawing's own."""

    id: str
    classes: str
    d: str


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A line of the legend: a type of relation or a group, how it looks, and how often it occurs."""

    slug: str
    label: str
    classes: str
    count: int
    head: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A layout, ready to be written as SVG with its legend."""

    id: str
    engine: str
    width: str
    height: str
    least_width: str
    """Shown narrower than this, labels would fall below 11 pixels: the page scrolls instead."""
    font_size: str
    texts: GraphTexts
    summary: str
    described_by: str
    """Ids of what describes the drawing, space-separated: its summary and its relations as text."""
    areas: tuple[DrawnArea, ...]
    years: tuple[DrawnYear, ...]
    edges: tuple[DrawnEdge, ...]
    captions: tuple[DrawnCaption, ...]
    nodes: tuple[DrawnNode, ...]
    heads: tuple[Head, ...]
    edge_legend: tuple[LegendRow, ...]
    group_legend: tuple[LegendRow, ...]
    group_choices: tuple[LegendRow, ...]
    """The groups (on the map, the regions) that no row of the legend stands for, if there are several."""
