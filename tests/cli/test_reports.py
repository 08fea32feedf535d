"""Problems in the format that was asked for, with what their files hold at their places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from paperatlas.check.rules import MISTYPED_FIELD
from paperatlas.cli.reports import REPORT_FORMATS, report
from paperatlas.diagnostics.problem import Span
from tests.conftest import write_files

LIBRARY = {"流.bib": "@misc{a,\n  autor = {B},\n}\n"}
PROBLEM = MISTYPED_FIELD.at(Span("流.bib", 2, 3), name="autor", meant="author")
GONE = MISTYPED_FIELD.at(Span("gone.bib", 2, 3), name="autor", meant="author")

NOTHING = [("text", "No problem found in 1 entry.\n"), ("json", "[]\n"), ("github", "")]


@pytest.mark.parametrize(("name", "text"), NOTHING)
def test_no_problem(name: str, text: str, tmp_path: Path) -> None:
    assert "".join(report(name, [], tmp_path, "1 entry")) == text


def test_people_see_the_line_and_how_many_there_are(tmp_path: Path) -> None:
    write_files(tmp_path, LIBRARY)
    text = "".join(report("text", [PROBLEM], tmp_path, "1 entry"))
    assert text.startswith(f"流.bib:2:3: {PROBLEM.code} {PROBLEM.severity}: ")
    assert "2 |   autor = {B},\n" in text
    assert text.endswith("Found 1 warning in 1 entry.\n")
    assert "\x1b" not in text, "a pipe has no colours"


def test_programs_are_told_where_a_problem_ends(tmp_path: Path) -> None:
    write_files(tmp_path, LIBRARY)
    (found,) = json.loads("".join(report("json", [PROBLEM], tmp_path, "")))
    assert (found["file"], found["line"], found["column"]) == ("流.bib", 2, 3)
    assert (found["endLine"], found["endColumn"]) == (2, 8)
    assert "line=2,endLine=2,col=3,endColumn=8," in "".join(report("github", [PROBLEM], tmp_path, ""))
    (run,) = json.loads("".join(report("sarif", [PROBLEM], tmp_path, "")))["runs"]
    assert [result["ruleId"] for result in run["results"]] == [PROBLEM.code]
    assert PROBLEM.code in [rule["id"] for rule in run["tool"]["driver"]["rules"]]


@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_a_file_that_is_gone_meanwhile_keeps_no_problem_from_being_told(name: str, tmp_path: Path) -> None:
    assert GONE.code in "".join(report(name, [GONE], tmp_path, "1 entry"))
