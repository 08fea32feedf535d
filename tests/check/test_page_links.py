"""Links of hand-written pages to pages that there are, written or generated, and to others."""

from __future__ import annotations

import pytest

from paperatlas.check.page_links import dead_links, missing_images
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


IMAGES = [
    ("![x](a.png)", []),
    ("![x](../img/b.png 'B')", []),
    ("![x](<../img/b c.png>)", []),
    ("![x](../img/b%20c.png)", []),
    ("![x](gone.png)", [("gone.png", "Put the file there")]),
    ("![x](b.png)", [("b.png", "Did you mean '../img/b.png'?")]),
    ("`![x](gone.png)` \\![x](gone.png) ![x](https://example.org/gone.png) ![x](/gone.png)", []),
    ("```\n![x](gone.png)\n```", []),
]


@pytest.mark.parametrize(("text", "told"), IMAGES)
def test_pictures(text: str, told: list[tuple[str, str]], read_files: ReadFiles) -> None:
    atlas = read_files({"docs/notes/a.md": f"# A\n\n{text}\n"}).atlas
    found = [*missing_images(atlas, {"notes/a.png", "img/b.png", "img/b c.png"})]
    assert [(dict(problem.arguments)["target"], problem.variant) for problem in found] == [
        (target, "near-image" if "mean" in hint else "image") for target, hint in told
    ]
    assert all(problem.hint.startswith(hint) for problem, (_, hint) in zip(found, told, strict=True))
