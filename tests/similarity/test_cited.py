"""What citations say of two papers, and that a paper that very many cite is not looked at with each of them."""

from __future__ import annotations

from math import isqrt, prod

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


def direct(*degrees: int) -> int:
    """The strength of a citation between papers that are linked with so many others, each."""
    return (WHOLE << 8) // isqrt(prod(degrees) << 16)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        # a is linked with c and d; c with a, b, d, and d with these and e.
        (
            "a",
            {
                "b": (0, WHOLE // 3 + WHOLE // 4),
                "c": (direct(2, 3), WHOLE // 4),
                "d": (direct(2, 4), WHOLE // 3),
                "e": (0, WHOLE // 4),
            },
        ),
        ("e", {"a": (0, WHOLE // 4), "b": (0, WHOLE // 4), "c": (0, WHOLE // 4), "d": (direct(1, 4), 0)}),
        ("unknown", {}),
    ],
)
def test_links(read_files: ReadFiles, key: str, expected: dict[str, tuple[int, int]]) -> None:
    links = CitationLinks(atlas_of(read_files, *ROWS))
    assert links.of(key) == {other: CitationLink(*link) for other, link in expected.items()}
    assert (links.both_cited("a", "b"), links.both_cite("c", "d"), links.both_cite("c", "e")) == (2, 2, 0)


def test_what_two_papers_share_weakly_is_no_link(read_files: ReadFiles) -> None:
    # Through a paper with nine links two others have a ninth in common, through one with eight an eighth.
    nine, eight = (tuple(f"{hub}{number} {hub}" for number in range(size)) for hub, size in (("n", 9), ("e", 8)))
    links = CitationLinks(atlas_of(read_files, *nine, *eight))
    assert links.of("n0").keys() == {"n"}
    assert links.of("e0").keys() == {"e", *(f"e{number}" for number in range(1, 8))}


def test_a_paper_that_many_are_related_to_is_a_weak_link(read_files: ReadFiles) -> None:
    rows = citations("c hub", "c rare")
    library = "".join(entry(key) for key in ("c", "rare", "hub")) + "".join(entry(key, uses="hub") for key in "xyz")
    links = CitationLinks(read_files({"bib/a.bib": library, "bib/citations.tsv": rows}).atlas).of("c")
    assert links["rare"] == (direct(2, 1), 0)
    assert links["hub"] == (direct(2, 4), 0)


def test_what_very_many_cite_tells_nobody_apart(read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cited, "_TELLING", 2)
    links = CitationLinks(atlas_of(read_files, "c hub", "d hub", "e hub", "c a", "d a", "c b", "d b"))
    assert links.of("c").keys() == {"a", "b", "hub", "d"}
    assert links.of("e").keys() == {"hub"}


def test_the_strongest_links_are_kept(read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cited, "MOST_LINKED", 2)
    links = CitationLinks(atlas_of(read_files, *(f"{key} hub" for key in "abcxy"), "x c", "y c"))
    # x and y cite hub and c; c is cited by both and no other, so it comes first, and x before y by its key.
    assert links.of("hub").keys() == {"c", "x"}
