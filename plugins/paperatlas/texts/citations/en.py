"""The words of citations, references and what a reader copies to cite in English."""

from __future__ import annotations

from collections.abc import Sequence

from paperatlas.texts.citations.definition import CitationTexts, CitingTexts
from paperatlas.texts.roles import ENGLISH_ROLES


def _names(names: Sequence[str]) -> str:
    return f"{names[0]} et al." if len(names) > 2 else " and ".join(names)


CITATIONS_EN = CitationTexts(
    references="References",
    references_count=lambda number: f"{number} {'paper' if number == 1 else 'papers'} cited on this page",
    back=lambda number: f"Back to citation {number}",
    comma=", ",
    names=_names,
    narrative=lambda who, inside: f"{who} ({inside})",
    no_date="n.d.",
    roles=ENGLISH_ROLES,
)


CITING_EN = CitingTexts(
    title="Cite this paper",
    bibtex="BibTeX entry",
    exports="Export",
    copy="Copy",
    copy_reference="Copy the reference",
    copy_bibtex="Copy the BibTeX entry",
    cite="Cite",
    copied="Copied",
    selected="Selected; copy it with Ctrl+C",
)
