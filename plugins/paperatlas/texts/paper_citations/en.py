"""The words of citations between papers in English."""

from __future__ import annotations

from paperatlas.texts.english import counted
from paperatlas.texts.paper_citations.definition import PaperCitationTexts

PAPER_CITATIONS_EN = PaperCitationTexts(
    title="Citations within this atlas",
    cites=lambda number: f"Cites {counted(number, 'paper')}",
    cited_by=lambda number: f"Cited by {counted(number, 'paper')}",
    sources=lambda sources: f"Sources: {', '.join(sources)}. Lists of references can be incomplete.",
    most_cited="Most cited within this atlas",
    most_cited_hint="Only citations by papers of this atlas are counted.",
)
