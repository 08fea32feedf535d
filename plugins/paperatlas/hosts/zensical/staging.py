"""Writing a site into a stage, for Zensical to build."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from paperatlas.build.citations import cite_source
from paperatlas.build.configuration import Configuration
from paperatlas.build.docs_folder import PageFile
from paperatlas.build.edit_paths import edit_path
from paperatlas.build.project import Project, read_site, site_pages
from paperatlas.build.site import BuiltSite, SiteSettings, build_site
from paperatlas.build.templates import asset_files
from paperatlas.diagnostics.problem import Problem
from paperatlas.hosts.zensical.edit_links import edit_url
from paperatlas.hosts.zensical.included import expand
from paperatlas.hosts.zensical.layout import LanguageFolder, language_folders
from paperatlas.hosts.zensical.page_text import PageInsert, front_matter_of, front_matter_with, staged_text
from paperatlas.hosts.zensical.settings import SettingValues, read_settings, settings_for, settings_text, site_nav
from paperatlas.hosts.zensical.source_links import relative_to_source
from paperatlas.hosts.zensical.stage import Stage
from paperatlas.hosts.zensical.theme import theme_files
from paperatlas.hosts.zensical.unmade import MadePages
from paperatlas.notes.front_matter import FrontMatter
from paperatlas.pages import Heading, Page, PlannedPage, head_html
from paperatlas.pages.citations.page import CitationOptions
from paperatlas.pages.hand_written import GeneratedParts, generated_parts
from paperatlas.storage.cache import key_of
from paperatlas.text.progress import with_progress

_HEAD = 'rel="canonical" name="description"'
"""What Zensical's theme puts into a head by itself, where there is an address and a description."""


@dataclass(slots=True)
class StagedSite:
    """A site in its stage: what it was made from, and what changed when it was staged the last time."""

    stage: Stage
    configuration: Configuration
    values: SettingValues
    project: Project
    pages: Mapping[str, tuple[PageFile, ...]]
    folders: tuple[LanguageFolder, ...]
    built: dict[str, BuiltSite] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    restart: bool = False
    """Whether a configuration or a theme has changed, which Zensical reads once."""

    @property
    def last_built(self) -> BuiltSite | None:
        """Return the site in the language that was built last, if one was."""
        return next(reversed(self.built.values()), None)


def stage_site(configuration: Configuration, root: Path, before: StagedSite | None = None) -> StagedSite:
    """Read a site and bring its stage in the folder `root` up to date.

    Raises `BadSiteError` if it is none, and `WriteError` if the stage cannot be written or is of another version.
    """
    folders = language_folders(configuration.languages)
    project = read_site(configuration, cache=configuration.cache, before=before.project if before else None)
    staged = StagedSite(
        before.stage if before else Stage.open(root, [path for each in folders for path in (each.docs, each.theme)]),
        configuration,
        read_settings(configuration),
        project,
        site_pages(configuration)[0],
        folders,
    )
    staged.problems += project.problems
    stage = staged.stage
    stage.begin()
    earlier = before.last_built if before else None
    for folder in folders:
        _Language(staged, folder).write(earlier)
        earlier = staged.last_built
    stage.finish()
    return staged


class _Language:
    """One language of a site that is being staged."""

    def __init__(self, staged: StagedSite, folder: LanguageFolder) -> None:
        self._staged, self._folder = staged, folder
        self._stage, self._project = staged.stage, staged.project
        self._root = staged.configuration.root
        self._docs = staged.configuration.docs()
        self._languages = staged.configuration.languages
        self._assets = self._files_of_docs()
        read = ((page, staged.project.pages[page]) for page in staged.pages[folder.language])
        self._pages = {page.source: (page, found.text, found.document) for page, found in read if found.document}
        self._settings = settings_for(staged.values, self._languages, folder.language)
        self._cite = CitationOptions(self._project.style, self._project.options.references)

    def write(self, earlier: BuiltSite | None) -> None:
        """Write everything."""
        built = self._build(earlier)
        self._staged.built[self._folder.language] = built
        self._staged.problems += built.problems
        self._settings.setdefault("nav", site_nav(self._pages, built.pages))
        self._write_settings()
        self._write_files(built)
        made = MadePages.open(self._stage, built, f"pages-{self._folder.language}.cache", key_of(self._page_settings()))
        for page, text, document in self._pages.values():
            self._write_hand_written(made, built, page, text, document.front_matter)
        planned = [(source, page) for source, page in built.pages.items() if source not in self._pages]
        for source, generated in with_progress(planned, "pages"):
            made.put(
                self._path(source), partial(self._inputs, generated), partial(self._generated, built, source, generated)
            )
        made.save()
        built.texts.save(paper.entry for paper in built.site.atlas.papers.values())

    def _build(self, earlier: BuiltSite | None) -> BuiltSite:
        values = self._staged.values
        settings = SiteSettings(
            name=str(self._settings.get("site_name") or ""),
            url=str(values.get("site_url") or ""),
            description=str(self._settings.get("site_description") or ""),
            directory_urls=self._docs.directory_urls,
            files={bare: file for bare, (file, own) in self._assets.items() if own},
        )
        return build_site(self._project, self._folder.language, settings, earlier)

    def _write_settings(self) -> None:
        theme = theme_files(self._settings["theme"], self._root, several=self._languages.several)
        changed = [self._stage.put(posixpath.join(self._folder.theme, name), data) for name, data in theme.items()]
        self._settings["theme"]["custom_dir"] = "theme"
        self._settings |= {"docs_dir": "docs", "site_dir": self._folder.site}
        changed.append(self._stage.put(self._folder.configuration, settings_text(self._settings).encode()))
        self._staged.restart |= any(changed)

    def _write_files(self, built: BuiltSite) -> None:
        """Write the files of the docs that are no pages, and those that are generated."""
        for bare, (file, _) in self._assets.items():
            self._stage.put(self._path(bare), (self._docs.path / file).read_bytes())
        for address, path in asset_files(of_pages=bool(built.site.pages)):
            self._stage.put(self._path(address), path.read_bytes())
        for export in built.files:
            if export.localised or not built.site.folder:
                self._stage.put(self._path(export.address), export.text.encode("utf-8", "surrogateescape"))

    def _write_hand_written(
        self, made: MadePages, built: BuiltSite, page: PageFile, text: str, matter: FrontMatter
    ) -> None:
        markdown = expand(text[matter.body_start :].lstrip("\n"), self._staged.configuration)
        url = edit_url(self._staged.values, self._docs_path(page))
        ours = {"paperatlas": {"edit": url}} if url else {}
        path = self._path(str(PurePosixPath(page.source).with_suffix(".md")))

        def make() -> tuple[Mapping[str, str], bool]:
            cited = cite_source(built.recorded, page.source, markdown, self._cite)
            self._staged.problems += cited.problems
            parts = generated_parts(built.recorded, page.source, markdown)
            insert = PageInsert(
                pieces=tuple(self._from_source(piece, page.source) for piece in cited.pieces),
                parts=self._parts_from_source(parts, page.source),
            )
            whole = staged_text(front_matter_with(text, matter.values, ours), cited.markdown, insert)
            return {path: whole}, not cited.problems

        made.put(path, lambda: (text, markdown, url), make)

    def _generated(self, built: BuiltSite, source: str, planned: PlannedPage) -> tuple[Mapping[str, str], bool]:
        page = planned.make()
        insert = PageInsert(
            html=self._from_source(page.body.html, source),
            headings=(Heading("", page.title, 1), *page.body.headings),
        )
        files = {self._path(source): staged_text(front_matter_of(self._front_matter(built, planned, page)), "", insert)}
        for file in page.files:
            if file.localised or not built.site.folder:
                files[self._path(file.address)] = file.text
        return files, True

    def _front_matter(self, built: BuiltSite, planned: PlannedPage, page: Page) -> Mapping[str, Any]:
        values = page.metadata
        ours = {}
        if url := edit_url(self._staged.values, edit_path(planned.source, self._root, self._docs.path)):
            ours["edit"] = url
        if page.key:
            site_url = str(self._settings.get("site_url") or "")
            paper = built.recorded.atlas.papers[page.key]
            ours["head"] = head_html(built.recorded, paper, site_url, _HEAD if site_url else 'name="description"')
        return {**values, "paperatlas": ours} if ours else values

    def _inputs(self, planned: PlannedPage) -> tuple[object, ...]:
        """Return what a page is made from besides what it reads of the site."""
        return (edit_path(planned.source, self._root, self._docs.path), *planned.inputs())

    def _page_settings(self) -> list[str]:
        """Return what every page depends on."""
        named = ("site_url", "repo_url", "edit_uri", "edit_uri_template")
        return [str(self._staged.values.get(name)) for name in named] + [str(self._settings.get("site_url"))]

    def _parts_from_source(self, parts: GeneratedParts, source: str) -> GeneratedParts:
        def changed(html: str) -> str:
            return self._from_source(html, source)

        return replace(
            parts,
            overviews={marker: changed(overview) for marker, overview in parts.overviews.items()},
            head=changed(parts.head),
            graph=replace(parts.graph, frame=changed(parts.graph.frame), drawing=changed(parts.graph.drawing)),
            script=changed(parts.script),
            end=replace(parts.end, html=changed(parts.end.html)),
        )

    def _from_source(self, html: str, source: str) -> str:
        return relative_to_source(html, source, directory_urls=self._docs.directory_urls)

    def _path(self, below: str) -> str:
        return posixpath.join(self._folder.docs, below)

    def _docs_path(self, page: PageFile) -> str | None:
        """Return the path of a hand-written page below the docs."""
        return page.path.relative_to(self._docs.path).as_posix() if page.path else None

    def _files_of_docs(self) -> dict[str, tuple[str, bool]]:
        """Return the files of the docs that are no pages, by their paths without a language.

        Each with its own path, and whether it is in this language.
        """
        found: dict[str, tuple[str, bool]] = {}
        first, language = self._languages.first, self._folder.language
        for file in self._docs.files():
            bare, suffix = self._languages.split(file)
            own = (suffix or first) == language
            if own or ((suffix or first) == first and bare not in found):
                found[bare] = file, own
        return found
