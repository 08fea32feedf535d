"""How things that have a name are compared."""

from __future__ import annotations

import pytest

from paperatlas.atlas import Address
from paperatlas.changes.model import ChangedItem, Changes, FieldChange, Items, different, items_between

NONE = Items()
SOME = Items(added=(ChangedItem(("a",), "A", Address("a/")),))

DIFFERENT: list[tuple[dict[str, str], dict[str, str], list[FieldChange]]] = [
    ({}, {}, []),
    ({"title": "流"}, {"title": "流"}, []),
    ({"title": "A"}, {"title": "B"}, [FieldChange("title", "A", "B")]),
    ({"title": "A"}, {}, [FieldChange("title", "A", None)]),
    ({}, {"title": ""}, [FieldChange("title", None, "")]),
    ({"gone": "1", "b": "2"}, {"new": "3", "b": "4"}, [
        FieldChange("new", None, "3"), FieldChange("b", "2", "4"), FieldChange("gone", "1", None),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "changes"), DIFFERENT)
def test_fields_that_are_not_the_same_are_told_in_the_later_order(
    before: dict[str, str], after: dict[str, str], changes: list[FieldChange]
) -> None:
    assert list(different(before, after)) == changes


BETWEEN: list[tuple[dict[str, str], dict[str, str], list[str], list[str], list[str]]] = [
    ({}, {}, [], [], []),
    ({"a": "1"}, {"a": "1"}, [], [], []),
    ({"a": "1"}, {"a": "2"}, [], ["2"], []),
    ({"b": "2", "a": "1"}, {}, [], [], ["2", "1"]),
    ({"a": "1"}, {"流": "3", "b": "2"}, ["3", "2"], [], ["1"]),
]


@pytest.mark.parametrize(("old", "new", "added", "changed", "removed"), BETWEEN)
def test_things_are_told_apart_by_their_names(
    old: dict[str, str], new: dict[str, str], added: list[str], changed: list[str], removed: list[str]
) -> None:
    items = items_between(
        old,
        new,
        lambda thing: ChangedItem((thing,), thing, Address(f"{thing}/"), ("remark",)),
        lambda before, after: different({"value": before}, {"value": after}),
    )
    assert [item.name for item in items.added] == added
    assert [item.name for item in items.changed] == changed
    assert [item.name for item in items.removed] == removed
    assert all(item.remarks == ("remark",) and not item.fields for item in (*items.added, *items.removed))
    assert all(item.remarks == () and item.fields for item in items.changed)
    assert {item.address for item in items.removed} <= {""}, "what is gone has no page any more"


@pytest.mark.parametrize("kind", [None, "papers", "relations", "directions", "pages"])
def test_changes_of_any_kind_are_some(kind: str | None) -> None:
    kinds = {name: SOME if name == kind else NONE for name in ("papers", "relations", "directions", "pages")}
    assert bool(Changes(**kinds, new_problems=(), fixed_problems=(), remaining=3)) is (kind is not None)
