"""The words of citations, references and what a reader copies to cite in Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from paperatlas.texts.citations.definition import CitationTexts, CitingTexts
from paperatlas.texts.roles import CHINESE_ROLES


def _names(names: Sequence[str]) -> str:
    return f"{names[0]} 等" if len(names) > 2 else " 与 ".join(names)


CITATIONS_ZH = CitationTexts(
    references="参考文献",
    references_count=lambda number: f"本页引用的 {number} 篇论文",
    back=lambda number: f"回到第 {number} 处引用",
    comma="，",
    names=_names,
    narrative=lambda who, inside: f"{who}（{inside}）",
    no_date="无日期",
    roles=CHINESE_ROLES,
)


CITING_ZH = CitingTexts(
    title="引用本文",
    bibtex="BibTeX 条目",
    exports="导出",
    copy="复制",
    copy_reference="复制参考文献",
    copy_bibtex="复制 BibTeX 条目",
    cite="引用",
    copied="已复制",
    selected="已选中，请按 Ctrl+C 复制",
)
