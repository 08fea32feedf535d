"""The words of comparisons in Chinese."""

from __future__ import annotations

from paperatlas.texts.comparison.definition import ComparisonTexts
from paperatlas.texts.papers.zh import PAPER_ZH

COMPARISON_ZH = ComparisonTexts(
    title="比较",
    label=lambda group: f"比较：{group}",
    columns={
        "first_public": PAPER_ZH.first_public,
        "venue": "发表",
        "change": "改动",
        "builds_on": "基于",
        "results": "结果",
        "code": "代码",
        "licence": "许可证",
    },
    these="从这些论文开始，自选比较",
    found="比较这 {count} 篇",
    page="比较论文",
    intro="把任选的几篇论文并排比较。所选论文都记在本页的地址里，可以分享，也可以保存。",
    add="添加论文",
    hint="方法或标题",
    none="没有符合条件的论文。",
    empty="还没有选论文。可在上方添加，或从下面的一组开始。",
    take_out="移除 {name}",
    unknown="文献库中没有：{keys}",
    loading="正在载入…",
    no_script="自选论文需要 JavaScript。没有时，下列各组在方向页上有自己的比较表。",
    tables="按组比较",
)
