"""What search finds on a page, if all that its entries in the index are made from is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs.structure.pages import Page

from paperatlas.hosts.mkdocs.host import HOST
from paperatlas.hosts.mkdocs.page_cache.conversion import toc_entries, version_of, versions
from paperatlas.hosts.mkdocs.page_cache.values import UnknownValueError, Values
from paperatlas.hosts.mkdocs.search_index import SearchIndex
from paperatlas.storage.cache import key_of

_KNOWN = frozenset({"material.plugins.search.plugin", f"{HOST}.contrib.search.search_index"})
"""Whose indexes hold of a page what follows from its content, title, tags and table of contents."""
_DICTIONARIES = ("jieba_dict", "jieba_dict_user")
"""Options that name files."""


@dataclass(frozen=True, slots=True)
class Searched:
    """The entries of a page."""

    key: bytes
    entries: tuple[dict[str, Any], ...]


def search_key(index: SearchIndex, page: Page, end: str) -> bytes | None:
    """Return what the entries of a page with its `end` depend on; None if that is not known."""
    config: Mapping[str, Any] = getattr(index.index, "config", {})
    if type(index.index).__module__ not in _KNOWN or any(config.get(name) for name in _DICTIONARIES):
        return None
    values = Values()
    meta = {name: page.meta.get(name) for name in ("title", "tags", "search")}
    try:
        described = values.describe([dict(config), meta])
    except UnknownValueError:
        return None
    parts = [
        [type(index.index).__module__, version_of("jieba"), *versions()],
        described,
        [page.url, page.title, page.content, end],
        toc_entries(page),
    ]
    return hashlib.sha256(key_of(parts)).digest()


def can_be_kept(entries: Sequence[Mapping[str, object]]) -> bool:
    """Return whether entries are the same when they are read again."""
    return all(_is_plain(value) for entry in entries for value in entry.values())


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float) or (isinstance(value, list) and all(map(_is_plain, value)))
