"""Links of hand-written pages to pages that there are, written or generated, and to others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from paperatlas.atlas import Atlas
from paperatlas.check.page_links import dead_files, dead_links, missing_headings, missing_images, page_addresses
from paperatlas.diagnostics.problem import Problem
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


FILES = [
    # a link in docs/notes/a.md, what is told
    ("data.csv", []),
    ("../img/b.pdf", []),
    ("/img/gone.pdf", []),
    ("gone.pdf", ["There is no file 'gone.pdf'. Put the file there"]),
    ("../about.html", ["'../about.html' is the address of a page, and no file. Write '../about.md'"]),
    ("../papers/k/index.html", ["Write '../papers/k.md'"]),
    ("gone.html", ["There is no file 'gone.html'."]),
]
ADDRESSES = [
    ("../about.md", []),
    ("#x", []),
    ("/about/", []),
    ("../about/", ["Write '../about.md'"]),
    ("../../about/", ["Write '../about.md'"]),
    ("../papers/k/", ["Write '../papers/k.md'"]),
    ("../gone/", ["There is no page '../gone/'."]),
]
HEADINGS = [
    ("../about.md#the-first", []),
    ("../about.md#der-zweite_1", []),
    ("#a", []),
    ("../papers/k.md#anything", []),
    ("../gone.md#anything", []),
    ("../about.md#the-frist", ["leads to no heading of its page. Did you mean '#the-first'?"]),
    ("#nothing-like-it", ["'#nothing-like-it' leads to no heading of its page. Correct the part behind `#`"]),
]


def is_k(address: str) -> bool:
    return address == "papers/k/"


def files(atlas: Atlas) -> Iterator[Problem]:
    return dead_files(atlas, {"img/b.pdf"}, is_k)


def addresses(atlas: Atlas) -> Iterator[Problem]:
    return page_addresses(atlas, is_k)


CHECKS = [
    *((files, *row) for row in FILES),
    *((addresses, *row) for row in ADDRESSES),
    *((missing_headings, *row) for row in HEADINGS),
]


@pytest.mark.parametrize(("check", "target", "told"), CHECKS)
def test_what_a_strict_build_would_warn_of(
    check: Callable[[Atlas], Iterator[Problem]], target: str, told: list[str], read_files: ReadFiles
) -> None:
    about = "# About\n\n## The first\n\n## Der zweite\n"
    atlas = read_files({"docs/notes/a.md": f"# A\n\nSee [it]({target}).\n", "docs/about.md": about}).atlas
    found = [f"{problem.message} {problem.hint}" for problem in check(atlas)]
    assert len(found) == len(told)
    assert all(words in each for words, each in zip(told, found, strict=True)), found


NOTE = "---\ntitle: Flows\ngroups: [{slug: models, title: Models}]\n---\n# Flows\n\n## History\n\nSee [it](%s).\n"
OF_NOTES = [
    ("#group-models", []),
    ("#graph", []),
    ("#history", []),
    ("#group-modls", ["Did you mean '#group-models'?"]),
    ("#histroy", ["Did you mean '#history'?"]),
]


@pytest.mark.parametrize(("target", "told"), OF_NOTES)
def test_headings_of_a_direction(target: str, told: list[str], read_files: ReadFiles) -> None:
    atlas = read_files({"docs/directions/flows.md": NOTE % target}).atlas
    assert [problem.hint for problem in missing_headings(atlas)] == told


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
