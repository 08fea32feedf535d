"""What was looked up -> the text of its file: sorted, so that git merges it line by line."""

from __future__ import annotations

from collections.abc import Iterable

from paperatlas.verification.model import VERIFICATION_COLUMNS, Verification


def verifications_text(verifications: Iterable[Verification]) -> str:
    """Return the text of a file of what was looked up."""
    rows = [
        (each.key, each.what, each.when.isoformat(), each.source)
        for each in sorted(verifications, key=lambda each: each.name)
    ]
    return "".join("\t".join(row) + "\n" for row in (VERIFICATION_COLUMNS, *rows))
