"""Reading a project for MkDocs: where it is, the pages that MkDocs has collected, and what the site is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.base import LegacyConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from paperatlas.build.built_site import SiteSettings
from paperatlas.build.docs_folder import PageFile, place_of, refused_files
from paperatlas.build.foreign_settings import foreign_settings
from paperatlas.build.includes import Includes, read_includes
from paperatlas.build.languages import Languages
from paperatlas.build.navigation import pages_in_navigation
from paperatlas.build.options import Options
from paperatlas.build.project import Project, read_project, with_language
from paperatlas.build.templates import shipped_templates
from paperatlas.build.watched import watched_paths
from paperatlas.diagnostics.problem import Problem
from paperatlas.diagnostics.searches import found
from paperatlas.hosts.mkdocs.files import own_files
from paperatlas.hosts.mkdocs.languages import page_source_of
from paperatlas.hosts.mkdocs.options import root_of
from paperatlas.storage.files import why_not_writable
from paperatlas.storage.paths import display_path

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("paperatlas")


def cache_of(config: MkDocsConfig, options: Options) -> Path | None:
    """Return the folder of the cache, if the site wants one."""
    return root_of(config) / options.cache if options.cache else None


def watched_in(config: MkDocsConfig, options: Options) -> list[Path]:
    """Return what pages are made from besides MkDocs' own files."""
    templates = shipped_templates()
    paths = [path for path in watched_paths(root_of(config), options) if path.exists()]
    return paths if templates.is_relative_to(Path(__file__).parents[2]) else [*paths, templates]


def sources_of(files: Files, languages: Languages) -> dict[str, File]:
    """Return the pages that a site has, by the paths of their sources."""
    found = {
        page_source_of(file)[0]: file
        for file in files.documentation_pages()
        if file.inclusion is not InclusionLevel.EXCLUDED
    }
    return {source: found[source] for source in sorted(found, key=place_of)} if languages.by_folder else found


def settings_of(config: MkDocsConfig, files: Files, folder: str) -> SiteSettings:
    """Return the settings of the site in the language whose pages are in `folder`."""
    return SiteSettings(
        name=config.site_name,
        url=config.site_url or "",
        # Escaped by its author, who knows what themes do with it, or for a language before.
        description=unescape(config.site_description or ""),
        directory_urls=config.use_directory_urls,
        files=own_files(files, folder),
        navigation=tuple(pages_in_navigation(config.nav)),
    )


def leave_out_refused(files: Files, config: MkDocsConfig) -> list[Problem]:
    """Take away the files of the docs folder that no site is made from, and return what is wrong with each."""
    docs = Path(config.docs_dir)
    found = {Path(file.abs_src_path): file for file in files if file.abs_src_path and file.src_dir == config.docs_dir}
    included = (path for path, file in found.items() if file.inclusion is not InclusionLevel.EXCLUDED)
    refused = refused_files(included, docs, root_of(config))
    for path in refused:
        files.remove(found[path])
    return list(refused.values())


def read_mkdocs_project(
    config: MkDocsConfig,
    own_config: LegacyConfig,
    options: Options,
    files: Iterable[File],
    languages: Languages,
    language: str,
    before: Project | None,
) -> Project:
    """Read the project for the first language of a build; for a further one, only its pages.

    `own_config` is the plugin's part of the configuration, as it is written.
    """
    root, cache = root_of(config), cache_of(config, options)
    pages = [_page_file(file, root) for file in files]
    if before is not None and language != languages.first:
        return with_language(before, language, pages)
    if cache and (reason := why_not_writable(cache)):
        log.info(
            f"The cache '{options.cache}' cannot be written ({reason}): the site is complete, but the next build "
            "takes as long as this one."
        )
    project = read_project(
        root,
        options,
        {language: pages},
        languages=languages,
        includes=includes_of(config),
        cache=cache,
        before=before,
    )
    file = Path(own_config.config_file_path or "mkdocs.yml").name
    foreign = foreign_settings(own_config, config.plugins, file)
    return replace(project, searches=(*project.searches, found(foreign)))


def includes_of(config: MkDocsConfig) -> Includes:
    """Return what extensions of Python-Markdown, and a plugin, include in pages."""
    extensions = dict.fromkeys(map(str, config.markdown_extensions)) | (config.mdx_configs or {})
    return read_includes(extensions, config.plugins, root_of(config), Path(config.docs_dir))


def _page_file(file: File, root: Path) -> PageFile:
    """Return a page as the project reads it; its path for people is relative to the root where that can be."""
    source, language = page_source_of(file)
    if file.abs_src_path is None:
        return PageFile(source, file.src_uri, None, language)
    path = Path(file.abs_src_path)
    return PageFile(source, display_path(path, root), path, language)
