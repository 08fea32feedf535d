"""Entries and notes -> the Atlas: one frozen model, assembled once."""

from paperatlas.atlas.addresses import Address, href
from paperatlas.atlas.assemble import assemble, meant_citations, unknown_citations
from paperatlas.atlas.keyword_marks import KeywordMark, KeywordMarkError, configured_marks
from paperatlas.atlas.model import Atlas, Direction, Group, Relation
from paperatlas.atlas.paper_model import Link, Paper, Placement
from paperatlas.atlas.relation_settings import RelationTypeError, configured_types
from paperatlas.atlas.relation_types import DEFAULT_RELATION_TYPES, RelationType
from paperatlas.atlas.rules import RULES

__all__ = [
    "DEFAULT_RELATION_TYPES",
    "RULES",
    "Address",
    "Atlas",
    "Direction",
    "Group",
    "KeywordMark",
    "KeywordMarkError",
    "Link",
    "Paper",
    "Placement",
    "Relation",
    "RelationType",
    "RelationTypeError",
    "assemble",
    "configured_marks",
    "configured_types",
    "href",
    "meant_citations",
    "unknown_citations",
]
