"""What front matter that is no YAML is most likely meant to say."""

from __future__ import annotations

import pytest

from paperatlas.notes.front_matter import read_front_matter

SLIPS = [
    # the front matter, the wording of the slip, its place
    ("\ttitle: A", "tab", (2, 1)),
    ("title： A\nb: c", "colon", (2, 6)),
    ("groups:\n  -slug: a\n    title: b", "dash", (3, 3)),
    ("title: A\n  order: 1", "indent", (3, 3)),
    ('title: "A', "quote", (2, 8)),
]


@pytest.mark.parametrize(("text", "variant", "place"), SLIPS)
def test_slips(text: str, variant: str, place: tuple[int, int]) -> None:
    _, (problem,) = read_front_matter(f"---\n{text}\n---\n", "docs/a.md")
    assert (problem.variant, problem.line, problem.column) == (variant, *place)
