"""All rules of all floors, in one list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from paperatlas import atlas, bibliography, notes
from paperatlas.bibliography.formatter import format_source as formatting
from paperatlas.check import rules
from paperatlas.diagnostics.problem import Rule
from paperatlas.exports import rules as export_rules
from paperatlas.formats import rules as import_rules
from paperatlas.upkeep.abstracts import rules as abstract_rules
from paperatlas.upkeep.links import rules as link_rules

FAMILIES: Mapping[str, str] = {
    "SYN": "Syntax",
    "ENC": "Encodings",
    "MAC": "Macros",
    "TEX": "LaTeX",
    "NAM": "Names",
    "DAT": "Dates",
    "IDN": "Identifiers and addresses",
    "XRF": "Inheritance",
    "TYP": "Entry types",
    "FLD": "Field names",
    "REQ": "Required fields",
    "KEY": "Citation keys",
    "DUP": "Duplicate works",
    "MET": "Method names",
    "LIB": "The library's files",
    "REL": "Relations",
    "REF": "References between entries",
    "DIR": "Directions",
    "NOT": "Notes",
    "CIT": "Citations",
    "EXP": "Exported files",
    "FMT": "Formatting",
    "LNK": "Links",
    "ABS": "Authors’ abstracts",
    "IMP": "Imported files",
}
"""What the letters of the codes stand for, from the text of a file up to the whole site."""

_ORDER = {family: number for number, family in enumerate(FAMILIES)}


def family_of(code: str) -> str:
    """The letters a code begins with."""
    return code.rstrip("0123456789")


def _place(rule: Rule) -> tuple[int, str]:
    return _ORDER.get(family_of(rule.code), len(_ORDER)), rule.code


ALL_RULES: tuple[Rule, ...] = tuple(
    sorted(
        [
            *bibliography.RULES,
            *formatting.RULES,
            *notes.RULES,
            *atlas.RULES,
            *export_rules.RULES,
            *rules.RULES,
            *link_rules.RULES,
            *abstract_rules.RULES,
            *import_rules.RULES,
        ],
        key=_place,
    )
)
"""Every rule, by family and code."""


def by_family(chosen: Iterable[Rule] = ALL_RULES) -> list[tuple[str, str, tuple[Rule, ...]]]:
    """The rules in their families: its letters, its title, its rules."""
    ordered = sorted(chosen, key=_place)
    return [
        (family, FAMILIES.get(family, family), tuple(members))
        for family, members in groupby(ordered, lambda rule: family_of(rule.code))
    ]
