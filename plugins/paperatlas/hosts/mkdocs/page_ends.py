"""The generated ends of hand-written pages, kept from the theme's search plugin, which would parse them.

Below the note of a direction stand all its papers and a drawing, most of them excluded from search: parsing them to
leave them out took a fifth of a build.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs.structure.pages import Page

from paperatlas.hosts.mkdocs.search_index import SearchIndex


@dataclass(slots=True)
class PageEnds:
    """What is to be put at the end of pages, by their source, once search has read them.

    The first page is compared with what the plugin makes of it as a whole; if it is not the same, the plugin reads all.
    """

    index: SearchIndex | None
    _ends: dict[str, str] = field(default_factory=dict)
    _before: int = 0
    _compared: bool = False
    _agrees: bool = True

    def hold_back(self, page: Page, end: str) -> str:
        """Return what of the `end` of a page its content is to have already."""
        if not end or self.index is None or not self.index.has_sections:
            return end
        self._ends[page.file.src_uri] = end
        return ""

    def before_search(self, page: Page) -> None:
        """Remember where the entries of a page begin."""
        if self.index is not None:
            self._before = self.index.length
        if not self._agrees:
            self._complete(page)

    def after_search(self, page: Page) -> None:
        """Complete a page, and add its end to the index."""
        if self.index is None or not (end := self._complete(page)):
            return
        self.index.add_end(page, end)
        if not self._compared:
            self._compared = True
            self._agrees = self.index.agrees(page, self._before)

    def _complete(self, page: Page) -> str:
        end = self._ends.pop(page.file.src_uri, "")
        page.content = (page.content or "") + end
        return end
