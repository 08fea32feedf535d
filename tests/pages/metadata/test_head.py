"""What machines read of a paper's page: every tag parsed back."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs

import pytest
from bs4 import BeautifulSoup

from paperatlas.atlas import DEFAULT_RELATION_TYPES
from paperatlas.formats.csl.writer import csl_item
from paperatlas.formats.ris.writer import ris_record
from paperatlas.pages import Site, build_pages, head_html, messages_for, with_head
from paperatlas.pages.citations.reference import publication_html
from paperatlas.pages.indexes.venues import full_name
from paperatlas.pages.metadata.coins import coins
from paperatlas.pages.metadata.record import facts_of
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site

URL = "https://example.org/atlas/"

CITO = {
    "agreesWith", "citesAsAuthority", "citesAsDataSource", "citesAsEvidence", "citesAsMetadataDocument",
    "citesAsPotentialSolution", "citesAsRecommendedReading", "citesAsRelated", "citesAsSourceDocument",
    "citesForInformation", "cites", "compiles", "confirms", "containsAssertionFrom", "corrects", "credits", "critiques",
    "derides", "describes", "disagreesWith", "discusses", "disputes", "documents", "extends", "includesExcerptFrom",
    "includesQuotationFrom", "linksTo", "obtainsBackgroundFrom", "obtainsSupportFrom", "parodies", "plagiarizes",
    "qualifies", "refutes", "repliesTo", "retracts", "reviews", "ridicules", "speculatesOn", "supports", "updates",
    "usesConclusionsFrom", "usesDataFrom", "usesMethodIn",
}  # fmt: skip
"""The properties of CiTO with which one work cites another."""


def head(site: Site, key: str, site_url: str = URL, present: str = "") -> BeautifulSoup:
    return BeautifulSoup(head_html(site, site.atlas.papers[key], site_url, present), "html.parser")


def contents(soup: BeautifulSoup, name: str) -> list[str]:
    return [str(tag["content"]) for tag in soup.select(f'meta[name="{name}"], meta[property="{name}"]')]


def linked_data(soup: BeautifulSoup) -> dict[str, Any]:
    (script,) = soup.select('script[type="application/ld+json"]')
    data = json.loads(script.get_text())
    assert isinstance(data, dict)
    return data


def test_highwire_tags(site: Site) -> None:
    soup = head(site, "bound")
    assert {tag["name"]: tag["content"] for tag in soup.select('meta[name^="citation_"]')} == {
        "citation_title": "What $k$ Layers Can Express",
        "citation_author": "The Flow Group",
        "citation_publication_date": "2020",
        "citation_journal_title": "Journal of Flows",
        "citation_volume": "3",
        "citation_firstpage": "1",
        "citation_lastpage": "20",
        "citation_abstract_html_url": f"{URL}papers/bound/",
    }
    assert contents(head(site, "realnvp"), "citation_conference_title")
    nice = head(site, "nice")
    assert contents(nice, "citation_author") == ["Dinh, Laurent", "Krueger, David", "Bengio, Yoshua"]
    assert contents(nice, "citation_arxiv_id") == ["1410.8516"]
    assert contents(nice, "citation_pdf_url") == ["https://arxiv.org/pdf/1410.8516"]


def test_dublin_core_and_open_graph(site: Site) -> None:
    soup = head(site, "realnvp")
    assert contents(soup, "DC.identifier") == ["doi:10.48550/arXiv.1605.08803", "arXiv:1605.08803"]
    assert contents(soup, "DC.date") == ["2017"]
    assert contents(soup, "og:title") == ["Real NVP: Density Estimation Using Real NVP"]
    assert contents(soup, "og:url") == [f"{URL}papers/realnvp/"]
    assert contents(soup, "description") == contents(soup, "og:description") != [""]


def test_linked_data(site: Site) -> None:
    data = linked_data(head(site, "realnvp"))
    assert data["@context"] == ["https://schema.org", {"cito": "http://purl.org/spar/cito/"}]
    assert data["@type"] == "ScholarlyArticle"
    assert data["@id"] == data["url"] == f"{URL}papers/realnvp/"
    assert data["codeRepository"] == "https://example.org/realnvp"
    assert data["author"][0] == {
        "@type": "Person",
        "name": "Laurent Dinh",
        "givenName": "Laurent",
        "familyName": "Dinh",
    }
    assert data["cito:extends"] == [
        {
            "@type": "ScholarlyArticle",
            "@id": f"{URL}papers/nice/",
            "name": "NICE: Non-linear Independent Components Estimation",
        }
    ]
    assert [work["@id"] for work in data["cito:discusses"]] == [f"{URL}papers/bound/"]
    bound = linked_data(head(site, "bound"))
    assert bound["author"] == [{"@type": "Organization", "name": "The Flow Group"}]
    assert bound["isPartOf"]["isPartOf"] == {"@type": "Periodical", "name": "Journal of Flows"}


def test_without_a_site_url_nothing_claims_one(site: Site) -> None:
    soup = head(site, "realnvp", "")
    assert not soup.select('link[rel="canonical"], meta[property="og:url"], meta[name="citation_abstract_html_url"]')
    data = linked_data(soup)
    assert "url" not in data
    assert data["cito:extends"][0]["@id"] == "../nice/"
    assert contents(soup, "description")


def test_what_the_theme_has_already_is_left_out(site: Site) -> None:
    assert len(head(site, "nice").select('link[rel="canonical"]')) == 1
    soup = head(site, "nice", present='<link rel="canonical" href="x"><meta name="description" content="y">')
    assert not soup.select('link[rel="canonical"], meta[name="description"]')


def test_exports_are_linked_from_every_language(site: Site) -> None:
    english = make_site(site.atlas, site.messages, folder="en/")
    for one, prefix in ((site, "../"), (english, "../../../papers/")):
        links = head(one, "nice").select('link[rel="describedby"]')
        assert [link["href"] for link in links] == [f"{prefix}nice.bib", f"{prefix}nice.ris", f"{prefix}nice.csl.json"]


def test_nothing_breaks_out(read_files: ReadFiles) -> None:
    evil = "</script><script>alert(1)</script>\" onload='x' <!-- &amp;"
    library = entry("a", title=evil, author=f"{{{evil}}}", abstract=evil, booktitle=evil, extends="b") + entry("b")
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"))
    text = head_html(site, site.atlas.papers["a"], URL)
    soup = BeautifulSoup(text, "html.parser")
    assert len(soup.select("script")) == text.count("<script") == 1
    assert linked_data(soup)["name"] == site.atlas.papers["a"].title.text
    assert contents(soup, "citation_title") == [site.atlas.papers["a"].title.text]
    assert not [tag for tag in soup.find_all(True) if "onload" in tag.attrs]


def test_a_coins_element_stands_in_the_body(site: Site) -> None:
    (page,) = [page for page in build_pages(site) if page.address == "papers/realnvp/"]
    (span,) = BeautifulSoup(page.body.html, "html.parser").select("span.Z3988")
    values = parse_qs(str(span["title"]))
    assert values == parse_qs(coins(site.atlas.papers["realnvp"]))
    assert values["rft.genre"] == ["proceeding"]
    assert values["rft.atitle"] == ["Density Estimation Using Real NVP"]
    assert values["rft.aulast"] == ["Dinh"]
    assert values["rft.au"] == ["Laurent Dinh", "Jascha Sohl-Dickstein", "Samy Bengio"]
    assert "info:doi/10.48550/arXiv.1605.08803" in values["rft_id"]


def test_the_head_goes_into_the_head() -> None:
    assert with_head("<head><title>x</title></head><body></head>", "<meta>") == (
        "<head><title>x</title><meta></head><body></head>"
    )
    assert with_head("no head", "<meta>") == "no head"


@pytest.mark.parametrize("kind", DEFAULT_RELATION_TYPES, ids=lambda kind: kind.name)
def test_every_relation_type_has_a_property_of_cito(kind: Any) -> None:
    assert kind.cito in CITO


@pytest.mark.parametrize(
    ("kind", "container", "short"),
    [
        ("article", "Journal of Flows", "JoF"),
        ("inproceedings", "Book of Flows", "BoF"),
        ("misc", "Book of Flows", "BoF"),
    ],
)
def test_pages_and_exports_name_the_same_container(
    read_files: ReadFiles, kind: str, container: str, short: str
) -> None:
    library = (
        f"@{kind}{{a, title={{A}}, date={{2020}}, journaltitle={{Journal of Flows}}, shortjournal={{JoF}},"
        " booktitle={Book of Flows}, shortbooktitle={BoF}}\n"
    )
    site = make_site(read_files({"bib/a.bib": library}).atlas, messages_for("en"))
    paper = site.atlas.papers["a"]
    record, item = facts_of(paper), csl_item(paper.entry)
    assert (paper.venue, paper.publication, publication_html(paper)) == (short, container, f"<em>{container}</em>")
    assert [full_name(row) for row in site.indexes.venues.rows] == [container]
    assert record.container == linked_data(head(site, "a"))["isPartOf"]["name"] == container
    assert (item["container-title"], item["container-title-short"]) == (container, short)
    assert {f"T2  - {container}", f"J2  - {short}"} <= set(ris_record(paper.entry).splitlines())
    assert contents(head(site, "a"), "DC.isPartOf") == [container]
