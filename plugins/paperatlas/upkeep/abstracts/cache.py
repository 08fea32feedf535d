"""Fetched abstracts as JSON, by the names of identifiers; what is damaged is not used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from paperatlas.upkeep.abstracts.abstracts import Archive, AuthorsAbstract

ABSTRACTS = "abstracts.json"
"""The name of the file in a cache."""

_VERSION = 1


def read_abstracts(data: bytes) -> dict[str, AuthorsAbstract]:
    """What a cache holds; whatever cannot be trusted is left out."""
    try:
        values = json.loads(data)
        abstracts = values["abstracts"] if values["version"] == _VERSION else {}
        found = {str(name): _abstract(value) for name, value in abstracts.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
    return {name: abstract for name, abstract in found.items() if abstract is not None}


def write_abstracts(abstracts: Mapping[str, AuthorsAbstract]) -> bytes:
    """The text of a cache."""
    values = {
        name: {
            "title": abstract.title,
            "source": abstract.source,
            "fetched": abstract.fetched.isoformat(),
            "paragraphs": abstract.paragraphs,
        }
        for name, abstract in sorted(abstracts.items())
    }
    text = json.dumps({"version": _VERSION, "abstracts": values}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "replace")


def _abstract(value: Any) -> AuthorsAbstract | None:  # noqa: ANN401 — whatever JSON holds
    """One abstract; None if it is damaged."""
    try:
        texts = [value["title"], *value["paragraphs"]]
        if value["source"] not in get_args(Archive) or not all(isinstance(text, str) for text in texts):
            return None
        return AuthorsAbstract(tuple(texts[1:]), texts[0], value["source"], date.fromisoformat(value["fetched"]))
    except (ValueError, TypeError, KeyError):
        return None
