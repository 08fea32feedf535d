"""Reading a file of citations: what stands in it, and what is wrong with which cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.citations import read_citations
from paperatlas.citations.reader import read_citation_table
from tests.citations.rows import citations

HEAD = "citing\tcited\tsource\n"


def test_a_row_is_read_with_its_place() -> None:
    (citation,), problems = read_citation_table(citations("ddim ddpm OpenAlex, https://example.org/a,b"), "c.tsv")
    assert problems == []
    assert (citation.pair, citation.sources) == (("ddim", "ddpm"), ("OpenAlex", "https://example.org/a,b"))
    assert (str(citation.span), citation.span.end_column) == ("c.tsv:2:1", 44)
    assert (str(citation.cited_span), citation.cited_span.end_column) == ("c.tsv:2:6", 10)


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace("\n", "\r\n") + "b\ta\tx\r\n",
        f"\n{HEAD}\n  \nb\ta\tx",
        f"{HEAD.upper()} b \t a\t x \n",
    ],
    ids=["windows", "blank lines", "blanks"],
)
def test_a_file_is_read_however_it_was_saved(text: str) -> None:
    found, problems = read_citation_table(text, "c.tsv")
    assert problems == []
    assert [(citation.pair, citation.source) for citation in found] == [(("b", "a"), "x")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("b\ta", "CBP003 3:1-4 The row has 2 cells where the file has three columns."),
        ("b\ta\tx\t", "CBP003 3:1-7 The row has 4 cells where the file has three columns."),
        ("b  a  x", "CBP003 3:1-8 There is no tab in this row, where the file has three columns."),
        ("<<<<<<< HEAD", "CBP003 3:1-13 There is no tab in this row, where the file has three columns."),
        ("\ta\tx", "CBP004 3:1-1 The cell 'citing' is empty."),
        ("b\t \tx", "CBP004 3:4-4 The cell 'cited' is empty."),
        ("b\ta\t", "CBP004 3:5-5 The cell 'source' is empty."),
        ("b\ta\tOpenAlex, javascript:x()", "CBP013 3:5-29 The source 'javascript:x()' is neither the name of a service nor an http or https address."),
        ("b\ta\thttps://x.org/<a>", "CBP013 3:5-22 The source 'https://x.org/<a>' is neither the name of a service nor an http or https address."),
        ("b\t b\tx", "CBP006 3:4-5 'b' is said to cite itself."),
        ("b\ta\x1b[2Ja\tx", "CBP008 3:3-9 'a\\x1b[2Ja' holds a character that cannot be seen."),
        ("b\u202e\ta\tx", "CBP008 3:1-3 'b\\u202e' holds a character that cannot be seen."),
        ("b\ta\tx\x0cc\td\tx", "CBP003 3:1-12 The row has 5 cells where the file has three columns."),
    ],
)  # fmt: skip
def test_a_row_with_a_problem_is_left_out_and_the_others_are_read(line: str, expected: str) -> None:
    found, problems = read_citation_table(f"{HEAD}a\tb\tx\n{line}\nc\ta\tx\n", "c.tsv")
    assert [citation.pair for citation in found] == [("a", "b"), ("c", "a")]
    (problem,) = problems
    place = f"{problem.line}:{problem.column}-{problem.span.end_column}"
    assert f"{problem.code} {place} {problem.message}" == expected
    assert problem.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "CBP002 The file is empty."),
        (" \n", "CBP002 The file is empty."),
        ("b\ta\tx\n", "CBP002 The first line is not `citing`, `cited`, `source`."),
        ("cited\tciting\tsource\n", "CBP002 The first line is not"),
        ("citing,cited,source\n", "CBP002 The first line is not"),
        ("x\t" * 100_000, "CBP002 The first line is not"),
    ],
)
def test_the_first_line_names_the_columns(text: str, expected: str) -> None:
    found, (problem,) = read_citation_table(text, "c.tsv")
    assert found == []
    assert f"{problem.code} {problem.message}".startswith(expected)


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        (("a b", "a c", "b a"), []),
        (("b a", "a b", "a c"), ["c.tsv:3:1"]),
        (("a c", "a b"), ["c.tsv:3:1"]),
        (("a b", "a-x b", "ab b"), []),
    ],
)
def test_rows_are_sorted(rows: tuple[str, ...], places: list[str]) -> None:
    found, problems = read_citation_table(citations(*rows), "c.tsv")
    assert [(problem.code, str(problem.span)) for problem in problems] == [("CBP009", place) for place in places]
    assert len(found) == len(rows)


def test_rows_are_compared_over_all_files(tmp_path: Path) -> None:
    paths = [tmp_path / "a.tsv", tmp_path / "b.tsv"]
    paths[0].write_text(citations("a b"), encoding="utf-8-sig")
    paths[1].write_text(citations("a b Other", "b a"), encoding="utf-8")
    found, (problem,) = read_citations(paths, tmp_path)
    assert [citation.pair for citation in found] == [("a", "b"), ("b", "a")]
    assert (problem.code, str(problem.span), str(*problem.related)) == ("CBP007", "b.tsv:2:1", "a.tsv:2:1")


def test_a_file_that_cannot_be_read_costs_the_others_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_bytes(b"citing\xff")
    (tmp_path / "b.tsv").mkdir()
    (tmp_path / "c.tsv").write_text(citations("a b"), encoding="utf-8")
    found, problems = read_citations([tmp_path / name for name in ("a.tsv", "b.tsv", "c.tsv")], tmp_path)
    assert len(found) == 1
    assert [problem.message for problem in problems] == [
        "The citations in 'a.tsv' cannot be read: it is not UTF-8.",
        "The citations in 'b.tsv' cannot be read: is a directory.",
    ]
