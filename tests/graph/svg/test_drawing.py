from __future__ import annotations

import math
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from paperatlas.graph.layout import (
    GraphEdge,
    GraphGroup,
    GraphNode,
    GraphRegion,
    Layout,
    Point,
    Route,
    lay_out,
    lay_out_map,
)
from paperatlas.graph.svg.drawing import draw
from paperatlas.graph.svg.model import GraphTexts
from paperatlas.graph.svg.paths import HEAD, number, path_data
from paperatlas.graph.svg.styles import STYLES, group_class, group_mark, line_styles
from paperatlas.graph.text_width import FONT_SIZE

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
STYLE_SHEET = (TEMPLATES / "assets" / "graph.css").read_text(encoding="utf-8")

GROUPS = [GraphGroup("models", "Models"), GraphGroup("fast", "Fast <sampling> & more")]
NODES = [
    GraphNode("ddpm", "DDPM", "Denoising Diffusion Probabilistic Models", "models", "../ddpm/", 2020),
    GraphNode("ddim", "DDIM", "Denoising Diffusion Implicit Models", "models", "../ddim/", 2021),
    GraphNode("fastdpm", "FastDPM", "On Fast Sampling of Diffusion Models", "fast", "../fastdpm/", 2021),
    GraphNode("x", "<b>\"&'", "<b>\"&'", "fast", '../x/?a=1&b="2"', None),
]
EDGES = [
    GraphEdge("ddim", "ddpm", "extends"),
    GraphEdge("fastdpm", "ddpm", "accelerates"),
    GraphEdge("fastdpm", "ddim", "unifies"),
    GraphEdge("ddim", "fastdpm", "is-cited-by"),
]
LABELS = {"accelerates": "speeds up", "unifies": "unifies", "uses": "uses", "extends": "extends"}


def layout() -> Layout:
    return lay_out(NODES, EDGES, GROUPS)


def rendered(laid_out: Layout, texts: GraphTexts | None = None, *, autoescape: bool = True) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    drawing = draw(laid_out, id="g", type_labels=LABELS, texts=texts, described_by="as-text")
    return environment.get_template("graph.svg.jinja").render(drawing=drawing)


def page(laid_out: Layout) -> BeautifulSoup:
    return BeautifulSoup(rendered(laid_out), "html.parser")


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    found = soup.select_one(selector)
    assert found is not None, selector
    return found


class TestDraw:
    def test_the_legend_names_the_types_that_occur_in_the_order_of_their_labels(self) -> None:
        rows = [(row.slug, row.label, row.count) for row in draw(layout(), id="g", type_labels=LABELS).edge_legend]
        assert rows == [
            ("accelerates", "speeds up", 1),
            ("unifies", "unifies", 1),
            ("extends", "extends", 1),
            ("is-cited-by", "is-cited-by", 1),
        ]

    def test_the_legend_names_the_groups_whose_marks_are_on_boxes(self) -> None:
        drawing = draw(layout(), id="g")
        assert [(row.label, row.count) for row in drawing.group_legend] == [
            ("Models", 2),
            ("Fast <sampling> & more", 1),
        ]
        grid = draw(lay_out(NODES, EDGES, GROUPS, engine="grid"), id="g")
        assert grid.group_legend == drawing.group_choices == ()
        assert [(row.slug, row.count) for row in grid.group_choices] == [("models", 2), ("fast", 2)]

    def test_the_map_s_choices_are_its_regions(self) -> None:
        groups = (GraphGroup("a/models", "Models"), GraphGroup("a/fast", "Fast"))
        nodes = [
            GraphNode(key, key, key, group, "", 2020) for key, group in (("x", "a/fast"), ("y", "a/models"), ("z", "b"))
        ]
        regions = [GraphRegion("a", "A", "", groups), GraphRegion("b", "B", "")]
        choices = draw(lay_out_map(nodes, [], regions), id="g").group_choices
        assert [(row.slug, row.label, row.count) for row in choices] == [("a", "A", 2), ("b", "B", 1)]

    def test_the_legend_ends_with_what_leads_elsewhere(self) -> None:
        groups = [GROUPS[0], GraphGroup("fast", "Elsewhere", outside=True)]
        drawing = draw(lay_out(NODES, EDGES, groups, engine="grid"), id="g", type_labels=LABELS)
        assert [(row.slug, row.label, row.count) for row in drawing.edge_legend] == [
            ("extends", "extends", 1),
            ("", "to another direction, of any kind", 3),
        ]
        assert [edge.classes for edge in drawing.edges] == ["pa-edge pa-line--faint"] * 3 + ["pa-edge pa-line--extends"]

    def test_every_edge_is_a_sentence(self) -> None:
        names = [edge.name for edge in draw(layout(), id="g", type_labels=LABELS).edges]
        assert names == [
            "DDIM extends DDPM",
            "FastDPM speeds up DDPM",
            "FastDPM unifies DDIM",
            "DDIM is-cited-by FastDPM",
        ]

    def test_every_node_says_what_it_is(self) -> None:
        names = {node.key: node.name for node in draw(layout(), id="g").nodes}
        assert (
            names["fastdpm"]
            == "FastDPM, On Fast Sampling of Diffusion Models, 2021, Fast <sampling> & more, relations: 3"
        )
        assert names["x"] == "<b>\"&', Fast <sampling> & more"

    def test_a_node_of_the_map_names_its_region(self) -> None:
        regions = [GraphRegion("diffusion", "Diffusion", "../diffusion/", tuple(GROUPS))]
        names = {node.key: node.name for node in draw(lay_out_map(NODES, EDGES, regions), id="g").nodes}
        assert names["ddim"] == "DDIM, Denoising Diffusion Implicit Models, 2021, Diffusion, Models, relations: 3"

    def test_words_are_the_page_s(self) -> None:
        texts = GraphTexts(
            summary="{nodes} 个方法，{edges} 条关系", edge="{source}{relation}{target}", isolated="尚无关系"
        )
        drawing = draw(layout(), id="g", texts=texts)
        assert drawing.summary == "4 个方法，4 条关系"
        assert drawing.edges[0].name == "DDIMextendsDDPM"
        assert "尚无关系" in [line.text for caption in drawing.captions for line in caption.lines]

    def test_nothing_is_set_smaller_than_eleven_pixels(self) -> None:
        drawing = draw(layout(), id="g")
        assert FONT_SIZE * float(drawing.least_width) / float(drawing.width) >= 10.99
        # Material's column beside both sidebars, in a window of 1280 pixels.
        assert float(drawing.least_width) <= 688


class TestTemplate:
    def test_is_well_formed(self) -> None:
        svg = re.search(r"<svg.*?</svg>", rendered(layout()), re.DOTALL)
        assert svg is not None
        ET.fromstring(svg[0])

    def test_is_the_same_whether_or_not_the_environment_escapes(self) -> None:
        assert rendered(layout()) == rendered(layout(), autoescape=False) == rendered(layout())

    def test_nodes_are_links_with_names(self) -> None:
        links = page(layout()).select(".pa-graph__nodes a")
        assert [link["xlink:href"] for link in links] == [node.href for node in NODES]
        assert all(link["aria-label"] and one(link, "title").text for link in links)
        assert links[3].select("text")[0].text == "<b>\"&'"

    def test_no_part_has_the_attribute_that_instant_navigation_stumbles_over(self) -> None:
        assert not page(layout()).select("svg [href], svg [src]")

    def test_the_drawing_has_a_name_and_a_description(self) -> None:
        soup = page(layout())
        svg = one(soup, ".pa-graph__svg")
        assert svg["role"] == "group"
        assert one(soup, f"#{svg['aria-labelledby']}").text == "Related methods"
        assert svg["aria-describedby"] == "g-summary as-text"
        assert one(soup, "#g-summary").text == "Methods: 4. Relations between them: 4."

    def test_ids_are_unique_and_references_resolve(self) -> None:
        text = rendered(layout())
        ids = re.findall(r'\bid="([^"]+)"', text)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(ids)

    def test_edges_carry_their_ends_and_type(self) -> None:
        paths = page(layout()).select(".pa-graph__edges path")
        assert [(path["data-source"], path["data-target"], path["data-type"]) for path in paths] == [
            (edge.source, edge.target, edge.type) for edge in EDGES
        ]
        assert all(path["marker-start"] and one(path, "title").text for path in paths)

    def test_broken_labels_read_as_they_were(self) -> None:
        long = "Text-to-image synthesis with geometry-adaptive harmonic representations"
        soup = page(lay_out([GraphNode("long", long, long, "", "x/", None)], [], []))
        assert len(soup.select(".pa-node__label tspan")) > 2
        assert one(soup, ".pa-node__label").text == long

    def test_regions_of_the_map_are_links(self) -> None:
        regions = [GraphRegion("diffusion", "Diffusion", "../diffusion/", tuple(GROUPS))]
        link = one(page(lay_out_map(NODES, EDGES, regions)), ".pa-graph__captions a")
        assert (link["xlink:href"], link.text.strip()) == ("../diffusion/", "Diffusion")

    @pytest.mark.parametrize("nodes", [[], NODES[:1]], ids=["nothing", "one node"])
    def test_draws_without_edges_and_without_a_legend(self, nodes: list[GraphNode]) -> None:
        soup = page(lay_out(nodes, [], GROUPS))
        assert len(soup.select(".pa-node")) == len(nodes)
        assert not soup.select(".pa-edge, figcaption")


class TestStyles:
    def test_every_type_and_hue_is_in_the_style_sheet(self) -> None:
        for style in set(STYLES) - {"extends"}:
            assert f".pa-line--{style} {{" in STYLE_SHEET
        for hue in {group_class(colour) for colour in range(50)}:
            assert f"\n.{hue} {{" in STYLE_SHEET
            assert f'[data-md-color-scheme="slate"] .{hue} {{' in STYLE_SHEET

    def test_types_are_told_apart_without_colour(self) -> None:
        dashes = dict(re.findall(r"^\.pa-line--(\w+) \{.*stroke-dasharray: ([\d. ]+);", STYLE_SHEET, re.MULTILINE))
        assert len(set(dashes.values())) == len(dashes)
        assert set(STYLES) - set(dashes) == {"extends", "unifies", "faint"}  # thin, thick and pale

    def test_twelve_groups_have_marks_of_their_own(self) -> None:
        assert len({(group_class(colour), group_mark(colour)) for colour in range(12)}) == 12

    @pytest.mark.parametrize(
        ("types", "styles"),
        [
            (["uses", "extends"], {"uses": "uses", "extends": "extends"}),
            (["replicates"], {"replicates": "alternative"}),
            (
                ["alternative", "replicates", "retracts"],
                {"alternative": "alternative", "replicates": "uses", "retracts": "unifies"},
            ),
        ],
    )
    def test_a_type_of_the_site_s_own_takes_a_free_style(self, types: list[str], styles: dict[str, str]) -> None:
        assert line_styles(types) == styles

    def test_more_types_than_styles_share_them(self) -> None:
        assert len(line_styles([*STYLES, "one", "two"])) == len(STYLES) + 2


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (1.25, "1.2"), (-0.04, "0"), (10.96, "11"), (760.0, "760")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("points", "path"),
    [
        (((0, 0), (30, 0)), "M8,0L30,0"),
        (((0, 0), (30, 0), (30, 40)), "M8,0L23,0Q30,0 30,7L30,40"),
        (((0, 0), (12, 0), (12, 4), (40, 4)), "M8,0L10,0Q12,0 12,2L12,2Q12,4 14,4L40,4"),
        (((0, 0), (5, 0)), "M4,0L5,0"),
    ],
)
def test_corners_are_rounded_behind_the_head(points: tuple[Point, ...], path: str) -> None:
    assert path_data(Route(EDGES[0], "polyline", points)) == path


def test_a_curve_starts_behind_the_head() -> None:
    path = path_data(Route(EDGES[0], "bezier", ((0, 0), (30, 40), (60, 40), (90, 0))))
    assert path == "M4.8,6.4 C30,40 60,40 90,0"
    assert math.hypot(4.8, 6.4) == HEAD
