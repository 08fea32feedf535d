"""Links of a page as links from its source: Zensical puts `../` before those of pages with a folder of their own."""

from __future__ import annotations

import posixpath

import pytest

from paperatlas.hosts.zensical.source_links import relative_to_source

URLS = ["../../people/", "../b/", "../", "./", ".", "b/", "../a.bib", "a.bib", "../../", "?x=1", "../../assets/x.js#y"]


@pytest.mark.parametrize("url", URLS)
def test_zensical_makes_the_link_what_it_was(url: str) -> None:
    html = relative_to_source(f'<a href="{url}">x</a>', "papers/a.md", directory_urls=True)
    changed = html.removeprefix('<a href="').removesuffix('">x</a>')
    assert posixpath.normpath(f"papers/a/../{changed}") == posixpath.normpath(f"papers/a/{url}")


AS_THEY_ARE = [
    ('<a href="#x">', "papers/a.md", True),
    ('<a href="https://a.example/">', "papers/a.md", True),
    ('<a href="mailto:a@b.example">', "papers/a.md", True),
    ('<a href="/root/">', "papers/a.md", True),
    ('<a href="//host/">', "papers/a.md", True),
    ('<i data-pa-href="../x/" title="../y">', "papers/a.md", True),
    ('<a href="../x/">', "papers/index.md", True),
    ('<a href="../x/">', "README.md", True),
    ('<a href="../x.html">', "papers/a.md", False),
]


@pytest.mark.parametrize(("html", "source", "directory_urls"), AS_THEY_ARE)
def test_links_that_zensical_leaves_stay(html: str, source: str, directory_urls: bool) -> None:
    assert relative_to_source(html, source, directory_urls=directory_urls) == html


def test_both_attributes_and_both_quotes_are_known() -> None:
    html = "<a\nhref='../x/'><img alt='' src=\"../y.png\">"
    assert relative_to_source(html, "a.md", directory_urls=True) == "<a\nhref='x/'><img alt='' src=\"y.png\">"
