"""What the plugin adds to MkDocs' files, and what it leaves to those that are there."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files, InclusionLevel

from paperatlas.atlas import Address
from paperatlas.build.built_site import BuiltSite, SiteSettings
from paperatlas.build.languages import Languages
from paperatlas.build.options import Options
from paperatlas.build.templates import asset_files
from paperatlas.diagnostics.problem import Span
from paperatlas.exports.files import ExportFile, text_file
from paperatlas.exports.texts import EntryTexts
from paperatlas.hosts.mkdocs.files import ExportedFile, add_files, own_files
from paperatlas.pages.digests import Digests
from paperatlas.pages.page import Fragment, Page, PlannedPage, made_from
from paperatlas.pages.reads import Reads
from paperatlas.similarity.related_work import NO_RELATED_WORK

if TYPE_CHECKING:
    from paperatlas.pages.render import Site

ONE = Languages(("en",), "en")
TWO = Languages(("zh", "en"), "zh")
"""Not built by mkdocs-static-i18n, so that only addresses differ."""
MAP = Page(Address("map/"), "Map", "", Fragment(""), files=(text_file(Address("map.json"), "{}", localised=True),))
PAGES = {
    "papers/a.md": PlannedPage(
        Address("papers/a/"),
        lambda: Page(Address("papers/a/"), "流", "", Fragment("")),
        made_from(),
        Span("bib/a.bib", 3),
    ),
    "map.md": PlannedPage(Address("map/"), lambda: MAP, made_from()),
}
EXPORTS = (text_file(Address("library.bib"), "@misc{a}"), text_file(Address("llms.txt"), "流", localised=True))
ASSETS = {address for address, _ in asset_files()}


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    config = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    config.load_dict({"site_name": "X", "docs_dir": str(tmp_path / "docs"), "site_dir": str(tmp_path / "site")})
    config.use_directory_urls = True
    config.plugins = PluginCollection()
    config.plugins._current_plugin = "paperatlas"  # as while a hook of the plugin runs
    return config


def added(config: MkDocsConfig, sources: set[str], languages: Languages = ONE, language: str = "en") -> dict[str, File]:
    """The files that were added, assets aside, by where they go."""
    files = Files([])
    site = cast("Site", SimpleNamespace(pages=PAGES))
    digests = Digests(site, places=False)
    built = BuiltSite(
        site,
        site,
        Reads(),
        digests,
        b"",
        PAGES,
        EXPORTS,
        EntryTexts(),
        (),
        NO_RELATED_WORK,
        Options(),
        SiteSettings(name=""),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("paperatlas.hosts.mkdocs.languages._set_translations", lambda *_: None)
        patch.setattr("paperatlas.hosts.mkdocs.languages.announce", lambda *_: None)
        patch.setattr("paperatlas.hosts.mkdocs.files.announce", lambda *_: None)
        add_files(files, built, sources, languages, language, config)
    assert {file.dest_uri for file in files} >= ASSETS, "assets are the same for every language"
    return {file.dest_uri: file for file in files if file.dest_uri not in ASSETS}


CASES = [
    (set(), ["papers/a/index.html", "map.json", "map/index.html", "library.bib", "llms.txt"]),
    ({"papers/a.md"}, ["map.json", "map/index.html", "library.bib", "llms.txt"]),
    ({"map.md", "index.md"}, ["papers/a/index.html", "library.bib", "llms.txt"]),
]


@pytest.mark.parametrize(("sources", "addresses"), CASES)
def test_a_hand_written_page_stands_in_for_a_page_and_what_it_loads(
    sources: set[str], addresses: list[str], config: MkDocsConfig
) -> None:
    assert list(added(config, sources)) == addresses


def test_pages_of_another_language_are_in_its_folder(config: MkDocsConfig) -> None:
    found = added(config, set(), TWO, "en")
    assert list(found) == [
        "en/papers/a/index.html", "en/map.json", "en/map/index.html", "library.bib", "en/llms.txt",
    ]  # fmt: skip
    assert [file.url for file in found.values()][:3] == ["en/papers/a/", "en/map.json", "en/map/"]


def test_pages_are_generated_out_of_the_navigation_and_lead_to_the_library(config: MkDocsConfig) -> None:
    found = added(config, set())
    page, direct, export = found["map/index.html"], found["papers/a/index.html"], found["library.bib"]
    assert (page.content_string, page.inclusion) == ("# Map\n", InclusionLevel.NOT_IN_NAV)
    assert (page.is_documentation_page(), direct.is_documentation_page()) == (True, False)
    assert direct.inclusion is InclusionLevel.NOT_IN_NAV
    assert (export.content_string, export.inclusion) == ("@misc{a}", InclusionLevel.INCLUDED)
    assert (direct.edit_uri, page.edit_uri) == ("../bib/a.bib#L3", None)


def test_what_is_exported_is_made_when_it_is_read_and_not_held(config: MkDocsConfig) -> None:
    texts = iter(["first", "second", "third"])
    written: list[str] = []
    export = ExportFile(Address("a.txt"), lambda: next(texts))
    file = ExportedFile(export, config, lambda file: written.append(file.content_string))
    file.copy_file()
    assert (written, file.content_bytes) == (["first"], b"second")
    file.content_string = "another plugin's"
    file.copy_file()
    assert (written, file.content_bytes) == (["first", "another plugin's"], b"another plugin's")
    file.replace(export)
    assert file.content_string == "third"


@pytest.mark.parametrize(
    ("folder", "own"),
    [
        ("", {"图.png": "图.png", "en/x.bib": "en/x.bib"}),
        ("en/", {"图.png": "图.png", "x.bib": "en/x.bib"}),
    ],
)
def test_own_files_are_those_that_are_no_pages(folder: str, own: dict[str, str], config: MkDocsConfig) -> None:
    written = [File(path, config.docs_dir, config.site_dir, True) for path in ("index.md", "图.png", "en/x.bib")]
    generated = File.generated(config, "atlas.json", content="{}")
    assert own_files(Files([*written, generated]), folder) == own
