"""Markdown pages -> documents, directions and the citations they make."""

from paperatlas.notes.assessment import STATUSES, Assessment, Status
from paperatlas.notes.body import Body, read_body
from paperatlas.notes.citations import rules as citation_rules
from paperatlas.notes.citations.find import Citation, CitationCluster
from paperatlas.notes.direction import COLUMNS, Column, DirectionNote, GroupNote, read_direction
from paperatlas.notes.document import Document, Mention, PageLink, body_of, including, read_document
from paperatlas.notes.rules import RULES as NOTE_RULES

RULES = (*NOTE_RULES, *citation_rules.RULES)

__all__ = [
    "COLUMNS",
    "RULES",
    "STATUSES",
    "Assessment",
    "Body",
    "Citation",
    "CitationCluster",
    "Column",
    "DirectionNote",
    "Document",
    "GroupNote",
    "Mention",
    "PageLink",
    "Status",
    "body_of",
    "including",
    "read_body",
    "read_direction",
    "read_document",
]
