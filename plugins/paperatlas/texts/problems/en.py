"""The words of problems: their list, and what a served page tells of them in English."""

from __future__ import annotations

from paperatlas.diagnostics.families import FAMILIES
from paperatlas.texts.problems.definition import RulesTexts

RULES_EN = RulesTexts(
    title="Problems",
    description="Every rule for a library and its notes, and how to correct what breaks it.",
    intro="Every build checks the library and the notes against these rules, and so does {code}. The command can "
    "report only some of them: by code, or by the letters of a family.",
    in_english="",
    contents="Rules by family",
    instead_of="Instead of",
    write="write",
    severities={"error": "error", "warning": "warning", "info": "remark"},
    families=FAMILIES,
)
