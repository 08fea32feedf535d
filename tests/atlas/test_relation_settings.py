from __future__ import annotations

from typing import Any

import pytest

from paperatlas.atlas import DEFAULT_RELATION_TYPES, RelationTypeError, configured_types

NAMES = [kind.name for kind in DEFAULT_RELATION_TYPES]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ({}, NAMES),
        ({"uses": False}, [name for name in NAMES if name != "uses"]),
        ({"refutes": {"label": "refutes", "inverse": "refuted by", "cito": "refutes"}}, [*NAMES, "refutes"]),
        ({"uses": {"label": "builds with"}}, NAMES),
    ],
)
def test_which_types_there_are(written: dict[str, Any], names: list[str]) -> None:
    assert [kind.name for kind in configured_types(written)] == names


def test_a_default_type_keeps_what_is_not_said() -> None:
    (uses,) = (kind for kind in configured_types({"uses": {"label": {"en": "needs"}}}) if kind.name == "uses")
    assert (uses.label("en"), uses.label("zh"), uses.inverse_label("en"), uses.cito) == (
        "needs",
        "使用",
        "used by",
        "usesMethodIn",
    )


def test_one_text_is_for_every_language() -> None:
    kind = configured_types({"refutes": {"label": "refutes", "inverse": {"en": "refuted by", "zh": "被反驳"}}})[-1]
    assert [kind.label(language) for language in ("en", "zh", "fr")] == ["refutes"] * 3
    assert [kind.inverse_label(language) for language in ("en", "zh", "fr")] == ["refuted by", "被反驳", "refuted by"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"doi": {"label": "a", "inverse": "b"}}, "'doi' is another field of entries"),
        ({"Refutes": {"label": "a", "inverse": "b"}}, "'Refutes' is not a valid field name"),
        ({"Uses": False}, "'Uses' cannot be removed: the types are extends, "),
        ({"refutes": {"label": "a"}}, "'refutes' has no `inverse`"),
        ({"refutes": {"inverse": "a"}}, "'refutes' has no `label`"),
        ({"refutes": {"label": "a", "inverse": "b", "colour": "red"}}, "'refutes' has no setting 'colour'"),
        ({"refutes": True}, "'refutes' cannot be True"),
        ({"refutes": ["a", "b"]}, "'refutes' cannot be ['a', 'b']"),
        ({"refutes": {"label": 3, "inverse": "b"}}, "as `label`, not 3"),
        ({"refutes": {"label": {"en": 3}, "inverse": "b"}}, "as `label`, not {'en': 3}"),
        ({"uses": {"cito": "no term"}}, "'uses' has 'no term'"),
    ],
)
def test_what_cannot_be_used(written: dict[str, Any], message: str) -> None:
    with pytest.raises(RelationTypeError) as raised:
        configured_types(written)
    assert message in str(raised.value)
