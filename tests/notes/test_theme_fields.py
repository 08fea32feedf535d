"""Fields of front matter that hosts read."""

from __future__ import annotations

import pytest

from paperatlas.notes import read_document
from paperatlas.notes.theme_fields import usable_fields


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("template: home.html", ""),
        ("template: 5", "2:11: NOT003 'template' should be text, but is 5."),
        ("template:", ""),
        ("search: {exclude: true}", ""),
        ("search: no words", "2:9: NOT003 'search' should be `name: value` lines, but is 'no words'."),
        ("search: true", "2:9: NOT003 'search' should be `name: value` lines, but is True."),
        ("hide: [toc]", ""),
        ("hide: toc", ""),
        ("hide: 2020", "2:7: NOT003 'hide' should be a list, but is 2020."),
        ("icon: [1]", ""),
    ],
)
def test_values_that_would_end_a_build_are_told(field: str, told: str) -> None:
    _, problems = read_document(f"---\n{field}\n---\n# A\n", "a.md", "a.md")
    found = [f"{each.span.line}:{each.span.column}: {each.code} {each.message}" for each in problems]
    assert found == [told] * bool(told)


def test_those_that_can_be_used_stay() -> None:
    usable = {"template": "a.html", "search": {"boost": 2}, "hide": ["toc"], "other": None}
    assert usable_fields(usable) == usable
    assert usable_fields({"template": None, "search": [], "hide": 1}) == {}
