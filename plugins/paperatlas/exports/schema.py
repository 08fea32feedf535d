"""`atlas.schema.json`: what `atlas.json` holds, as JSON Schema (draft 2020-12).

Properties may be added to `atlas.json` without a new version, so the schema does not forbid those it does not know.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args

from paperatlas.exports.atlas_json import CITO, VERSION
from paperatlas.exports.site import ATLAS_SCHEMA, SiteInfo
from paperatlas.notes import STATUSES
from paperatlas.results import RESULT_KINDS, Better
from paperatlas.verification.model import FINDINGS, FOUND_STATES

Schema = Mapping[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def atlas_schema(site: SiteInfo | None = None) -> str:
    """Return the schema as JSON text; it names itself where the site knows its own address."""
    identity = {"$id": site.shared_link(ATLAS_SCHEMA)} if site and site.url else {}
    return json.dumps({"$schema": DIALECT, **identity, **_ATLAS}, ensure_ascii=False, indent=2) + "\n"


def _text(description: str, **more: object) -> Schema:
    return {"type": "string", "description": description, **more}


def _optional(description: str, kind: str = "string", **more: object) -> Schema:
    """Return what is null where the library does not say."""
    return {"type": [kind, "null"], "description": description, **more}


def _list(description: str, items: Schema, **more: object) -> Schema:
    return {"type": "array", "description": description, "items": items, **more}


def _object(description: str, properties: Mapping[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": [name for name in properties if name not in optional],
    }


_KEY: Schema = {"$ref": "#/$defs/key"}
_WEB = "^[Hh][Tt][Tt][Pp][Ss]?://"
_PATH = "^[^/].*/$"

_GROUP = _object(
    "A heading inside a direction. The last one has an empty slug and title if papers are outside all groups.",
    {
        "slug": _text("Its name in addresses, unique in its direction."),
        "title": _text("What it is called."),
        "papers": _list("Its papers, oldest first.", _KEY, uniqueItems=True),
    },
)

_ASSESSMENT = _object(
    "A dated judgement of how far the direction has come.",
    {
        "status": {"enum": [*STATUSES], "description": "How far it had come."},
        "as_of": _text("The month of the judgement.", pattern="^[0-9]{4}-[0-9]{2}$"),
        "by": _optional("Whose judgement it is; null for that of the atlas itself.", minLength=1),
        "reason": _optional("One sentence that says why.", minLength=1),
        "see": _optional("Where it is argued: the address of a heading, relative as `path`.", pattern="^[^/].*/#.+$"),
    },
)
_NULL: Schema = {"type": "null"}

_DIRECTION = _object(
    "A research direction.",
    {
        "slug": _text("Its name in addresses, unique in the atlas.", minLength=1),
        "title": _text("What it is called.", minLength=1),
        "summary": _text("One line on it; may be empty."),
        "status": {"enum": [*STATUSES, None], "description": "How far the direction has come; null if nobody says."},
        "now": {"anyOf": [_ASSESSMENT, _NULL], "description": "That status with its date and reason."},
        "then": {"anyOf": [_ASSESSMENT, _NULL], "description": "An earlier judgement to read beside it."},
        "background": {
            "type": "boolean",
            "description": "Whether it holds what several directions share, and is not counted as one.",
        },
        "path": _text("The address of its page, relative to the top of the site in this language.", pattern=_PATH),
        "groups": _list("Its groups, in order.", _GROUP),
        "papers": _list("Its papers, each once, in the order of the groups.", _KEY, uniqueItems=True),
        "related": _list("The slugs of related directions.", {"type": "string", "minLength": 1}),
    },
)

_PAPER = _object(
    "A paper.",
    {
        "key": _KEY,
        "method": _optional("The short name of the method it presents.", minLength=1),
        "title": _text("Its title, without marks; formulas between dollar signs, as in TeX.", minLength=1),
        "authors": _list("The names of its authors, else of its editors, as written.", {"type": "string"}),
        "year": _optional("When it was published.", "integer"),
        "venue": _optional("The short name of where it was published.", minLength=1),
        "arxiv": _optional("Its arXiv identifier.", minLength=1),
        "doi": _optional("Its DOI, without a resolver before it.", pattern="^10\\."),
        "code": _optional("Where its code is.", pattern=_WEB),
        "code_official": _optional("Whether that code is by its authors; null without code.", "boolean"),
        "code_licence": _optional("The licence of that code.", minLength=1),
        "url": _optional("Its page at the publisher or archive.", pattern=_WEB),
        "path": _text("The address of its page, relative to the top of the site in this language.", pattern=_PATH),
        "directions": _list("The slugs of its directions.", {"type": "string", "minLength": 1}, uniqueItems=True),
        "abstract": _optional("Its abstract, in this language or else in another one.", minLength=1),
        "change": _optional("What its method changes, in one line.", minLength=1),
        "results": _optional("What came of it, in one line.", minLength=1),
    },
)

_RELATION = _object(
    "A relation between two papers: `source` extends (accelerates, uses, …) `target`. Two papers have at most one "
    "derived relation, and none if one is stated; it is symmetric.",
    {
        "source": _KEY,
        "target": _KEY,
        "type": _text(
            "The kind of relation: its field in the library, `related` or a `relatedtype` of BibLaTeX, or, if derived, "
            "`similar`.",
            minLength=1,
        ),
        "cito": _optional(
            "The nearest term of CiTO, the Citation Typing Ontology; null if derived.", pattern=f"^{CITO}[a-zA-Z]+$"
        ),
        "origin": {
            "enum": ["stated", "derived"],
            "description": "Whether the library states the relation, or it was computed from the papers.",
        },
        "evidence": _optional("One line that says why.", minLength=1),
    },
)

_RESULT = _object(
    "A result as it was published, with what makes it comparable and where it is to be seen.",
    {
        "key": _KEY,
        "task": _text("The task, such as image-classification.", minLength=1),
        "dataset": _text("What it was measured on.", minLength=1),
        "metric": _text("What was measured, with its unit.", minLength=1),
        "better": {"enum": [*get_args(Better), None], "description": "Which values are better; null if not known."},
        "value": {"type": "number", "description": "The value."},
        "setting": {
            "type": "object",
            "description": "What makes it comparable, by name: model, backbone, resolution, data, epochs, steps, …",
            "additionalProperties": {"type": "string", "minLength": 1},
        },
        "kind": {
            "enum": [*RESULT_KINDS],
            "description": "Whose number it is: of the paper, of its repository, or of somebody who measured it again.",
        },
        "source": _text("Where it was seen.", pattern=_WEB),
        "place": _text("The place in that source, such as a table.", minLength=1),
    },
)

_CITATION = _object(
    "A citation: the paper `source`, or what its authors publish with it, refers to `target`.",
    {
        "source": _KEY,
        "target": _KEY,
        "type": {"const": "cites", "description": "The kind of edge, as relations have one."},
        "cito": {"const": f"{CITO}cites", "description": "Its term of CiTO, the Citation Typing Ontology."},
        "seen_at": _list(
            "Where that was seen: names of services that have the list of references, or addresses.",
            {"type": "string", "minLength": 1},
            minItems=1,
        ),
    },
)

_VERIFICATION = _object(
    "Something of a paper that was looked up, when, where, and what was found.",
    {
        "key": _KEY,
        "what": {"enum": list(FINDINGS), "description": "What was looked up."},
        "findings": {
            "type": "object",
            "description": "What was found, by name: `state` (one of "
            + ", ".join(sorted(state for states in FOUND_STATES.values() for state in states))
            + "; absent if it is as it should be), `version`, `language`, `framework`.",
            "additionalProperties": {"type": "string", "minLength": 1},
        },
        "when": _text("The day.", format="date"),
        "source": _text("Where: the name of a service, or an address.", minLength=1),
    },
)

_ATLAS = _object(
    "A PaperAtlas site as data: research directions, papers and the relations between them.",
    {
        "$schema": _text("The address of this schema.", format="uri-reference"),
        "version": {
            "const": VERSION,
            "description": "Raised when a reader of the last version could no longer read the file.",
        },
        "language": _text("The language of titles, summaries, abstracts and evidence, as a BCP 47 tag.", minLength=1),
        "directions": _list("The directions, in the order of the site.", _DIRECTION),
        "papers": _list("The papers, in the order of the library.", _PAPER),
        "relations": _list(
            "The relations, in the order of the papers that state them, then the derived ones.", _RELATION
        ),
        "results": _list("Published results, in the order of their papers.", _RESULT),
        "citations": _list(
            "Which papers cite which, as far as that is known; absent if nothing is known of it.", _CITATION
        ),
        "verified": _list("What was looked up of papers; absent if nothing was.", _VERIFICATION),
    },
    optional=("$schema", "citations", "verified"),
)
_ATLAS = {
    "title": "PaperAtlas",
    **_ATLAS,
    "$defs": {"key": _text("A citation key, unique among the papers of the atlas.", minLength=1)},
}
