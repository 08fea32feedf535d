"""What is wrong with a library or a site: rules over a library as a whole.

problems = check(library)
"""

from __future__ import annotations

from collections.abc import Sequence

from paperatlas.atlas import DEFAULT_RELATION_TYPES, RelationType
from paperatlas.bibliography import Library
from paperatlas.check.abstracts import unfinished_abstracts
from paperatlas.check.duplicates import duplicate_works, keys_but_for_case, shared_methods
from paperatlas.check.entries import (
    keys_not_for_bibtex,
    missing_fields,
    mistyped_fields,
    mistyped_languages,
    unknown_code_types,
    unknown_references,
    unknown_types,
)
from paperatlas.check.formulas import unreadable_entry_formulas
from paperatlas.check.private_fields import unpublished_fields
from paperatlas.check.relation_fields import unknown_relation_fields
from paperatlas.check.rules import RULES
from paperatlas.check.works import works
from paperatlas.diagnostics.problem import Problem

__all__ = ["RULES", "check"]


def check(
    library: Library,
    relation_types: Sequence[RelationType] = DEFAULT_RELATION_TYPES,
    publish_fields: Sequence[str] = (),
) -> list[Problem]:
    """Return what this floor finds in a library, beyond what reading and assembling it have reported.

    `publish_fields` are names of fields that are published besides those that always are.
    """
    relation_fields = tuple(kind.name for kind in relation_types)
    all_works = works(library, relation_fields)
    return [
        *unknown_types(library),
        *missing_fields(library),
        *keys_but_for_case(library),
        *keys_not_for_bibtex(library),
        *duplicate_works(all_works),
        *shared_methods(all_works),
        *unknown_references(library),
        *unknown_code_types(library),
        *mistyped_languages(library),
        *unfinished_abstracts(library),
        *unreadable_entry_formulas(library),
        *mistyped_fields(library, relation_fields),
        *unknown_relation_fields(library, relation_fields),
        *unpublished_fields(library, publish_fields, relation_fields),
    ]
