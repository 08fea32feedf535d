"""The four formats, from the same problems."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from paperatlas.atlas.rules import NO_DIRECTION, UNKNOWN_TARGET
from paperatlas.bibliography.reader.source import decode_bytes
from paperatlas.bibliography.rules import DUPLICATE_FIELD
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.check.rules import MISTYPED_FIELD
from paperatlas.diagnostics.excerpt import Sources
from paperatlas.diagnostics.problem import Edit, Problem, Span
from paperatlas.diagnostics.report_github import github_report
from paperatlas.diagnostics.report_json import json_report
from paperatlas.diagnostics.report_sarif import sarif_report
from paperatlas.diagnostics.report_text import Style, summary, text_report

ERROR = UNKNOWN_TARGET.at(Span("bib/流.bib", 3, 10, 3, 14), key="dppm", near="ddpm")
WARNING = MISTYPED_FIELD.at(Span("bib/a b,c:d%.bib", 1, 1), name="100%\n", meant="a: b,c")
INFO = NO_DIRECTION.at(Span("bib"), key="glow")
TWICE = (
    DUPLICATE_FIELD.at(Span("bib/流.bib", 3, 3, 4, 2), name="title")
    .beside(Span("bib/流.bib", 2, 3, 2, 8))
    .mended_by(Edit(Span("bib/流.bib", 2, 3, 2, 8), "x"))
)
ALL = [ERROR, WARNING, INFO, TWICE]


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    (tmp_path / "bib").mkdir()
    (tmp_path / "bib/流.bib").write_text("@misc{x,\n  title = {中},\n  中文中 = {dppm},\n}\n", encoding="utf-8")
    (tmp_path / "bib/a b,c:d%.bib").write_text("\n", encoding="utf-8")
    return Sources(tmp_path, decode_bytes)


def test_text(sources: Sources) -> None:
    report = "".join(text_report([ERROR], sources, Style()))
    place = ERROR.span
    assert report == (
        f"{place}: REL001 error: No entry has the key 'dppm'.\n"
        "  |\n"
        "3 |   中文中 = {dppm},\n"
        f"  | {' ' * 12}^^^^\n"
        "  = hint: Did you mean 'ddpm'?\n\n"
    )


def test_text_with_a_related_place(sources: Sources) -> None:
    far = Span("bib/b.bib", 120, 1)
    report = "".join(text_report([TWICE.beside(*TWICE.related, far)], sources, Style()))
    assert report == (
        "bib/流.bib:3:3: SYN010 warning: The entry has the field title twice; the first one counts.\n"
        "    |\n"
        "  3 |   中文中 = {dppm},\n"
        f"    |   {'^' * 16}\n"
        "   ::: bib/流.bib:2:3\n"
        "  2 |   title = {中},\n"
        "    |   ----- the first one\n"
        "   ::: bib/b.bib:120:1: the first one\n"
        "    = hint: Remove one of them.\n\n"
    )


def test_text_without_a_line_to_show(sources: Sources) -> None:
    assert "".join(text_report([INFO, WARNING], sources, Style())) == (
        "bib: DIR004 info: 'glow' is in no direction.\n"
        " = hint: Add `keywords = {direction/group}` to the entry.\n\n"
        "bib/a b,c:d%.bib:1:1: FLD001 warning: '100%␊' looks like a slip for 'a: b,c'.\n"
        "  = hint: Write a: b,c.\n\n"
    )


def test_colours_change_nothing_else(sources: Sources) -> None:
    plain = "".join(text_report(ALL, sources, Style()))
    coloured = "".join(text_report(ALL, sources, Style(colour=True)))
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


SUMMARIES = [
    ([], "No problem found in 3 entries.\n"),
    ([ERROR], "Found 1 error in 3 entries.\n"),
    ([ERROR, ERROR, WARNING, INFO], "Found 2 errors, 1 warning, 1 remark in 3 entries.\n"),
]


@pytest.mark.parametrize(("problems", "line"), SUMMARIES)
def test_summary(problems: list[Problem], line: str) -> None:
    assert summary(problems, "3 entries", Style()) == line


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


def test_github() -> None:
    assert "".join(github_report(ALL, ALL_RULES)) == (
        "::error file=bib/流.bib,line=3,endLine=3,col=10,endColumn=14,title=REL001 unknown-target::"
        f"No entry has the key 'dppm'.%0A{ERROR.hint}\n"
        "::warning file=bib/a b%2Cc%3Ad%25.bib,line=1,col=1,title=FLD001 mistyped-field::"
        f"'100%25%0A' looks like a slip for 'a: b,c'.%0A{WARNING.hint}\n"
        f"::notice file=bib,title=DIR004 no-direction::'glow' is in no direction.%0A{INFO.hint}\n"
        "::warning file=bib/流.bib,line=3,endLine=4,title=SYN010 duplicate-field::"
        f"The entry has the field title twice; the first one counts.%0A{TWICE.hint}\n"
    )


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
