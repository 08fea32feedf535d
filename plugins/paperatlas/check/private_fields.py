"""Which fields of a library stay behind when it is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paperatlas.bibliography import Library
from paperatlas.bibliography.model.published import PUBLISHED, is_published
from paperatlas.check.entries import MORE_PLACES, meant_field
from paperatlas.check.rules import UNPUBLISHED_FIELD
from paperatlas.check.works import RELATION_FIELDS
from paperatlas.diagnostics.problem import Problem, Span


def unpublished_fields(
    library: Library, more: Iterable[str] = (), relation_fields: tuple[str, ...] = RELATION_FIELDS
) -> Iterator[Problem]:
    """FLD002: fields that are in no page and no export; each name once for each file.

    `more` are published as well, and so are relations. A name that seems to be mistyped is reported as that.
    """
    names = frozenset((*more, *relation_fields))
    places: dict[tuple[str, str], list[Span]] = {}
    for entry in library.entries:
        for field in entry.own_fields.values():
            if not is_published(field, names) and not meant_field(field.name, relation_fields):
                places.setdefault((field.file, field.written_name), []).append(field.span)
    for (_, name), spans in places.items():
        variant = "local" if name in PUBLISHED else ""
        problem = UNPUBLISHED_FIELD.at(spans[0], variant, name=name, count=len(spans))
        yield problem.beside(*spans[1 : 1 + MORE_PLACES])
