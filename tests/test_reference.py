"""The reference pages that are made from the code are as the code has it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from paperatlas.atlas import DEFAULT_RELATION_TYPES

REPOSITORY = Path(__file__).parents[1]


def test_the_reference_is_as_the_code_has_it() -> None:
    command = [sys.executable, REPOSITORY / "tools" / "make_reference.py", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", [kind.name for kind in DEFAULT_RELATION_TYPES])
def test_every_relation_is_a_field_of_the_reference(name: str) -> None:
    assert f"`{name}`" in (REPOSITORY / "docs/guide/reference/fields.md").read_text(encoding="utf-8")
