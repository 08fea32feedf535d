"""The navigation that a site lists itself."""

from __future__ import annotations

import pytest

from paperatlas.build.navigation import pages_in_navigation, titles_in_navigation


@pytest.mark.parametrize(
    ("nav", "pages", "titles"),
    [
        (None, [], []),
        (["a.md", {"B": "b.md"}], ["a.md", "b.md"], ["B"]),
        (
            [{"C": ["c.md", {"D": [{"E": "e.md"}]}]}, {"F": "https://x.org/"}],
            ["c.md", "e.md", "https://x.org/"],
            list("CDEF"),
        ),
        ([{2020: "a.md", "G": None}], ["a.md"], ["2020", "G"]),
    ],
)
def test_what_it_names(nav: object, pages: list[str], titles: list[str]) -> None:
    assert list(pages_in_navigation(nav)) == pages
    assert list(titles_in_navigation(nav)) == titles
