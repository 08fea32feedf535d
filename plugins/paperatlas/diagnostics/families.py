"""The families of rules: what the letters of the codes stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from paperatlas.diagnostics.problem import Rule

FAMILIES: Mapping[str, str] = {
    "SYN": "Syntax",
    "ENC": "Encodings",
    "MAC": "Macros",
    "TEX": "LaTeX",
    "NAM": "Names",
    "DAT": "Dates",
    "PAG": "Pages and volumes",
    "IDN": "Identifiers and addresses",
    "XRF": "Inheritance",
    "TYP": "Entry types",
    "FLD": "Field names",
    "REQ": "Required fields",
    "KEY": "Citation keys",
    "DUP": "Duplicate works",
    "MET": "Method names",
    "LIB": "The library's files",
    "RES": "Results",
    "REL": "Relations",
    "CBP": "Citations between papers",
    "VER": "What was looked up",
    "REF": "References between entries",
    "DIR": "Directions",
    "NOT": "Notes",
    "CIT": "Citations",
    "EDI": "What a site asks for",
    "EXP": "Exported files",
    "GRA": "Graphs",
    "SEA": "Search",
    "PIC": "Pictures for previews",
    "OFF": "Sites to be read offline",
    "FMT": "Formatting",
    "CFG": "Configuration",
    "LNK": "Links",
    "UPD": "Updates",
    "ABS": "Abstracts",
    "IMP": "Imported files",
}
"""What the letters of the codes stand for, from the text of a file up to the whole site."""

_ORDER = {family: number for number, family in enumerate(FAMILIES)}


def family_of(code: str) -> str:
    """Return the letters a code begins with."""
    return code.rstrip("0123456789")


def position(rule: Rule) -> tuple[int, str]:
    """Return what rules are sorted by: the order of their families, then their codes."""
    return _ORDER.get(family_of(rule.code), len(_ORDER)), rule.code


def by_family(rules: Iterable[Rule]) -> list[tuple[str, str, tuple[Rule, ...]]]:
    """Return the rules in their families: its letters, its title, its rules."""
    ordered = sorted(rules, key=position)
    return [
        (family, FAMILIES.get(family, family), tuple(members))
        for family, members in groupby(ordered, lambda rule: family_of(rule.code))
    ]
