"""Single fields of `@xdata` entries in place of values: BibLaTeX's granular XData (its manual, 3.14.6).

`publisher = {xdata=springer-publisher}` takes one field, `author = {xdata=group-author-2 and Doe, Jane}` one member
of a list. The entry has the value as if it were written there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.decode import decode
from paperatlas.bibliography.model.entry import Entry
from paperatlas.bibliography.model.fields import NAME_FIELDS, VERBATIM
from paperatlas.bibliography.model.inherit import ParentLink
from paperatlas.bibliography.model.names import list_members, read_names
from paperatlas.bibliography.model.stored import StoredField
from paperatlas.diagnostics.problem import Problem

GRANULAR = "granular"
"""The kind of a link whose key is the name of the field that takes its value, or a part of it, from elsewhere."""

_LINK = re.compile(r"(?:(?<=^)|(?<=,)|(?<=\band\s))(\s*)xdata\s*=\s*([^\s,]+)")


def is_granular(value: str) -> bool:
    """Return whether a value takes something from the field of an `@xdata` entry."""
    return "xdata" in value and _LINK.search(value) is not None


def take_single_fields(
    entries: Sequence[Entry], links: Iterable[ParentLink], named: Callable[[str], Entry | None]
) -> list[Problem]:
    """Give entries the values that they take from single fields; `named` finds an entry by its key.

    A field is left out if it takes all of its value from where there is none.
    """
    problems: list[Problem] = []
    for link in links:
        entry = entries[link.child]
        field = entry.stored(link.key)
        missing: list[str] = []

        def value(match: re.Match[str], missing: list[str] = missing) -> str:
            found = _value_of(match[2], named)
            if not found:
                missing.append(match[0].strip())
            return match[1] + found

        raw = _LINK.sub(value, field.raw)
        problems += [rules.GRANULAR_XDATA.at(link.span, text=text) for text in missing]
        entry.replace_field(link.key, _decoded(field, raw) if raw.strip() else None)
    return problems


def _value_of(target: str, named: Callable[[str], Entry | None]) -> str:
    """Return the value that `key-field` or `key-field-2` names, as written; empty if there is none."""
    parts = target.split("-")
    # A key may have hyphens of its own.
    for length in range(len(parts) - 1, 0, -1):
        entry = named("-".join(parts[:length]))
        name, *number = parts[length:]
        field = entry.field(name) if entry and len(number) < 2 else None
        if field is None or (number and not number[0].isdecimal()):
            continue
        members = list_members(field.raw) if number else [field.raw]
        at = int(number[0]) - 1 if number else 0
        return members[at] if 0 <= at < len(members) else ""
    return ""


def _decoded(field: StoredField, raw: str) -> StoredField:
    """Return a field with another value."""
    if field.name in NAME_FIELDS:
        return field._replace(raw=raw, value=read_names(raw).names)
    return field._replace(raw=raw, value=None if field.name in VERBATIM else decode(raw).nodes)
