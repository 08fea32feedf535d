"""The files of a site: which there are, and that each holds what it would hold if it were written by itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_blocks
from pybtex.database import parse_string

from paperatlas.atlas import Address, Atlas
from paperatlas.bibliography import Entry
from paperatlas.exports.files import ExportFile, address_problems, export_files, text_file
from paperatlas.exports.formats import EXPORT_FORMATS
from paperatlas.exports.site import SiteInfo
from paperatlas.formats.bibtex import writer as bibtex_module
from paperatlas.formats.bibtex.writer import bibtex
from paperatlas.formats.csl import writer as csl_module
from paperatlas.formats.csl.writer import csl_json
from paperatlas.formats.ris.writer import ris
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles
from tests.exports.conftest import SMALL
from tests.exports.feeds import faults
from tests.formats.conftest import ODD_ENTRIES
from tests.formats.csl.test_writer import assert_valid

NOTE = "---\ntitle: A\n---\n"


def files_of(atlas: Atlas, folder: str = "", taken: Iterable[str] = ()) -> dict[str, ExportFile]:
    """The files by address; fails where two have the same."""
    files = list(
        export_files(
            atlas,
            SiteInfo("Flows", url="https://example.org", folder=folder),
            taken=tuple(taken),
        )
    )
    by_address = {str(file.address): file for file in files}
    assert len(by_address) == len(files)
    return by_address


LOCALISED = {"atlas.json", "feed.xml", "llms.txt"}


def test_every_address(atlas: Atlas) -> None:
    stems = ["library", "directions/flows", "directions/graphs"]
    stems += [f"papers/{key}" for key in ("nice", "realnvp", "bound", "loose")]
    shared = {f"{stem}{kind}" for stem in stems for kind in (".bib", ".ris", ".csl.json")}
    files = files_of(atlas)
    assert files.keys() == LOCALISED | shared | {"atlas.schema.json"}
    assert {address for address, file in files.items() if file.localised} == LOCALISED
    assert address_problems(atlas) == []


def test_a_further_language_has_only_what_holds_its_texts(atlas: Atlas) -> None:
    files = files_of(atlas, folder="en/")
    assert files.keys() == LOCALISED
    assert json.loads(files["atlas.json"].text)["$schema"] == "https://example.org/atlas.schema.json"
    assert "https://example.org/en/papers/nice/" in files["feed.xml"].text


def keys_in(file: ExportFile) -> list[str]:
    """The citation keys in a file, by an independent reader."""
    if file.address.endswith(".bib"):
        parsed = parse_blocks(file.text)
        assert not parsed.failed_blocks
        keys = [found.key for found in parsed.entries]
        assert list(parse_string(file.text, "bibtex").entries) == keys
        return keys
    if file.address.endswith(".ris"):
        return [record["id"] for record in rispy.loads(file.text)]
    items: list[dict[str, Any]] = json.loads(file.text)
    for item in items:
        assert_valid(item)
    return [item["id"] for item in items]


@pytest.mark.parametrize("kind", [each.suffix for each in EXPORT_FORMATS])
def test_a_paper_a_direction_and_the_library(kind: str, atlas: Atlas) -> None:
    files = files_of(atlas)
    assert keys_in(files[f"papers/bound{kind}"]) == ["bound"]
    assert keys_in(files[f"directions/flows{kind}"]) == ["nice", "realnvp", "bound"]
    assert keys_in(files[f"directions/graphs{kind}"]) == ["realnvp"]
    assert keys_in(files[f"library{kind}"]) == ["nice", "realnvp", "bound", "loose"]


CHILDREN = """
@inproceedings{child, title = {C}, crossref = {parent}, keywords = {a}}
@inproceedings{other, title = {O}, crossref = {parent}, keywords = {b}}
@proceedings{parent, title = {P}, year = {2001}, keywords = {a}}
@misc{alone, title = {A}, keywords = {a, b}}
"""

LIBRARIES = [
    ("small", SMALL),
    ("odd", {"bib/a.bib": ODD_ENTRIES}),
    ("children", {"bib/a.bib": CHILDREN, "docs/directions/a.md": NOTE, "docs/directions/b.md": NOTE}),
    ("but for case", {"bib/a.bib": entry("Aa") + entry("aA", related="Aa, b") + entry("b", related="aA")}),
    ("but for signs", {"bib/a.bib": entry("a=b") + entry("a_b")}),
    ("empty", {"bib/a.bib": ""}),
]


@pytest.mark.parametrize("files", [files for _, files in LIBRARIES], ids=[name for name, _ in LIBRARIES])
def test_files_are_what_they_would_be_by_themselves(files: dict[str, str], read_files: ReadFiles) -> None:
    atlas = read_files(files).atlas
    found = files_of(atlas)
    sets: dict[str, set[str]] = {"library": set(atlas.papers)}
    sets |= {direction.address[:-1]: set(direction.papers) for direction in atlas.directions.values()}
    sets |= {paper.address[:-1]: {paper.key} for paper in atlas.papers.values()}
    for stem, keys in sets.items():
        entries = [paper.entry for paper in atlas.papers.values() if paper.key in keys]
        for kind, write in ((".bib", bibtex), (".ris", ris), (".csl.json", csl_json)):
            assert found[f"{stem}{kind}"].text == "".join(write(entries))
    assert faults(found["feed.xml"].text) == []


def test_a_child_carries_what_it_inherits_where_its_parent_is_not(read_files: ReadFiles) -> None:
    files = files_of(read_files(dict(LIBRARIES[2][1])).atlas)
    assert "crossref     = {parent}" in files["directions/a.bib"].text
    assert "crossref" not in files["directions/b.bib"].text
    assert "booktitle    = {P}" in files["papers/child.bib"].text


def test_each_entry_is_written_once_per_format(read_files: ReadFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    atlas = read_files(SMALL).atlas
    write, item = bibtex_module._entry, csl_module.csl_item

    def counted_entry(entry: Entry, *rest: Any) -> str:
        written.append(f"{entry.key}.bib")
        return write(entry, *rest)

    def counted_item(entry: Entry, key: str = "") -> dict[str, Any]:
        written.append(f"{entry.key}.json")
        return item(entry, key)

    monkeypatch.setattr(bibtex_module, "_entry", counted_entry)
    monkeypatch.setattr(csl_module, "csl_item", counted_item)
    files = files_of(atlas).values()
    assert written == []
    for file in files:
        assert file.text
    assert sorted(written) == sorted(f"{key}.{kind}" for key in atlas.papers for kind in ("bib", "json"))


# Files of a site, the addresses that are left out, and where the problem is.
CLASHES = [
    (
        {"bib/a.bib": entry("a") + entry("a.bib")},
        {"papers/a.bib"},
        {("EXP001", "bib/a.bib", 6)},
    ),
    (
        {"bib/a.bib": entry("A.RIS") + entry("a")},
        {"papers/a.ris"},
        {("EXP001", "bib/a.bib", 1)},
    ),
    (
        {"bib/a.bib": entry("a.csl.json") + entry("a")},
        {"papers/a.csl.json"},
        {("EXP001", "bib/a.bib", 1)},
    ),
    (
        {"bib/a.bib": entry("a"), "docs/directions/x.md": NOTE, "docs/directions/x.bib.md": NOTE},
        {"directions/x.bib"},
        {("EXP001", "docs/directions/x.bib.md", 1)},
    ),
    (
        {"bib/a.bib": entry("a"), "docs/library.bib/index.md": NOTE},
        {"library.bib"},
        {("EXP001", "docs/library.bib/index.md", 1)},
    ),
    (
        {"bib/a.bib": entry("a"), "docs/feed.xml/old/note.md": NOTE},
        {"feed.xml"},
        {("EXP001", "docs/feed.xml/old/note.md", 1)},
    ),
    ({"bib/a.bib": entry("library"), "docs/papers/library.md": NOTE, "docs/library.md": NOTE}, set(), set()),
    ({"bib/a.bib": entry("atlas.json") + entry("index")}, set(), set()),
]


@pytest.mark.parametrize(("files", "left_out", "problems"), CLASHES)
def test_two_things_with_one_address(
    files: dict[str, str], left_out: set[str], problems: set[tuple[str, str, int]], read_files: ReadFiles
) -> None:
    atlas = read_files(files).atlas
    found = files_of(atlas)
    pages = {paper.address.rstrip("/") for paper in atlas.papers.values()}
    assert left_out.isdisjoint(found)
    assert pages.isdisjoint(found)
    count = 4 + 3 * (1 + len(atlas.papers) + len(atlas.directions))
    assert len(found) == count - len(left_out)
    assert {(problem.code, problem.file, problem.line) for problem in address_problems(atlas)} == problems


def test_a_file_of_the_docs_stands(atlas: Atlas) -> None:
    own = {"llms.txt": "docs/llms.txt", "papers/NICE.bib": "docs/papers/NICE.bib", "else.txt": "docs/else.txt"}
    assert {"llms.txt", "papers/nice.bib"}.isdisjoint(files_of(atlas, taken=own))
    problems = address_problems(atlas, own)
    assert [(problem.code, problem.severity, problem.file) for problem in problems] == [
        ("EXP002", "info", "docs/llms.txt"),
        ("EXP002", "info", "docs/papers/NICE.bib"),
    ]


def test_a_file_of_a_text() -> None:
    file = text_file(Address("流.json"), "流", localised=True)
    assert (file.address, file.text, file.localised) == ("流.json", "流", True)
