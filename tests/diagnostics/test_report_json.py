"""Problems as JSON."""

from __future__ import annotations

import json

from paperatlas.diagnostics.report_json import json_report
from tests.diagnostics.examples import ALL


def test_json() -> None:
    found = json.loads("".join(json_report(ALL)))
    names = [
        "code",
        "severity",
        "file",
        "line",
        "column",
        "message",
        "hint",
        "endLine",
        "endColumn",
        "related",
        "edit",
    ]
    assert [list(item) for item in found] == [names] * 4
    assert found[0] == {
        "code": "REL001",
        "severity": "error",
        "file": "bib/流.bib",
        "line": 3,
        "column": 10,
        "message": "No entry has the key 'dppm'.",
        "hint": "Did you mean 'ddpm'?",
        "endLine": 3,
        "endColumn": 14,
        "related": [],
        "edit": None,
    }
    place = {"file": "bib/流.bib", "line": 2, "column": 3, "endLine": 2, "endColumn": 8}
    assert found[3]["related"] == [place | {"label": "the first one"}]
    assert found[3]["edit"] == place | {"text": "x"}


def test_json_of_nothing() -> None:
    assert json.loads("".join(json_report([]))) == []
