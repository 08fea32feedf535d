"""The volume and the number of a journal, as other formats have them in one value."""

from __future__ import annotations

from collections.abc import Mapping

from paperatlas.bibliography.model.container import IN_JOURNALS
from paperatlas.bibliography.model.volumes import volume_and_number, without_label


def separated_volume(fields: Mapping[str, str], kind: str) -> dict[str, str]:
    """Return the fields of a record, the number out of a journal's volume, `12(3)`, if no other is given; no labels."""
    found = dict(fields)
    if kind not in IN_JOURNALS:
        return found
    both = volume_and_number(found.get("volume", ""))
    if both is not None and found.get("number", "") in ("", both.number):
        found |= {"volume": both.volume, "number": both.number}
    return found | {name: without_label(name, found[name]) for name in ("volume", "number") if found.get(name)}
