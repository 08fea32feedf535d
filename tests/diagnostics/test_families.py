"""The families of rules."""

from __future__ import annotations

import pytest

from paperatlas.build.catalogue import ALL_RULES
from paperatlas.diagnostics.families import by_family, family_of, position
from paperatlas.diagnostics.problem import Rule


def test_families_are_the_letters_of_codes() -> None:
    assert family_of("DUP001") == "DUP"
    assert by_family([rule for rule in ALL_RULES if rule.code == "DUP001"])[0][:2] == ("DUP", "Duplicate works")


@pytest.mark.parametrize(("code", "family"), [("REL001", "REL"), ("XYZ123", "XYZ"), ("ABC", "ABC"), ("", "")])
def test_a_family_is_the_letters_a_code_begins_with(code: str, family: str) -> None:
    assert family_of(code) == family


def test_families_stand_from_the_text_of_a_file_to_the_whole_site() -> None:
    rules = [Rule(code, "name", "error", "", "") for code in ("XYZ901", "LNK902", "SYN910", "REL901", "SYN902")]
    assert [rule.code for rule in sorted(rules, key=position)] == ["SYN902", "SYN910", "REL901", "LNK902", "XYZ901"]
    found = [(letters, title, [rule.code for rule in members]) for letters, title, members in by_family(rules)]
    assert found == [
        ("SYN", "Syntax", ["SYN902", "SYN910"]),
        ("REL", "Relations", ["REL901"]),
        ("LNK", "Links", ["LNK902"]),
        ("XYZ", "XYZ", ["XYZ901"]),
    ]
    assert by_family([]) == []
