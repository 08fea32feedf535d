"""Every rule keeps its word: its example breaks it, its remedy does not."""

from __future__ import annotations

import re

import pytest

from paperatlas.bibliography import RULES
from paperatlas.diagnostics.problem import SEVERITIES, Rule
from tests.bibliography.conftest import Read

FAMILIES = {"SYN", "ENC", "MAC", "TEX", "NAM", "DAT", "PAG", "XRF", "IDN"}
WITHOUT_EXAMPLE = {"SYN001", "ENC001", "ENC002", "MAC006", "SYN022", "SYN023"}


def entry_with(text: str) -> str:
    """A whole library, of a text that may be fields only."""
    return text if text.startswith("@") else f"@misc{{key,\n{text},\n}}\n"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_example_breaks_the_rule_and_remedy_mends_it(read: Read, rule: Rule) -> None:
    if not rule.example:
        assert rule.code in WITHOUT_EXAMPLE
        return
    _, problems = read(entry_with(rule.example))
    assert rule.code in {problem.code for problem in problems}
    if rule.remedy:
        _, problems = read(entry_with(rule.remedy))
        assert rule.code not in {problem.code for problem in problems}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_written_for_readers(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert rule.code[:3] in FAMILIES
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.name)
    assert rule.severity in SEVERITIES
    assert rule.summary.endswith(".")
    assert rule.explanation.endswith(".")


def test_codes_and_names_are_used_once() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_problems_tell_where_and_how_to_mend(read: Read) -> None:
    text = "".join(entry_with(rule.example) + "\n" for rule in RULES if rule.example)
    _, problems = read(text)
    for problem in problems:
        assert problem.file == "a.bib"
        assert problem.line > 0
        assert problem.column > 0
        assert problem.message.endswith(".")
        assert problem.hint.endswith((".", "?"))
