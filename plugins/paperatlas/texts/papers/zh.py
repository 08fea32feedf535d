"""The words of the pages of papers in Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from paperatlas.texts.papers.definition import AbstractTexts, PaperTexts, RelatedTexts

_AUTHORS_SHOWN = 3  # of those that two papers share; more make the reason longer than the title


def _authors(names: Sequence[str]) -> str:
    if len(names) > _AUTHORS_SHOWN + 1:
        return f"共同作者：{'、'.join(names[:_AUTHORS_SHOWN])} 等 {len(names)} 人"
    return f"共同作者：{'、'.join(names)}"


ABSTRACTS_ZH = AbstractTexts(
    title="作者原文摘要",
    origin=lambda source, day: f"作者原文摘要，取自 {source}，{day} 获取",
)


PAPER_ZH = PaperTexts(
    first_public="首次公开",
    published="发表",
    group="同组论文",
    previous="前一篇",
    next="后一篇",
    neighbourhood="它的近邻",
    more_papers=lambda number: f"另有 {number} 篇",
)


RECORD_FIELDS_ZH = {
    "titleaddon": "题名补充",
    "nameaddon": "责任者补充",
    "shorthand": "缩写",
    "type": "类型",
    "date": "日期",
    "pubstate": "出版状态",
    "journaltitle": "收录于",
    "booktitle": "所在图书",
    "maintitle": "多卷本题名",
    "issuetitle": "专号题名",
    "eventtitle": "会议活动",
    "eventdate": "会议日期",
    "venue": "会议地点",
    "institution": "机构",
    "organization": "组织",
    "publisher": "出版者",
    "location": "出版地",
    "medium": "载体",
    "howpublished": "发布方式",
    "series": "丛书",
    "volume": "卷",
    "volumes": "卷数",
    "part": "分册",
    "number": "编号",
    "issue": "期",
    "eid": "文章编号",
    "articleno": "文章编号",
    "chapter": "章",
    "pages": "页码",
    "pagetotal": "总页数",
    "edition": "版次",
    "version": "版本",
    "isbn": "ISBN",
    "issn": "ISSN",
    "isan": "ISAN",
    "ismn": "ISMN",
    "isrn": "ISRN",
    "iswc": "ISWC",
    "reportnumber": "报告编号",
    "collaboration": "合作组",
    "bookauthor": "图书作者",
    "holder": "专利权人",
    "foreword": "前言作者",
    "introduction": "导论作者",
    "afterword": "后记作者",
    "annotator": "注释者",
    "commentator": "评注者",
    "fjournal": "期刊全称",
    "origtitle": "原题名",
    "reprinttitle": "重印题名",
    "origpublisher": "原出版者",
    "origlocation": "原出版地",
    "origdate": "初版",
    "eprint": "电子版编号",
    "pmid": "PubMed",
    "pmcid": "PubMed Central",
    "mrnumber": "MathSciNet",
    "zblnumber": "zbMATH",
    "library": "索书号",
    "addendum": "附记",
    "urldate": "访问日期",
}


RELATED_ZH = RelatedTexts(
    title="相关论文",
    explanation="以下并非文献库写明的关系，而是比较文本、方向、引用与作者得出的。",
    shared_place=lambda title: f"同在“{title}”",
    names_it=lambda paper, other: f"{paper} 的摘要提到 {other}",
    cited_together=lambda titles: f"{'、'.join(f'“{title}”' for title in titles)}有一句同时引用两者",
    cites_it=lambda paper, other: f"{paper} 引用 {other}",
    both_cited=lambda number: f"本图谱中有 {number:,} 篇同时引用两者",
    both_cite=lambda number: f"两者都引用本图谱中的 {number:,} 篇论文",
    shared_authors=_authors,
    shared_terms=lambda terms: f"共同用语：{'、'.join(terms)}",
    joined="；".join,
)
