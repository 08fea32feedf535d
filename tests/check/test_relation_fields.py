"""Fields that are meant for a relation type which the site does not have."""

from __future__ import annotations

import pytest

from paperatlas.check.relation_fields import unknown_relation_fields
from tests.check.conftest import ReadText

FIELDS = [
    ("speedsup = {b}", ["speedsup"]),
    ("speedsup = {b, c}, mends = {c}", ["speedsup", "mends"]),
    ("speedsup = {b, nobody}", []),
    ("speedsup = {nobody}", []),
    ("speedsup = {a, b}", []),
    ("speedsup = {}", []),
    ("uses = {b}, own = {c}, shorttitle = {b}, with-dash = {b}", []),
]


@pytest.mark.parametrize(("fields", "names"), FIELDS)
def test_fields_of_keys(library_of: ReadText, fields: str, names: list[str]) -> None:
    library = library_of(f"@misc{{a, {fields}}}\n@misc{{b, title = {{B}}}}\n@misc{{c, title = {{C}}}}\n")
    found = list(unknown_relation_fields(library, ("extends", "own")))
    assert [dict(problem.arguments)["name"] for problem in found] == names
    assert all(problem.code == "REL006" for problem in found)


def test_a_name_is_told_once_with_its_other_places(library_of: ReadText) -> None:
    library = library_of("@misc{a, mends = {b}}\n@misc{b, mends = {a}}\n@misc{c, mends = {a}}\n")
    [problem] = unknown_relation_fields(library, ("extends",))
    assert (problem.line, [span.line for span in problem.related]) == (1, [2, 3])
