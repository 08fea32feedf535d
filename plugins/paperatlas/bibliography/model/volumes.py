"""The volume and the issue of a journal: what of both stands in one field, and labels that styles write themselves.

BibLaTeX's `volume` and `number` (its manual, 2.2.2) are the bare numbers; `12(3)` is how a reference is printed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_VOLUME = r"(?:vol(?:ume|\.)?|v\.|bd\.?|band|tome|t\.|第)\s*"
_NUMBER = r"(?:no|nr|num(?:ber)?|issue|iss|heft|h|n)\b\.?|№|n[°º]"
_ISSUE = (
    r"\d{1,4}[A-Za-z]?(?:\s*[-\u2013/]+\s*\d{1,4})?|(?:suppl?(?:ement)?|special issue|spec)\b\.?\s*\d{0,3}|S\d{1,3}"
)
_BOTH = re.compile(
    rf"(?:{_VOLUME})?(?P<volume>\d{{1,5}}[A-Za-z]?)\s*(?:卷\s*)?"
    rf"(?:[(（]\s*(?:(?:{_NUMBER})\s*)?(?P<in_brackets>{_ISSUE})\s*[)）]"
    rf"|[,;，]?\s*(?:{_NUMBER})\s*(?P<labelled>{_ISSUE})|[,，]?\s*第?\s*(?P<period>\d{{1,4}})\s*期)",
    re.IGNORECASE,
)
_LABELLED = {
    "volume": re.compile(rf"{_VOLUME}(\d{{1,5}}[A-Za-z]?)(?:\s*卷)?|(\d{{1,5}})\s*卷", re.IGNORECASE),
    "number": re.compile(rf"(?:{_NUMBER}|第)\s*({_ISSUE})(?:\s*期)?|(\d{{1,4}})\s*期", re.IGNORECASE),
}
_YEAR = re.compile(r"1[89]\d\d|20\d\d")


class VolumeAndNumber(NamedTuple):
    """A volume and the issue of it."""

    volume: str
    number: str


def volume_and_number(text: str) -> VolumeAndNumber | None:
    """Return both where a text names both: `12(3)`, `12, no. 3`, `12卷3期`. A year in brackets, `12(2019)`, is none."""
    match = _BOTH.fullmatch(text)
    if match is None:
        return None
    number = match["in_brackets"] or match["labelled"] or match["period"]
    return None if _YEAR.fullmatch(number) else VolumeAndNumber(match["volume"], number.strip())


def without_label(field: str, text: str) -> str:
    """Return a `volume` or `number` without its label: `Vol. 12`, `No. 3`, `第3期`."""
    match = _LABELLED[field].fullmatch(text)
    return text if match is None else match[1] or match[2]
