"""Which fields of a library stay behind when it is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paperatlas.bibliography import Library
from paperatlas.bibliography.model.entry_types import SETTINGS
from paperatlas.bibliography.model.fields import ADDRESS_FIELDS, OR_FILE_FIELDS
from paperatlas.bibliography.model.published import is_published
from paperatlas.check.entries import MORE_PLACES, meant_field
from paperatlas.check.rules import UNPUBLISHED_FIELD
from paperatlas.check.works import RELATION_FIELDS
from paperatlas.diagnostics.problem import Problem, Span


def unpublished_fields(
    library: Library, more: Iterable[str] = (), relation_fields: tuple[str, ...] = RELATION_FIELDS
) -> Iterator[Problem]:
    """FLD002: fields that are in no page and no export; once for each file, with all their names.

    `more` are published as well, and so are relations. A name that seems to be mistyped is reported as that, and so is
    an address that leads to a file on a disk.
    """
    published = frozenset((*more, *relation_fields))
    found: dict[str, dict[str, list[Span]]] = {}
    for entry in library.entries:
        for field in entry.own_fields.values() if entry.type not in SETTINGS else ():
            if is_published(field, published) or meant_field(field.name, relation_fields):
                continue
            if field.name not in ADDRESS_FIELDS or field.name in OR_FILE_FIELDS:
                found.setdefault(field.file, {}).setdefault(field.written_name, []).append(field.span)
    for fields in found.values():
        first, *others = (spans[0] for spans in fields.values())
        named = ", ".join(f"'{name}' ({len(spans)})" for name, spans in fields.items())
        variant = "several" if others else ""
        problem = UNPUBLISHED_FIELD.at(first, variant, names=named, name=next(iter(fields)), count=len(fields))
        yield problem.beside(*others[:MORE_PLACES])
