"""A page loads the styles and scripts of what is on it, and no others."""

from __future__ import annotations

import re

import pytest

from paperatlas.pages import Site, build_pages, direction_graph, messages_for
from paperatlas.pages.hand_written import complete_page
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site

GRAPH = {
    "graph.css", "graph.js", "graph-card.js", "graph-find.js", "graph-keys.js", "graph-link.js", "graph-screen.js",
    "graph-show.js", "graph-view.js", "match-list.js",
}  # fmt: skip


def loaded(html: str) -> set[str]:
    return set(re.findall(r'<(?:link rel="stylesheet" href|script src)="(?:\.\./)*assets/([^"]+)"', html))


@pytest.mark.parametrize(
    ("address", "names"),
    [
        (
            "papers/",
            {
                "exports.js",
                "filter.js",
                "load.js",
                "marked-papers.js",
                "marks.js",
                "paperatlas.js",
                "take-papers.js",
            },
        ),
        ("map/", {"paperatlas.js", "map-directions.css", "map-directions.js", *GRAPH}),
        ("compare/", {"compare.css", "load.js", "match-list.js", "compare.js"}),
        (
            "reading/",
            {
                "reading.css",
                "load.js",
                "exports.js",
                "paperatlas.js",
                "filter.js",
                "marks.js",
                "bibtex.js",
                "marked-papers.js",
                "own-library.js",
                "reading.js",
            },
        ),
        ("people/", set()),
        ("venues/", set()),
        ("years/", set()),
        ("papers/nice/", {"copy.js", "marks.js"}),
    ],
)
def test_a_generated_page_loads_what_it_uses(site: Site, address: str, names: set[str]) -> None:
    (html,) = [page.body.html for page in build_pages(site) if page.address == address]
    assert loaded(html) == names


def test_a_direction_loads_what_sorts_its_relations(site: Site) -> None:
    assert loaded(direction_graph(site, site.atlas.directions["flows"]).html) == {"paperatlas.js", *GRAPH}


def test_a_direction_without_relations_has_none_to_sort(read_files: ReadFiles) -> None:
    files = {"bib/a.bib": entry("a", keywords="flows"), "docs/directions/flows.md": "---\ntitle: Flows\n---\n"}
    site = make_site(read_files(files).atlas, messages_for("en"))
    assert "paperatlas.js" not in loaded(direction_graph(site, site.atlas.directions["flows"]).html)


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<p>Nothing.</p>", set()),
        ('<p>See <a class="pa-cite" href="#" data-pa-card="nice">NICE</a>.</p>', {"citations.js"}),
    ],
)
def test_a_hand_written_page_loads_what_shows_cards_if_it_cites(site: Site, html: str, names: set[str]) -> None:
    assert loaded(complete_page(site, "notes/page.md", html).html) == names
