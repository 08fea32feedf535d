"""Citations on the pages of papers and directions; without any row a page is as it was."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from paperatlas.pages import Site, build_pages, direction_sections, messages_for
from tests.atlas.test_assemble import entry
from tests.citations.rows import citations
from tests.conftest import ReadFiles, make_site

FILES = {
    "docs/directions/flows.md": "---\ntitle: Flows\n---\n",
    "bib/a.bib": entry("a", keywords="flows", shorttitle="A", date="2020")
    + entry("b", keywords="flows", shorttitle="B", date="2019")
    + entry("c", keywords="flows", shorttitle="C", date="2021")
    + entry("d", keywords="flows", shorttitle="D", date="2022"),
}
ROWS = citations(
    "a b OpenAlex",
    "c a https://example.org/?a=1&b=2",
    "c b OpenAlex, Semantic Scholar",
    "d c https://a.org, https://b.org",
)
LINKS = (
    "↗ leads to where the citing paper, or its authors’ repository, refers to the cited one. Citations can be missing."
)
LINKS_ZH = "↗ 指向施引论文或其作者的代码仓库提到被引论文之处；引用可能有遗漏。"


def site_of(read_files: ReadFiles, rows: str = ROWS, language: str = "en") -> Site:
    project = read_files(FILES | ({"bib/citations.tsv": rows} if rows else {}))
    assert project.problems == ()
    return make_site(project.atlas, messages_for(language))


def part_of(site: Site, key: str) -> list[str]:
    (html,) = [page.body.html for page in build_pages(site) if page.address == f"papers/{key}/"]
    part = BeautifulSoup(html, "html.parser").select_one(".pa-citations")
    return [each.get_text(" ", strip=True) for each in part.select("dt, dd, p")] if part else []


@pytest.mark.parametrize(
    ("key", "language", "expected"),
    [
        ("a", "en", ["Cites 1 paper", "B", "Cited by 1 paper", "C ↗", f"Sources: OpenAlex. Lists of references can be incomplete. {LINKS}"]),
        ("b", "en", ["Cited by 2 papers", "A , C", "Sources: OpenAlex, Semantic Scholar. Lists of references can be incomplete."]),
        ("c", "zh", ["引用 2 篇", "B 、 A ↗", "被 1 篇引用", "D ↗ ↗", f"出处：OpenAlex、Semantic Scholar。参考文献表可能不全。{LINKS_ZH}"]),
        ("d", "en", ["Cites 1 paper", "C ↗ ↗", LINKS]),
    ],
)  # fmt: skip
def test_a_paper_shows_what_it_cites_and_what_cites_it(
    read_files: ReadFiles, key: str, language: str, expected: list[str]
) -> None:
    assert part_of(site_of(read_files, language=language), key) == expected


def test_a_link_leads_to_where_the_citation_is_seen(read_files: ReadFiles) -> None:
    (html,) = [page.body.html for page in build_pages(site_of(read_files)) if page.key == "c"]
    place = BeautifulSoup(html, "html.parser").select(".pa-citations .pa-seen-at")[0]
    assert (place["href"], place["aria-label"]) == ("https://example.org/?a=1&b=2", "Where C refers to A")


def test_a_long_list_is_folded(read_files: ReadFiles) -> None:
    keys = [f"p{number:02}" for number in range(21)]
    library = entry("a") + "".join(entry(key) for key in keys)
    project = read_files({"bib/a.bib": library, "bib/citations.tsv": citations(*(f"{key} a" for key in keys))})
    (html,) = [page.body.html for page in build_pages(make_site(project.atlas, messages_for("en"))) if page.key == "a"]
    assert len(BeautifulSoup(html, "html.parser").select(".pa-citations details a")) == 21


def test_a_direction_names_what_is_cited_most(read_files: ReadFiles) -> None:
    site = site_of(read_files)
    fragment = direction_sections(site, site.atlas.directions["flows"])
    items = BeautifulSoup(fragment.html, "html.parser").select("#most-cited + section li")
    assert [item.get_text(" ", strip=True) for item in items] == [
        "B Cited by 2 papers",
        "A Cited by 1 paper",
        "C Cited by 1 paper",
    ]
    assert "most-cited" in [heading.id for heading in fragment.headings]


def test_without_rows_nothing_speaks_of_citations(read_files: ReadFiles) -> None:
    site = site_of(read_files, rows="")
    assert part_of(site, "a") == []
    assert "most-cited" not in direction_sections(site, site.atlas.directions["flows"]).html
