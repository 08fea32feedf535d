"""The kinds of the options of a site: what each can hold, as JSON Schema and as what reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from paperatlas.atlas import (
    KeywordMark,
    KeywordMarkError,
    RelationType,
    RelationTypeError,
    configured_marks,
    configured_types,
)
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.build.site_parts.part import WRITTEN, SitePart, parse_part
from paperatlas.check.editorial.settings import REQUIREMENTS_SCHEMA, Requirements, RequirementsError, read_requirements
from paperatlas.diagnostics.problem import SEVERITIES
from paperatlas.diagnostics.settings import CheckSettings, CheckSettingsError, read_check_settings
from paperatlas.pages.kinds import PAGE_KINDS
from paperatlas.text.language_tags import known_tag, primary_language
from paperatlas.text.suggestions import did_you_mean


class OptionError(ValueError):
    """A value that an option cannot have; the message says what was expected."""


_THREE_LETTERS = re.compile("[a-z]{3}")
"""The tag of a language that has none of two letters: `grc`, `yue`."""
_OF_COUNTRIES = {"cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "ua": "uk"}
"""Languages by the codes of countries that are written in their place, and are no languages themselves."""


@dataclass(frozen=True, slots=True)
class OptionKind:
    """What an option can hold: `schema` in terms of JSON Schema, `read` makes a value of what is written.

    `read` returns None where nothing is written, which stands for the default, and raises `OptionError`. It takes its
    own result as well: MkDocs validates the options of a site of several languages once for each.
    """

    schema: Mapping[str, Any]
    read: Callable[[object], Any]


def _reader_of(type_: type) -> Callable[[object], Any]:
    def read(value: object) -> object:
        if value is None or (isinstance(value, type_) and (type_ is bool or not isinstance(value, bool))):
            return value
        message = f"Expected type: {type_} but received: {type(value)}"
        raise OptionError(message)

    return read


def choice_option(*choices: str) -> OptionKind:
    """Return the kind of an option that has one of some values."""

    def read(value: object) -> object:
        if value is None or value in choices:
            return value
        message = f"Expected one of: {choices} but received: {value!r}"
        raise OptionError(message)

    return OptionKind({"enum": list(choices)}, read)


def _read_names(value: object) -> tuple[str, ...] | None:
    names = _read_paths(value)
    return None if names is None else tuple(name.strip().lower() for name in names)


def _read_paths(value: object) -> tuple[str, ...] | None:
    if value is None:
        return None
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, (list, tuple)):
        message = f"Expected a list of items, but a {type(value)} was given."
        raise OptionError(message)
    return tuple(map(_reader_of(str), items))


def _read_relation_types(value: object) -> tuple[RelationType, ...]:
    if isinstance(value, tuple):
        return value
    if not isinstance(value, dict):
        message = f"Expected the names of relation types with their settings, not {value!r}."
        raise OptionError(message)
    try:
        return configured_types(value)
    except RelationTypeError as error:
        raise OptionError(str(error)) from error


def _read_marks(value: object) -> tuple[KeywordMark, ...] | None:
    if value is None or isinstance(value, tuple):
        return value
    if not isinstance(value, dict):
        message = f"Expected keywords with what they say, not {value!r}."
        raise OptionError(message)
    try:
        return configured_marks(value)
    except KeywordMarkError as error:
        raise OptionError(str(error)) from error


def _read_language(value: object) -> Any:  # noqa: ANN401 - whatever a text option takes
    text = _reader_of(str)(value)
    if not text or _THREE_LETTERS.fullmatch(primary_language(text)):
        return text
    tag = known_tag(text)
    meant = _OF_COUNTRIES.get(primary_language(tag)) or tag
    if meant != text.strip():
        message = f"Expected the tag of a language, such as 'zh' or 'en', but received: {text!r}."
        raise OptionError(f"{message} Did you mean '{meant}'?" if meant else message)
    return text


def _read_count(value: object) -> Any:  # noqa: ANN401 - whatever a number option takes
    number = _reader_of(int)(value)
    if number is None or number >= 1:
        return number
    message = f"Expected a number from 1 on, but received: {number}."
    raise OptionError(message)


def _read_part(value: object) -> SitePart | None:
    if value is None or value == "":
        return None
    part = value if isinstance(value, SitePart) else parse_part(value) if isinstance(value, str) else None
    if part is None:
        message = f"Expected a part and how many there are, such as 2/4, but received: {value!r}"
        raise OptionError(message)
    return part


def _read_pages(value: object) -> tuple[str, ...] | None:
    if value is None or isinstance(value, bool):
        return None if value is not False else ()
    kinds = _read_names(value) or ()
    for kind in kinds:
        if kind not in PAGE_KINDS:
            message = f"There are no pages '{kind}', only {', '.join(PAGE_KINDS)}. {did_you_mean(kind, PAGE_KINDS)}"
            raise OptionError(message.rstrip())
    if kinds and "papers" not in kinds:
        message = "The other pages lead to those of the papers: add 'papers', or write 'false' for none at all."
        raise OptionError(message)
    return kinds


def _read_check(value: object) -> CheckSettings | None:
    if value is None or isinstance(value, CheckSettings):
        return value
    try:
        return read_check_settings(ALL_RULES, value)
    except CheckSettingsError as error:
        raise OptionError(str(error)) from error


def _read_require(value: object) -> Requirements | None:
    if value is None or isinstance(value, Requirements):
        return value
    try:
        return read_requirements(value)
    except RequirementsError as error:
        raise OptionError(str(error)) from error


_CODES = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_SEVERITY = {"type": "object", "additionalProperties": {"enum": list(SEVERITIES)}}
_SETTINGS_OF_SOME = {
    "type": "object",
    "additionalProperties": {
        "anyOf": [
            *_CODES["anyOf"],
            {"type": "object", "properties": {"ignore": _CODES, "severity": _SEVERITY}, "additionalProperties": False},
        ]
    },
}
_TEXTS = {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]}
_RELATION_TYPES = {
    "type": "object",
    "propertyNames": {"pattern": "^[a-z][a-z0-9-]*$"},
    "additionalProperties": {
        "anyOf": [
            {"const": False},
            {
                "type": "object",
                "properties": {
                    "label": _TEXTS,
                    "inverse": _TEXTS,
                    "cito": {"type": "string", "pattern": "^[a-z][A-Za-z]*$"},
                },
                "additionalProperties": False,
            },
        ]
    },
}

TEXT_OPTION = OptionKind({"type": "string"}, _reader_of(str))
OPTIONAL_TEXT_OPTION = OptionKind({"type": ["string", "null"]}, _reader_of(str))
LANGUAGE_OPTION = OptionKind({"type": ["string", "null"]}, _read_language)
FLAG_OPTION = OptionKind({"type": "boolean"}, _reader_of(bool))
SWITCH_OPTION = OptionKind({"type": ["boolean", "null"]}, _reader_of(bool))
NUMBER_OPTION = OptionKind({"type": "integer"}, _reader_of(int))
COUNT_OPTION = OptionKind({"type": ["integer", "null"], "minimum": 1}, _read_count)
PATHS_OPTION = OptionKind({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}, _read_paths)
CHECK_OPTION = OptionKind(
    {
        "type": ["object", "null"],
        "properties": {
            "select": _CODES,
            "ignore": _CODES,
            "severity": _SEVERITY,
            "files": _SETTINGS_OF_SOME,
            "entries": _SETTINGS_OF_SOME,
            "baseline": {"type": "string"},
        },
        "additionalProperties": False,
    },
    _read_check,
)
REQUIRE_OPTION = OptionKind(REQUIREMENTS_SCHEMA, _read_require)
PAGES_OPTION = OptionKind(
    {"anyOf": [{"type": "boolean"}, {"type": "array", "items": {"enum": list(PAGE_KINDS)}}]}, _read_pages
)
NAMES_OPTION = OptionKind(PATHS_OPTION.schema, _read_names)
PART_OPTION = OptionKind({"type": ["string", "null"], "pattern": rf"^({WRITTEN.pattern})?$"}, _read_part)
MARKS_OPTION = OptionKind({"type": ["object", "null"], "additionalProperties": _TEXTS}, _read_marks)
RELATION_TYPES_OPTION = OptionKind(_RELATION_TYPES, _read_relation_types)
