"""What the plugin adds to MkDocs' files: pages, exports, style and scripts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel

from paperatlas.atlas.addresses import HOME
from paperatlas.build.languages import Languages
from paperatlas.build.search.records import page_url
from paperatlas.build.site import BuiltSite, markdown_source_of
from paperatlas.build.templates import asset_files
from paperatlas.exports.files import ExportFile
from paperatlas.hosts.mkdocs.direct_files import DirectFile, foreign_page_events
from paperatlas.hosts.mkdocs.edit_links import edit_uri
from paperatlas.hosts.mkdocs.languages import announce, into_language
from paperatlas.pages import COLLECTIVE_PAGES, Page, Site
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
    """A generated file that is no page, made when it is written."""

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

    @cached_property
    def _content(self) -> str:  # type: ignore[override]
        """Return the text for whoever reads the file, until they set another."""
        return self._export.text

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - it is made anew in every build
        """Write the file."""
        self._write(self)


@dataclass(frozen=True, slots=True)
class AddedPages:
    """The generated pages of one language: those that MkDocs makes, by source, and the files of those it does not."""

    made: Mapping[str, Page]
    direct: Sequence[DirectFile]

    def addresses(self, site: Site) -> frozenset[str]:
        """Return where the pages are below the root of the whole site."""
        pages = [page.address for page in self.made.values()] + [file.planned.address for file in self.direct]
        return frozenset(page_url(site, address) for address in pages)


def add_files(
    files: Files,
    built: BuiltSite,
    sources: Collection[str],
    languages: Languages,
    language: str,
    config: MkDocsConfig,
    root: Path,
    write: WriteFile = write_now,
) -> AddedPages:
    """Add everything that was built, but for the pages and files in whose place there is a hand-written one.

    `sources` are the hand-written pages of the language, `write` sees to it that the exports are written.
    """

    def add(export: ExportFile) -> None:
        file = ExportedFile(export, config, write)
        files.append(into_language(file, languages, language, config) if export.localised else file)

    made: dict[str, Page] = {}
    direct: list[DirectFile] = []
    by_mkdocs = (
        set(built.pages)
        if foreign_page_events(config)
        else {markdown_source_of(address) for address in COLLECTIVE_PAGES} | set(_in_navigation(config.nav))
    )
    for source, planned in built.pages.items():
        if source in sources:
            continue
        file: File
        if source in by_mkdocs:
            page = made[source] = planned.make()
            in_nav = planned.address == HOME and config.nav is None
            inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, source, content=f"# {page.title}\n", inclusion=inclusion)
            file = into_language(file, languages, language, config)
            for beside in page.files:
                add(beside)
        else:
            file = DirectFile(planned, source, languages, language, config)
            direct.append(file)
            announce(file, languages, language, config)
        file.edit_uri = edit_uri(planned.source, root, config)
        files.append(file)
    for export in built.files:
        add(export)
    for address, path in asset_files(of_pages=bool(built.pages)):
        files.append(File.generated(config, address, abs_src_path=str(path)))
    return AddedPages(made, direct)


def _in_navigation(item: object) -> Iterator[str]:
    """Yield the pages that the `nav` of a site names."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, list):
        for value in item:
            yield from _in_navigation(value)
    elif isinstance(item, dict):
        for value in item.values():
            yield from _in_navigation(value)
