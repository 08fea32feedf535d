"""Which results stand together, in which order, and which of them is the best."""

from __future__ import annotations

import pytest

from paperatlas.pages.results.tables import result_tables
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles
from tests.results.tables import row, table

LIBRARY = "".join(map(entry, "abcd"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # lower is better, and the best is marked
        ([("a", "3", "s=1"), ("b", "2", "s=1"), ("c", "2.5", "s=1")], [("s=1", "b2* c2.5 a3")]),
        # who is equally good is as well
        ([("a", "2", "s=1"), ("b", "2.0", "s=1")], [("s=1", "a2* b2.0*")]),
        # other conditions are other groups; that with the best value comes first
        ([("a", "3", "s=1"), ("b", "2", "s=2"), ("c", "4", "s=1")], [("s=2", "b2"), ("s=1", "a3* c4")]),
        # the model and its size are no conditions
        ([("a", "3", "s=1; model=A; params=1M"), ("b", "2", "s=1; backbone=B; flops=1G")], [("s=1", "b2* a3")]),
        # the only paper of a group is not the best of it
        ([("a", "3", "s=1; model=A"), ("a", "2", "s=1; model=B")], [("s=1", "a2 a3")]),
        # without conditions nothing is known to be comparable
        ([("a", "3", ""), ("b", "2", "model=B")], [("", "b2 a3")]),
        # a paper that says less of its setting is not compared
        ([("a", "3", "s=1"), ("b", "2", "")], [("", "b2"), ("s=1", "a3")]),
    ],
)
def test_only_results_with_the_same_conditions_are_compared(
    read_files: ReadFiles, rows: list[tuple[str, str, str]], expected: list[tuple[str, str]]
) -> None:
    text = table(*(row(key=key, value=value, setting=setting) for key, value, setting in rows))
    (found,) = result_tables(read_files({"bib/a.bib": LIBRARY, "bib/results/a.csv": text}).atlas, "abcd")
    assert [
        (
            "; ".join(map("=".join, group.conditions)),
            " ".join(f"{each.paper.key}{each.result.value}{'*' if each.best else ''}" for each in group.rows),
        )
        for group in found.groups
    ] == expected


@pytest.mark.parametrize(
    ("metric", "expected"),
    [("top-1 accuracy (%)", ["3*", "2", "1"]), ("FID", ["1*", "2", "3"]), ("xyz", ["2", "3", "1"])],
)
def test_the_metric_says_which_value_comes_first(read_files: ReadFiles, metric: str, expected: list[str]) -> None:
    text = table(*(row(key=key, value=value, metric=metric) for key, value in (("a", "2"), ("b", "3"), ("c", "1"))))
    (found,) = result_tables(read_files({"bib/a.bib": LIBRARY, "bib/results/a.csv": text}).atlas, "abcd")
    assert [f"{each.result.value}{'*' if each.best else ''}" for each in found.groups[0].rows] == expected


def test_each_measure_has_a_table_those_of_most_papers_first(read_files: ReadFiles) -> None:
    rows = [
        row(key="a", metric="IS", setting="params=1M"),
        row(key="a", dataset="数据"),
        row(key="b", dataset="图"),
        row(key="c", setting="model=C"),
        row(key="d"),
    ]
    found = result_tables(read_files({"bib/a.bib": LIBRARY, "bib/results/a.csv": table(*rows)}).atlas, "abcd")
    assert [(each.id, each.papers, each.models, each.sizes) for each in found] == [
        ("image-generation-cifar-10-fid", 2, True, ()),
        ("image-generation-cifar-10-is", 1, False, ("params",)),
        ("image-generation-fid--2", 1, False, ()),
        ("image-generation-fid", 1, False, ()),
    ]


def test_results_are_those_of_the_papers_asked_for(read_files: ReadFiles) -> None:
    text = table(row(key="a"), row(key="b"))
    atlas = read_files({"bib/a.bib": LIBRARY, "bib/results/a.csv": text}).atlas
    assert [each.count for each in result_tables(atlas, "bcd")] == [1]
    assert result_tables(atlas, "cd") == ()
