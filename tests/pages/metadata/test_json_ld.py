"""The JSON-LD of a paper, read by a JSON-LD processor."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pyld import jsonld

from paperatlas.pages import Site, head_html

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
    assert graph[f"{SCHEMA}codeRepository"] == [{"@id": "https://example.org/realnvp"}]
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
