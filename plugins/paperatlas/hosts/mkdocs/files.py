"""What the plugin adds to MkDocs' files: pages, exports, style and scripts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel

from paperatlas.atlas.addresses import HOME
from paperatlas.build.built_site import BuiltSite
from paperatlas.build.edit_paths import edit_path
from paperatlas.build.languages import Languages
from paperatlas.build.navigation import pages_in_navigation
from paperatlas.build.page_sources import markdown_source_of
from paperatlas.build.search.records import page_url
from paperatlas.build.templates import asset_files
from paperatlas.exports.files import ExportFile
from paperatlas.hosts.mkdocs.direct_files import DirectFile, foreign_page_events
from paperatlas.hosts.mkdocs.languages import announce, into_language
from paperatlas.hosts.mkdocs.options import root_of
from paperatlas.pages import COLLECTIVE_PAGES, Page, PlannedPage, Site
from paperatlas.storage.files import write_output

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def own_files(files: Files, folder: str) -> dict[str, str]:
    """Return the paths of the docs' files that are no pages, by their addresses below `folder`."""
    return {
        file.dest_uri.removeprefix(folder): file.src_uri
        for file in files
        if not file.generated_by and not file.is_documentation_page()
    }


def write_now(file: File) -> None:
    """Write a generated file."""
    write_output(file.abs_dest_path, file.content_bytes)


WriteFile = Callable[[File], None]
"""What writes a file, or sees to it that it is written."""


class ExportedFile(File):
    """A generated file that is no page, made when it is read.

    That is once, when it is written. What was made is not held until the build ends: the exports of a library are
    several times as long as its own text.
    """

    def __init__(self, export: ExportFile, config: MkDocsConfig, write: WriteFile) -> None:
        super().__init__(
            export.address,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            inclusion=InclusionLevel.INCLUDED,
        )
        self.generated_by = "paperatlas"
        self._export = export
        self._write = write
        self._own_content: str | bytes | None = None

    def replace(self, export: ExportFile) -> None:
        """Have another file made at the same address."""
        self._export = export
        self._own_content = None

    @property  # type: ignore[override]
    def _content(self) -> str | bytes:
        """Return the content: what another plugin has set, else what is exported."""
        return self._export.make() if self._own_content is None else self._own_content

    @_content.setter
    def _content(self, content: str | bytes) -> None:
        self._own_content = content

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - it is made anew in every build
        """Write the file."""
        self._write(self)


@dataclass(slots=True)
class AddedFiles:
    """What was added in one language: pages that MkDocs makes, by source, the files of those it does not, and exports.

    Of the first, those that were asked for are `made`.
    """

    by_mkdocs: Mapping[str, PlannedPage]
    direct: Sequence[DirectFile]
    exports: Sequence[ExportedFile]
    made: dict[str, Page] = field(default_factory=dict)

    def page(self, source: str) -> Page:
        """Return a page that MkDocs makes."""
        if source not in self.made:
            self.made[source] = self.by_mkdocs[source].make()
        return self.made[source]

    def built_again(self, built: BuiltSite, config: MkDocsConfig) -> AddedFiles:
        """Give the files what was built at the same addresses."""
        root = root_of(config)
        for file in self.direct:
            file.planned = built.pages[file.src_uri]
            file.edit_uri = edit_path(file.planned.source, root, config.docs_dir)
            file.page = None
        for exported, export in zip(self.exports, built.files, strict=True):
            exported.replace(export)
        return AddedFiles({source: built.pages[source] for source in self.by_mkdocs}, self.direct, self.exports)

    def addresses(self, site: Site) -> frozenset[str]:
        """Return where the pages are below the root of the whole site."""
        pages = [page.address for page in self.by_mkdocs.values()] + [file.planned.address for file in self.direct]
        return frozenset(page_url(site, address) for address in pages)


def add_files(
    files: Files,
    built: BuiltSite,
    sources: Collection[str],
    languages: Languages,
    language: str,
    config: MkDocsConfig,
    write: WriteFile = write_now,
    *,
    when_asked: bool = False,
) -> AddedFiles:
    """Add everything that was built, but for the pages and files in whose place there is a hand-written one.

    `sources` are the hand-written pages of the language, `write` sees to it that the exports are written. Where pages
    are made when they are asked for, so are the files that come with them, and MkDocs makes none but those it shows.
    """

    def add(export: ExportFile) -> ExportedFile:
        file = ExportedFile(export, config, write)
        files.append(into_language(file, languages, language, config) if export.localised else file)
        return file

    root = root_of(config)
    added: dict[str, PlannedPage] = {}
    direct: list[DirectFile] = []
    made: dict[str, Page] = {}
    by_mkdocs = set(pages_in_navigation(config.nav))
    if foreign_page_events(config):
        by_mkdocs.update(built.pages)
    elif not when_asked or config.nav is None or not by_mkdocs.isdisjoint(built.pages):
        by_mkdocs.update(map(markdown_source_of, COLLECTIVE_PAGES))
    for source, planned in built.pages.items():
        if source in sources:
            continue
        file: File
        if source in by_mkdocs:
            page = made[source] = planned.make()
            added[source] = planned
            in_nav = planned.address == HOME and config.nav is None
            inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, source, content=f"# {page.title}\n", inclusion=inclusion)
            file = into_language(file, languages, language, config)
            for beside in () if when_asked else page.files:
                add(beside)
        else:
            file = DirectFile(planned, source, languages, language, config)
            direct.append(file)
            announce(file, languages, language, config)
        file.edit_uri = edit_path(planned.source, root, config.docs_dir)
        files.append(file)
    # The sitemap and the search index have them in this order, whoever makes them.
    direct.sort(key=lambda file: file.planned.address not in COLLECTIVE_PAGES)
    exports = [add(export) for export in built.files]
    for address, path in asset_files(of_pages=bool(built.pages)):
        files.append(File.generated(config, address, abs_src_path=str(path)))
    return AddedFiles(added, direct, exports, made)
