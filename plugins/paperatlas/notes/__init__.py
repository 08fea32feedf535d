"""Markdown pages -> documents, directions and the citations they make."""

from paperatlas.notes.citations import Citation, CitationCluster, find_citations
from paperatlas.notes.direction import STATUSES, DirectionNote, GroupNote, Status, read_direction
from paperatlas.notes.document import Document, Mention, read_document
from paperatlas.notes.rules import RULES

__all__ = [
    "RULES",
    "STATUSES",
    "Citation",
    "CitationCluster",
    "DirectionNote",
    "Document",
    "GroupNote",
    "Mention",
    "Status",
    "find_citations",
    "read_direction",
    "read_document",
]
