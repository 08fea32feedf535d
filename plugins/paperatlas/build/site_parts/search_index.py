"""The search index of a theme, put together from those of the parts of a site."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from paperatlas.build.site_parts.manifest import Manifest

SEARCH_INDEX = Path("search", "search_index.json")
"""Where the search plugins of MkDocs and of Material write it."""


def join_search_indexes(parts: Sequence[tuple[Manifest, bytes]]) -> bytes | None:
    """Return the index of a whole site, of whose parts the first comes first; None if one of them cannot be joined.

    That is one that the plugin has made ready for use (`prebuild_index`), or that is no index.
    """
    try:
        indexes = [json.loads(data) for _, data in parts]
        entries = [_by_page(index["docs"]) for index in indexes]
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if any(index.keys() != {"config", "docs"} for index in indexes):
        return None
    whole = indexes[0] | {"docs": list(_in_order(parts[0][0], entries))}
    return json.dumps(whole, separators=(",", ":")).encode()


def _by_page(entries: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Return the entries of each page, those of its sections among them."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in entries:
        found[entry["location"].partition("#")[0]].append(entry)
    return found


def _in_order(first: Manifest, parts: Sequence[dict[str, list[dict[str, Any]]]]) -> Iterator[dict[str, Any]]:
    """Yield the entries in the order of the pages, then what the first part has of no page."""
    for page in first.pages:
        yield from parts[page.number % len(parts)].get(page.address, ())
    pages = {page.address for page in first.pages}  # each part has what is found on generated pages of the others
    for address, entries in parts[0].items():
        if address not in pages:
            yield from entries
