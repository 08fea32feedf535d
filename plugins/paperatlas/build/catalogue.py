"""All rules of all rooms, in one list."""

from __future__ import annotations

from paperatlas import atlas, bibliography, check, citations, notes, results, verification
from paperatlas.bibliography.formatter import rules as style_rules
from paperatlas.build import rules as build_rules
from paperatlas.build.offline import rules as offline_rules
from paperatlas.build.search import rules as search_rules
from paperatlas.check.editorial import rules as editorial_rules
from paperatlas.diagnostics.families import position
from paperatlas.diagnostics.problem import Rule
from paperatlas.exports import rules as export_rules
from paperatlas.formats import rules as import_rules
from paperatlas.graph import rules as graph_rules
from paperatlas.pages.pictures import rules as picture_rules
from paperatlas.upkeep.abstracts import rules as abstract_rules
from paperatlas.upkeep.citations import rules as reference_rules
from paperatlas.upkeep.links import rules as link_rules
from paperatlas.upkeep.updates import rules as update_rules

ALL_RULES: tuple[Rule, ...] = tuple(
    sorted(
        [
            *bibliography.RULES,
            *style_rules.RULES,
            *notes.RULES,
            *results.RULES,
            *citations.RULES,
            *verification.RULES,
            *atlas.RULES,
            *export_rules.RULES,
            *graph_rules.RULES,
            *search_rules.RULES,
            *picture_rules.RULES,
            *build_rules.RULES,
            *offline_rules.RULES,
            *check.RULES,
            *editorial_rules.RULES,
            *link_rules.RULES,
            *abstract_rules.RULES,
            *reference_rules.RULES,
            *update_rules.RULES,
            *import_rules.RULES,
        ],
        key=position,
    )
)
"""Every rule, by family and code."""

REPORTED_ONCE = frozenset(
    {
        "CBP005",
        "DAT001",
        "DIR001",
        "DIR002",
        "DIR004",
        "FLD001",
        "MAC001",
        "PIC002",
        "REF001",
        "REL001",
        "RES006",
        "TYP001",
        "VER005",
        "XRF001",
    }
)
"""Rules that one cause breaks at many places: a macro that nobody defines, a missing entry, a mistyped name, a
conference's date in each of its talks."""
