"""Every text in Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from paperatlas.atlas.trend import YearBar
from paperatlas.bibliography.model.dates import YearWords, year_label
from paperatlas.texts.citations.zh import CITATIONS_ZH, CITING_ZH
from paperatlas.texts.comparison.zh import COMPARISON_ZH
from paperatlas.texts.definition import Messages
from paperatlas.texts.directions.zh import ASSESSMENTS_ZH, NEW_NOTE_ZH
from paperatlas.texts.exports.zh import EXPORTS_ZH
from paperatlas.texts.graphs.zh import GRAPH_TOOLS_ZH, GRAPH_ZH
from paperatlas.texts.history.zh import CHANGES_ZH
from paperatlas.texts.lists.zh import INDEXES_ZH, LIBRARY_ZH, PARTS_ZH
from paperatlas.texts.maps.zh import DIRECTION_MAP_ZH, MAP_ZH
from paperatlas.texts.paper_citations.zh import PAPER_CITATIONS_ZH
from paperatlas.texts.papers.zh import ABSTRACTS_ZH, PAPER_ZH, RECORD_FIELDS_ZH, RELATED_ZH
from paperatlas.texts.problems.definition import ServedTexts
from paperatlas.texts.problems.zh import RULES_ZH
from paperatlas.texts.reading.zh import READING_ZH
from paperatlas.texts.results.zh import RESULTS_ZH
from paperatlas.texts.search.definition import MovedTexts, NotFoundTexts
from paperatlas.texts.search.zh import SEARCH_ZH
from paperatlas.texts.verification.zh import VERIFICATION_ZH


def _author_year(names: Sequence[str], year: int | str | None) -> str:
    return "，".join(part for part in (CITATIONS_ZH.names(names), str(year or CITATIONS_ZH.no_date)) if part)


def _year(bar: YearBar) -> str:
    before = "及以前" if bar.and_before else ""
    code = "" if bar.with_code is None else f"，其中 {bar.with_code} 篇有代码"
    return f"{bar.year} 年{before}：{bar.papers} 篇{code}"


def _library_summary(directions: int, papers: int, with_code: int | None, years: str) -> str:
    facts = [f"{directions} 个方向" if directions else "", f"{papers:,} 篇论文"]
    return "，".join(fact for fact in (*facts, "" if with_code is None else f"{with_code}% 有代码", years) if fact)


def _papers_intro(directions: bool, code: bool) -> str:
    filters = [*(["方向"] if directions else []), "年份", "会议", *(["代码"] if code else [])]
    return f"文献库中的全部论文。可按{'、'.join(filters[:-1])}或{filters[-1]}筛选，也可以排序。"


_SEASONS = ("春", "夏", "秋", "冬")
_PARTS = {
    **dict(enumerate(_SEASONS, 21)),
    **dict(enumerate((f"北半球{season}" for season in _SEASONS), 25)),
    **dict(enumerate((f"南半球{season}" for season in _SEASONS), 29)),
    **dict(enumerate((f"第{number}季度" for number in "一二三四"), 33)),
    **dict(enumerate((f"第{number}个四月期" for number in "一二三"), 37)),
    **dict(enumerate(("上半年", "下半年"), 40)),
}
_YEARS = YearWords("约 {}", "公元前 {}", _PARTS, "{year} 年{part}", "{year} 年{first}–{last}")


def _range(first: int, last: int) -> str:
    begin, end = year_label(first, _YEARS), year_label(last, _YEARS)
    return begin if first == last else f"{begin}–{end}"


_GENRES = {
    "bathesis": "学士学位论文",
    "candthesis": "副博士学位论文",
    "mastersthesis": "硕士学位论文",
    "mathesis": "硕士学位论文",
    "phdthesis": "博士学位论文",
    "resreport": "研究报告",
    "techreport": "技术报告",
    "datacd": "数据光盘",
    "audiocd": "音频光盘",
    "patentde": "德国专利",
    "patenteu": "欧洲专利",
    "patentfr": "法国专利",
    "patentuk": "英国专利",
    "patentus": "美国专利",
    "patreq": "专利申请",
    "patreqde": "德国专利申请",
    "patreqeu": "欧洲专利申请",
    "patreqfr": "法国专利申请",
    "patrequk": "英国专利申请",
    "patrequs": "美国专利申请",
}


ZH = Messages(
    language="zh",
    abstract="摘要",
    genres=_GENRES,
    record_fields=RECORD_FIELDS_ZH,
    abstract_is_authors="摘要为论文作者的原文。",
    abstracts_differ="摘要为论文作者的原文；由本图谱自行撰写者，见该论文页面上的说明。",
    abstract_is_ours="摘要由本图谱自行撰写；作者的原文摘要见论文链接。",
    all_directions="全部方向",
    all_venues="全部会议与期刊",
    all_years="全部年份",
    assessments=ASSESSMENTS_ZH,
    authors_abstract=ABSTRACTS_ZH,
    backlinks="提到本文的页面",
    changes=CHANGES_ZH,
    citation_key="引用键",
    citations=CITATIONS_ZH,
    citing=CITING_ZH,
    code_only="只看有代码的",
    code_unofficial="代码（非作者实现）",
    comparison=COMPARISON_ZH,
    details="详细信息",
    direction="方向",
    direction_map=DIRECTION_MAP_ZH,
    directions="方向",
    et_al="等",
    exports=EXPORTS_ZH,
    filter="筛选",
    filter_text=lambda abstracts: "方法、标题、作者或摘要中的词" if abstracts else "方法、标题或作者",
    graph=GRAPH_ZH,
    graph_text=lambda number: f"以文字列出这 {number} 条关系",
    graph_tools=GRAPH_TOOLS_ZH,
    indexes=INDEXES_ZH,
    keywords="关键词",
    language_names={"en": "英文", "zh": "中文"},
    large_map=MAP_ZH,
    library=LIBRARY_ZH,
    library_summary=_library_summary,
    link_names={
        "paper": "论文",
        "pdf": "PDF",
        "code": "代码",
        "website": "主页",
        "video": "视频",
        "slides": "幻灯片",
        "poster": "海报",
        "blog": "博客",
        "arxiv": "arXiv",
        "doi": "DOI",
        "review": "评论",
    },
    links="链接",
    list_separator="、",
    map="地图",
    map_intro=lambda directions: (
        "各个方向以及它们之间的联系；下面是全部论文。" if directions else "全部论文以及它们之间的联系。"
    ),
    mentioned_in="提到这里的页面",
    method="方法",
    moved=MovedTexts(title=lambda name: f"{name} 已移动", to="此页已移至"),
    new_note=NEW_NOTE_ZH,
    no_match="没有符合条件的论文。",
    no_relations="文献库尚未写明这些论文之间的关系。",
    not_found=NotFoundTexts(
        title="没有这个页面",
        intro="页面可能已经移动，或者地址有误。可以搜索：",
        near="地址相近的页面",
        home="首页",
    ),
    other_directions="其他方向的论文",
    other_papers="其他论文",
    paper="论文",
    paper_citations=PAPER_CITATIONS_ZH,
    paper_page=PAPER_ZH,
    papers="论文",
    papers_count=lambda number: f"{number:,} 篇论文",
    papers_intro=_papers_intro,
    parts=PARTS_ZH,
    published="发表于",
    reading=READING_ZH,
    related=RELATED_ZH,
    related_directions="相关方向",
    related_methods="相关方法",
    relations="关系",
    remark="按语",
    results=RESULTS_ZH,
    reset="重置",
    rules=RULES_ZH,
    search=SEARCH_ZH,
    served=ServedTexts(
        errors=lambda count: f"文献库和笔记中有 {count} 处错误",
        failed="保存的内容无法构建，这里显示的是之前的站点。",
        more=lambda count: f"另有 {count} 处，见日志。",
    ),
    share_with_code=lambda percent: f"{percent}% 有代码",
    shown_in=lambda language: f"本页尚无译文，正文以{language}显示。",
    shown_of=lambda shown, total: f"显示 {shown} / {total} 篇",
    sorted_by=lambda column, ascending: f"{column}（{'升序' if ascending else '降序'}）",
    sorting="排序",
    newest_first="最新在前",
    unknown_value=lambda name, value: f"{name}：这里没有“{value}”，已忽略。",
    sort_by=lambda column: f"按{column}排序",
    states={
        "forthcoming": "即将出版",
        "inpreparation": "撰写中",
        "inpress": "印刷中",
        "prepublished": "预印",
        "submitted": "已投稿",
    },
    status_labels={"early": "起步", "rising": "上升", "hot": "热门", "maturing": "成熟"},
    tight_citations=True,
    trend_text=lambda bars: "各年论文数。" + "；".join(_year(bar) for bar in bars if bar.papers),
    trend_year=_year,
    venue="会议或期刊",
    verification=VERIFICATION_ZH,
    with_code=lambda count, total: f"{total} 篇中 {count} 篇有代码",
    year="年份",
    year_words=_YEARS,
    years=_range,
    parenthesised=lambda parts: f"（{'；'.join(parts)}）",
    author_year=_author_year,
)
