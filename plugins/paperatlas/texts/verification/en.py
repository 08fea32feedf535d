"""The words of what was looked up of papers in English."""

from __future__ import annotations

from paperatlas.texts.verification.definition import VerificationTexts

VERIFICATION_EN = VerificationTexts(
    code="Code",
    licence=lambda name: f"{name} licence",
    code_states={"archived": "archived (read-only)", "gone": "not found any more"},
    notices={
        "retracted": "This paper has been retracted.",
        "corrected": "A correction of this paper has been published.",
        "concern": "An expression of concern about this paper has been published.",
        "withdrawn": "The preprint has been withdrawn from arXiv.",
    },
    checked="Checked",
    checked_on=lambda subject, day, source: f"{subject} on {day} ({source})",
    subjects={"code": "code", "preprint": "preprint", "publication": "publication"},
)
