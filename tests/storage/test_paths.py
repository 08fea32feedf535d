"""Paths as people see them."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.storage.paths import display_path


@pytest.mark.parametrize(
    ("path", "root", "shown"),
    [("/a/b/c.bib", "/a", "b/c.bib"), ("/a", "/a", "."), ("/ab/c.bib", "/a", "/ab/c.bib"), ("c.bib", "/a", "c.bib")],
)
def test_display_path(path: str, root: str, shown: str) -> None:
    assert display_path(Path(path), Path(root)) == shown
