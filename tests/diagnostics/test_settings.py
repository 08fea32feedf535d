"""What a site's configuration says of the problems it wants to be told, as tables."""

from __future__ import annotations

import pytest

from paperatlas.build.catalogue import ALL_RULES
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.diagnostics.settings import CheckSettingsError, read_check_settings

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
]


@pytest.mark.parametrize(("written", "wanted"), SETTINGS)
def test_settings(written: object, wanted: list[str]) -> None:
    found = read_check_settings(ALL_RULES, written).of(PROBLEMS)
    assert [f"{problem.code} {problem.severity}" for problem in found] == wanted


WRONG = [
    ("REQ", "'check' is a list of names with values, not 'REQ'."),
    ({"ignored": ["REQ"]}, "'ignored' is not a setting; there are select, ignore, severity, files."),
    ({"ignore": ["REX"]}, "no rule has the code 'REX'"),
    ({"ignore": 3}, "Codes of rules are a list, such as [REQ, DIR004], not 3."),
    ({"severity": ["REQ"]}, "'severity' is a list of names with values, not ['REQ']."),
    ({"severity": {"REQ": "fatal"}}, "the severity of 'REQ' is one of error, warning, info, not 'fatal'."),
    ({"severity": {"REX": "info"}}, "no rule has the code 'REX'"),
    ({"files": {"a.bib": ["missing-field"]}}, "did you mean REQ001"),
]


@pytest.mark.parametrize(("written", "message"), WRONG)
def test_wrong_settings(written: object, message: str) -> None:
    with pytest.raises(CheckSettingsError) as raised:
        read_check_settings(ALL_RULES, written)
    assert message in str(raised.value)
