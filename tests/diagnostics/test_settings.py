"""What a site's configuration says of the problems it wants to be told, as tables."""

from __future__ import annotations

import pytest

from paperatlas.build.catalogue import ALL_RULES
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.diagnostics.settings import CheckSettingsError, read_check_settings
from paperatlas.diagnostics.subject import Subject

RULES = {rule.code: rule for rule in ALL_RULES}
PROBLEMS = [
    Problem(RULES["DIR004"], Span("bib/old.bib", 1)),
    Problem(RULES["REQ001"], Span("bib/old.bib", 2)),
    Problem(RULES["REQ001"], Span("bib/new/a.bib", 3)),
    Problem(RULES["SYN003"], Span("bib/new/a.bib", 4)),
]
ALL = ["DIR004 info", "REQ001 warning", "REQ001 warning", "SYN003 error"]

SETTINGS = [
    (None, ALL),
    ({}, ALL),
    ({"select": None, "ignore": None, "severity": None, "files": None}, ALL),
    ({"ignore": "REQ"}, ["DIR004 info", "SYN003 error"]),
    ({"ignore": ["REQ", "dir004"]}, ["SYN003 error"]),
    ({"select": ["SYN"]}, ["SYN003 error"]),
    ({"select": ["ALL"], "ignore": ["DIR"]}, ["REQ001 warning", "REQ001 warning", "SYN003 error"]),
    ({"severity": {"REQ": "info"}}, ["DIR004 info", "REQ001 info", "REQ001 info", "SYN003 error"]),
    ({"severity": {"REQ": "info", "REQ001": "error"}}, ["DIR004 info", "REQ001 error", "REQ001 error", "SYN003 error"]),
    ({"severity": {"ALL": "info"}}, ["DIR004 info", "REQ001 info", "REQ001 info", "SYN003 info"]),
    ({"files": {"bib/old.bib": ["ALL"]}}, ["REQ001 warning", "SYN003 error"]),
    ({"files": {"bib/new": ["REQ"]}}, ["DIR004 info", "REQ001 warning", "SYN003 error"]),
    ({"files": {"bib/*.bib": "REQ"}}, ["DIR004 info", "SYN003 error"]),
    ({"files": {"other.bib": "ALL"}}, ALL),
    ({"files": {"bib/old.bib": {"severity": {"REQ": "error"}}}}, ["DIR004 info", "REQ001 error", *ALL[2:]]),
    (
        {"severity": {"REQ": "info"}, "files": {"bib/new": {"ignore": "SYN", "severity": {"REQ": "error"}}}},
        ["DIR004 info", "REQ001 info", "REQ001 error"],
    ),
    # the entry of a problem is called by the line here
    ({"entries": {"e2": "REQ"}}, ["DIR004 info", "REQ001 warning", "SYN003 error"]),
    ({"entries": {"e[12]": ["ALL"]}}, ["REQ001 warning", "SYN003 error"]),
    ({"entries": {"*": {"severity": {"ALL": "info"}}}}, ["DIR004 info", "REQ001 info", "REQ001 info", "SYN003 info"]),
    ({"entries": {"E2": "ALL", "": "ALL"}}, ALL),
]


@pytest.mark.parametrize(("written", "wanted"), SETTINGS)
def test_settings(written: object, wanted: list[str]) -> None:
    found = read_check_settings(ALL_RULES, written).of(PROBLEMS, lambda problem: Subject(f"e{problem.line}"))
    assert [f"{problem.code} {problem.severity}" for problem in found] == wanted


WRONG = [
    ("REQ", "'check' is a list of names with values, not 'REQ'."),
    ({"ignored": ["REQ"]}, "'ignored' is not a setting; there are select, ignore, severity, files, entries, baseline."),
    ({"ignore": ["REX"]}, "no rule has the code 'REX'"),
    ({"ignore": 3}, "Codes of rules are a list, such as [REQ, DIR004], not 3."),
    ({"severity": ["REQ"]}, "'severity' is a list of names with values, not ['REQ']."),
    ({"severity": {"REQ": "fatal"}}, "the severity of 'REQ' is one of error, warning, info, not 'fatal'."),
    ({"severity": {"REX": "info"}}, "no rule has the code 'REX'"),
    ({"files": {"a.bib": ["missing-field"]}}, "did you mean REQ001"),
    ({"files": {"a.bib": {"select": "REQ"}}}, "'select' is not a setting; there are ignore, severity."),
    ({"entries": ["a"]}, "'entries' is a list of names with values, not ['a']."),
    ({"entries": {"a": {"severity": {"REQ": "bad"}}}}, "the severity of 'REQ' is one of"),
    ({"baseline": ["a.json"]}, "'baseline' is the path of a file, not ['a.json']."),
]


@pytest.mark.parametrize(("written", "message"), WRONG)
def test_wrong_settings(written: object, message: str) -> None:
    with pytest.raises(CheckSettingsError) as raised:
        read_check_settings(ALL_RULES, written)
    assert message in str(raised.value)
