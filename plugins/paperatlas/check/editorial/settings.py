"""The option `require` as values, read from what a configuration says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from paperatlas.text.suggestions import did_you_mean


class RequirementsError(ValueError):
    """Requirements that cannot be used; the message says what was expected."""


Bounds = tuple[int, int]
"""The least and the most of something, both allowed."""


@dataclass(frozen=True, slots=True)
class TextRequirement:
    """What is asked of one field of each entry; a field that is named is asked for.

    `words` and `characters` bound its length, `language` is the one it is to be written in, `full_stop` tells whether
    it ends with one, and the whole of it fits the regular expression `pattern`, which `hint` explains to people.
    """

    name: str
    words: Bounds | None = None
    characters: Bounds | None = None
    language: str = ""
    full_stop: bool | None = None
    pattern: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class GroupRequirement:
    """What is asked of the group of this slug in each direction: how many papers it has, and from which years."""

    slug: str
    papers: int = 0
    years: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Requirements:
    """What a site asks of its entries and notes; of nothing by default.

    `relation`: each paper has a relation to another, or another to it. `evidence`: the languages in which each relation
    has a reason. `sources`: the path of a table whose rows say where facts of an entry were confirmed. `note`: fields
    of the front matter that each direction has. `same_citations`: a note cites the same papers in each language.
    `own_files`: pages show no pictures of other hosts, and load nothing from them.
    """

    fields: tuple[TextRequirement, ...] = ()
    relation: bool = False
    evidence: tuple[str, ...] = ()
    sources: str = ""
    groups: tuple[GroupRequirement, ...] = ()
    note: tuple[str, ...] = ()
    same_citations: bool = False
    own_files: bool = False


NOTHING_REQUIRED = Requirements()

_BOUNDS_SCHEMA = {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
_NAMES_SCHEMA = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


def _by_name(properties: Mapping[str, object]) -> dict[str, object]:
    settings = {"type": ["object", "null"], "properties": dict(properties), "additionalProperties": False}
    return {"type": "object", "additionalProperties": settings}


REQUIREMENTS_SCHEMA: Mapping[str, Any] = {
    "type": ["object", "null"],
    "properties": {
        "fields": _by_name(
            {
                "words": _BOUNDS_SCHEMA,
                "characters": _BOUNDS_SCHEMA,
                "language": {"type": "string"},
                "full_stop": {"type": "boolean"},
                "pattern": {"type": "string", "format": "regex"},
                "hint": {"type": "string"},
            }
        ),
        "relation": {"type": "boolean"},
        "evidence": _NAMES_SCHEMA,
        "sources": {"type": "string"},
        "groups": _by_name({"papers": {"type": "integer", "minimum": 0}, "years": _BOUNDS_SCHEMA}),
        "note": _NAMES_SCHEMA,
        "same_citations": {"type": "boolean"},
        "own_files": {"type": "boolean"},
    },
    "additionalProperties": False,
}
"""What can be written, as JSON Schema; its names are those that are read."""

_FIELD, _GROUP = (
    REQUIREMENTS_SCHEMA["properties"][name]["additionalProperties"]["properties"] for name in ("fields", "groups")
)


def read_requirements(written: object) -> Requirements:
    """Read the requirements of a configuration. Raises `RequirementsError` for what is not understood."""
    values = _settings(written, "require", REQUIREMENTS_SCHEMA["properties"])
    return Requirements(
        fields=tuple(_text(str(name), each) for name, each in _mapping(values.get("fields"), "fields").items()),
        relation=_value(values, "relation", bool, default=False),
        evidence=_names(values, "evidence"),
        sources=_value(values, "sources", str, default=""),
        groups=tuple(_group(str(slug), each) for slug, each in _mapping(values.get("groups"), "groups").items()),
        note=_names(values, "note"),
        same_citations=_value(values, "same_citations", bool, default=False),
        own_files=_value(values, "own_files", bool, default=False),
    )


def _text(name: str, written: object) -> TextRequirement:
    values = _settings(written, name, _FIELD)
    pattern = _value(values, "pattern", str, default="")
    try:
        re.compile(pattern)
    except re.error as error:
        message = f"'{name}': the pattern '{pattern}' is not a regular expression: {error}."
        raise RequirementsError(message) from error
    return TextRequirement(
        name=name.lower(),
        words=_bounds(values, "words"),
        characters=_bounds(values, "characters"),
        language=_value(values, "language", str, default=""),
        full_stop=_value(values, "full_stop", bool, default=None),
        pattern=pattern,
        hint=_value(values, "hint", str, default=""),
    )


def _group(slug: str, written: object) -> GroupRequirement:
    values = _settings(written, slug, _GROUP)
    return GroupRequirement(slug, _value(values, "papers", int, default=0), _bounds(values, "years"))


def _settings(written: object, name: str, known: Mapping[str, object]) -> Mapping[Any, Any]:
    values = _mapping(written, name)
    if unknown := [str(key) for key in values if key not in known]:
        hint = did_you_mean(unknown[0], known)
        message = f"'{unknown[0]}' is not a setting of '{name}'; there are {', '.join(known)}. {hint}".rstrip()
        raise RequirementsError(message)
    return values


def _mapping(value: object, name: str) -> Mapping[Any, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        message = f"'{name}' is a list of names with values, not {value!r}."
        raise RequirementsError(message)
    return value


def _value(values: Mapping[Any, Any], name: str, kind: type, *, default: Any) -> Any:  # noqa: ANN401 - of `kind`
    value = values.get(name)
    if value is None:
        return default
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        kinds = {bool: "`true` or `false`", str: "text", int: "a number"}
        message = f"'{name}' is {kinds[kind]}, not {value!r}."
        raise RequirementsError(message)
    return value


def _names(values: Mapping[Any, Any], name: str) -> tuple[str, ...]:
    value = values.get(name)
    items: Sequence[object] = [] if value is None else value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) for item in items):
        message = f"'{name}' is a list of names, not {value!r}."
        raise RequirementsError(message)
    return tuple(map(str, items))


def _bounds(values: Mapping[Any, Any], name: str) -> Bounds | None:
    value = values.get(name)
    if value is None:
        return None
    match value:
        case [int(least), int(most)] if 0 <= least <= most:
            return least, most
    message = f"'{name}' is the least and the most, such as [80, 150], not {value!r}."
    raise RequirementsError(message)
