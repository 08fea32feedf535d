"""Links of hand-written pages to pages that there are, written or generated, and to others."""

from __future__ import annotations

import pytest

from paperatlas.check.page_links import dead_links
from tests.conftest import ReadFiles


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("about.md", []),
        ("about.md#there", []),
        ("papers/k.md", []),
        ("data.csv", []),
        ("gone.md", ["There is no page 'gone.md'."]),
        ("abuot.md", ["There is no page 'abuot.md'."]),
    ],
)
def test_links(target: str, told: list[str], read_files: ReadFiles) -> None:
    atlas = read_files({"docs/index.md": f"# Home\n\nSee [it]({target}).\n", "docs/about.md": "# About\n"}).atlas
    found = list(dead_links(atlas, lambda address: address == "papers/k/"))
    assert [problem.message for problem in found] == told
    assert all(("about.md" in str(problem)) is (target == "abuot.md") for problem in found)
