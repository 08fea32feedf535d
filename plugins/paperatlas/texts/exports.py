"""The words of the files that people read, in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from paperatlas.notes import Status
from paperatlas.text.language_tags import primary_language


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language."""

    feed: str
    """What the feed of a site holds; with `{site}`."""
    code: str
    counts: str
    """With `{papers}`, `{directions}` and `{relations}`."""
    how: str
    """How to find something in the data, in one paragraph."""
    directions: str
    data: str
    in_direction: str
    """With `{papers}`."""
    statuses: Mapping[Status, str]
    files: Mapping[str, str]
    """What each file holds, by its address."""
    pages: Mapping[str, str]
    """What each page shows that readers of the data can do without, by its address."""
    separator: str
    full_stop: str


EN = Texts(
    feed="{site}: papers, the latest publication first",
    code="Code",
    counts="Papers: {papers}. Directions: {directions}. Stated relations between papers: {relations}.",
    how="Everything is in `atlas.json`: each paper with its authors, venue, abstract, code and directions, and which "
    "paper extends, accelerates or uses which. The page of a paper is at its `path`; its BibTeX, RIS and CSL-JSON are "
    "at the same place with `.bib`, `.ris` or `.csl.json` instead of the last slash, and likewise for directions.",
    directions="Directions",
    data="Data",
    in_direction="papers: {papers}",
    statuses={"early": "early", "rising": "rising", "hot": "hot", "maturing": "maturing"},
    files={
        "atlas.json": "directions, papers and relations as JSON",
        "atlas.schema.json": "the JSON Schema of that file",
        "library.bib": "all papers as BibLaTeX",
        "library.ris": "all papers as RIS",
        "library.csl.json": "all papers as CSL-JSON",
        "feed.xml": "the latest papers as an Atom feed",
    },
    pages={
        "papers/": "All papers",
        "map/": "How methods relate",
        "people/": "People",
        "venues/": "Venues",
        "years/": "Years",
    },
    separator="; ",
    full_stop=".",
)

ZH = Texts(
    feed="{site}：论文，按发表时间由新到旧",
    code="代码",
    counts="本站收录 {papers} 篇论文，分属 {directions} 个方向，并记录论文之间的 {relations} 条关系。",
    how="全部数据都在 `atlas.json` 中：每篇论文的作者、发表处、摘要、代码与所属方向，以及哪篇论文扩展、加速或使用了"
    "哪篇。论文页面的地址是其 `path`；把末尾的斜杠换成 `.bib`、`.ris` 或 `.csl.json`，就是该论文的 BibTeX、RIS 与 "
    "CSL-JSON；方向也是如此。",
    directions="方向",
    data="数据",
    in_direction="{papers} 篇论文",
    statuses={"early": "起步", "rising": "上升", "hot": "热门", "maturing": "成熟"},
    files={
        "atlas.json": "JSON 格式的方向、论文与关系",
        "atlas.schema.json": "上述文件的 JSON Schema",
        "library.bib": "BibLaTeX 格式的全部论文",
        "library.ris": "RIS 格式的全部论文",
        "library.csl.json": "CSL-JSON 格式的全部论文",
        "feed.xml": "最新论文的 Atom 订阅源",
    },
    pages={
        "papers/": "全部论文",
        "map/": "方法之间的关系",
        "people/": "作者",
        "venues/": "会议与期刊",
        "years/": "年份",
    },
    separator="；",
    full_stop="。",
)

_BY_LANGUAGE: Mapping[str, Texts] = {"en": EN, "zh": ZH}


def texts_for(language: str) -> Texts:
    """The texts of a language; those of `zh` for `zh-Hans`, English where there are none."""
    return _BY_LANGUAGE.get(primary_language(language), EN)
