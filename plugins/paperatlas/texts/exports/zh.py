"""The words of exports in Chinese."""

from __future__ import annotations

from paperatlas.texts.exports.definition import ExportTexts

EXPORTS_ZH = ExportTexts(
    feed="{site}：论文，按发表时间由新到旧",
    code="代码",
    counts="本站收录 {papers} 篇论文，分属 {directions} 个方向，并记录论文之间的 {relations} 条关系。",
    how=lambda files: (
        "全部数据都在 `atlas.json` 中：每篇论文的作者、发表处、摘要、代码与所属方向，以及哪篇论文扩展、加速或使用了"
        "哪篇。论文页面的地址是其 `path`；"
        + (
            "把末尾的斜杠换成 `.bib`、`.ris` 或 `.csl.json`，就是该论文的 BibTeX、RIS 与 CSL-JSON；方向也是如此。"
            if files
            else "该论文的 BibTeX、RIS 与 CSL-JSON 是页面中的链接。方向的这些文件，则把其页面地址末尾的斜杠换成 "
            "`.bib`、`.ris` 或 `.csl.json`。"
        )
    ),
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
        "results.csv": "CSV 格式的全部已发表结果",
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
