"""The fields that tie entries together, and what each of them names."""

from __future__ import annotations

from collections.abc import Iterable

from paperatlas.bibliography.model.stored import Head, StoredField, StoredLink
from paperatlas.bibliography.reader.granular import GRANULAR, is_granular

LINKS = frozenset({"crossref", "xdata", "ids"})
"""The fields that tie entries together: `ids` gives further keys by which others may name the entry."""


def parent_links_of(index: int, head: Head, fields: Iterable[StoredField]) -> list[StoredLink]:
    """Return what an entry wants to inherit from."""
    links = []
    for field in fields:
        if is_granular(field.raw):
            links.append(StoredLink(index, GRANULAR, field.name, head.line + field.value_line, field.value_column))
            continue
        if field.name not in LINKS:
            continue
        keys = [field.raw] if field.name == "crossref" else field.raw.split(",")
        line = head.line + field.value_line
        links += [StoredLink(index, field.name, key.strip(), line, field.value_column) for key in keys if key.strip()]
    return links
