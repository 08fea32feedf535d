"""JSON read member by member."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.diagnostics.problem import Problem
from paperatlas.formats.json_items import JsonError, json_members, placed_members


class Trickle(io.StringIO):
    """A file that gives three characters at a time."""

    def read(self, size: int | None = -1, /) -> str:
        return super().read(min(size or 3, 3) if size != -1 else 3)


MEMBERS = [
    ("[]", []),
    ("", []),
    (' [1,\n"a", 12.5e3] ', [("", 1, 1), ("", 2, "a"), ("", 2, 12500.0)]),
    ('{"a": 1, "items": [\n{"b": 2}]}', [("a", 1, 1), ("items", 2, {"b": 2})]),
    ('{"a": 1}\n{"a": 2}', [("a", 1, 1), ("", 2, {"a": 2})]),
]


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
@pytest.mark.parametrize("kind", [io.StringIO, Trickle])
def test_members(kind: type[io.StringIO], text: str, expected: list[tuple[str, int, Any]]) -> None:
    assert list(json_members(kind(text))) == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[1,\n2", 2),
        ("[1\n,\n{]", 3),
        ('{"a" 1}', 1),
        ("{1: 2}", 1),
        ('{"a": 1,\n: 2}', 2),
        ("x", 1),
        ("[" * 3_000, 1),
        ("[1,\n" + "9" * 5000 + "]", 2),
        ('[{"a": 1', 1),
    ],
)
@pytest.mark.parametrize("kind", [io.StringIO, Trickle])
def test_where_it_ends_being_json(kind: type[io.StringIO], text: str, line: int) -> None:
    with pytest.raises(JsonError) as caught:
        list(json_members(kind(text)))
    assert caught.value.line == line


def test_a_hundred_thousand_brackets_end_it() -> None:
    with pytest.raises(JsonError):
        list(json_members(io.StringIO("[" * 100_000)))


@given(st.lists(st.recursive(st.none() | st.integers() | st.text(max_size=4), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3), max_leaves=6), max_size=5), st.sampled_from([None, 1]))  # fmt: skip
def test_every_list_is_read_as_json_reads_it(value: list[Any], indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    assert [member.value for member in json_members(Trickle(text))] == value


def test_members_have_places_and_what_is_no_json_is_a_problem() -> None:
    problems: list[Problem] = []
    members = [
        (member.value, str(span)) for member, span in placed_members(io.StringIO("[1,\n2,\n}"), "a.json", problems)
    ]
    assert members == [(1, "a.json:1"), (2, "a.json:2")]
    assert [(problem.code, problem.line) for problem in problems] == [("IMP001", 3)]
