"""What the plugin adds to MkDocs' files: pages, exports, style and scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel

from paperatlas.atlas import Address
from paperatlas.atlas.addresses import LISTS
from paperatlas.build.schema import mkdocs_schema
from paperatlas.diagnostics.problem import Problem
from paperatlas.exports.files import address_problems, export_files
from paperatlas.hosts.mkdocs.edit_links import edit_uri
from paperatlas.hosts.mkdocs.languages import Languages, into_language
from paperatlas.notes.schema import note_schema
from paperatlas.pages import Page, Site, derived_relations, shipped_templates

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def source_uri(address: Address) -> str:
    """The Markdown file that MkDocs would make a page at `address` from."""
    return f"{address}index.md" if address in LISTS else f"{address.rstrip('/')}.md"


def add_pages(
    files: Files,
    pages: Mapping[str, Page],
    taken: Iterable[str],
    languages: Languages,
    config: MkDocsConfig,
    root: Path,
) -> None:
    """Add `pages` (by the file MkDocs would make them from), but for those a hand-written file makes."""
    taken = frozenset(taken)
    for uri, page in pages.items():
        if uri not in taken:
            file = into_language(_generated(config, uri, f"# {page.title}\n"), languages, config)
            file.edit_uri = edit_uri(page.source, root, config)
            files.append(file)
            for beside in page.files:
                files.append(into_language(_generated(config, beside.address, beside.text), languages, config))


def add_exports(files: Files, site: Site, languages: Languages, config: MkDocsConfig) -> list[Problem]:
    """Add the atlas and its library as files; a file of the docs at such an address wins, which is a problem."""
    atlas = site.atlas
    folder = languages.folder(languages.current)
    own = {
        file.dest_uri.removeprefix(folder): file.src_uri
        for file in files
        if not file.generated_by and not file.is_documentation_page()
    }
    exports = export_files(
        atlas,
        language=languages.current,
        site_url=config.site_url,
        site_name=config.site_name,
        description=config.site_description or "",
        folder=folder,
        taken=own,
        derived=derived_relations(site),
    )
    for export in exports:
        file = _generated(config, export.address, export.text)
        files.append(into_language(file, languages, config) if export.localised else file)
    return address_problems(atlas, own)


def add_assets(files: Files, config: MkDocsConfig) -> None:
    """Add our style sheets and scripts, with what they come with, and the schemas of what people write."""
    for name, schema in (("mkdocs", mkdocs_schema()), ("note", note_schema())):
        if files.get_file_from_path(f"schemas/{name}.json") is None:
            files.append(_generated(config, f"schemas/{name}.json", schema))
    folder = shipped_templates()
    for asset in sorted(path for path in (folder / "assets").rglob("*") if path.is_file()):
        files.append(File.generated(config, asset.relative_to(folder).as_posix(), abs_src_path=str(asset)))


def _generated(config: MkDocsConfig, uri: str, content: str) -> File:
    """A file that is not in `docs_dir`; pages among them stay out of the navigation."""
    inclusion = InclusionLevel.NOT_IN_NAV if uri.endswith(".md") else InclusionLevel.INCLUDED
    return File.generated(config, uri, content=content, inclusion=inclusion)
