"""The words of citations between papers in Chinese."""

from __future__ import annotations

from paperatlas.texts.paper_citations.definition import PaperCitationTexts

PAPER_CITATIONS_ZH = PaperCitationTexts(
    title="本图谱内的引用",
    cites=lambda number: f"引用 {number:,} 篇",
    cited_by=lambda number: f"被 {number:,} 篇引用",
    sources=lambda sources: f"出处：{'、'.join(sources)}。参考文献表可能不全。",
    links="↗ 指向施引论文或其作者的代码仓库提到被引论文之处；引用可能有遗漏。",
    seen_at=lambda citing, cited: f"{citing} 提到 {cited} 之处",
    join="".join,
    most_cited="本图谱内引用最多",
    most_cited_hint="只计本图谱内论文已知的引用。",
)
