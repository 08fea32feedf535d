"""Values of front matter, each checked where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.notes.front_matter import FrontMatter
from paperatlas.notes.rules import UNKNOWN_FIELD, WRONG_TYPE
from paperatlas.text.suggestions import nearest


def read_value(
    matter: FrontMatter,
    path: Sequence[str | int],
    kind: type | tuple[type, ...],
    default: Any,  # noqa: ANN401 - a YAML value
    problems: list[Problem],
) -> Any:  # noqa: ANN401
    """Return the front-matter value at `path` if it is of `kind`; else `default`, and a problem unless absent."""
    value: Any = matter.values
    for step in path:
        value = value.get(step) if isinstance(value, dict) else value[step]
    if value is None:
        return default
    name = str(path[-1])
    return value if is_of_kind(value, kind, matter.span(*path), name, problems) else default


def is_of_kind(value: object, kind: type | tuple[type, ...], span: Span, name: str, problems: list[Problem]) -> bool:
    """Return whether `value` is of `kind`; if not, that is a problem."""
    kinds = kind if isinstance(kind, tuple) else (kind,)
    # Python takes True for a number.
    if isinstance(value, kinds) and isinstance(value, bool) == (bool in kinds):
        return True
    variants = {str: "", bool: "switch", int: "number", list: "list", dict: "mapping", float: "number"}
    variant = "groups" if name in ("groups", "a group") else variants[kinds[0]]
    problems.append(WRONG_TYPE.at(span, variant, name=name, value=repr(value)))
    return False


def unknown_fields(
    matter: FrontMatter, path: Sequence[str | int], values: Mapping[object, object], known: Iterable[str], whole: str
) -> list[Problem]:
    """Return the problems of the fields at `path` that `whole`, such as "a group", does not have."""
    fields = tuple(known)
    return [
        UNKNOWN_FIELD.at(
            matter.span(*path, name if isinstance(name, str | int) else str(name)),
            name=str(name),
            whole=whole,
            known=", ".join(fields),
            near=nearest(str(name), fields),
        )
        for name in values
        if name not in fields
    ]
