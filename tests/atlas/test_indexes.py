"""Who and what has a row, in which order, and at which address."""

from __future__ import annotations

import pytest

from paperatlas.atlas import Atlas
from paperatlas.atlas.addresses import name_slugs
from paperatlas.atlas.indexes import make_indexes, with_papers
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles


def test_slugs_of_names_are_readable_and_never_shared() -> None:
    names = [
        "Jonathan Ho",
        "jonathan ho",
        "Jonathan_Ho",
        "Aäron van den Oord",
        "Aaron van den Oord",
        "何恺明",
        "con",
        "J.",
    ]
    slugs = name_slugs(names)
    assert slugs["Jonathan Ho"] == "Jonathan_Ho"
    assert slugs["Aaron van den Oord"] == "Aaron_van_den_Oord"
    assert slugs["Aäron van den Oord"].startswith("aaron-van-den-oord-")
    assert len({slug.lower() for slug in slugs.values()}) == len(names)
    assert all(slug.isascii() and "/" not in slug for slug in slugs.values())


@pytest.fixture
def atlas(read_files: ReadFiles) -> Atlas:
    library = (
        entry("a", author="Ho, Jonathan and Oord, Aaron van den", date="2020", booktitle="Conf (CVPR)")
        + entry("b", author="Ho, Jonathan and {何恺明}", date="2021", booktitle="Conf (CVPR)")
        + entry("c", author="Ho, J.", date="2021", eprint="2101.00001", eprinttype="arxiv")
    )
    return read_files({"bib/a.bib": library + "@misc{d, title = {Nobody's}}\n"}).atlas


def test_the_same_string_is_one_row_and_nothing_else_is(atlas: Atlas) -> None:
    people = make_indexes(atlas, 2).people
    assert [(row.letter, row.label, [paper.key for paper in row.papers]) for row in people.rows] == [
        ("H", "J. Ho", ["c"]),
        ("H", "Jonathan Ho", ["b", "a"]),
        ("H", "何恺明", ["b"]),
        ("O", "Aaron van den Oord", ["a"]),
    ]


def test_initials_with_and_without_spaces_are_one_row(read_files: ReadFiles) -> None:
    library = "@misc{a, author={R.C. Smith}, title={A}}\n@misc{b, author={Smith, R. C.}, title={B}}\n"
    people = make_indexes(read_files({"bib/a.bib": library}).atlas, 2).people
    assert [(row.label, [paper.key for paper in row.papers]) for row in people.rows] == [("R. C. Smith", ["a", "b"])]


@pytest.mark.parametrize(
    ("old", "new", "known"),
    [
        ("title={B}", "title={Another}", False),
        ("title={D}", "title={D}, abstract={New.}", True),
        ("date={2020}", "date={2020-05}", True),
        ("date={2020}", "date={2022}", False),
        ("author={Ho, J.}", "author={Ho, K.}", False),
        ("eprint={2101.00001}", "eprint={2101.00002}", True),
        ("(CVPR)", "(ICCV)", False),
        ("@misc{d,", "@misc{e,", False),
    ],
)
def test_rows_are_known_as_long_as_papers_stand_where_they_stood(
    old: str, new: str, known: bool, read_files: ReadFiles
) -> None:
    library = (
        "@inproceedings{a, title={A}, author={Ho, Jonathan}, date={2020}, booktitle={Conf (CVPR)}}\n"
        "@article{b, title={B}, author={Ho, J.}, date={2021}, eprint={2101.00001}, eprinttype={arxiv}}\n"
        "@misc{d, title={D}}\n"
    )
    assert old in library
    before = read_files({"bib/a.bib": library}).atlas
    after = read_files({"bib/a.bib": library.replace(old, new)}).atlas
    found = with_papers(make_indexes(before, 1), before, after)
    assert found == (make_indexes(after, 1) if known else None)


def test_only_rows_with_enough_papers_have_a_page(atlas: Atlas) -> None:
    indexes = make_indexes(atlas, 2)
    assert [(row.label, row.address) for row in indexes.people.rows if row.has_page] == [
        ("Jonathan Ho", "people/Jonathan_Ho/")
    ]
    assert indexes.people.addresses["J. Ho"].startswith("people/#row-")
    assert indexes.venues.addresses["CVPR"] == "venues/CVPR/"
    assert [(row.label, row.has_page) for row in indexes.years.rows] == [("2021", True), ("2020", False)]


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        # ISO 4 ends an abbreviated word with a full stop; PubMed, Vancouver and AMA leave it out
        (["Intensive Care Med", "Intensive Care Med."], ["Intensive Care Med."]),
        (["Phys Rev Lett", "Phys.Rev.Lett.", "Phys. Rev. Lett.", "Phys. Rev. Lett"], ["Phys. Rev. Lett."]),
        (["Proc. Inst. \\& Co.", "Proc Inst \\& Co"], ["Proc. Inst. & Co."]),
        (["Nature", "Nat."], ["Nat.", "Nature"]),
        (["Med", "Med: A"], ["Med", "Med: A"]),
    ],
)
def test_venues_that_differ_in_full_stops_are_one(read_files: ReadFiles, names: list[str], rows: list[str]) -> None:
    library = "".join(
        f"@article{{k{number}, title = {{T}}, date = {{2020}}, journaltitle = {{{name}}}}}\n"
        for number, name in enumerate(names)
    )
    venues = make_indexes(read_files({"bib/a.bib": library}).atlas, 1).venues
    assert [row.label for row in venues.rows] == rows
    assert sorted(paper.key for row in venues.rows for paper in row.papers) == [f"k{n}" for n in range(len(names))]
    assert set(venues.addresses) >= {name.replace("\\", "") for name in names}


def test_the_latest_year_comes_first(read_files: ReadFiles) -> None:
    dates = ("-0299", "2021", "-0043", "0950", "2022")
    library = "".join(f"@misc{{k{number}, title = {{T}}, date = {{{date}}}}}" for number, date in enumerate(dates))
    rows = make_indexes(read_files({"bib/a.bib": library}).atlas, 1).years.rows
    assert [row.label for row in rows] == ["2022", "2021", "950", "44 BC", "300 BC"]


@pytest.mark.parametrize("threshold", [0, 1, 3, 100])
def test_every_paper_is_in_every_index(atlas: Atlas, threshold: int) -> None:
    indexes = make_indexes(atlas, threshold)
    for index in (indexes.people, indexes.venues, indexes.years):
        shown = {paper.key for row in index.rows for paper in row.papers} | {paper.key for paper in index.rest}
        assert shown == set(atlas.papers)
