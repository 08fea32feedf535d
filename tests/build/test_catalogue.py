"""The rules, as their readers meet them."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module

import pytest

import paperatlas
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.diagnostics.families import FAMILIES, by_family
from paperatlas.diagnostics.problem import SEVERITIES, Rule


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in ALL_RULES}) == len(ALL_RULES)
    assert len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)


def test_every_floor_is_in_the_catalogue() -> None:
    floors = [module.name for module in pkgutil.iter_modules(paperatlas.__path__, "paperatlas.") if module.ispkg]
    found = {
        rule
        for floor in floors
        for module in pkgutil.walk_packages(import_module(floor).__path__, f"{floor}.")
        for rule in vars(import_module(module.name)).values()
        if isinstance(rule, Rule)
    }
    assert set(ALL_RULES) == found


def test_every_family_has_a_title_and_rules() -> None:
    assert [letters for letters, _, _ in by_family(ALL_RULES)] == list(FAMILIES)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_rules_are_written_for_readers(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.severity in SEVERITIES
    assert rule.summary.endswith(".")
    assert rule.explanation.endswith(".")
    assert rule.summary.count("`") % 2 == 0
    assert rule.explanation.count("`") % 2 == 0
    assert not rule.remedy or rule.example, "a remedy mends an example"
    assert rule.remedy != rule.example or not rule.example
