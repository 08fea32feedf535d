"""The index of venues."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import messages_for
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
