from __future__ import annotations

import pytest

from paperatlas.notes.body import read_body

LINKS = [
    ("[b](b.md)", ["b.md"]),
    ("[b](b.md#papers) and [c](../c/)", ["b.md#papers", "../c/"]),
    ('[b]( <b c.md> "Title" )', ["b c.md"]),
    ("[b](b_(c).md)", ["b_(c).md"]),
    ("[the *b* [x]](b.md)", ["b.md"]),
    ("[b][ref]\n\n[ref]: b.md", ["b.md"]),
    ("[ref][]\n\n[Ref]: <b.md>", ["b.md"]),
    ("[b][r  f]\n\n[R F]: first.md\n[r f]: second.md", ["first.md"]),
    ("[@a](b.md)", ["b.md"]),
    ("[b][nowhere]", []),
    ("[b]", []),
    ("![b](b.png)", []),
    (r"\[b](b.md)", []),
    ("[b](https://example.org) [c](//example.org) [d](mailto:a@example.org)", []),
    ("`[b](b.md)`", []),
    ("```\n[b](b.md)\n```\n", []),
    ("<!-- [b](b.md) -->", []),
    ("text\n\n    [b](b.md)", []),
]


@pytest.mark.parametrize(("markdown", "targets"), LINKS)
def test_targets(markdown: str, targets: list[str]) -> None:
    links = read_body(markdown).links
    assert [link.target for link in links] == targets
    assert all(markdown[link.start] == "[" for link in links)
