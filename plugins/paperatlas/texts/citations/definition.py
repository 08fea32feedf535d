"""What every language has to say of citations, references and what a reader copies to cite."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from paperatlas.texts.roles import RoleTexts


@dataclass(frozen=True, slots=True)
class CitationTexts:
    """The words of citations and references."""

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
    roles: RoleTexts


@dataclass(frozen=True, slots=True)
class CitingTexts:
    """The words of what a reader takes away from a paper's page: reference, BibTeX entry, exports."""

    title: str
    bibtex: str
    exports: str
    copy: str
    copy_reference: str
    copy_bibtex: str
    cite: str
    """On the button at the head of the page, which copies the entry."""
    copied: str
    selected: str
    """Where a browser forbids to copy: the text is selected at least."""
