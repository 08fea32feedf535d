"""One language of a site, as it is staged."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from html import escape, unescape
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from paperatlas.atlas import Paper
from paperatlas.build.built_site import BuiltSite, SiteSettings
from paperatlas.build.citations import cite_source
from paperatlas.build.docs_folder import PageFile
from paperatlas.build.edit_paths import edit_path
from paperatlas.build.navigation import pages_in_navigation
from paperatlas.build.site import build_site
from paperatlas.build.templates import asset_files
from paperatlas.diagnostics.problem import Problem
from paperatlas.hosts.footer import dated_copyright
from paperatlas.hosts.front_matter import SHOWN_SETTINGS, as_text
from paperatlas.hosts.notice import Notice
from paperatlas.hosts.zensical.edit_links import edit_url
from paperatlas.hosts.zensical.included import expand
from paperatlas.hosts.zensical.layout import LanguageFolder
from paperatlas.hosts.zensical.page_text import PageInsert, front_matter_of, front_matter_with, staged_text
from paperatlas.hosts.zensical.settings import (
    SettingValues,
    served_settings,
    settings_for,
    settings_text,
    site_nav,
    title_of_name,
)
from paperatlas.hosts.zensical.source_links import relative_to_source
from paperatlas.hosts.zensical.theme import SERVED_NOTICE, theme_files
from paperatlas.hosts.zensical.unmade import MadePages
from paperatlas.notes import Document
from paperatlas.pages import Heading, Page, PlannedPage, hand_written_head, head_html
from paperatlas.pages.citations.page import CitationOptions
from paperatlas.pages.hand_written import GeneratedParts, generated_parts
from paperatlas.pages.metadata.description import description_of
from paperatlas.storage.cache import key_of
from paperatlas.text.progress import with_progress
from paperatlas.texts.definition import Messages

if TYPE_CHECKING:
    from paperatlas.hosts.zensical.staging import StagedSite

_HEAD = 'rel="canonical" name="description"'
"""What Zensical's theme puts into a head by itself, where there is an address and a description."""

_NOTICE_SCRIPT, _NOTICE = f"assets/{SERVED_NOTICE.name}", f"assets/{SERVED_NOTICE.stem}.txt"

_Files = Mapping[str, str]
"""The texts of the files that are staged for a page, by path."""


class StagedLanguage:
    """One language of a site that is being staged: what is built, and how it is written."""

    def __init__(
        self, staged: StagedSite, folder: LanguageFolder, earlier: StagedLanguage | None, *, when_asked: bool
    ) -> None:
        """Build the language; what was built `earlier`, or in the language before, spares some of the work."""
        self.folder = folder
        self._stage, self._project, self._values = staged.stage, staged.project, staged.values
        self._configuration, self._is_served = staged.configuration, staged.is_served
        self._docs = staged.configuration.docs()
        self._languages = staged.configuration.languages
        self._assets = self._files_of_docs()
        # A page that was saved since the project was read comes with the next look at the files.
        read = ((page, staged.project.pages.get(page)) for page in staged.pages[folder.language])
        self._pages = {
            page.source: (page, found.text, found.document) for page, found in read if found and found.document
        }
        self._settings = settings_for(staged.values, self._languages, folder.language)
        project = staged.project
        self._untrusted = project.options.untrusted_notes
        self._cite = CitationOptions(project.style, project.options.references, formulas=project.page_reading.formulas)
        before = earlier or next(reversed(staged.languages), None)
        self.built: BuiltSite = self._build(before.built if before else None, when_asked=when_asked)
        name, key = f"pages-{folder.language}.cache", key_of(self._page_settings())
        self.made: MadePages = MadePages.open(self._stage, self.built, name, key, earlier.made if earlier else None)

    def _build(self, earlier: BuiltSite | None, *, when_asked: bool) -> BuiltSite:
        settings = SiteSettings(
            name=str(self._settings.get("site_name") or ""),
            url=str(self._values.get("site_url") or ""),
            description=unescape(str(self._settings.get("site_description") or "")),
            directory_urls=self._docs.directory_urls,
            files={bare: file for bare, (file, own) in self._assets.items() if own},
            navigation=tuple(pages_in_navigation(self._values.get("nav"))),
        )
        return build_site(self._project, self.folder.language, settings, earlier, when_asked=when_asked)

    @property
    def settings(self) -> SettingValues:
        """Return the configuration that Zensical gets, with the navigation that a site has which lists none."""
        settings = {**self._settings, "nav": self._settings.get("nav") or site_nav(self._pages, self.built.pages)}
        if said := dated_copyright(str(settings.get("copyright") or ""), self.built):
            settings["copyright"] = said
        settings |= as_text({name: settings[name] for name in SHOWN_SETTINGS if name in settings})
        settings["theme"] = {**settings["theme"], "custom_dir": "theme"}
        if self._is_served:
            settings = served_settings(settings, _NOTICE_SCRIPT)
        return settings | {"docs_dir": "docs", "site_dir": self.folder.site}

    @property
    def sources(self) -> AbstractSet[str]:
        """Return the sources of all pages of the site in the language."""
        return self._pages.keys() | self.built.pages.keys()

    def page_file(self, source: str) -> str:
        """Return the path of a page in the site of the language."""
        return self._docs.destination(source)

    def write_settings(self) -> bool:
        """Write the configuration and the theme; return whether one of them has changed."""
        root = self._configuration.root
        theme = theme_files(self._settings["theme"], root, several=self._languages.several)
        changed = [self._stage.put(posixpath.join(self.folder.theme, name), data) for name, data in theme.items()]
        changed.append(self._stage.put(self.folder.configuration, settings_text(self.settings).encode()))
        return any(changed)

    def write_files(self) -> None:
        """Write the files of the docs that are no pages, and those that are generated."""
        self.built.find_all_related()
        for bare, (file, _) in self._assets.items():
            self._stage.put(self._path(bare), (self._docs.path / file).read_bytes())
        for address, path in asset_files(of_pages=bool(self.built.site.pages)):
            self._stage.put(self._path(address), path.read_bytes())
        if self._is_served:
            self._stage.put(self._path(_NOTICE_SCRIPT), SERVED_NOTICE.read_bytes())
        for export in self.built.files:
            if export.localised or not self.built.site.folder:
                self._stage.put(self._path(export.address), export.data)

    def write_notice(self, notice: Callable[[Messages], Notice | None]) -> None:
        """Write what served pages tell of what is broken; nothing if that is None."""
        told = notice(self.built.site.messages)
        html = told.html(self.folder.language) if told else ""
        self._stage.put(self._path(_NOTICE), html.encode("utf-8", "surrogateescape"))

    def write_pages(self, problems: list[Problem]) -> Iterator[None]:
        """Write the pages, one each time; add what is wrong with them to `problems`."""
        self.made.begin()
        for page, text, document in self._pages.values():
            yield
            inputs = partial(self._inputs_of_note, page, text, document)
            self.made.put(self._path_of(page), inputs, partial(self._cited, page, text, document, problems))
        for source, generated in with_progress(self._generated_pages(), "pages"):
            yield
            planned_inputs, make_page = partial(self._inputs, generated), partial(self._generated, source, generated)
            self.made.put(self._path(source), planned_inputs, make_page)

    def changed_pages(self, saved: Collection[Path], before: BuiltSite | None) -> list[str]:
        """Return the sources of the pages that were saved, and of those of papers that are new or other `before`."""
        earlier = before.site.atlas.papers if before else {}
        papers = self.built.site.atlas.papers.values()
        changed = {paper.key for paper in papers if not _is_same(paper, earlier.get(paper.key))}
        return [
            *(source for source, (page, _, _) in self._pages.items() if page.path in saved),
            *(source for source, page in self._generated_pages() if page.key in changed),
        ]

    def write_some(self, sources: Collection[str], before: BuiltSite | None) -> None:
        """Write some pages; until all are written, papers are related to what they were `before`."""
        generated = self._generated_pages()
        if before:
            self.built.assume_related(before, [page.key for source, page in generated if source in sources])
        for source in sources:
            if source in self._pages:
                self._put(self._hand_written(*self._pages[source])[0])
            else:
                self._put(self._generated(source, self.built.pages[source])[0])

    def remember(self) -> None:
        """Keep what was made for the next build, when it is in its place."""
        self.made.save()
        self.built.texts.save(paper.entry for paper in self.built.site.atlas.papers.values())

    def _generated_pages(self) -> list[tuple[str, PlannedPage]]:
        """Return the generated pages by their sources, but for those in whose place there is a hand-written one."""
        return [(source, page) for source, page in self.built.pages.items() if source not in self._pages]

    def _put(self, files: _Files) -> None:
        for path, text in files.items():
            self._stage.put(path, text.encode("utf-8", "surrogateescape"))

    def _cited(self, page: PageFile, text: str, document: Document, problems: list[Problem]) -> tuple[_Files, bool]:
        """Return the files of a hand-written page; one with problems does not stay, which each build has to name."""
        files, found = self._hand_written(page, text, document)
        problems += found
        return files, not found

    def _hand_written(self, page: PageFile, text: str, document: Document) -> tuple[_Files, tuple[Problem, ...]]:
        built = self.built
        markdown, url = self._body(text, document), self._edit_url(page)
        cited = cite_source(built.recorded, page.source, markdown, self._cite)
        parts = generated_parts(built.recorded, page.source, markdown)
        insert = PageInsert(
            pieces=tuple(self._from_source(piece, page.source) for piece in cited.pieces),
            parts=self._parts_from_source(parts, page.source),
            untrusted=self._untrusted,
        )
        ours = self._added_front_matter(page.source, document, url)
        values = document.front_matter.values
        shown = as_text(values)
        name = {"title": title_of_name(PurePosixPath(page.source).stem)}
        if self._untrusted and document.title:
            shown |= as_text({"title": document.title})
        elif not document.title and as_text(name) != name:
            shown |= as_text(name)
        matter = front_matter_with(text, values, ours) if shown == values else front_matter_of({**shown, **ours})
        return {self._path_of(page): staged_text(matter, cited.markdown, insert)}, tuple(cited.problems)

    def _added_front_matter(self, source: str, document: Document, edit: str) -> dict[str, Any]:
        """Return what the theme finds in the front matter of a hand-written page besides what is written there."""
        site, site_url = self.built.recorded, str(self._settings.get("site_url") or "")
        description = "" if document.front_matter.values.get("description") else description_of(site, source)
        head = hand_written_head(site, source, site_url, 'name="description"')
        ours = {name: value for name, value in (("edit", edit), ("head", head)) if value}
        added: dict[str, Any] = {"description": escape(description)} if description else {}
        return {**added, "paperatlas": ours} if ours else added

    def _inputs_of_note(self, page: PageFile, text: str, document: Document) -> tuple[object, ...]:
        """Return what a hand-written page is made from besides what it reads of the site."""
        return text, self._body(text, document), self._edit_url(page), self._cite.key, self._untrusted

    def _body(self, text: str, document: Document) -> str:
        """Return the Markdown of a hand-written page, with all that it includes."""
        return expand(text[document.front_matter.body_start :].lstrip("\n"), self._configuration)

    def _edit_url(self, page: PageFile) -> str:
        """Return where a hand-written page is edited."""
        path = page.path.relative_to(self._docs.path).as_posix() if page.path else None
        return edit_url(self._values, path)

    def _path_of(self, page: PageFile) -> str:
        return self._path(str(PurePosixPath(page.source).with_suffix(".md")))

    def _generated(self, source: str, planned: PlannedPage) -> tuple[_Files, bool]:
        """Return the files of a generated page, which may stay while nothing that it is made from changes."""
        page = planned.make()
        insert = PageInsert(
            html=self._from_source(page.body.html, source),
            headings=(Heading("", page.title, 1), *page.body.headings),
        )
        files = {self._path(source): staged_text(front_matter_of(self._front_matter(planned, page)), "", insert)}
        for file in page.files:
            if file.localised or not self.built.site.folder:
                files[self._path(file.address)] = file.text
        return files, True

    def _front_matter(self, planned: PlannedPage, page: Page) -> Mapping[str, Any]:
        values = page.metadata
        ours = {}
        if url := edit_url(self._values, self._edit_path(planned)):
            ours["edit"] = url
        if page.key:
            site_url = str(self._settings.get("site_url") or "")
            paper = self.built.recorded.atlas.papers[page.key]
            ours["head"] = head_html(self.built.recorded, paper, site_url, _HEAD if site_url else 'name="description"')
        return {**values, "paperatlas": ours} if ours else values

    def _inputs(self, planned: PlannedPage) -> tuple[object, ...]:
        """Return what a page is made from besides what it reads of the site."""
        return (self._edit_path(planned), *planned.inputs())

    def _edit_path(self, planned: PlannedPage) -> str | None:
        return edit_path(planned.source, self._configuration.root, self._docs.path)

    def _page_settings(self) -> list[str]:
        """Return what every page depends on."""
        named = ("site_url", "repo_url", "edit_uri", "edit_uri_template")
        return [str(self._values.get(name)) for name in named] + [str(self._settings.get("site_url"))]

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
        return posixpath.join(self.folder.docs, below)

    def _files_of_docs(self) -> dict[str, tuple[str, bool]]:
        """Return the files of the docs that are no pages, by their paths without a language.

        Each with its own path, and whether it is in this language.
        """
        found: dict[str, tuple[str, bool]] = {}
        first, language = self._languages.first, self.folder.language
        for file in self._docs.files():
            bare, suffix = self._languages.split(file)
            own = (suffix or first) == language
            if own or ((suffix or first) == first and bare not in found):
                found[bare] = file, own
        return found


def _is_same(paper: Paper, earlier: Paper | None) -> bool:
    """Return whether the entry of a paper is what it was, if in another line."""
    return paper is earlier or (
        earlier is not None and paper.entry.content(places=False) == earlier.entry.content(places=False)
    )
