from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.atlas import Relation
from paperatlas.atlas.relation_types import SIMILAR
from paperatlas.exports.atlas_json import atlas_json, indented
from tests.citations.rows import citations
from tests.conftest import ReadFiles
from tests.exports.test_schema import SCHEMA, closed, faults
from tests.pages.conftest import FLOWS, GRAPHS, LIBRARY
from tests.verification.rows import verified


@pytest.mark.parametrize(
    ("language", "evidence"), [("en", "Adds scaling to the coupling."), ("zh", "在耦合中加入缩放。")]
)
def test_the_atlas_as_data(read_files: ReadFiles, language: str, evidence: str) -> None:
    files = {"bib/a.bib": LIBRARY, "docs/directions/flows.md": FLOWS, "docs/directions/graphs.md": GRAPHS}
    data = json.loads(atlas_json(read_files(files).atlas, language))
    assert data["version"] == 1
    assert data["language"] == language
    assert data["directions"][0] == {
        "slug": "flows",
        "title": "Flows",
        "summary": "Invertible maps between distributions",
        "status": "maturing",
        "now": None,
        "then": None,
        "background": False,
        "path": "directions/flows/",
        "groups": [
            {"slug": "models", "title": "Models", "papers": ["nice", "realnvp"]},
            {"slug": "theory", "title": "Theory", "papers": ["bound"]},
        ],
        "papers": ["nice", "realnvp", "bound"],
        "related": ["graphs"],
    }
    assert data["directions"][1]["now"] == {
        "status": "early",
        "as_of": "2026-11",
        "by": None,
        "reason": "Two papers.",
        "see": "directions/graphs/#since",
    }
    assert data["directions"][1]["then"] == {
        "status": "rising",
        "as_of": "2021-06",
        "by": "Jane Roe",
        "reason": None,
        "see": None,
    }
    assert data["papers"][1] == {
        "key": "realnvp",
        "method": "Real NVP",
        "title": "Density Estimation Using Real NVP",
        "authors": ["Laurent Dinh", "Jascha Sohl-Dickstein", "Samy Bengio"],
        "year": 2017,
        "venue": "ICLR",
        "arxiv": "1605.08803",
        "doi": "10.48550/arXiv.1605.08803",
        "code": "https://example.org/realnvp",
        "code_official": False,
        "code_licence": None,
        "url": "https://doi.org/10.48550/arXiv.1605.08803",
        "path": "papers/realnvp/",
        "directions": ["flows", "graphs"],
        "abstract": None,
        "change": "Adds scaling to each coupling",
        "results": None,
    }
    assert data["relations"][0] == {
        "source": "realnvp",
        "target": "nice",
        "type": "extends",
        "cito": "http://purl.org/spar/cito/extends",
        "origin": "stated",
        "evidence": evidence,
    }


def test_citations_are_a_list_of_their_own(read_files: ReadFiles) -> None:
    rows = citations("realnvp nice OpenAlex, https://example.org/")
    data = json.loads(atlas_json(read_files({"bib/a.bib": LIBRARY, "bib/citations.tsv": rows}).atlas, "en"))
    assert data["citations"] == [
        {
            "source": "realnvp",
            "target": "nice",
            "type": "cites",
            "cito": "http://purl.org/spar/cito/cites",
            "seen_at": ["OpenAlex", "https://example.org/"],
        }
    ]
    assert faults(data, closed(SCHEMA)) == []
    assert "citations" not in json.loads(atlas_json(read_files({"bib/citations.tsv": citations()}).atlas, "en"))


def test_what_was_looked_up_is_a_list_of_its_own(read_files: ReadFiles) -> None:
    rows = verified("nice | code: state=archived; language=C | 2026-11-01 | https://example.org/")
    data = json.loads(atlas_json(read_files({"bib/a.bib": LIBRARY, "bib/verified.tsv": rows}).atlas, "en"))
    assert data["verified"] == [
        {
            "key": "nice",
            "what": "code",
            "findings": {"language": "C", "state": "archived"},
            "when": "2026-11-01",
            "source": "https://example.org/",
        }
    ]
    assert faults(data, closed(SCHEMA)) == []
    assert "verified" not in json.loads(atlas_json(read_files({"bib/verified.tsv": verified()}).atlas, "en"))


def test_derived_relations_stand_behind_the_stated_ones(read_files: ReadFiles) -> None:
    atlas = read_files({"bib/a.bib": LIBRARY}).atlas
    span = atlas.papers["nice"].entry.span
    derived = Relation("nice", "loose", SIMILAR, "derived", {"en": "Shared term: flow"}, span)
    relations = json.loads(atlas_json(atlas, "en", derived=[derived]))["relations"]
    assert [relation["origin"] for relation in relations] == ["stated", "stated", "derived"]
    assert relations[-1] == {
        "source": "nice",
        "target": "loose",
        "type": "similar",
        "cito": None,
        "origin": "derived",
        "evidence": "Shared term: flow",
    }


_TEXTS = st.text(st.characters())  # half surrogate pairs as well
_SCALARS = st.none() | st.booleans() | st.integers() | _TEXTS


@given(st.recursive(_SCALARS, lambda inner: st.lists(inner) | st.dictionaries(_TEXTS, inner), max_leaves=20))
def test_indented_as_python_does_it(data: object) -> None:
    assert indented(data) == json.dumps(data, ensure_ascii=False, indent=1)
