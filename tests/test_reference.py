"""The reference pages that are made from the code are as the code has it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from paperatlas.atlas import DEFAULT_RELATION_TYPES
from paperatlas.build.options import OPTIONS

REPOSITORY = Path(__file__).parents[1]


def test_the_reference_is_as_the_code_has_it() -> None:
    command = [sys.executable, str(REPOSITORY / "tools" / "make_reference.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_default_of_an_option_is_plain_words() -> None:
    text = (REPOSITORY / "docs/guide/reference/options.md").read_text(encoding="utf-8")
    defaults = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", text, re.MULTILINE))
    assert set(defaults) == {option.name for option in OPTIONS}
    odd = {name: shown for name, shown in defaults.items() if not re.fullmatch(r"none|`[\w./-]+(, [\w./-]+)*`", shown)}
    assert odd == {}


@pytest.mark.parametrize("name", [kind.name for kind in DEFAULT_RELATION_TYPES])
def test_every_relation_is_a_field_of_the_reference(name: str) -> None:
    assert f"`{name}`" in (REPOSITORY / "docs/guide/reference/fields.md").read_text(encoding="utf-8")
