"""What a change touches: content alone, or more."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable

import pytest

from changed_scope import scope
from tests.conftest import REPOSITORY


@pytest.mark.parametrize(
    ("paths", "code"),
    [
        (["bib/diffusion.bib"], "false"),
        (["bib/SOURCES.tsv", "bib/results/diffusion.csv", "docs/directions/diffusion.en.md"], "false"),
        (["docs/index.md", "docs/about.en.md", "docs/assets/mark.svg"], "false"),
        (["bib/diffusion.bib", "mkdocs.yml"], "true"),
        (["docs/guide/cite.md"], "true"),
        (["docs/overrides/main.html"], "true"),
        (["plugins/paperatlas/bib/x.bib"], "true"),
        ([".github/workflows/check.yml"], "true"),
        ([], "true"),
    ],
)
def test_scope(paths: Iterable[str], code: str) -> None:
    assert scope(paths) == f"code={code}"


def test_a_base_that_is_not_there_is_code() -> None:
    command = [sys.executable, str(REPOSITORY / "tools" / "changed_scope.py"), "0" * 40]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "code=true\n"
