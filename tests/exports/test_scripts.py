"""The exports of papers in scripts: each paper in one of them, with the text that its file would have."""

from __future__ import annotations

import json
import re

import pytest

from paperatlas.atlas import Atlas
from paperatlas.exports.entry_exports import EntryExports
from paperatlas.exports.files import export_files
from paperatlas.exports.scripts import export_scripts, script_address, script_count, script_number
from paperatlas.exports.site import SiteInfo
from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles

ABSTRACT = r'What is "said" of {A} and {B}, 100 \% of it.'


def exports_in(atlas: Atlas, count: int) -> dict[str, str]:
    """Return what a browser has of the scripts, under the addresses that files would have."""
    found: dict[str, str] = {}
    for number, file in enumerate(export_scripts(atlas, count, EntryExports(atlas))):
        assert (file.address, file.localised) == (script_address(number), False)
        script = re.fullmatch(
            r"window\.paperAtlasExports = { \.\.\.window\.paperAtlasExports, \.\.\.(.*) };\n", file.text
        )
        assert script
        for slug, exports in json.loads(script[1]).items():
            assert script_number(slug, count) == number
            abstract = exports.pop("abstract")
            found |= {f"papers/{slug}{suffix}": text.replace("\0", abstract) for suffix, text in exports.items()}
    return found


@pytest.mark.parametrize("count", [1, 4])
def test_a_script_has_the_text_of_each_file(read_files: ReadFiles, count: int) -> None:
    library = entry("a", abstract=ABSTRACT, keywords="flows") + entry("b", abstract="a") + entry("c", crossref="b")
    atlas = read_files({"bib/a.bib": library + entry("DBLP:conf/x")}).atlas
    files = {file.address: file.text for file in export_files(atlas, SiteInfo("Flows"))}
    assert exports_in(atlas, count) == {
        address: text for address, text in files.items() if address.startswith("papers/")
    }


def test_an_abstract_is_there_once(read_files: ReadFiles) -> None:
    atlas = read_files({"bib/a.bib": entry("a", abstract="Flows are invertible maps.")}).atlas
    (script,) = export_scripts(atlas, 1, EntryExports(atlas))
    assert script.text.count("invertible") == 1


@pytest.mark.parametrize(
    ("papers", "scripts"), [(0, 1), (1, 1), (100, 1), (101, 2), (200, 2), (201, 4), (400, 4), (401, 8), (10_000, 128)]
)
def test_how_many_scripts_there_are(papers: int, scripts: int) -> None:
    assert script_count(papers) == scripts
