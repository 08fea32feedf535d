"""The words of citations between papers in English."""

from __future__ import annotations

from paperatlas.texts.english import counted
from paperatlas.texts.paper_citations.definition import PaperCitationTexts

PAPER_CITATIONS_EN = PaperCitationTexts(
    title="Citations within this atlas",
    cites=lambda number: f"Cites {counted(number, 'paper')}",
    cited_by=lambda number: f"Cited by {counted(number, 'paper')}",
    sources=lambda sources: f"Sources: {', '.join(sources)}. Lists of references can be incomplete.",
    links="↗ leads to where the citing paper, or its authors’ repository, refers to the cited one. "
    "Citations can be missing.",
    seen_at=lambda citing, cited: f"Where {citing} refers to {cited}",
    join=" ".join,
    most_cited="Most cited within this atlas",
    most_cited_hint="Only known citations by papers of this atlas are counted.",
)
