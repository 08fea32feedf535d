"""The directions at a glance."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas.addresses import HOME, Address
from paperatlas.pages import Site, directions_overview, messages_for
from tests.conftest import ReadFiles, make_site


@pytest.mark.parametrize(("origin", "up"), [(HOME, ""), ("papers/nice/", "../../")])
def test_every_direction_has_a_card_that_leads_to_it(site: Site, origin: str, up: str) -> None:
    soup = BeautifulSoup(directions_overview(site, Address(origin)).html, "html.parser")
    assert [(link["href"], link.get_text()) for link in soup.select(".pa-card h3 a")] == [
        (f"{up}directions/flows/", "Flows"),
        (f"{up}directions/graphs/", "Graphs & trees"),
    ]
    assert [card.get_text() for card in soup.select(".pa-card__summary")] == [
        "Invertible maps between distributions",
        "",
    ]
    assert [card.get_text().split("\n")[1] for card in soup.select(".pa-card__figures")] == [
        site.messages.papers_count(3),
        site.messages.papers_count(1),
    ]


def test_the_whole_counts_each_paper_once_and_those_in_no_direction(site: Site) -> None:
    soup = BeautifulSoup(directions_overview(site, HOME).html, "html.parser")
    (summary,) = soup.select(".pa-summary")
    assert summary.get_text() == site.messages.library_summary(2, 4, 25, "2014–2020")


def test_without_papers_and_directions(read_files: ReadFiles) -> None:
    site = make_site(read_files({}).atlas, messages_for("en"))
    soup = BeautifulSoup(directions_overview(site, HOME).html, "html.parser")
    assert "0 directions, 0 papers, 0% with code" in soup.get_text()
    assert soup.select(".pa-card, svg") == []
