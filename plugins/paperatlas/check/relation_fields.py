"""Fields that seem to be meant as relations, and have the name of none."""

from __future__ import annotations

from collections.abc import Iterator

from paperatlas.bibliography import Library
from paperatlas.check.data_model import KNOWN_FIELDS
from paperatlas.check.entries import MORE_PLACES, meant_field
from paperatlas.check.rules import UNKNOWN_RELATION_FIELD
from paperatlas.check.works import RELATION_FIELDS
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.text.suggestions import nearest


def unknown_relation_fields(library: Library, relation_fields: tuple[str, ...]) -> Iterator[Problem]:
    """REL006: fields of unknown names that list keys of other entries and nothing else; once for each name."""
    keys: set[str] | None = None
    found: dict[str, list[Span]] = {}
    for entry in library.entries:
        for name in entry.own_field_names:
            # A type that the site has not is a relation elsewhere.
            if name in KNOWN_FIELDS or name in RELATION_FIELDS or name in relation_fields or not name.isalpha():
                continue
            keys = {each.key for each in library.entries} if keys is None else keys
            values = [item.value for item in entry.list(name)]
            if values and all(value in keys and value != entry.key for value in values):
                found.setdefault(name, []).append(entry.span_of(name))
    for name, (first, *others) in found.items():
        if meant_field(name, relation_fields):  # which is told as a slip
            continue
        near, types = nearest(name, relation_fields), ", ".join(relation_fields)
        problem = UNKNOWN_RELATION_FIELD.at(first, name=name, near=near, types=types)
        yield problem.beside(*others[:MORE_PLACES])
