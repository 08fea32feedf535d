"""Generated parts of hand-written pages, kept from the theme's search plugin, which would parse them.

In the note of a direction stands a drawing, and below it all its papers, most of both excluded from search: parsing
them to leave them out took a fifth of a build.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs.structure.pages import Page

from paperatlas.hosts.mkdocs.page_cache.search import Searched, can_be_kept, search_key
from paperatlas.hosts.mkdocs.page_cache.store import PageStore
from paperatlas.hosts.mkdocs.search_index import SearchIndex
from paperatlas.pages.hand_written import CompletedPage
from paperatlas.pages.page import NO_FRAGMENT

_NOTHING = CompletedPage("", NO_FRAGMENT)


@dataclass(slots=True)
class PageEnds:
    """What is to be put into pages and at their end, by their source, once search has read them.

    The first page is compared with what the plugin makes of it as a whole; if it is not the same, the plugin reads all.
    """

    index: SearchIndex | None
    cache: PageStore[Searched] | None = None
    """What search found on the pages of earlier builds."""
    _held: dict[str, CompletedPage] = field(default_factory=dict)
    _before: int = 0
    _key: bytes | None = None
    _found: Searched | None = None
    _compared: bool = False
    _agrees: bool = True

    def hold_back(self, page: Page, completed: CompletedPage) -> str:
        """Return what of a page its content is to have already."""
        self._held.pop(page.file.src_uri, None)  # of an earlier version, which nobody has asked for
        if not completed.end.html or self.index is None or not self.index.has_sections:
            return completed.html
        self._held[page.file.src_uri] = completed
        return completed.start

    def whole(self, page: Page) -> str:
        """Return the content of a page with what is held back of it."""
        return self._held.get(page.file.src_uri, _NOTHING).whole(page.content or "")

    def before_search(self, page: Page) -> None:
        """Remember where the entries of a page begin; have the plugin read nothing if they are known."""
        if self.index is None:
            return
        self._before = self.index.length
        self._found = self._known(self.index, page)
        if self._found is not None:
            self.index.pause()
        elif not self._agrees:
            self._complete(page)

    def after_search(self, page: Page) -> None:
        """Complete a page, and add its end to the index."""
        if self.index is None:
            return
        end = self._complete(page)
        if self._found is not None:
            self.index.resume(self._found.entries)
            return
        if end:
            self.index.add_end(page, end)
            if not self._compared:
                self._compared = True
                self._agrees = self.index.agrees(page, self._before)
        self._keep(self.index.entries[self._before :], page)

    def _known(self, index: SearchIndex, page: Page) -> Searched | None:
        """Return what an earlier build found on a page that is the same."""
        self._key = None
        if self.cache is None:
            return None
        self._key = search_key(index, page, self._held.get(page.file.src_uri, _NOTHING).whole(""))
        earlier = self.cache.load(page.file.dest_uri) if self._key else None
        return earlier if earlier is not None and earlier.key == self._key else None

    def _keep(self, entries: Sequence[dict[str, Any]], page: Page) -> None:
        if self.cache is not None and self._key is not None and can_be_kept(entries):
            self.cache.save(page.file.dest_uri, Searched(self._key, tuple(entries)))

    def _complete(self, page: Page) -> str:
        held = self._held.pop(page.file.src_uri, _NOTHING)
        page.content = held.whole(page.content or "")
        return held.end.html
