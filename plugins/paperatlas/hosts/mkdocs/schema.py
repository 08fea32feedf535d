"""The plugin's options as JSON Schema, for editors; made from the options themselves.

Draft 7, which editors know best, and which the schema of Material for MkDocs is written in.
"""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from mkdocs.config import base
from mkdocs.config import config_options as options

from paperatlas.hosts.mkdocs.options import OneOrMany, PaperAtlasConfig, RelationTypes

MATERIAL = "https://squidfunk.github.io/mkdocs-material/schema/"
"""Where Material publishes the schemas of its own parts of `mkdocs.yml`."""

_MATERIALS = ("theme", "extra", "nav", "markdown_extensions", "validation")
_FILES = {"markdown_extensions": "extensions"}
"""What Material calls the schema of a part, where not by its name."""

_TYPES = {str: "string", int: "integer", bool: "boolean", dict: "object", list: "array"}
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


def mkdocs_schema() -> str:
    """The schema of a `mkdocs.yml` as JSON text.

    It knows the options of our plugin; of other plugins nothing; and of a site with Material what its schemas know
    but for the list of plugins, of which Material's allows no plugin that it does not know.
    """
    item = {
        "anyOf": [
            {"type": "string"},
            {"type": "object", "properties": {"paperatlas": {"$ref": "#/definitions/options"}}},
        ]
    }
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "mkdocs.yml of a PaperAtlas site",
        "type": "object",
        "properties": {"plugins": {"anyOf": [{"type": "array", "items": item}, item["anyOf"][1]]}},
        "required": ["plugins"],
        "if": {"properties": {"theme": _IS_MATERIAL}, "required": ["theme"]},
        "then": {"properties": {name: {"$ref": f"{MATERIAL}{_FILES.get(name, name)}.json"} for name in _MATERIALS}},
        "definitions": {"options": options_schema()},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


_IS_MATERIAL = {
    "type": "object",
    "properties": {"name": {"const": "material"}},
    "required": ["name"],
}


def options_schema() -> dict[str, Any]:
    """The schema of the plugin's options; a plugin named without any has null."""
    told = _descriptions(PaperAtlasConfig)
    # MkDocs' configurations carry their options as pairs of names and kinds.
    properties = {name: _option(kind) | {"description": told[name]} for name, kind in PaperAtlasConfig._schema}  # noqa: SLF001
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}


def _option(kind: base.BaseConfigOption[Any]) -> dict[str, Any]:
    """The schema of one option. Raises `TypeError` for a kind that nobody has described here yet."""
    schema: dict[str, Any]
    if isinstance(kind, RelationTypes):
        return dict(_RELATION_TYPES)
    if isinstance(kind, options.Optional):
        inner = _option(kind.option)
        return inner | {"type": [inner["type"], "null"]}
    if isinstance(kind, OneOrMany):
        schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": _option(kind.option_type)}]}
    elif isinstance(kind, options.Choice):
        schema = {"enum": list(kind.choices)}
    elif isinstance(kind, options.Type):
        schema = {"type": _TYPES[kind._type]}  # noqa: SLF001 - the only place that has it
    else:
        message = f"the schema does not know options of the kind {type(kind).__name__}"
        raise TypeError(message)
    return schema | ({"default": kind.default} if kind.default is not None else {})


def _descriptions(config: type[base.Config]) -> Mapping[str, str]:
    """The text below each option in the class's source."""
    (body,) = ast.parse(inspect.getsource(config)).body
    statements = body.body if isinstance(body, ast.ClassDef) else []
    found: dict[str, str] = {}
    for statement, following in pairwise(statements):
        if isinstance(statement, ast.Assign) and isinstance(following, ast.Expr):
            name, text = statement.targets[0], following.value
            if isinstance(name, ast.Name) and isinstance(text, ast.Constant) and isinstance(text.value, str):
                found[name.id] = text.value.replace("`", "")
    return found
