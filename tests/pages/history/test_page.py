"""What months bring, and how the page shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas.addresses import CHANGES
from paperatlas.pages import Site, build_pages
from paperatlas.pages.history.months import MOST_MONTHS, Month, added_later, months_of
from paperatlas.pages.history.page import changes_page


@pytest.fixture
def begun(site: Site) -> dict[str, str]:
    """The library as it began: all papers on one day, and all relations."""
    relations = (f"relation:{each.source} {each.type.name} {each.target}" for each in site.atlas.relations)
    return dict.fromkeys([*(f"added:{key}" for key in site.atlas.papers), *relations], "2026-01-05")


def months(site: Site, days: Mapping[str, str]) -> list[Month]:
    return months_of(replace(site, changed=days))


def test_nothing_is_there_without_a_history(site: Site) -> None:
    assert months_of(site) == []
    assert "changes/" not in {page.address for page in build_pages(site)}


def test_the_beginning_is_a_number(site: Site, begun: dict[str, str]) -> None:
    (month,) = months(site, begun)
    assert month == Month("2026-01", begun=len(site.atlas.papers))


def test_papers_of_the_beginning_are_no_news(site: Site, begun: dict[str, str]) -> None:
    days = {**begun, "added:nice": "2026-02-03"}
    assert added_later(replace(site, changed=days)) == {"nice": "2026-02-03"}


def test_what_comes_later_is_news(site: Site, begun: dict[str, str]) -> None:
    relation = site.atlas.relations[0]
    flows = site.atlas.directions["flows"]
    other = next(key for key in site.atlas.papers if key not in (relation.source, "nice"))
    days = {
        **begun,
        "added:nice": "2026-02-03",
        f"relation:{relation.source} {relation.type.name} {relation.target}": "2026-03-01",
        f"entry:{other}": "2026-03-02",
        "entry:nice": "2026-02-03",
        f"verdicts:{flows.file}": "2026-03-03 hot maturing\n2026-01-05 - hot",
        "added:unknown": "2026-09-01",
    }
    march, february, january = months(site, days)
    assert (january.begun, january.statuses) == (len(site.atlas.papers) - 1, ())
    assert [(day, paper.key) for day, paper in february.papers] == [("2026-02-03", "nice")]
    assert february.changed == ()
    assert march.relations == (("2026-03-01", relation),)
    assert [(day, paper.key) for day, paper in march.changed] == [("2026-03-02", other)]
    (change,) = march.statuses
    assert (change.direction.slug, change.before, change.status) == ("flows", "hot", "maturing")


def test_a_relation_of_a_new_paper_is_news_with_the_paper(site: Site, begun: dict[str, str]) -> None:
    relation = site.atlas.relations[0]
    name = f"relation:{relation.source} {relation.type.name} {relation.target}"
    (month, _) = months(site, {**begun, f"added:{relation.source}": "2026-02-03", name: "2026-02-03"})
    assert month.relations == ()


def test_the_last_two_years_are_shown(site: Site, begun: dict[str, str]) -> None:
    file = site.atlas.directions["flows"].file
    lines = [f"{2030 - n // 12}-{12 - n % 12:02d}-01 hot early" for n in range(40)]
    found = months(site, {**begun, f"verdicts:{file}": "\n".join(lines)})
    assert [month.month for month in found] == [line[:7] for line in lines][:MOST_MONTHS]


def test_the_page(site: Site, begun: dict[str, str]) -> None:
    flows = site.atlas.directions["flows"]
    days = {**begun, "added:nice": "2026-02-03", f"verdicts:{flows.file}": "2026-02-04 hot maturing"}
    page = changes_page(replace(site, changed=days, pages=site.pages | {CHANGES}))
    labels = site.messages.status_labels
    soup = BeautifulSoup(page.body.html, "html.parser")
    assert [heading.id for heading in page.body.headings] == ["m2026-02", "m2026-01"]
    assert [item.get_text(" ", strip=True) for item in soup.select("[data-pa-day]")] == [
        f"Flows {labels['hot']} → {labels['maturing']} 2026-02-04",
        "NICE 2026-02-03",
    ]
    assert [item["href"] for item in soup.select("[data-pa-day] a")] == ["../directions/flows/", "../papers/nice/"]
    assert soup.select_one("script[src='../assets/changes.js']")
