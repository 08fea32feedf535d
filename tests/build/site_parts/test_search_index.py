"""Search indexes of parts, joined."""

from __future__ import annotations

import json

import pytest

from paperatlas.build.site_parts.manifest import Manifest, PartPage
from paperatlas.build.site_parts.part import SitePart
from paperatlas.build.site_parts.search_index import join_search_indexes

PAGES = tuple(PartPage(f"{name}index.html", name, number) for number, name in enumerate(["", "a/", "b/"]))
FIRST, SECOND = (Manifest(SitePart(number, 2), "", PAGES) for number in (1, 2))


def index(*locations: str, **more: object) -> bytes:
    docs = [{"location": location, "text": "你"} for location in locations]
    return json.dumps({"config": {"lang": ["en"]}, "docs": docs, **more}, separators=(",", ":")).encode()


def test_the_entries_are_in_the_order_of_one_build() -> None:
    joined = join_search_indexes([(FIRST, index("", "#x", "b/", "b/#y", "c/")), (SECOND, index("a/", "a/#z", "c/"))])
    assert joined == index("", "#x", "a/", "a/#z", "b/", "b/#y", "c/")


@pytest.mark.parametrize("other", [b"", b"[]", b"{}", b'{"config": {}, "docs": [1]}', index("a/", index={})])
def test_what_is_no_index_or_one_made_in_advance_cannot_be_joined(other: bytes) -> None:
    assert join_search_indexes([(FIRST, index("")), (SECOND, other)]) is None
