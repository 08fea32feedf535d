"""Which papers improved the best value, one after the other, and where they are drawn."""

from __future__ import annotations

import pytest

from paperatlas.pages.results.progress import CHART, Progress, progress_of
from paperatlas.pages.results.tables import result_tables
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles
from tests.results.tables import row, table

PUBLISHED = {"a": "2018-01", "b": "2019-06", "c": "2020-12", "d": ""}


def progress(read_files: ReadFiles, rows: list[tuple[str, str, str]], metric: str) -> Progress | None:
    library = "".join(
        entry(key, eprint=f"{when[2:4]}{when[5:]}.00001", eprinttype="arxiv") if when else entry(key, date="2019")
        for key, when in PUBLISHED.items()
    )
    results = table(*(row(key=key, value=value, setting=setting, metric=metric) for key, value, setting in rows))
    atlas = read_files({"bib/a.bib": library, "bib/results/a.csv": results}).atlas
    (found,) = result_tables(atlas, atlas.papers)
    return progress_of(found)


@pytest.mark.parametrize(
    ("rows", "metric", "expected"),
    [
        # each paper that is better than all before it, with its best value
        ([("a", "3", "s=1"), ("b", "2", "s=1"), ("c", "1", "s=1"), ("b", "5", "s=1; model=B")], "FID", "a3 b2 c1"),
        ([("a", "1", "s=1"), ("b", "3", "s=1"), ("c", "2", "s=1")], "accuracy", "a1 b3"),
        # who is only as good improves nothing
        ([("a", "1", "s=1"), ("b", "1.0", "s=1"), ("c", "2", "s=1")], "accuracy", "a1 c2"),
        # a paper without a preprint counts at the end of its year
        ([("a", "1", "s=1"), ("d", "2", "s=1"), ("b", "3", "s=1")], "accuracy", "a1 b3"),
        # the setting with the most papers; of as many, that with the better value
        ([("a", "9", "s=2"), *((key, value, "s=1") for key, value in zip("abc", "123", strict=True))], "accuracy", "a1 b2 c3"),
        ([(key, f"{n}{m}", f"s={n}") for n in "12" for key, m in zip("abc", "123", strict=True)], "accuracy", "a21 b22 c23"),
        # two papers are too few; so is one that has always been the best
        ([("a", "1", "s=1"), ("b", "2", "s=1")], "accuracy", ""),
        ([("a", "3", "s=1"), ("b", "2", "s=1"), ("c", "1", "s=1")], "accuracy", ""),
        # nothing is known to be comparable, or better
        ([("a", "1", ""), ("b", "2", ""), ("c", "3", "")], "accuracy", ""),
        ([("a", "1", "s=1"), ("b", "2", "s=1"), ("c", "3", "s=1")], "metric", ""),
    ],
)  # fmt: skip
def test_who_improved_the_best_value(
    read_files: ReadFiles, rows: list[tuple[str, str, str]], metric: str, expected: str
) -> None:
    found = progress(read_files, rows, metric)
    points = found.points if found else ()
    assert " ".join(f"{point.paper.key}{point.result.value}" for point in points) == expected


def test_where_it_is_drawn(read_files: ReadFiles) -> None:
    found = progress(read_files, [("a", "1", "s=1"), ("b", "2", "s=1"), ("c", "5", "s=1")], "accuracy")
    assert found is not None
    assert [point.when for point in found.points] == ["2018-01", "2019-06", "2020-12"]
    # Three years, of 36 months in 248 pixels; values from 1 to 5 in 82.
    assert [(point.x, point.y) for point in found.points] == [(58, 100), (175.1, 79.5), (299.1, 18)]
    assert found.path == f"M58.0,100.0H175.1V79.5H299.1V18.0H{CHART.right}"
    assert found.years == ((2018, 58, True), (2019, 140.7, True), (2020, 223.3, True))
    assert not any(point.crowded for point in found.points)


def test_of_many_years_some_are_named_and_numbers_that_would_meet_stand_beside(read_files: ReadFiles) -> None:
    library = "".join(
        entry(key, date=year, shorttitle=key)
        for key, year in {"a": "1995", "b": "2012", "c": "2013", "d": "2016"}.items()
    )
    results = table(*(row(key=key, value=value, metric="accuracy") for key, value in zip("abcd", "1234", strict=True)))
    atlas = read_files({"bib/a.bib": library, "bib/results/a.csv": results}).atlas
    found = progress_of(result_tables(atlas, atlas.papers)[0])
    assert found is not None
    assert [year for year, _, named in found.years if named] == [1995, 1999, 2003, 2007, 2011, 2015]
    assert [point.crowded for point in found.points] == [False, True, False, False]
