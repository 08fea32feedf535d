"""The extension of Python-Markdown that Zensical loads for staged pages: it puts the generated parts into them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from paperatlas.hosts.untrusted import sanitise
from paperatlas.hosts.zensical.page_text import PageInsert, split_text
from paperatlas.pages.citations.page import CitedPage
from paperatlas.pages.hand_written import with_parts
from paperatlas.pages.page import Heading

PAGE_EXTENSION = "paperatlas.hosts.zensical.page_extension"
_FIRST, _LAST = 1000, -1000


class StagedPages(Extension):
    """Takes what is put into a page out of its text, and puts it in when the text is HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Be the first to read the text, and the last to change the page."""
        page = _Page(md)
        md.preprocessors.register(_Take(md, page), "paperatlas-take", _FIRST)
        md.treeprocessors.register(_Converted(md, page), "paperatlas-converted", _LAST)
        md.postprocessors.register(_Put(md, page), "paperatlas-put", _LAST)


def makeExtension(**options: Any) -> StagedPages:  # noqa: ANN401, N802 - as Python-Markdown has it
    """Return the extension."""
    return StagedPages(**options)


class _Page:
    """The page that is being converted."""

    def __init__(self, md: Markdown) -> None:
        self._md = md
        self._insert: PageInsert | None = None
        self.is_converted = False

    def take(self, text: str) -> str:
        """Return the Markdown of the page."""
        self.is_converted = False
        text, self._insert = split_text(text)
        return "" if self._insert and self._insert.html is not None else text

    def put(self, html: str) -> str:
        """Return the HTML of the page, or of one of its headings before it is converted."""
        insert = self._insert
        if insert is None:
            return html
        if insert.html is not None:
            self._add_headings(insert.headings)
            return insert.html
        if insert.untrusted:
            html = sanitise(html)
        html = CitedPage("", insert.pieces).filled(html)
        if not self.is_converted or insert.parts is None:
            return html
        completed = with_parts(html, insert.parts)
        self._add_headings(completed.inner, completed.following)
        self._add_headings(completed.end.headings)
        return completed.html

    def _add_headings(self, headings: Iterable[Heading], following: Container[str] = ()) -> None:
        """Put headings into the table of contents, before the first one whose id is in `following`, or at its end.

        Each heading is below the last one of a higher level.
        """
        tokens = list(_flat(getattr(self._md, "toc_tokens", [])))
        at = next((number for number, token in enumerate(tokens) if token["id"] in following), len(tokens))
        tokens[at:at] = map(_token, headings)
        nested: list[dict[str, Any]] = []
        for token in tokens:
            siblings = nested
            while siblings and siblings[-1]["level"] < token["level"]:
                siblings = siblings[-1]["children"]
            siblings.append(token)
        self._md.toc_tokens = nested  # type: ignore[attr-defined] # it belongs to the extension `toc`


def _flat(tokens: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the headings of a table of contents, none with others below it."""
    for token in tokens:
        yield {**token, "children": []}
        yield from _flat(token["children"])


def _token(heading: Heading) -> dict[str, Any]:
    """Return a heading as the extension `toc` has it."""
    title = escape(heading.title)
    return {
        "level": heading.level,
        "id": heading.id,
        "name": title,
        "html": title,
        "data-toc-label": "",
        "children": [],
    }


class _Take(Preprocessor):
    def __init__(self, md: Markdown, page: _Page) -> None:
        super().__init__(md)
        self._page = page

    def run(self, lines: list[str]) -> list[str]:
        return self._page.take("\n".join(lines)).split("\n")


class _Converted(Treeprocessor):
    """Notes that the table of contents, which has each heading put in by itself, is done."""

    def __init__(self, md: Markdown, page: _Page) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:  # noqa: ARG002 - that it is run is enough
        self._page.is_converted = True


class _Put(Postprocessor):
    def __init__(self, md: Markdown, page: _Page) -> None:
        super().__init__(md)
        self._page = page

    def run(self, text: str) -> str:
        return self._page.put(text)
