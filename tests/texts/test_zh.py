"""What Chinese texts make of numbers and names."""

from __future__ import annotations

import pytest

from paperatlas.atlas.trend import YearBar
from paperatlas.texts.zh import ZH


@pytest.mark.parametrize(
    ("names", "year", "text"),
    [
        (["Ho"], 2020, "Ho，2020"),
        (["Kong", "Ping"], 2021, "Kong 与 Ping，2021"),
        (["Ho", "Jain", "Abbeel"], 2020, "Ho 等，2020"),
        (["Ho"], None, "Ho，无日期"),
        ([], 2020, "2020"),
    ],
)
def test_author_and_year(names: list[str], year: int | None, text: str) -> None:
    assert ZH.author_year(names, year) == text


@pytest.mark.parametrize(("count", "text"), [(0, "0 篇论文"), (1200, "1,200 篇论文")])
def test_counts(count: int, text: str) -> None:
    assert ZH.papers_count(count) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ZH.citations.references_count(2), "本页引用的 2 篇论文"),
        (ZH.citations.narrative("王伟", "2020"), "王伟（2020）"),
        (ZH.large_map.tie("甲", "乙", 1200), "甲 – 乙：关系 1,200 条"),
        (ZH.library_summary(1, 1200, 5, "2020"), "1 个方向，1,200 篇论文，5% 有代码，2020"),
        (ZH.parenthesised(["甲", "乙"]), "（甲；乙）"),
        (ZH.trend_year(YearBar(1990, 1, 0, and_before=True)), "1990 年及以前：1 篇，其中 0 篇有代码"),
        (ZH.trend_text([YearBar(2019, 2, 1), YearBar(2020, 0, 0)]), "各年论文数。2019 年：2 篇，其中 1 篇有代码"),
        (ZH.with_code(1, 3), "3 篇中 1 篇有代码"),
        (ZH.years(2019, 2019), "2019"),
        (ZH.years(2019, 2021), "2019–2021"),
        (ZH.related.joined(["同在“甲”", "共同用语：乙"]), "同在“甲”；共同用语：乙"),
        (ZH.related.cited_together(["甲", "乙"]), "“甲”、“乙”有一句同时引用两者"),
    ],
)
def test_numbers_and_lists_have_full_width_marks(text: str, words: str) -> None:
    assert text == words


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["甲"], "共同作者：甲"),
        (["甲", "乙", "丙", "丁"], "共同作者：甲、乙、丙、丁"),
        (["甲", "乙", "丙", "丁", "戊"], "共同作者：甲、乙、丙 等 5 人"),
    ],
)
def test_one_author_too_many_is_named_rather_than_counted(names: list[str], text: str) -> None:
    assert ZH.related.shared_authors(names) == text
