"""The JSON-LD of a paper, read by a JSON-LD processor."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pyld import jsonld

from paperatlas.pages import Site, head_html, messages_for
from paperatlas.pages.metadata.json_ld import json_ld
from paperatlas.pages.metadata.record import facts_of
from tests.conftest import ReadFiles, make_site

SCHEMA = "https://schema.org/"
CITO = "http://purl.org/spar/cito/"


def schema_org(url: str, _options: dict[str, Any]) -> dict[str, Any]:
    """What schema.org's context says of the terms here: that they are schema.org's. Nothing is fetched."""
    assert url.rstrip("/") == "https://schema.org"
    context = {"@vocab": SCHEMA, "url": {"@type": "@id"}, "codeRepository": {"@type": "@id"}}
    return {"documentUrl": url, "contextUrl": None, "document": {"@context": context}}


@pytest.fixture
def graph(site: Site) -> dict[str, Any]:
    head = head_html(site, site.atlas.papers["realnvp"], "https://example.org/atlas/", "")
    script = BeautifulSoup(head, "html.parser").select_one('script[type="application/ld+json"]')
    assert script
    (expanded,) = jsonld.expand(json.loads(script.get_text()), {"documentLoader": schema_org})
    return dict(expanded)


def test_the_paper_and_its_relations_are_things_of_the_web(graph: dict[str, Any]) -> None:
    assert graph["@type"] == [f"{SCHEMA}ScholarlyArticle"]
    assert graph["@id"] == "https://example.org/atlas/papers/realnvp/"
    assert [name["@value"] for name in graph[f"{SCHEMA}name"]] == ["Density Estimation Using Real NVP"]
    (code,) = graph[f"{SCHEMA}workExample"]
    assert code["@type"] == [f"{SCHEMA}SoftwareSourceCode"]
    assert code[f"{SCHEMA}codeRepository"] == [{"@id": "https://example.org/realnvp"}]
    authors = [author[f"{SCHEMA}name"][0]["@value"] for author in graph[f"{SCHEMA}author"]]
    assert authors == ["Laurent Dinh", "Jascha Sohl-Dickstein", "Samy Bengio"]
    cited = {name.removeprefix(CITO): work for name, work in graph.items() if name.startswith(CITO)}
    assert cited["extends"][0]["@id"] == "https://example.org/atlas/papers/nice/"
    assert {work["@id"] for works in cited.values() for work in works} == {
        "https://example.org/atlas/papers/nice/",
        "https://example.org/atlas/papers/bound/",
    }


def test_no_term_is_lost(site: Site, graph: dict[str, Any]) -> None:
    # A processor drops what its context does not define; everything here must come out with an address.
    assert all(name.startswith(("@", SCHEMA, CITO)) for name in graph)
    head = head_html(site, site.atlas.papers["realnvp"], "https://example.org/atlas/", "")
    script = BeautifulSoup(head, "html.parser").select_one('script[type="application/ld+json"]')
    assert script
    assert len(graph) == len(json.loads(script.get_text())) - 1


TYPES = [
    # BibLaTeX's type, schema.org's, and the properties that it has for the code and the pages
    ("article", "ScholarlyArticle", {"workExample", "pageStart"}),
    ("incollection", "Chapter", {"workExample", "pageStart"}),
    ("inbook", "Chapter", {"workExample", "pageStart"}),
    ("proceedings", "Book", {"workExample"}),
    ("software", "SoftwareSourceCode", {"codeRepository"}),
    ("patent", "CreativeWork", {"workExample"}),
    ("thesis", "Thesis", {"workExample"}),
]


@pytest.mark.parametrize(("kind", "schema_type", "properties"), TYPES)
def test_each_kind_of_work_has_properties_of_its_type(
    read_files: ReadFiles, kind: str, schema_type: str, properties: set[str]
) -> None:
    text = f"@{kind}{{k, title = {{T}}, author = {{King, Jr., Bo}}, pages = {{1--9}}, code = {{https://a.example/}}}}"
    site = make_site(read_files({"bib/a.bib": text}).atlas, messages_for("en"))
    data = json.loads(json_ld(site, site.atlas.papers["k"], facts_of(site.atlas.papers["k"]), ""))
    assert data["@type"] == schema_type
    assert data.keys() & {"codeRepository", "workExample", "pageStart"} == properties
    assert data["author"][0]["honorificSuffix"] == "Jr."
