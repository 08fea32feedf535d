"""Licences of packages as they name them, and which of them bind nobody."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest

from licences import is_allowed, licence_of, main, needed_by, table


class Named:
    """A package that says something of itself."""

    def __init__(self, *fields: tuple[str, str]) -> None:
        self.fields = fields

    def get_all(self, name: str) -> list[str] | None:
        return [value for field, value in self.fields if field == name] or None


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ([("License-Expression", "MIT"), ("License", "other")], "MIT"),
        ([("Classifier", "License :: OSI Approved :: MIT License"), ("License", "other")], "MIT License"),
        ([("Classifier", "License :: OSI Approved"), ("License", "BSD")], "BSD"),
        ([("Classifier", "License :: A :: B"), ("Classifier", "License :: C")], "B AND C"),
        ([("License", "Copyright 2023\n\nAll of it")], "Copyright 2023"),
        ([], "unknown"),
    ],
)
def test_what_a_package_says(fields: list[tuple[str, str]], licence: str) -> None:
    assert licence_of(Named(*fields)) == licence


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-3.0-only", True),
        ("MIT AND (BSD-3-Clause OR LGPL-3.0-only)", True),
        ("MIT AND GPL-3.0-only", False),
        ("LGPL-3.0-only", False),
        ("unknown", False),
    ],
)
def test_which_bind_nobody(licence: str, allowed: bool) -> None:
    assert is_allowed(licence) is allowed


def test_what_a_package_needs() -> None:
    packages = {
        "a": ["b>=1", "c; python_version < '3'", "d; extra == 'more'", "gone; extra == 'more'"],
        "b": ["E_e[fast]"],
        "d": [],
        "e-e": ["a", "f; extra == 'fast'", "g; extra == 'slow'"],
        "f": None,
    }

    def requires(name: str) -> list[str] | None:
        if name not in packages:
            raise PackageNotFoundError(name)
        return packages[name]

    assert needed_by("A", requires) == {"a", "b", "e-e", "f"}
    assert needed_by("a", requires, ["more"]) == {"a", "b", "d", "e-e", "f"}


def test_a_table_of_both_kinds() -> None:
    assert table({"b": "MIT", "a": "ISC", "cc": "GPL"}, {"b", "a"}).splitlines() == [
        "Needed",
        "  a   ISC",
        "  b   MIT",
        "For development",
        "  cc  GPL",
    ]


def test_what_the_plugin_needs_binds_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert "bibtexparser" in capsys.readouterr().out.split("For development")[0]
