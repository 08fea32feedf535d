"""What English texts make of numbers and names."""

from __future__ import annotations

import pytest

from paperatlas.atlas.trend import YearBar
from paperatlas.texts.en import EN


@pytest.mark.parametrize(
    ("names", "year", "text"),
    [
        (["Ho"], 2020, "Ho, 2020"),
        (["Kong", "Ping"], 2021, "Kong and Ping, 2021"),
        (["Ho", "Jain", "Abbeel"], 2020, "Ho et al., 2020"),
        (["Ho"], None, "Ho, n.d."),
        ([], 2020, "2020"),
    ],
)
def test_author_and_year(names: list[str], year: int | None, text: str) -> None:
    assert EN.author_year(names, year) == text


@pytest.mark.parametrize(("count", "text"), [(0, "0 papers"), (1, "1 paper"), (1200, "1,200 papers")])
def test_counts(count: int, text: str) -> None:
    assert EN.papers_count(count) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (EN.citations.references_count(1), "1 paper cited on this page"),
        (EN.citations.references_count(2), "2 papers cited on this page"),
        (EN.citations.narrative("Ho", "2020"), "Ho (2020)"),
        (EN.graph_text(1), "The same 1 relation as text"),
        (EN.large_map.intro(1, 12000), "1 paper and 12,000 stated relations. "),
        (EN.large_map.ties_left_out(1), "1 further pair of directions with relations has no line."),
        (EN.large_map.ties_left_out(2), "2 further pairs of directions with relations have no line."),
        (EN.library_summary(1, 0, 0, "2020"), "1 direction, 0 papers, 0% with code, 2020"),
        (EN.parenthesised(["a", "b"]), "(a; b)"),
        (EN.sort_by("Year"), "Sort by year"),
        (EN.trend_year(YearBar(1990, 1, 0, and_before=True)), "1990 and before: 1 paper, 0 with code"),
        (EN.years(2019, 2019), "2019"),
        (EN.years(2019, 2021), "2019–2021"),
    ],
)
def test_a_number_and_its_word_agree(text: str, words: str) -> None:
    assert words in text


def test_a_year_without_papers_is_not_read_out() -> None:
    bars = [YearBar(2019, 2, 1), YearBar(2020, 0, 0), YearBar(2021, 1, 0)]
    assert EN.trend_text(bars) == "Papers by year. 2019: 2 papers, 1 with code; 2021: 1 paper, 0 with code"
    assert EN.trend_text([]) == "Papers by year. "


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["A"], "shared author: A"),
        (["A", "B"], "shared authors: A and B"),
        (["A", "B", "C", "D"], "shared authors: A, B, C and D"),
        (["A", "B", "C", "D", "E"], "shared authors: A, B, C and 2 more"),
    ],
)
def test_one_author_too_many_is_named_rather_than_counted(names: list[str], text: str) -> None:
    assert EN.related.shared_authors(names) == text


@pytest.mark.parametrize(
    ("reasons", "text"),
    [
        ([], ""),
        (["shared term: x", "cited in one sentence of “A”"], "Shared term: x; cited in one sentence of “A”"),
        (["iPhone’s abstract names DDIM"], "iPhone’s abstract names DDIM"),
    ],
)
def test_reasons_begin_with_a_capital_unless_a_method_comes_first(reasons: list[str], text: str) -> None:
    assert EN.related.joined(reasons) == text
    assert EN.related.cited_together(["A", "B", "C"]) == "cited in one sentence of “A”, “B” and “C”"
