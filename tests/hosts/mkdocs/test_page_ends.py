"""The generated ends of pages, which search reads without the theme's parser."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from material.plugins.search import plugin as material  # type: ignore[import-untyped]

from paperatlas.hosts.mkdocs.page_ends import PageEnds
from paperatlas.hosts.mkdocs.search_index import SearchIndex
from paperatlas.pages.direction import DRAWING
from paperatlas.pages.hand_written import CompletedPage
from paperatlas.pages.page import Fragment

NOTE = (
    '<h1>Note</h1><p>Words</p>\n<h2 id="graph">Graph</h2>\n<section data-search-exclude>\n{}\n</section>\n'
    '<h2 id="more">More</h2><p>y</p>'
)
DRAWING_HTML = '<a href="#after">Skip</a><figure><svg><text>x</text></svg></figure><table><tr><td>y</td></tr></table>'
START = NOTE.format(DRAWING)
END = '<h2 id="papers">Papers</h2><section data-search-exclude><h3 id="g">G</h3></section><h2 id="m">M</h2><p>x</p>'
COMPLETED = CompletedPage(START, Fragment(END), DRAWING_HTML)


def page_of(name: str, content: str) -> Any:
    return SimpleNamespace(
        content=content, toc=[], url=f"{name}/", meta={}, title=name, file=SimpleNamespace(src_uri=f"{name}.md")
    )


def built(ends: PageEnds, index: Any, pages: list[Any]) -> list[Any]:
    """The entries of pages that are built one after the other, as MkDocs does."""
    for page in pages:
        page.content = ends.hold_back(page, COMPLETED)
    for page in pages:
        ends.before_search(page)
        index.add_entry_from_context(page)
        ends.after_search(page)
    return list(index.entries)


class Whole(material.SearchIndex):  # type: ignore[misc]
    """An index that adds something of its own."""

    def add_entry_from_context(self, page: Any) -> None:
        super().add_entry_from_context(page)
        self.entries.append({"location": page.url, "length": len(page.content)})


@pytest.mark.parametrize("kind", [material.SearchIndex, Whole])
def test_the_index_is_that_of_whole_pages(kind: type[Any]) -> None:
    whole = kind()
    for name in "abc":
        whole.add_entry_from_context(page_of(name, COMPLETED.html))
    index = kind()
    pages = [page_of(name, "") for name in "abc"]
    assert built(PageEnds(SearchIndex(index, index.entries)), index, pages) == whole.entries
    assert [page.content for page in pages] == [NOTE.format(DRAWING_HTML) + END] * 3


@pytest.mark.parametrize("index", [None, SearchIndex(SimpleNamespace(), [])], ids=["no search", "another search"])
def test_nothing_is_held_back_from_a_search_that_takes_no_sections(index: SearchIndex | None) -> None:
    assert PageEnds(index).hold_back(page_of("a", ""), COMPLETED) == COMPLETED.html
