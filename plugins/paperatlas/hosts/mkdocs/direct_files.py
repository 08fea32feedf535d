"""Generated pages that MkDocs links to, and that PaperAtlas writes itself.

MkDocs reads each page as Markdown, asks its theme for all that stands around it and its search plugin to parse what
comes out: ten times the work of making the page. For MkDocs the pages of papers, people, venues and years are files
like a picture, whose content appears later; hand-written pages can link to them, and the sitemap names them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from paperatlas.build.languages import Languages
from paperatlas.hosts.mkdocs.edit_links import encode_edit_url
from paperatlas.hosts.mkdocs.host import HOST
from paperatlas.hosts.mkdocs.theme_page import anchors
from paperatlas.pages import PlannedPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class DirectFile(File):
    """The file of a planned page.

    It has what mkdocs-static-i18n gives to the files it knows: the language it is in, and its translations.
    """

    def __init__(
        self, planned: PlannedPage, source: str, languages: Languages, language: str, config: MkDocsConfig
    ) -> None:
        destination = _destination(source, directory_urls=config.use_directory_urls)
        super().__init__(
            source,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            dest_uri=languages.folder(language) + destination,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "paperatlas"
        self.planned = planned
        self._destination = destination
        self._languages = languages
        self._language = language
        self._config = config
        self._page: DirectPage | None = None
        self.in_nav = False
        if languages.several:
            self.locale = self.locale_alternate_of = language
            self.norm_src_uri = source

    def beside(self, slug: str) -> DirectFile:
        """Return the file of a page at another address in the same folder."""
        source = posixpath.join(posixpath.dirname(self.src_uri), f"{slug}.md")
        return DirectFile(self.planned, source, self._languages, self._language, self._config)

    def is_documentation_page(self) -> bool:
        """Return that MkDocs has nothing to convert."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the file to be written after all others."""

    @property
    def page(self) -> DirectPage:
        """Return the page in MkDocs' terms, as the sitemap asks for it, with its addresses and without content."""
        if self._page is None:
            encode_edit_url(DirectPage(None, self, self._config))
        assert self._page is not None  # noqa: S101 - MkDocs' pages tell their file of themselves
        return self._page

    @page.setter
    def page(self, page: Page | None) -> None:
        self._page = cast("DirectPage | None", page)

    @property
    def alternates(self) -> dict[str, File]:
        """Return the page in each language."""
        return {
            language: self
            if language == self.locale
            else File(
                self.src_uri,
                self._config.docs_dir,
                self.dest_dir,
                self.use_directory_urls,
                dest_uri=self._languages.folder(language) + self._destination,
            )
            for language in self._languages.every
        }


class DirectPage(Page):
    """The page of a planned page in MkDocs' terms."""

    file: DirectFile

    @property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]
        """Return what a link to this page can end in."""
        return anchors(self.file.planned.make().body.html)


def _destination(source: str, *, directory_urls: bool) -> str:
    stem = source.removesuffix(".md")
    if directory_urls and posixpath.basename(stem) != "index":
        return f"{stem}/index.html"
    return f"{stem}.html"


def slug_of(file: File) -> str:
    """Return the last part of a page's address, as it stands in addresses."""
    path = file.dest_uri.removesuffix("/index.html")
    return quote(posixpath.basename(path).removesuffix(".html"))


def foreign_page_events(config: MkDocsConfig) -> list[str]:
    """Return the plugins and hooks, by module, that want to see every page as MkDocs makes it."""
    return foreign_events(config, _PAGE_EVENTS)


def foreign_build_events(config: MkDocsConfig) -> list[str]:
    """Return the plugins and hooks, by module, that do something with the site when it is built."""
    return foreign_events(config, ("post_build",))


def foreign_events(config: MkDocsConfig, events: Collection[str] | None = None) -> list[str]:
    """Return the plugins and hooks, by module, that have a part in some events, or in any."""
    known: Any = config.plugins.events
    handlers = [handler for event in (known if events is None else events) for handler in known.get(event, ())]
    modules = {_module(handler) for handler in handlers if _is_enabled(handler)}
    return sorted(module for module in modules if not module.startswith(_KNOWN))


def _is_enabled(handler: Any) -> bool:  # noqa: ANN401 - whatever can be called
    """Return False for the handlers of plugins that have been switched off: Material's have an option for that."""
    return bool(getattr(getattr(getattr(handler, "__self__", None), "config", None), "enabled", True))


def _module(handler: Any) -> str:  # noqa: ANN401 - whatever can be called
    return str(type(owner).__module__ if (owner := getattr(handler, "__self__", None)) else handler.__module__)


_PAGE_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
_KNOWN = ("paperatlas.", "mkdocs_static_i18n.", "material.plugins.search.", f"{HOST}.contrib.search")
"""Whose work at generated pages is known, and done for them in another way."""
