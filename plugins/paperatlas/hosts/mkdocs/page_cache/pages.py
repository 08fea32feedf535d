"""The pages of a build as MkDocs goes through them, and what of them need not be made again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page

from paperatlas.hosts.mkdocs.page_cache.conversion import convert
from paperatlas.hosts.mkdocs.page_cache.store import PageStore
from paperatlas.hosts.mkdocs.page_cache.values import UnknownValueError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

log = get_plugin_logger("paperatlas")


class PageCache:
    """What is not made again of the pages that MkDocs makes."""

    def __init__(self) -> None:
        self._store = PageStore()
        self._languages: set[str] = set()
        self._unknown: set[str] = set()

    def start(self, cache: Path | None) -> None:
        """Begin a build, of all languages of a site."""
        self._store.start(cache / "pages" if cache else None)
        self._languages.clear()

    def intercept(self, page: Page) -> None:
        """Have a page taken from the cache instead of being converted, unless a plugin converts it in its own way."""
        if type(page) is Page:
            page.render = partial(self._render, page)  # type: ignore[method-assign]

    def finish(self, page: Page) -> None:
        """Keep what was made of a page."""
        self._store.finish(page.file.dest_uri)

    def end(self, language: str, languages: tuple[str, ...]) -> None:
        """End the build of one language; after that of the last, forget the pages that the site no longer has."""
        self._languages.add(language)
        if self._languages.issuperset(languages):
            self._store.end()

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        address = page.file.dest_uri
        try:
            converted = convert(page, config, files, self._store.earlier(address).converted)
        except UnknownValueError as unknown:
            self._tell(f"pages are converted, as what '{unknown}' makes of them may depend on more than their text")
            Page.render(page, config, files)
        else:
            self._store.put(address, converted=converted)

    def _tell(self, reason: str) -> None:
        """Say once why something is done in every build."""
        if reason not in self._unknown:
            self._unknown.add(reason)
            log.info(f"In every build, {reason}.")
