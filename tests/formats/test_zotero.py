"""Zotero's JSON, with collections."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.formats.readout import Readout
from paperatlas.formats.zotero import read_zotero

ITEM = {
    "itemID": 7,
    "itemType": "conferencePaper",
    "title": "Notes on Engines",
    "citationKey": "byron",
    "creators": [
        {"creatorType": "author", "firstName": "Ada", "lastName": "Byron"},
        {"creatorType": "author", "name": "The Engine Group"},
        {"creatorType": "editor", "firstName": "Luigi", "lastName": "Menabrea"},
    ],
    "proceedingsTitle": "Proceedings on Engines",
    "conferenceName": "Turin Meeting",
    "date": "2020-05-03",
    "DOI": "10.1000/1",
    "tags": [{"tag": "engines"}, {"tag": "AI/ML"}],
    "extra": "arXiv: 2001.00001\ntex.code: https://github.com/a/b",
    "abstractNote": "Words of others.",
}
EXPORT = {
    "config": {"id": "x"},
    "collections": {
        "A": {"key": "A", "name": "Engines", "parent": False, "items": []},
        "B": {"key": "B", "name": "Steam & Coal", "parent": "A", "items": [7]},
        "C": {"key": "C", "name": "To Read", "parent": False, "items": [7, 8]},
        "D": {"key": "D", "name": "Loop", "parent": "D", "items": []},
    },
    "items": [ITEM, {"itemID": 8, "itemType": "preprint", "title": "More", "repository": "arXiv", "archiveID": "arXiv:2001.00002"}, {"itemType": "note"}],
}  # fmt: skip


def read(value: Any, direction: str = "") -> Readout:
    return read_zotero(io.StringIO(json.dumps(value)), "zotero.json", direction)


@pytest.mark.parametrize(
    ("names", "key"), [({"citekey": "old"}, "old"), ({"citekey": "old", "citationKey": "new"}, "new"), ({}, "")]
)
def test_the_key_under_either_name(names: dict[str, str], key: str) -> None:
    item = {name: value for name, value in ITEM.items() if name != "citationKey"} | names
    assert [one.record.key for one in read({"items": [item]}).found] == [key]


def test_an_export_of_better_bibtex() -> None:
    readout = read(EXPORT)
    assert readout.problems == ()
    first, second = (one.record for one in readout.found)
    assert dict(first.fields) == {
        "title": "Notes on Engines",
        "booktitle": "Proceedings on Engines",
        "eventtitle": "Turin Meeting",
        "date": "2020-05-03",
        "doi": "10.1000/1",
        "eprint": "2001.00001",
        "eprinttype": "arxiv",
        "code": "https://github.com/a/b",
        "keywords": "engines/steam-and-coal, to-read, engines, AI or ML",
        "abstract": "Words of others.",
    }
    assert (first.type, first.key) == ("inproceedings", "byron")
    assert [author.family for author in (*first.authors, *first.editors)] == ["Byron", "The Engine Group", "Menabrea"]
    assert (second.type, second.fields["eprint"], second.fields["keywords"]) == ("online", "2001.00002", "to-read")


def test_with_a_direction_collections_are_its_groups() -> None:
    assert read(EXPORT, "machines").found[1].record.fields["keywords"] == "machines/to-read"


SHAPES = [
    ([{"key": "AB", "data": ITEM}], ["Notes on Engines"], []),
    ([ITEM | {"title": ""}], [], ["IMP002"]),
    (["text"], [], ["IMP002"]),
    (
        [ITEM | {"creators": [{"creatorType": "seriesEditor", "lastName": "X", "firstName": "Y"}]}],
        ["Notes on Engines"],
        ["IMP006"],
    ),
]


@pytest.mark.parametrize(("value", "titles", "codes"), SHAPES)
def test_shapes(value: Any, titles: list[str], codes: list[str]) -> None:
    readout = read(value)
    assert [one.record.fields["title"] for one in readout.found] == titles
    assert [problem.code for problem in readout.problems] == codes


_NAMES = st.sampled_from(
    ["items", "collections", "itemType", "title", "creators", "extra", "tags", "parent", "data", "date", "note"]
)


@given(st.recursive(st.none() | st.integers() | st.text(max_size=4), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=5), max_leaves=12))  # fmt: skip
def test_no_json_ends_in_an_error(value: Any) -> None:
    read(value)
