"""What the plugin adds to MkDocs' files: pages, exports, style and scripts."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel

from paperatlas.build.languages import Languages
from paperatlas.build.site import BuiltSite
from paperatlas.build.templates import asset_files
from paperatlas.exports.files import ExportFile
from paperatlas.hosts.mkdocs.edit_links import edit_uri
from paperatlas.hosts.mkdocs.languages import into_language

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def own_files(files: Files, folder: str) -> dict[str, str]:
    """Return the paths of the docs' files that are no pages, by their addresses below `folder`."""
    return {
        file.dest_uri.removeprefix(folder): file.src_uri
        for file in files
        if not file.generated_by and not file.is_documentation_page()
    }


def add_files(
    files: Files,
    built: BuiltSite,
    sources: Collection[str],
    languages: Languages,
    language: str,
    config: MkDocsConfig,
    root: Path,
) -> None:
    """Add everything that was built, but for the pages and files in whose place there is a hand-written one.

    `sources` are the hand-written pages of the language.
    """

    def add(export: ExportFile) -> None:
        file = _generated(config, export.address, export.text)
        files.append(into_language(file, languages, language, config) if export.localised else file)

    for source, page in built.pages.items():
        if source not in sources:
            file = into_language(_generated(config, source, f"# {page.title}\n"), languages, language, config)
            file.edit_uri = edit_uri(page.source, root, config)
            files.append(file)
            for beside in page.files:
                add(beside)
    for export in built.files:
        add(export)
    for address, path in asset_files():
        files.append(File.generated(config, address, abs_src_path=str(path)))


def _generated(config: MkDocsConfig, uri: str, content: str) -> File:
    """Return a file that is not in `docs_dir`; pages among them stay out of the navigation."""
    inclusion = InclusionLevel.NOT_IN_NAV if uri.endswith(".md") else InclusionLevel.INCLUDED
    return File.generated(config, uri, content=content, inclusion=inclusion)
