"""The directions at a glance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas.addresses import HOME, Address
from paperatlas.pages import Site, build_pages, directions_overview, messages_for
from paperatlas.pages.home import last_changed, library_overview
from tests.conftest import ReadFiles, make_site


@pytest.mark.parametrize(("origin", "up"), [(HOME, ""), ("papers/nice/", "../../")])
def test_every_direction_has_a_card_that_leads_to_it(site: Site, origin: str, up: str) -> None:
    soup = BeautifulSoup(directions_overview(site, Address(origin)).html, "html.parser")
    assert [(link["href"], link.get_text()) for link in soup.select(".pa-card h2 a")] == [
        (f"{up}directions/graphs/", "Graphs & trees"),
        (f"{up}directions/flows/", "Flows"),
    ]
    assert [card.get_text() for card in soup.select(".pa-card__summary")] == [
        "",
        "Invertible maps between distributions",
    ]
    assert [card.get_text().split("\n")[1] for card in soup.select(".pa-card__figures")] == [
        site.messages.papers_count(1),
        site.messages.papers_count(3),
    ]


def test_the_whole_counts_each_paper_once_and_those_in_no_direction(site: Site) -> None:
    soup = BeautifulSoup(directions_overview(site, HOME).html, "html.parser")
    (summary,) = soup.select(".pa-summary")
    assert summary.get_text() == site.messages.library_summary(2, 4, 25, "2014–2020")


NOTES = {
    "a": "title: A\nstatus: maturing\norder: 1",
    "b": "title: B\norder: 2",
    "c": "title: C\nstatus: rising\norder: 3",
    "d": "title: D\nstatus: hot\norder: 4",
    "e": "title: E\nstatus: rising\norder: 5",
}
DATED = "\nnow: {as_of: 2026-11, reason: It grows., see: since}"
ORDERS = [
    # Nothing is dated: the directions stand where their notes want them.
    ("", "A B C D E", []),
    (DATED, "C E D A B", ["Rising C, E", "Hot D", "Maturing A"]),
]


@pytest.mark.parametrize(("more", "order", "answer"), ORDERS)
def test_what_rises_comes_first(more: str, order: str, answer: list[str], read_files: ReadFiles) -> None:
    files = {f"docs/directions/{slug}.md": f"---\n{text}\n---\n" for slug, text in NOTES.items()}
    files["docs/directions/e.md"] = f"---\n{NOTES['e']}{more}\n---\n"
    site = make_site(read_files(files).atlas, messages_for("en"))
    soup = BeautifulSoup(directions_overview(site, HOME).html, "html.parser")
    assert " ".join(link.get_text() for link in soup.select(".pa-card h2 a")) == order
    assert [" ".join(item.get_text().split()) for item in soup.select(".pa-answer li")] == answer


def test_a_judgement_has_its_date_its_author_its_reason_and_where_it_is_argued(site: Site) -> None:
    soup = BeautifulSoup(directions_overview(site, HOME).html, "html.parser")
    card = soup.select(".pa-card")[0]
    texts = site.messages
    month = texts.assessments.month
    now, then = (" ".join(item.get_text().split()) for item in card.select(".pa-assessment"))
    head = f"{texts.status_labels['early']} {month(2026, 11)} · {texts.assessments.own}"
    assert now == f"{head} Two papers. {texts.assessments.why}"
    assert then == f"{texts.status_labels['rising']} {month(2021, 6)} · Jane Roe"
    assert [tag["datetime"] for tag in card.select("time")] == ["2026-11", "2021-06"]
    assert [link["href"] for link in card.select(".pa-assessment a")] == ["directions/graphs/#since"]


def test_the_charts_of_all_directions_have_the_same_years(site: Site) -> None:
    soup = BeautifulSoup(directions_overview(site, HOME).html, "html.parser")
    charts = [[text.get_text() for text in chart.select("text")] for chart in soup.select(".pa-trend")]
    assert charts == [["2014", "2020"]] * 3


def test_without_papers_and_directions(read_files: ReadFiles) -> None:
    site = make_site(read_files({}).atlas, messages_for("en"))
    soup = BeautifulSoup(directions_overview(site, HOME).html, "html.parser")
    assert soup.select(".pa-summary")[0].get_text() == "0 papers"
    assert soup.select(".pa-card, svg, h2") == []


LIBRARY = """\
@article{old, author = {Roe, Jane}, title = {Old}, journal = {Annals}, year = {1999}}
@article{may, author = {Roe, Jane and Doe, Ann}, title = {May}, journal = {Annals}, date = {2020-05}}
@article{june, author = {Doe, Ann}, title = {June}, journal = {Letters}, date = {2020-06-30}}
@misc{undated, title = {Undated}}
"""


def test_a_library_without_directions_is_shown_itself(read_files: ReadFiles) -> None:
    site = make_site(read_files({"bib/a.bib": LIBRARY}).atlas, messages_for("en"))
    soup = BeautifulSoup(directions_overview(site, HOME).html, "html.parser")
    assert soup.select(".pa-summary")[0].get_text() == "4 papers, 1999–2020"
    assert "code" not in soup.get_text()
    assert [tag.get_text() for tag in soup.select("h2")] == ["Newest papers", "People", "Venues"]
    assert [tag.get_text() for tag in soup.select(".pa-paper__name")] == ["June", "May", "Old", "Undated"]
    names, counts = soup.select("a.pa-index__name"), soup.select(".pa-index__count")
    rows = [(a.get_text(), a["href"], span.get_text()) for a, span in zip(names, counts, strict=True)]
    assert rows == [
        ("Ann Doe", "people/#row-Ann_Doe", "2"),
        ("Jane Roe", "people/#row-Jane_Roe", "2"),
        ("Annals", "venues/#row-Annals", "2"),
        ("Letters", "venues/#row-Letters", "1"),
    ]
    assert [link["href"] for link in soup.select("a.pa-quiet")] == ["papers/", "people/", "venues/"]


KINDS = [
    (["papers"], ["Newest papers"], []),
    (["papers", "people"], ["Newest papers", "People"], ["people/"]),
    (["papers", "venues", "years"], ["Newest papers", "Venues"], ["venues/", "years/"]),
]


@pytest.mark.parametrize(("kinds", "headings", "tabs"), KINDS)
def test_nothing_leads_to_pages_that_are_not_there(
    kinds: list[str], headings: list[str], tabs: list[str], read_files: ReadFiles
) -> None:
    site = make_site(read_files({"bib/a.bib": LIBRARY}).atlas, messages_for("en"), kinds=kinds)
    overview = BeautifulSoup(library_overview(site, HOME).html, "html.parser")
    assert [tag.get_text() for tag in overview.select("h2")] == headings
    found = {str(page.address): BeautifulSoup(page.body.html, "html.parser") for page in build_pages(site)}
    assert [address for address in found if address.count("/") == 1 and address != "papers/"] == tabs
    hrefs = {link["href"] for link in found["papers/"].select(".pa-tabs a")}
    assert hrefs == {"./", *(f"../{tab}" for tab in tabs)}
    links = {str(link["href"]).split("#")[0] for link in found["papers/may/"].select("a.pa-quiet")}
    assert links == {f"../../{tab}" for tab in tabs}


def test_the_home_page_is_generated_where_none_is_written(read_files: ReadFiles) -> None:
    files = {"bib/a.bib": LIBRARY}
    site = replace(make_site(read_files(files).atlas, messages_for("en")), name="Our <field>")
    (home,) = [page for page in build_pages(site) if page.address == HOME]
    assert BeautifulSoup(home.body.html, "html.parser").select("h1")[0].get_text() == "Our <field>"
    assert home.title == "Home"
    for source in ("index.md", "README.md"):
        site = make_site(read_files(files | {f"docs/{source}": "# Ours\n"}).atlas, messages_for("en"))
        assert HOME not in {page.address for page in build_pages(site)}


@pytest.mark.parametrize(
    ("more", "there"),
    [
        ({}, False),
        ({"bib/b.bib": "@misc{b, title = {B}, extends = {old}}"}, True),
        # One direction is no neighbour of another: its box would be the whole map, and papers no one relates a heap.
        ({"docs/directions/x.md": "# X\n"}, False),
        ({"docs/directions/x.md": "# X\n", "bib/b.bib": "@misc{b, title = {B}, keywords = {x}}"}, False),
        (
            {f"docs/directions/{x}.md": "# X\n" for x in "xy"} | {"bib/b.bib": "@misc{b, title = {B}, keywords = {x}}"},
            False,
        ),
        (
            {f"docs/directions/{x}.md": "# X\n" for x in "xy"}
            | {"bib/b.bib": "@misc{b, title = {B}, keywords = {x}}\n@misc{c, title = {C}, keywords = {y}}"},
            True,
        ),
    ],
)
def test_a_map_of_unconnected_papers_is_not_there(more: dict[str, str], there: bool, read_files: ReadFiles) -> None:
    site = make_site(read_files({"bib/a.bib": LIBRARY} | more).atlas, messages_for("en"))
    found = {str(page.address): page for page in build_pages(site)}
    assert ("map/" in found) is there
    linked = any('map/"' in page.body.html for page in found.values() if page.address != "map/")
    assert linked is False or there


def test_what_was_last_changed_comes_first_and_nothing_is_said_without_git(site: Site) -> None:
    assert last_changed(site) == []
    assert "last-changed" not in directions_overview(site, HOME).html
    notes = {name: direction.file for name, direction in site.atlas.directions.items()}
    days = {f"note:{notes['flows']}": "2026-02-01", "entry:nice": "2026-03-01", "entry:unknown": "2026-04-01"}
    assert [(change.day, change.name) for change in last_changed(replace(site, changed=days))] == [
        ("2026-03-01", "NICE"),
        ("2026-02-01", "Flows"),
    ]
    soup = BeautifulSoup(directions_overview(replace(site, changed=days), HOME).html, "html.parser")
    assert [link["href"] for link in soup.select(".pa-changed a")] == ["papers/nice/", "directions/flows/"]
    # A day on which most of the library has changed is no news.
    whole = dict.fromkeys([f"entry:{key}" for key in site.atlas.papers], "2026-05-01")
    assert last_changed(replace(site, changed=whole)) == []
