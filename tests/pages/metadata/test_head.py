"""What machines read of a paper's page: every tag parsed back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from bs4 import BeautifulSoup

from paperatlas.pages import Site, head_html, messages_for, with_head
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles, make_site

URL = "https://example.org/atlas/"


def head(site: Site, key: str, site_url: str = URL, present: str = "") -> BeautifulSoup:
    return BeautifulSoup(head_html(site, site.atlas.papers[key], site_url, present), "html.parser")


def contents(soup: BeautifulSoup, name: str) -> list[str]:
    return [str(tag["content"]) for tag in soup.select(f'meta[name="{name}"], meta[property="{name}"]')]


def linked_data(soup: BeautifulSoup) -> dict[str, Any]:
    (script,) = soup.select('script[type="application/ld+json"]')
    data = json.loads(script.get_text())
    assert isinstance(data, dict)
    return data


def test_linked_data(site: Site) -> None:
    data = linked_data(head(site, "realnvp"))
    assert data["@context"] == ["https://schema.org", {"cito": "http://purl.org/spar/cito/"}]
    assert data["@type"] == "ScholarlyArticle"
    assert data["@id"] == data["url"] == f"{URL}papers/realnvp/"
    assert data["workExample"] == {"@type": "SoftwareSourceCode", "codeRepository": "https://example.org/realnvp"}
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


def test_exports_that_are_no_files_are_not_linked(site: Site) -> None:
    within = replace(site, paper_files=False)
    assert head(within, "nice").select('link[rel="describedby"]') == []


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


def test_the_head_goes_into_the_head() -> None:
    assert with_head("<head><title>x</title></head><body></head>", "<meta>") == (
        "<head><title>x</title><meta></head><body></head>"
    )
    assert with_head("no head", "<meta>") == "no head"
