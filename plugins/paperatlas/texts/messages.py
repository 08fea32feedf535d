"""Every text of the templates, in every language: a message missing in one fails the type check."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from paperatlas.atlas.trend import YearBar
from paperatlas.graph.svg.model import GraphTexts
from paperatlas.notes import Status
from paperatlas.text.language_tags import primary_language
from paperatlas.texts.abstracts import ABSTRACTS_EN, ABSTRACTS_ZH, AbstractTexts
from paperatlas.texts.citations import CITATIONS_EN, CITATIONS_ZH, CitationTexts
from paperatlas.texts.citing import CITING_EN, CITING_ZH, CitingTexts
from paperatlas.texts.graph import GRAPH_EN, GRAPH_TOOLS_EN, GRAPH_TOOLS_ZH, GRAPH_ZH, GraphToolTexts
from paperatlas.texts.indexes import INDEXES_EN, INDEXES_ZH, IndexTexts
from paperatlas.texts.map import MAP_EN, MAP_ZH, MapTexts
from paperatlas.texts.related import RELATED_EN, RELATED_ZH, RelatedTexts


@dataclass(frozen=True, slots=True)
class Messages:
    """The texts of one language. Those with something to fill in are functions."""

    language: str
    abstract: str
    abstract_is_ours: str
    all_directions: str
    all_venues: str
    all_years: str
    authors_abstract: AbstractTexts
    backlinks: str
    citation_key: str
    citations: CitationTexts
    citing: CitingTexts
    code_only: str
    code_unofficial: str
    details: str
    direction: str
    directions: str
    et_al: str
    filter: str
    filter_text: str
    graph: GraphTexts
    graph_text: Callable[[int], str]
    graph_tools: GraphToolTexts
    indexes: IndexTexts
    keywords: str
    language_names: Mapping[str, str]
    large_map: MapTexts
    library_summary: Callable[[int, int, int, str], str]
    link_names: Mapping[str, str]
    links: str
    list_separator: str
    map: str
    map_intro: str
    mentioned_in: str
    method: str
    no_match: str
    no_relations: str
    other_directions: str
    other_papers: str
    paper: str
    papers: str
    papers_count: Callable[[int], str]
    papers_intro: str
    published: str
    related: RelatedTexts
    related_directions: str
    related_methods: str
    relations: str
    remark: str
    reset: str
    share_with_code: Callable[[int], str]
    shown_in: Callable[[str], str]
    shown_of: Callable[[str, str], str]
    sort_by: Callable[[str], str]
    status_labels: Mapping[Status, str]
    tight_citations: bool
    trend_text: Callable[[Sequence[YearBar]], str]
    trend_year: Callable[[YearBar], str]
    venue: str
    with_code: Callable[[int, int], str]
    year: str
    years: Callable[[int, int], str]
    parenthesised: Callable[[Sequence[str]], str]
    author_year: Callable[[Sequence[str], int | str | None], str]


def _en_count(number: int, singular: str, plural: str = "") -> str:
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def _en_author_year(names: Sequence[str], year: int | str | None) -> str:
    return ", ".join(part for part in (CITATIONS_EN.names(names), str(year or CITATIONS_EN.no_date)) if part)


def _zh_author_year(names: Sequence[str], year: int | str | None) -> str:
    return "，".join(part for part in (CITATIONS_ZH.names(names), str(year or CITATIONS_ZH.no_date)) if part)


def _en_year(bar: YearBar) -> str:
    before = " and before" if bar.and_before else ""
    return f"{bar.year}{before}: {_en_count(bar.papers, 'paper')}, {bar.with_code} with code"


def _zh_year(bar: YearBar) -> str:
    before = "及以前" if bar.and_before else ""
    return f"{bar.year} 年{before}：{bar.papers} 篇，其中 {bar.with_code} 篇有代码"


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


EN = Messages(
    language="en",
    abstract="Abstract",
    abstract_is_ours="Abstracts are this atlas’ own words; the authors’ abstract is behind the paper’s links.",
    all_directions="All directions",
    all_venues="All venues",
    all_years="All years",
    authors_abstract=ABSTRACTS_EN,
    backlinks="Mentioned in",
    citation_key="Citation key",
    citations=CITATIONS_EN,
    citing=CITING_EN,
    code_only="With code",
    code_unofficial="Code (not by the authors)",
    details="Details",
    direction="Direction",
    directions="Directions",
    et_al="et al.",
    filter="Filter",
    filter_text="Method, title or author",
    graph=GRAPH_EN,
    graph_text=lambda number: f"The same {_en_count(number, 'relation')} as text",
    graph_tools=GRAPH_TOOLS_EN,
    indexes=INDEXES_EN,
    keywords="Keywords",
    language_names={"en": "English", "zh": "Chinese"},
    large_map=MAP_EN,
    library_summary=lambda directions, papers, with_code, years: (
        f"{_en_count(directions, 'direction')}, {_en_count(papers, 'paper')}, {with_code}% with code, {years}"
    ),
    link_names={
        "paper": "Paper",
        "pdf": "PDF",
        "code": "Code",
        "website": "Website",
        "video": "Video",
        "slides": "Slides",
        "blog": "Blog",
        "arxiv": "arXiv",
        "doi": "DOI",
    },
    links="Links",
    list_separator=", ",
    map="Map",
    map_intro="Every paper of the atlas and every stated relation. A name leads to the paper.",
    mentioned_in="Mentioned in",
    method="Method",
    no_match="No paper matches.",
    no_relations="The library states no relation between these papers yet.",
    other_directions="In other directions",
    other_papers="More papers",
    paper="Paper",
    papers="Papers",
    papers_count=lambda number: _en_count(number, "paper"),
    papers_intro="Every paper of the library. Filter by direction, year, venue or code, or sort by a column.",
    published="Published",
    related=RELATED_EN,
    related_directions="Related directions",
    related_methods="Related methods",
    relations="Relations",
    remark="Remark",
    reset="Reset",
    share_with_code=lambda percent: f"{percent}% with code",
    shown_in=lambda language: f"This page is not translated yet; its text is shown in {language}.",
    shown_of=lambda shown, total: f"{shown} of {total} papers",
    sort_by=lambda column: f"Sort by {column.lower()}",
    status_labels={"early": "Early", "rising": "Rising", "hot": "Hot", "maturing": "Maturing"},
    tight_citations=False,
    trend_text=lambda bars: "Papers by year. " + "; ".join(_en_year(bar) for bar in bars if bar.papers),
    trend_year=_en_year,
    venue="Venue",
    with_code=lambda count, total: f"{count} of {total} with code",
    year="Year",
    years=_range,
    parenthesised=lambda parts: f"({'; '.join(parts)})",
    author_year=_en_author_year,
)

ZH = Messages(
    language="zh",
    abstract="摘要",
    abstract_is_ours="摘要由本图谱自行撰写；作者的原文摘要见论文链接。",
    all_directions="全部方向",
    all_venues="全部会议与期刊",
    all_years="全部年份",
    authors_abstract=ABSTRACTS_ZH,
    backlinks="提到本文的页面",
    citation_key="引用键",
    citations=CITATIONS_ZH,
    citing=CITING_ZH,
    code_only="只看有代码的",
    code_unofficial="代码（非作者实现）",
    details="详细信息",
    direction="方向",
    directions="方向",
    et_al="等",
    filter="筛选",
    filter_text="方法、标题或作者",
    graph=GRAPH_ZH,
    graph_text=lambda number: f"以文字列出这 {number} 条关系",
    graph_tools=GRAPH_TOOLS_ZH,
    indexes=INDEXES_ZH,
    keywords="关键词",
    language_names={"en": "英文", "zh": "中文"},
    large_map=MAP_ZH,
    library_summary=lambda directions, papers, with_code, years: (
        f"{directions} 个方向，{papers:,} 篇论文，{with_code}% 有代码，{years}"
    ),
    link_names={
        "paper": "论文",
        "pdf": "PDF",
        "code": "代码",
        "website": "主页",
        "video": "视频",
        "slides": "幻灯片",
        "blog": "博客",
        "arxiv": "arXiv",
        "doi": "DOI",
    },
    links="链接",
    list_separator="、",
    map="图谱",
    map_intro="图谱中的全部论文与全部已陈述的关系。点击名称进入论文页。",
    mentioned_in="提到这里的页面",
    method="方法",
    no_match="没有符合条件的论文。",
    no_relations="文献库还没有陈述这些论文之间的关系。",
    other_directions="其他方向的论文",
    other_papers="其他论文",
    paper="论文",
    papers="论文",
    papers_count=lambda number: f"{number:,} 篇论文",
    papers_intro="文献库中的全部论文。可按方向、年份、会议或代码筛选，点击表头排序。",
    published="发表于",
    related=RELATED_ZH,
    related_directions="相关方向",
    related_methods="相关方法",
    relations="关系",
    remark="按语",
    reset="重置",
    share_with_code=lambda percent: f"{percent}% 有代码",
    shown_in=lambda language: f"本页尚无译文，正文以{language}显示。",
    shown_of=lambda shown, total: f"显示 {shown} / {total} 篇",
    sort_by=lambda column: f"按{column}排序",
    status_labels={"early": "起步", "rising": "上升", "hot": "热门", "maturing": "成熟"},
    tight_citations=True,
    trend_text=lambda bars: "各年论文数。" + "；".join(_zh_year(bar) for bar in bars if bar.papers),
    trend_year=_zh_year,
    venue="会议或期刊",
    with_code=lambda count, total: f"{total} 篇中 {count} 篇有代码",
    year="年份",
    years=_range,
    parenthesised=lambda parts: f"（{'；'.join(parts)}）",
    author_year=_zh_author_year,
)

LANGUAGES: Mapping[str, Messages] = {"en": EN, "zh": ZH}


def messages_for(language: str) -> Messages:
    """The texts for a language tag such as `zh`, `zh-Hant` or `en_GB`; English for one there is none of."""
    return LANGUAGES.get(primary_language(language), EN)
