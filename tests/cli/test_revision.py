"""The files of a git revision, and nothing else of its repository."""

from __future__ import annotations

import pytest

from paperatlas.cli.revision import _is_inside

PATHS = [
    ("a.bib", True),
    ("bib/a b.bib", True),
    ("../a", False),
    ("a/../../b", False),
    ("/a", False),
    ("a//b", False),
    (".git/config", False),
    ("a/.GIT/config", False),
    ("a\\..\\b", False),
    ("C:/a", False),
    ("", False),
]


@pytest.mark.parametrize(("path", "inside"), PATHS)
def test_paths_of_a_revision_stay_in_the_folder(path: str, inside: bool) -> None:
    assert _is_inside(path) is inside
