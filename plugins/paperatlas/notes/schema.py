"""The front matter of a direction's note as JSON Schema (draft 7), for editors; made from what reads it."""

from __future__ import annotations

import json

from paperatlas.notes.assessment import ANCHOR, MONTH, STATUSES
from paperatlas.notes.direction import COLUMNS, SLUG

_SLUG = {"type": "string", "pattern": f"^{SLUG.pattern}$"}
_GROUP = {
    "type": "object",
    "description": "A heading for papers of the direction.",
    "properties": {
        "slug": _SLUG | {"description": "Its name in keywords = {direction/group} and in addresses."},
        "title": {"type": ["string", "null"], "description": "What it is called."},
        "summary": {"type": ["string", "null"], "description": "One line on it."},
        "columns": {
            "type": ["array", "null"],
            "items": {"enum": list(COLUMNS)},
            "description": "What the table that compares its papers says of each, in order; without it, all.",
        },
    },
    "required": ["slug"],
    "additionalProperties": False,
}
_MONTH = {"type": "string", "pattern": f"^{MONTH.pattern}$", "description": "The month it was made, as in 2026-11."}
_JUDGEMENT = {
    "as_of": _MONTH,
    "by": {"type": ["string", "null"], "description": "Whose judgement it is, if not that of the note's authors."},
    "reason": {"type": ["string", "null"], "description": "One sentence that says why."},
    "see": {
        "type": ["string", "null"],
        "pattern": f"^{ANCHOR.pattern}$",
        "description": "The anchor of the heading in the note below which it is argued.",
    },
}
_NOW = {
    "type": ["object", "null"],
    "description": "When the status was last judged, and why it is what it is.",
    "properties": _JUDGEMENT,
    "required": ["as_of"],
    "additionalProperties": False,
}
_THEN = {
    "type": ["object", "null"],
    "description": "An earlier judgement, to be read beside that of now.",
    "properties": {"status": {"enum": [*STATUSES], "description": "How far it had come."}, **_JUDGEMENT},
    "required": ["status", "as_of"],
    "additionalProperties": False,
}
_PROPERTIES = {
    "title": {"type": ["string", "null"], "description": "What the direction is called."},
    "summary": {"type": ["string", "null"], "description": "One line on it, for the home page."},
    "status": {"enum": [*STATUSES, None], "description": "How far it has come."},
    "now": _NOW,
    "then": _THEN,
    "order": {"type": ["number", "null"], "description": "Where it stands among the directions; without it, last."},
    "background": {
        "type": ["boolean", "null"],
        "description": "Whether it holds what several directions share; it is not counted as one then.",
    },
    "groups": {"type": ["array", "null"], "items": _GROUP, "description": "Headings for its papers, in order."},
    "related": {
        "type": ["array", "null"],
        "items": {"type": "string"},
        "description": "The slugs of related directions.",
    },
    "aliases": {
        "type": ["array", "null"],
        "items": {"type": "string"},
        "description": "Slugs that the direction had before: pages at their addresses lead to it.",
    },
}


def note_schema() -> str:
    """Return the schema as JSON text. Further fields are allowed: they belong to the host or its theme."""
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Front matter of a direction's note",
        "type": "object",
        "properties": _PROPERTIES,
        "if": {"properties": {"now": {"type": "object"}}, "required": ["now"]},
        "then": {"properties": {"status": {"enum": [*STATUSES]}}, "required": ["status"]},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
