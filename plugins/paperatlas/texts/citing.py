"""The words of what a reader takes away from a paper's page: reference, BibTeX entry, exports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CitingTexts:
    """The texts of one language."""

    title: str
    bibtex: str
    exports: str
    copy: str
    copy_reference: str
    copy_bibtex: str
    copied: str
    selected: str
    """Where a browser forbids to copy: the text is selected at least."""


CITING_EN = CitingTexts(
    title="Cite this paper",
    bibtex="BibTeX entry",
    exports="Export",
    copy="Copy",
    copy_reference="Copy the reference",
    copy_bibtex="Copy the BibTeX entry",
    copied="Copied",
    selected="Selected; copy it with Ctrl+C",
)

CITING_ZH = CitingTexts(
    title="引用本文",
    bibtex="BibTeX 条目",
    exports="导出",
    copy="复制",
    copy_reference="复制参考文献",
    copy_bibtex="复制 BibTeX 条目",
    copied="已复制",
    selected="已选中，请按 Ctrl+C 复制",
)
