"""What citations say of two papers, and that a paper that very many cite is not looked at with each of them."""

from __future__ import annotations

import pytest

from paperatlas.atlas import Atlas
from paperatlas.similarity import cited
from paperatlas.similarity.cited import CitationLink, CitationLinks
from paperatlas.similarity.vectors import ONE
from tests.citations.rows import citations
from tests.conftest import ReadFiles
from tests.similarity.papers import entry

WHOLE = ONE * ONE
ROWS = ("c a", "c b", "d a", "d b", "d c", "e d")


def atlas_of(read_files: ReadFiles, *rows: str) -> Atlas:
    keys = sorted({key for row in rows for key in row.split()})
    library = "".join(entry(key, key) for key in keys)
    return read_files({"bib/a.bib": library, "bib/citations.tsv": citations(*sorted(rows))}).atlas


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        # Both are cited by c and d, each by two.
        ("a", {"b": (0, 2 * WHOLE // 6, 0), "c": (WHOLE, 0, 0), "d": (WHOLE, 0, 0)}),
        # c and d both cite a and b.
        ("c", {"a": (WHOLE, 0, 0), "b": (WHOLE, 0, 0), "d": (WHOLE, 0, 2 * WHOLE // 6)}),
        ("e", {"d": (WHOLE, 0, 0)}),
        ("unknown", {}),
    ],
)
def test_links(read_files: ReadFiles, key: str, expected: dict[str, tuple[int, int, int]]) -> None:
    links = CitationLinks(atlas_of(read_files, *ROWS))
    assert links.of(key) == {other: CitationLink(*link) for other, link in expected.items()}
    assert (links.both_cited("a", "b"), links.both_cite("c", "d"), links.both_cite("c", "e")) == (2, 2, 0)


def test_what_very_many_cite_tells_nobody_apart(read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cited, "_TELLING", 2)
    links = CitationLinks(atlas_of(read_files, "c hub", "d hub", "e hub", "c a", "d a", "c b", "d b"))
    assert links.of("c").keys() == {"a", "b", "hub", "d"}
    assert links.of("e").keys() == {"hub"}


def test_the_strongest_links_are_kept(read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cited, "MOST_LINKED", 2)
    links = CitationLinks(atlas_of(read_files, *(f"{key} hub" for key in "abcxy"), "x c", "y c"))
    assert links.of("hub").keys() == {"a", "c"}
