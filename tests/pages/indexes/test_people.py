"""The index of people, on one page and on many."""

from __future__ import annotations

from functools import partial
from urllib.parse import urljoin

import pytest

from paperatlas.atlas.addresses import HOME
from paperatlas.atlas.indexes import make_indexes
from paperatlas.pages import Site, messages_for, render
from paperatlas.pages.indexes.people import people_pages
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site
from tests.pages.indexes.test_index_pages import pages, soup


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("most_rows", [1, 3])
def test_a_long_index_of_people_is_divided(
    site: Site, monkeypatch: pytest.MonkeyPatch, most_rows: int, *, directory_urls: bool
) -> None:
    monkeypatch.setattr(render, "make_indexes", partial(make_indexes, most_rows=most_rows))
    divided = make_site(site.atlas, site.messages, index_threshold=2, directory_urls=directory_urls)
    assert divided.indexes.people.rows[0].address != make_indexes(site.atlas, 2).people.rows[0].address
    found = pages(divided)
    files = {urljoin("https://x/", divided.link_from(HOME)(address)): address for address in found}
    reached, waiting = set(), ["people/"]
    while waiting:
        address = waiting.pop()
        reached.add(address)
        html = soup(found[address])
        base = urljoin("https://x/", divided.link_from(HOME)(address))
        below = {files.get(urljoin(base, str(link["href"])), "") for link in html.select("a[href]")}
        waiting += [new for new in below - reached - {*waiting} if new.startswith("people/")]
        reached |= {new for new in below if new.startswith("papers/")}
    assert {address for address in found if address.startswith(("people/", "papers/"))} <= reached
    for paper in divided.atlas.papers.values():
        for name in paper.authors.names:
            page, _, anchor = divided.indexes.people.addresses[name.display].partition("#")
            assert not anchor or soup(found[page]).select(f"[id='{anchor}']")


def test_the_busiest_people_of_a_long_index_are_named_first(
    read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render, "make_indexes", partial(make_indexes, most_rows=2))
    authors = ["Abe, A.", "Ho, J. and 李, 四", "Ho, J. and Abe, A.", "Ho, J.", "Xu, K."]
    library = "".join(entry(f"k{number}", author=author) for number, author in enumerate(authors))
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"), index_threshold=2)
    index, *others = (page.make() for page in people_pages(site))
    named = [link.get_text() for link in soup(index).select(".pa-index__row > a")]
    assert named == ["J. Ho", "A. Abe"]
    assert {page.title for page in others} == {"A. Abe", "J. Ho", "People: A", "People: H", "People: L", "People: X"}
    assert all(page.wide for page in others if page.title.startswith("People"))


def test_names_are_as_the_library_writes_them(read_files: ReadFiles) -> None:
    library = entry("a", author="Ho, J. and Ho, Jo") + "@misc{b, title = {Nobody's}}\n"
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"), index_threshold=1)
    index, *others = (page.make() for page in people_pages(site))
    assert [page.title for page in others] == ["J. Ho", "Jo Ho"]
    assert all(site.messages.indexes.people_hint in page.body.html for page in others)
    assert site.messages.indexes.without_author in index.body.html


def test_nobody_is_an_index_too(read_files: ReadFiles) -> None:
    (index,) = (page.make() for page in people_pages(make_site(read_files({}).atlas, messages_for("zh"))))
    assert (index.address, index.title) == ("people/", "作者")
    assert soup(index).select(".pa-index__row") == []
