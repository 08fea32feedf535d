"""Which pages there are that stand in no Markdown file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from benchmarks.large_sites import large_site

from paperatlas.atlas import Address
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.pages import Fragment, Page, Site, build_pages, messages_for
from tests.conftest import ReadFiles, make_site
from tests.pages.indexes.test_index_pages import pages


def test_only_the_page_of_a_paper_says_where_it_is_edited(site: Site) -> None:
    found = pages(make_site(site.atlas, site.messages, index_threshold=2))
    sources = {address: page.source for address, page in found.items() if page.source}
    assert sources.keys() == {f"papers/{key}/" for key in site.atlas.papers}
    assert str(sources["papers/realnvp/"]) == "bib/library.bib:13:1"


def test_lists_come_first_and_every_paper_has_a_page(site: Site) -> None:
    addresses = [page.address for page in build_pages(site)]
    assert addresses[:8] == ["papers/", "map/", "compare/", "reading/", "problems/", "people/", "venues/", "years/"]
    assert addresses[8:] == [f"papers/{key}/" for key in ("nice", "realnvp", "bound", "loose")]
    assert len(set(addresses)) == len(addresses)


def test_an_empty_library_has_its_lists(read_files: ReadFiles) -> None:
    site = make_site(read_files({}).atlas, messages_for("en"))
    found = {str(page.address): page for page in build_pages(site, ALL_RULES)}
    assert list(found) == ["", "papers/", "problems/", "people/", "venues/", "years/"]
    assert all(page.title and page.body.html for page in found.values())
    assert all(page.description for address, page in found.items() if address)
    assert ALL_RULES[0].code in found["problems/"].body.html


@pytest.mark.slow
def test_only_the_first_page_of_a_list_is_searched_and_no_rule(read_files: ReadFiles) -> None:
    site = make_site(read_files(large_site(520, directions=1, relations=520)).atlas, messages_for("en"))
    found = {str(page.address): page.searched for page in build_pages(site)}
    assert {address for address, searched in found.items() if not searched} == {
        "problems/",
        *(address for address in found if "/page/" in address),
    }
    assert {"papers/page/2/", "directions/direction-1/page/2/", "directions/direction-1/relations/page/2/"} <= {*found}


@pytest.mark.parametrize(("searched", "told"), [(True, {}), (False, {"search": {"exclude": True}})])
def test_what_themes_are_told_of_a_page(searched: bool, told: dict[str, object]) -> None:
    page = Page(Address("a/"), "A & B", "<C>", Fragment("<p>"), wide=True, searched=searched)
    values = {"title": "A &amp; B", "description": "&lt;C&gt;", "hide": ["navigation", "toc"]}
    assert page.metadata == values | told
    assert replace(page, wide=False, navigation=True).metadata["hide"] == []
