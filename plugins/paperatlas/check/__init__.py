"""What is wrong with a library or a site: rules over a library as a whole.

problems = check(library)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from paperatlas.atlas import DEFAULT_RELATION_TYPES, RelationType
from paperatlas.bibliography import Library
from paperatlas.check.duplicates import duplicate_works, keys_but_for_case, shared_methods
from paperatlas.check.entries import missing_fields, mistyped_fields, unknown_references, unknown_types
from paperatlas.check.rules import RULES
from paperatlas.diagnostics.problem import Problem

__all__ = ["RULES", "check"]

_CHECKS: tuple[Callable[[Library], Iterable[Problem]], ...] = (
    unknown_types,
    missing_fields,
    keys_but_for_case,
    duplicate_works,
    shared_methods,
    unknown_references,
)


def check(library: Library, relation_types: Sequence[RelationType] = DEFAULT_RELATION_TYPES) -> list[Problem]:
    """Return what this floor finds in a library, beyond what reading and assembling it have reported."""
    slips = mistyped_fields(library, tuple(kind.name for kind in relation_types))
    return [*(problem for one in _CHECKS for problem in one(library)), *slips]
