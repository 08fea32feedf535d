"""The entry that is made of a work: its key, its fields, and what a person should know of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.cli.add.entry import Extras, NewEntry, is_placed, new_entry
from paperatlas.cli.add.target import TargetLibrary, find_target_library
from paperatlas.cli.add.works import RequestedWork
from paperatlas.formats.records.record import Author, Record, SourceError
from paperatlas.services.addresses import services
from paperatlas.services.locate import Located
from paperatlas.services.web import Web
from tests.cli.add.example_site import FILES, OLD
from tests.conftest import write_files

MINE = Record("misc", {"title": "Weaving Words", "date": "2020"}, (Author("Jacquard", "Joseph"),))


@pytest.fixture
def target_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TargetLibrary:
    """The library about looms, whose papers have methods."""
    write_files(
        tmp_path, FILES | {"bib/old.bib": OLD.replace("  booktitle ", "  shorttitle   = {Swin},\n  booktitle ")}
    )
    monkeypatch.chdir(tmp_path)
    return find_target_library(None)


def record(key: str = "", **fields: str) -> Record:
    return Record(MINE.type, {**MINE.fields, **fields}, MINE.authors, key=key)


def entry_of(given: Record, target_library: TargetLibrary, extras: Extras | None = None) -> NewEntry:
    """The entry of a record, for which no service is asked."""
    return new_entry(RequestedWork("mine", record=given), Web(services({})), target_library, extras or Extras())


KEYS = [
    ("", None, "jacquard2020weaving"),
    ("loom", None, "loom"),
    ("loom", "mine", "mine"),
    ("my loom", None, "my_loom"),
    ("SWIN", None, "jacquard2020weaving"),
]


@pytest.mark.parametrize(("own", "asked", "key"), KEYS)
def test_a_key_is_asked_for_or_its_owners_or_follows(
    own: str, asked: str | None, key: str, target_library: TargetLibrary
) -> None:
    entry = entry_of(record(own), target_library, Extras(asked))
    assert entry.key == key
    assert entry.text.startswith(f"@misc{{{key},\n")
    told = (
        ("The key 'SWIN' is used by another entry; this one has the key 'jacquard2020weaving'.",)
        if own == "SWIN"
        else ()
    )
    assert entry.remarks == told


def test_what_a_person_says_wins(target_library: TargetLibrary) -> None:
    entry = entry_of(record(code="https://old.example"), target_library, Extras(None, {"code": "https://new.example"}))
    assert entry.record.fields["code"] == "https://new.example"
    assert (entry.title, entry.keywords) == ("Weaving Words", ())


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"title": ""}, "it has no title, so no entry can be made of it"),
        ({"doi": "10.1000/SWIN"}, "has the same DOI as 'swin' at bib/old.bib:1:1"),
    ],
)
def test_no_entry_is_made_of_a_work(fields: dict[str, str], message: str, target_library: TargetLibrary) -> None:
    with pytest.raises(SourceError) as refused:
        entry_of(record(**fields), target_library)
    assert message in str(refused.value)


@pytest.mark.parametrize("located", [Located("arxiv", "2111.00001"), Located("doi", "10.1000/Swin")])
def test_what_the_library_has_is_not_fetched(located: Located, target_library: TargetLibrary) -> None:
    with pytest.raises(SourceError, match=r"it is already in the library: 'swin' at bib/old\.bib:1:1"):
        new_entry(RequestedWork("swin", located), Web(services({})), target_library, Extras())


@pytest.mark.parametrize(
    ("title", "extras", "hinted"),
    [
        ("LoomNet: Weaving Words", {}, True),
        ("LoomNet: Weaving Words", {"shorttitle": "LN"}, False),
        ("Weaving Words", {}, False),
    ],
)
def test_a_likely_method_is_pointed_out(
    title: str, extras: dict[str, str], hinted: bool, target_library: TargetLibrary
) -> None:
    entry = entry_of(record(title=title), target_library, Extras(None, extras))
    assert any("--method 'LoomNet'" in remark for remark in entry.sentences) is hinted


PLACED = [
    ("", ("looms/cards",), "looms/cards"),
    ("weaving, looms", ("looms", "looms/belts"), "looms, looms/belts, weaving"),
    ("织造, ,织造", (), "织造"),
    ("", (), ""),
]


@pytest.mark.parametrize(("own", "more", "keywords"), PLACED)
def test_where_it_stands_comes_before_its_other_keywords(
    own: str, more: tuple[str, ...], keywords: str, target_library: TargetLibrary
) -> None:
    entry = entry_of(record(**({"keywords": own} if own else {})), target_library).placed(more, target_library)
    assert ", ".join(entry.keywords) == keywords
    assert (f"keywords     = {{{keywords}}}" in entry.text) is bool(keywords)
    assert entry.sentences == ()


def test_what_a_check_would_say_is_remarked(target_library: TargetLibrary) -> None:
    undated = Record("article", {"title": "Weaving Words", "journaltitle": "Looms"}, MINE.authors)
    assert any(
        remark.endswith("[REQ001]") for remark in entry_of(undated, target_library).placed((), target_library).sentences
    )


@pytest.mark.parametrize(
    ("keywords", "placed"),
    [("looms", True), ("weaving, looms/belts", True), ("weaving", False), ("looms-of-mine", False), ("", False)],
)
def test_a_keyword_that_names_a_direction_places_a_record(
    keywords: str, placed: bool, target_library: TargetLibrary
) -> None:
    assert is_placed(record(keywords=keywords), target_library) is placed
