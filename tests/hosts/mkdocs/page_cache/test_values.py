"""Values of a configuration as parts of a key."""

from __future__ import annotations

from collections import UserDict
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pymdownx.slugs import slugify  # type: ignore[import-untyped]

from paperatlas.hosts.mkdocs.page_cache.values import UnknownValueError, Values
from paperatlas.storage.cache import key_of

VALUES = Values(("pymdownx",))

DIFFERENT: list[Any] = [
    None,
    True,
    1,
    1.5,
    "1",
    [1],
    [[1]],
    {"a": 1},
    {1: "a"},
    UserDict({"a": 2}),
    {"a", "b"},
    date(2026, 1, 1),
    "2026-01-01",
    Path("a"),
    slugify(case="lower"),
    slugify(case="upper"),
]


def test_different_values_are_described_differently() -> None:
    assert len({key_of(VALUES.describe(value)) for value in DIFFERENT}) == len(DIFFERENT)


@pytest.mark.parametrize(("one", "other"), [((1, 2), [1, 2]), ({"a", "b"}, {"b", "a"}), ({"a": 1}, UserDict({"a": 1}))])
def test_values_of_the_same_effect_are_described_alike(one: object, other: object) -> None:
    assert key_of(VALUES.describe(one)) == key_of(VALUES.describe(other))


@pytest.mark.parametrize("value", [print, partial(print), lambda: None, Path, object(), [object()], {"a": b""}])
def test_a_value_of_unknown_effect_is_named(value: object) -> None:
    with pytest.raises(UnknownValueError, match=r"\w"):
        VALUES.describe(value)
