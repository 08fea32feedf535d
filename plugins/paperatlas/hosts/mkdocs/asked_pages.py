"""Pages of MkDocs under `mkdocs serve` that the theme does not render before somebody asks for them.

MkDocs reads and converts every page in each build, for its title, its headings and what is wrong with its links; what
its theme makes of them waits, as generated pages do. In a build after some pages or entries alone were saved, those
that were not saved wait as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.structure.files import File, Files, InclusionLevel

from paperatlas.hosts.mkdocs.search_index import search_index_of
from paperatlas.hosts.mkdocs.serving import ServedSite, Turn
from paperatlas.storage.input_files import files_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_SITEMAP = ("sitemap.xml", "sitemap.xml.gz")
"""Of the files of a theme that are made from templates, those that show nothing of a page but its address."""


@dataclass(frozen=True, slots=True)
class Host:
    """What MkDocs makes pages with."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment


@dataclass(slots=True)
class AskedPages:
    """The pages of a build, until a build that begins anew.

    `complete` returns the content of a hand-written page with its generated parts, `write_beside` writes the files that
    a generated one comes with. Pages that are not `_read` have to be before they are rendered; what search finds on
    those that are rendered is in `_entries`, by source.
    """

    host: Host
    complete: Callable[[Page, str], str]
    write_beside: Callable[[File], None]
    pages: Sequence[File]
    _inclusion: dict[str, InclusionLevel]
    _drafts: frozenset[str]
    _read: set[str]
    _entries: dict[str, list[Any]] = field(default_factory=dict)
    _static: frozenset[str] = frozenset()

    @classmethod
    def of_build(
        cls, host: Host, complete: Callable[[Page, str], str], write_beside: Callable[[File], None]
    ) -> AskedPages:
        """Return the pages that a build has read, and have it render none of them."""
        pages = host.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        inclusion = {file.src_uri: file.inclusion for file in pages}
        drafts = inclusion.keys() - {file.src_uri for file in host.files.documentation_pages()}
        for file in pages:
            file.inclusion = InclusionLevel.EXCLUDED
        return cls(host, complete, write_beside, pages, inclusion, frozenset(drafts), set(inclusion))

    @property
    def included(self) -> list[File]:
        """Return the pages that are no drafts."""
        return [file for file in self.pages if file.src_uri not in self._drafts]

    def end_build(self, site: ServedSite) -> None:
        """Leave the pages of a build, which has written everything else, to be rendered."""
        for file in self.pages:
            file.inclusion = self._inclusion[file.src_uri]
        templates = self.host.config.theme.static_templates.difference(_SITEMAP)
        made = {str(Path(self.host.config.site_dir, name)) for name in templates}
        self._static = frozenset(path for path, _ in files_of(Path(self.host.config.site_dir)) if path not in made)
        self._postpone(site)

    def build_again(self, site: ServedSite, saved: Collection[str]) -> None:
        """Read the pages that were `saved`, by source, and leave them and all others to be made."""
        for path, _ in files_of(Path(self.host.config.site_dir)):
            if path not in self._static:
                Path(path).unlink()
        self._entries.clear()
        self._read.clear()
        for file in self.pages:
            if file.src_uri in saved:
                self._read_page(file)
        for name in self.host.config.theme.static_templates.difference(_SITEMAP):
            # Whatever is not found may be answered with one of them.
            write = partial(
                _build_theme_template, name, self.host.env, self.host.files, self.host.config, self.host.nav
            )
            site.postpone(str(Path(self.host.config.site_dir, name)), write, writes_more=True)
        self._postpone(site)

    def entries(self, turn: Turn) -> list[Any]:
        """Return what search finds on all pages: they are rendered for it."""
        for file in self.pages:
            with turn():
                self._render(file)
        return [entry for file in self.pages for entry in self._entries.get(file.src_uri, ())]

    def read_all(self, turn: Turn) -> None:
        """Read the pages that are not read yet."""
        for file in self.pages:
            with turn():
                self._read_page(file)

    def _postpone(self, site: ServedSite) -> None:
        for file in self.pages:
            site.postpone(file.abs_dest_path, partial(self._render, file), writes_more=bool(file.generated_by))
        for file in self.pages:
            if file.page is not None:
                file.page.validate_anchor_links(
                    files=self.host.files, log_level=self.host.config.validation.links.anchors
                )

    def _read_page(self, file: File) -> None:
        if file.src_uri not in self._read and file.page is not None:
            _populate_page(file.page, self.host.config, self.host.files)
            self._read.add(file.src_uri)

    def _render(self, file: File) -> None:
        if file.src_uri in self._entries or file.page is None:
            return
        index = search_index_of(self.host.config)
        before = index.length if index else 0
        try:
            self._read_page(file)
            if not file.generated_by:
                file.page.content = self.complete(file.page, file.page.content or "")
            _build_page(
                file.page,
                self.host.config,
                self.pages,
                self.host.nav,
                self.host.env,
                excluded=file.src_uri in self._drafts,
            )
            self.write_beside(file)
            self._entries[file.src_uri] = index.entries[before:] if index else []
        except Exception:
            self._read.discard(file.src_uri)
            raise
        finally:
            if index:
                index.shorten(before)
