"""The words of citations and references."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CitationTexts:
    """The texts of one language."""

    references: str
    """The heading above them."""
    references_count: Callable[[int], str]
    back: Callable[[int], str]
    """What a link back to the place of a citation says to those who do not see it."""
    comma: str
    names: Callable[[Sequence[str]], str]
    """The authors of a citation, already few enough."""
    narrative: Callable[[str, str], str]
    """Who, and what stands in brackets behind."""
    no_date: str


def _en_names(names: Sequence[str]) -> str:
    return f"{names[0]} et al." if len(names) > 2 else " and ".join(names)


def _zh_names(names: Sequence[str]) -> str:
    return f"{names[0]} 等" if len(names) > 2 else " 与 ".join(names)


CITATIONS_EN = CitationTexts(
    references="References",
    references_count=lambda number: f"{number} {'paper' if number == 1 else 'papers'} cited on this page",
    back=lambda number: f"Back to citation {number}",
    comma=", ",
    names=_en_names,
    narrative=lambda who, inside: f"{who} ({inside})",
    no_date="n.d.",
)

CITATIONS_ZH = CitationTexts(
    references="参考文献",
    references_count=lambda number: f"本页引用的 {number} 篇论文",
    back=lambda number: f"回到第 {number} 处引用",
    comma="，",
    names=_zh_names,
    narrative=lambda who, inside: f"{who}（{inside}）",
    no_date="无日期",
)
