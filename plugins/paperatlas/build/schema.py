"""The options as JSON Schema, for editors of `mkdocs.yml`.

Draft 7, which editors know best, and which the schema of Material for MkDocs is written in.
"""

from __future__ import annotations

import json
from typing import Any

from paperatlas.build.options import OPTIONS

MATERIAL = "https://squidfunk.github.io/mkdocs-material/schema/"
"""Where Material publishes the schemas of its own parts of `mkdocs.yml`."""

_MATERIALS = ("theme", "extra", "nav", "markdown_extensions", "validation")
_FILES = {"markdown_extensions": "extensions"}
"""What Material calls the schema of a part, where not by its name."""

_IS_MATERIAL = {
    "type": "object",
    "properties": {"name": {"const": "material"}},
    "required": ["name"],
}


def mkdocs_schema() -> str:
    """Return the schema of a `mkdocs.yml` as JSON text.

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


def options_schema() -> dict[str, Any]:
    """Return the schema of the plugin's options; a plugin named without any has null."""
    properties = {option.name: option.schema for option in OPTIONS}
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}
