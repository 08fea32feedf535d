"""Problems in SARIF."""

from __future__ import annotations

import json
import re

import pytest

from paperatlas.atlas.rules import NO_DIRECTION
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.diagnostics.problem import Span
from paperatlas.diagnostics.report_sarif import sarif_report
from tests.diagnostics.examples import ALL, TWICE


def test_sarif() -> None:
    """The shape that SARIF 2.1.0 asks for; the properties named here are the ones its schema requires."""
    log = json.loads("".join(sarif_report(ALL, ALL_RULES)))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "PaperAtlas"
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in ALL_RULES]
    for rule in driver["rules"]:
        assert re.fullmatch(r"[A-Z][A-Za-z0-9]+", rule["name"])
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "warning"]
    for problem, result in zip(ALL, run["results"], strict=True):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == problem.code
        assert result["message"]["text"].startswith(problem.message)
        (location,) = result["locations"]
        assert set(location) == {"physicalLocation"}
    regions = [result["locations"][0]["physicalLocation"].get("region") for result in run["results"]]
    assert regions == [
        {"startLine": 3, "startColumn": 10, "endLine": 3, "endColumn": 14},
        {"startLine": 1, "startColumn": 1},
        None,
        {"startLine": 3, "startColumn": 3, "endLine": 4, "endColumn": 2},
    ]
    assert [sorted(set(result) - set(run["results"][0])) for result in run["results"]] == [
        *([], [], []),
        ["fixes", "relatedLocations"],
    ]
    artifact = {"uri": "bib/%E6%B5%81.bib"}
    region = {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 8}
    last = run["results"][3]
    assert last["relatedLocations"] == [
        {"physicalLocation": {"artifactLocation": artifact, "region": region}, "message": {"text": "the first one"}}
    ]
    replacement = {"deletedRegion": region, "insertedContent": {"text": "x"}}
    assert last["fixes"] == [
        {
            "description": {"text": TWICE.hint},
            "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
        }
    ]


URIS = [
    ("bib/a.bib", "bib/a.bib"),
    ("../a.bib", "../a.bib"),
    ("bib/a b,c:d%.bib", "bib/a%20b%2Cc%3Ad%25.bib"),
    ("bib/流.bib", "bib/%E6%B5%81.bib"),
    ("/tmp/a.bib", "file:///tmp/a.bib"),
    ("a\udcff.bib", "a%FF.bib"),
]


@pytest.mark.parametrize(("file", "uri"), URIS)
def test_sarif_names_files_by_uri(file: str, uri: str) -> None:
    log = json.loads("".join(sarif_report([NO_DIRECTION.at(Span(file), key="glow")], ALL_RULES)))
    assert log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
