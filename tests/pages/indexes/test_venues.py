"""The index of venues."""

from __future__ import annotations

from functools import partial

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas.indexes import make_indexes
from paperatlas.pages import messages_for, render
from paperatlas.pages.indexes.venues import full_name, venue_pages
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site


@pytest.mark.parametrize(
    ("venues", "name"),
    [
        (["Conference on Flows (CoF)"], "Conference on Flows"),
        (
            ["Conference of Flows (CoF)", "Conference on Flows (CoF)", "Conference on Flows (CoF)"],
            "Conference on Flows",
        ),
        (["CoF"], ""),
        (["流会议 (CoF)"], "流会议"),
    ],
)
def test_a_venue_has_the_name_that_is_mostly_written(read_files: ReadFiles, venues: list[str], name: str) -> None:
    library = "".join(entry(f"k{number}", booktitle=venue) for number, venue in enumerate(venues))
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"))
    (row,) = site.indexes.venues.rows
    assert (row.label, full_name(row)) == ("CoF", name)


def test_an_archive_has_no_name_but_its_own(read_files: ReadFiles) -> None:
    library = entry("a", eprint="2006.11239", eprinttype="arxiv") + entry("b", publisher="P")
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"))
    assert [(row.label, full_name(row)) for row in site.indexes.venues.rows] == [("arXiv", ""), ("P", "")]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_of_a_venue_gives_its_name_in_full(read_files: ReadFiles, language: str) -> None:
    library = "".join(entry(key, booktitle="Flows & Trees (CoF)") for key in "ab") + entry("loose")
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for(language), index_threshold=2)
    index, page = (page.make() for page in venue_pages(site))
    assert (index.address, index.title, page.address, page.title) == (
        "venues/", site.messages.indexes.venues, "venues/CoF/", "CoF",
    )  # fmt: skip
    (lead,) = BeautifulSoup(page.body.html, "html.parser").select(".pa-lead")
    assert lead.get_text() == "Flows & Trees"
    assert site.messages.indexes.without_venue in index.body.html


LIBRARY = """\
@article{a, author = {Roe, J}, title = {A}, journal = {Annals of Mathematics}, year = {2020}}
@inproceedings{b, author = {Roe, J}, title = {B}, booktitle = {Flows & Trees (CoF)}, year = {2020}}
@book{c, author = {Roe, J}, title = {C}, publisher = {Duke}, year = {2020}}
@misc{d, author = {Roe, J}, title = {D}, howpublished = {Zine}, year = {2020}}
"""


def test_a_venue_is_called_what_it_is(read_files: ReadFiles) -> None:
    site = make_site(read_files({"bib/a.bib": LIBRARY}).atlas, messages_for("en"))
    (index,) = (page.make() for page in venue_pages(site))
    rows = BeautifulSoup(index.body.html, "html.parser").select(".pa-index__row")
    assert [[part.get_text() for part in row.select(".pa-index__name, .pa-index__subtitle")] for row in rows] == [
        ["Annals of Mathematics", "Journal"],
        ["CoF", "Conference · Flows & Trees"],
        ["Duke", "Publisher"],
        ["Zine"],
    ]


def test_many_venues_stand_on_pages_of_their_letters(read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "make_indexes", partial(make_indexes, most_venues=3))
    site = make_site(read_files({"bib/a.bib": LIBRARY}).atlas, messages_for("en"), index_threshold=1)
    found = {str(page.address): page.make() for page in venue_pages(site)}
    parts = {address: page for address, page in found.items() if address.startswith("venues/letter/")}
    assert [*parts] == ["venues/letter/a/", "venues/letter/c/", "venues/letter/d/", "venues/letter/z/"]
    soup = BeautifulSoup(found["venues/"].body.html, "html.parser")
    assert [link["href"] for link in soup.select(".pa-initials a")] == [
        "letter/a/",
        "letter/c/",
        "letter/d/",
        "letter/z/",
    ]
    page = parts["venues/letter/c/"]
    assert page.title == "Venues: C"
    assert [row["id"] for row in BeautifulSoup(page.body.html, "html.parser").select(".pa-index__row")] == ["row-CoF"]
