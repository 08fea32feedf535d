"""Which graph a page has, and its drawing as the template writes it."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from benchmarks.large_sites import large_site
from bs4 import BeautifulSoup, Tag

from paperatlas.atlas import Atlas
from paperatlas.build.project import Project
from paperatlas.graph.layout import lay_out
from paperatlas.graph.model import MAP_WIDTH, Graph, GraphEdge, GraphGroup, GraphNode
from paperatlas.graph.svg import make_drawing
from paperatlas.pages import Site, messages_for
from paperatlas.pages import graph as graph_module
from paperatlas.pages.direction import direction_graph
from paperatlas.pages.graph import (
    MOST_PAPERS,
    PART_PAPERS,
    PART_RELATIONS,
    draw_map,
    make_direction_graph,
    make_large_map_graph,
    make_map_graph,
    select_relations,
)
from tests.atlas.test_assemble import entry
from tests.citations.rows import citations
from tests.conftest import ReadFiles, make_site
from tests.graph.graphs import METHODS, make_graph, regions


def rendered(graph: Graph, language: str = "en", *, autoescape: bool = True) -> str:
    site = make_site(Atlas({}, {}, (), (), ()), messages_for(language))
    environment = site.environment.overlay(autoescape=autoescape, bytecode_cache=None)
    drawing = make_drawing(graph, lay_out(graph), id="g")
    return environment.get_template("graph.svg.jinja").render(drawing=drawing, t=site.messages, text_id="as-text")


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def page(graph: Graph) -> BeautifulSoup:
    return parsed(rendered(graph))


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    found = soup.select_one(selector)
    assert found is not None, selector
    return found


def test_a_drawing_is_well_formed() -> None:
    svg = re.search(r"<svg.*?</svg>", rendered(METHODS), re.DOTALL)
    assert svg is not None
    ET.fromstring(svg[0])


def test_a_drawing_is_the_same_whether_or_not_the_environment_escapes() -> None:
    assert rendered(METHODS) == rendered(METHODS, autoescape=False)


def test_nodes_are_links_with_names() -> None:
    links = page(METHODS).select(".pa-graph__nodes a")
    assert [link["xlink:href"] for link in links] == [node.href for node in METHODS.nodes]
    assert all(one(link, "title").text for link in links)
    assert links[3].select("text")[0].text == "<b>\"&'"
    names = {link["data-key"]: link["aria-label"] for link in links}
    assert names["fastdpm"] == (
        "FastDPM, On Fast Sampling of Diffusion Models, 2021, Fast <sampling> & more, relations: 3"
    )
    assert names["x"] == "<b>\"&', Fast <sampling> & more"


def test_a_node_of_the_map_names_its_region() -> None:
    labels = [link["aria-label"] for link in page(regions()).select(".pa-graph__nodes a")]
    assert labels == ["y, 2020, A, Models", "x, 2020, A, Fast", "z, 2020, B"]


def test_no_part_has_the_attribute_that_instant_navigation_stumbles_over() -> None:
    assert not page(METHODS).select("svg [href], svg [src]")


def test_a_drawing_has_a_name_and_a_description() -> None:
    soup = page(METHODS)
    svg = one(soup, ".pa-graph__svg")
    assert svg["role"] == "group"
    assert one(soup, f"#{svg['aria-labelledby']}").text == "Related methods"
    assert svg["aria-describedby"] == "g-summary as-text"
    assert one(soup, "#g-summary").text == "Papers: 4. Relations between them: 4."


def test_words_are_those_of_the_page_s_language() -> None:
    soup = parsed(rendered(METHODS, "zh"))
    assert one(soup, "#g-summary").text == "论文 4 篇，其间关系 4 条。"
    assert "尚无写明的关系" in [text.text for text in soup.select(".pa-graph__captions text")]


def test_ids_are_unique_and_references_resolve() -> None:
    text = rendered(METHODS)
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(ids)


def test_edges_have_their_ends_their_kind_and_a_sentence() -> None:
    paths = page(METHODS).select(".pa-graph__edges path")
    assert [(path["data-source"], path["data-target"], path["data-type"]) for path in paths] == [
        (edge.source, edge.target, edge.kind) for edge in METHODS.edges
    ]
    assert [one(path, "title").text for path in paths] == [
        "DDIM extends DDPM",
        "FastDPM speeds up DDPM",
        "FastDPM unifies DDIM",
        "DDIM is-cited-by FastDPM",
    ]


def test_faint_edges_are_drawn_first_and_named_in_the_legend() -> None:
    groups = (METHODS.groups[0], GraphGroup("fast", "Elsewhere", outside=True))
    soup = page(replace(METHODS, groups=groups, engine="grid"))
    classes = [path["class"][1] for path in soup.select(".pa-graph__edges path")]
    assert classes == ["pa-line--faint"] * 3 + ["pa-line--extends"]
    assert [row.text.strip() for row in soup.select(".pa-legend__row")] == [
        "extends 1",
        "to another direction, of any kind 3",
    ]
    assert [link["data-key"] for link in soup.select(".pa-node--outside")] == ["fastdpm", "x"]
    assert [area["data-group"] for area in soup.select(".pa-area--outside")] == ["fast"]


def test_broken_labels_read_as_they_were() -> None:
    long = "Text-to-image synthesis with geometry-adaptive harmonic representations"
    soup = page(make_graph([GraphNode("long", long, long, "", "x/", None)]))
    assert len(soup.select(".pa-node__label tspan")) > 2
    assert one(soup, ".pa-node__label").text == long


def test_regions_of_the_map_are_links() -> None:
    links = page(regions()).select(".pa-graph__captions a")
    assert [(link["xlink:href"], link.text.strip()) for link in links] == [("a/", "A"), ("b/", "B")]


@pytest.mark.parametrize("nodes", [(), METHODS.nodes[:1]], ids=["nothing", "one node"])
def test_without_edges_there_is_no_legend(nodes: tuple[GraphNode, ...]) -> None:
    soup = page(make_graph(nodes, (), METHODS.groups))
    assert len(soup.select(".pa-node")) == len(nodes)
    assert not soup.select(".pa-edge, figcaption")


def graph_of(site: Site) -> BeautifulSoup:
    (direction,) = site.atlas.directions.values()
    return parsed(direction_graph(site, direction).html)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_large_direction_draws_its_most_related_papers_and_says_so(read_files: ReadFiles, language: str) -> None:
    site = make_site(read_files(large_site(2000, directions=1, relations=2000)).atlas, messages_for(language))
    page = graph_of(site)
    drawn = {link["data-key"] for link in page.select(".pa-graph__nodes a")}
    edges = page.select(".pa-graph__edges > path")
    assert 0 < len(drawn) <= PART_PAPERS
    assert 0 < len(edges) <= PART_RELATIONS
    assert drawn == {edge[end] for edge in edges for end in ("data-source", "data-target")}
    counts: dict[str, int] = {}
    for relation in site.atlas.relations:
        counts[relation.source] = counts.get(relation.source, 0) + 1
        counts[relation.target] = counts.get(relation.target, 0) + 1
    assert max(counts, key=counts.__getitem__) in drawn
    (direction,) = site.atlas.directions.values()
    relations = [each for each in site.atlas.relations if each.source in set(direction.papers)]
    everything = {*direction.papers, *(each.target for each in relations)}
    told = site.messages.large_map.graph_part(len(drawn), len(everything), len(edges), len(relations))
    assert told in page.get_text()


def test_a_direction_that_can_be_drawn_whole_is(read_files: ReadFiles) -> None:
    page = graph_of(
        make_site(read_files(large_site(MOST_PAPERS, directions=1, relations=60)).atlas, messages_for("en"))
    )
    assert len(page.select(".pa-graph__nodes a")) == MOST_PAPERS - 1
    assert "The drawing shows" not in page.get_text()


def test_a_large_direction_without_relations_has_no_graph(read_files: ReadFiles) -> None:
    papers = "".join(f"@misc{{p{at}, title = {{Paper {at}}}, keywords = {{d}}}}\n" for at in range(MOST_PAPERS + 1))
    files = {"bib/library.bib": papers, "docs/directions/d.md": "---\ntitle: D\n---\n# D\n"}
    page = graph_of(make_site(read_files(files).atlas, messages_for("en")))
    assert not page.select(".pa-graph")
    assert "states no relation" in page.get_text()


def test_relations_in_a_circle_are_drawn(read_files: ReadFiles) -> None:
    papers = "".join(
        f"@misc{{p{at}, title = {{Paper {at}}}, date = {{20{at:02}}}, keywords = {{d}}, extends = {{p{(at + 1) % 20}}}}}\n"
        for at in range(20)
    )
    files = {"bib/library.bib": papers, "docs/directions/d.md": "---\ntitle: D\n---\n# D\n"}
    page = graph_of(make_site(read_files(files).atlas, messages_for("en")))
    assert len(page.select(".pa-graph__nodes a")) == len(page.select(".pa-graph__edges > path")) == 20


def test_a_direction_s_graph_has_its_papers_by_group_and_those_they_lead_to(site: Site) -> None:
    graphs = site.atlas.directions["graphs"]
    graph = make_direction_graph(site, graphs, graphs.papers, site.atlas.relations)
    assert {node.key: node.group for node in graph.nodes} == {"realnvp": "", "nice": "elsewhere", "bound": "elsewhere"}
    assert graph.nodes[0] == GraphNode(
        "realnvp", "Real NVP", "Density Estimation Using Real NVP", "", "../../papers/realnvp/", 2017
    )
    assert graph.edges == (GraphEdge("realnvp", "nice", "extends"), GraphEdge("realnvp", "bound", "compares"))
    assert [(group.slug, group.title, group.outside) for group in graph.groups] == [
        ("", site.messages.other_papers, False),
        ("elsewhere", site.messages.other_directions, True),
    ]


def test_kinds_of_edges_are_named_in_the_language_of_the_site(site: Site) -> None:
    labels = {kind.name: kind.label for kind in make_map_graph(site).kinds}
    assert labels["extends"] == {"en": "extends", "zh": "扩展"}[site.messages.language]


def test_the_map_has_a_region_for_each_direction_with_papers(site: Site) -> None:
    graph = make_map_graph(site)
    assert (graph.engine, graph.width) == ("map", MAP_WIDTH)
    assert {node.key: node.group for node in graph.nodes} == {
        "nice": "flows/models",
        "realnvp": "flows/models",
        "bound": "flows/theory",
        "loose": "elsewhere",
    }
    assert [(group.slug, group.href, [inner.title for inner in group.groups]) for group in graph.groups] == [
        ("flows", "../directions/flows/", ["Models", "Theory"]),
        ("elsewhere", "", []),
    ]


def test_on_a_large_map_papers_of_no_direction_are_in_a_region_without_a_slug(site: Site) -> None:
    graph = make_large_map_graph(site)
    assert {node.key: node.group for node in graph.nodes}["loose"] == ""
    assert [group.slug for group in graph.groups] == ["flows", ""]


@pytest.mark.parametrize(
    ("papers", "relations", "drawn"),
    [
        (2, 9, [("realnvp", "nice")]),  # papers are too many: the two with most relations between them
        (9, 1, [("realnvp", "nice")]),
        (1, 0, []),
    ],
)
def test_relations_are_drawn_up_to_a_number_of_them_and_of_papers(
    site: Site, monkeypatch: pytest.MonkeyPatch, papers: int, relations: int, drawn: list[tuple[str, str]]
) -> None:
    monkeypatch.setattr(graph_module, "PART_PAPERS", papers)
    monkeypatch.setattr(graph_module, "PART_RELATIONS", relations)
    found = select_relations(site.atlas.directions["flows"].papers, site.atlas.relations)
    assert [(relation.source, relation.target) for relation in found] == drawn


def map_drawing(project: Project) -> BeautifulSoup:
    site = make_site(project.atlas, messages_for("en"))
    return parsed(draw_map(site, make_map_graph(site)))


def test_boxes_name_the_places_of_what_they_cite(read_files: ReadFiles) -> None:
    library = entry("a") + entry("b", extends="a") + entry("c")
    rows = citations("a c -", "b a", "c a", "c b")
    drawing = map_drawing(read_files({"bib/a.bib": library, "bib/citations.tsv": rows}))
    links = drawing.select(".pa-graph__nodes a")
    keys = [link["data-key"] for link in links]
    cited = {
        link["data-key"]: {keys[int(place)] for place in str(link.get("data-cites", "")).split()} for link in links
    }
    # That b cites a is told by the relation.
    assert cited == {"a": set(), "b": set(), "c": {"a", "b"}}
    assert one(drawing, "[data-pa-tool=cites]").text == "Citations (2)"
    assert "cites" in str(one(drawing, "figure")["data-pa-parts"]).split()


def test_without_citations_there_is_nothing_to_switch_on(read_files: ReadFiles) -> None:
    drawing = map_drawing(read_files({"bib/a.bib": entry("a") + entry("b", extends="a")}))
    assert drawing.select("[data-pa-tool=cites], [data-cites], script[src*=graph-cites]") == []
