"""The theme's search index: its entries, and what they are made from.

Material for MkDocs divides a page into sections by its headings, with a parser in Python that takes longer than making
the page. Ours knows that what it reads is well formed, and skips in one step what is excluded from search. Whether both
agree is tried with a page of every build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from html import escape, unescape
from math import inf
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_TOKEN = re.compile(
    r"""(?P<text>[^<]+)
      | <(?P<raw>script|style)\b[^>]*>.*?</(?P=raw)\s*>
      | <!--.*?-->
      | <(?P<tag>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>
      | </(?P<end>[a-zA-Z][^\s/>]*)[^>]*>""",
    re.DOTALL | re.VERBOSE,
)
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)')""")
_EXCLUDED = "data-search-exclude"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEADING = re.compile(r"<h[1-6][\s>]")
_WRITTEN = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)


@dataclass(eq=False, slots=True)
class Section:
    """A part of a page that search finds: Material's `Section`, as far as its index reads it."""

    tag: str
    depth: float = 0
    id: str | None = None
    excluded: bool = False
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def sections(html: str, *, first: bool = True) -> list[Section]:
    """Return the sections of well-formed HTML, each rule as in Material's parser (material/plugins/search).

    It is a page, or, if not `first`, what comes after other sections and begins with a heading.
    """
    reader = _Reader(first=first)
    at = 0
    while token := _TOKEN.match(html, at):
        at = token.end()
        if token["text"]:
            reader.read(token["text"])
        elif token["tag"]:
            at = reader.start(token["tag"].lower(), token["attributes"], html, at)
        elif token["end"]:
            reader.end(token["end"].lower())
        elif token["raw"]:
            reader.current()
    return reader.found


class _Reader:
    """The open elements, the sections so far, and the names of elements whose content is left out."""

    def __init__(self, *, first: bool) -> None:
        self.found: list[Section] = []
        self._first = first
        self._open: list[str] = []
        self._left_out = {"object", "script", "style"}
        self._permalinks: list[bool] = []
        self._section: Section | None = None

    def current(self) -> Section:
        """Return the section that is read; what stands before the first heading is one."""
        if self._section is None:
            self._section = Section("hx")
            self.found.append(self._section)
        return self._section

    def start(self, tag: str, attributes: str, html: str, at: int) -> int:
        """Enter an element; return where to go on, which is its end if nothing in it is read."""
        if tag in _VOID:
            return at
        self._open.append(tag)
        if tag == "a":
            self._permalinks.append('class="headerlink"' in attributes)
        if tag in _HEADINGS and (identifier := _ID.search(attributes)):
            self._start_section(tag, unescape(identifier[1] or identifier[2] or ""), excluded=_EXCLUDED in attributes)
        section = self.current()
        if _EXCLUDED in attributes or 'class="linenodiv"' in attributes:
            self._left_out.add(tag)
            end = html.find(f"</{tag}>", at)
            inside = html[at:end]
            return at if end < 0 or f"<{tag}" in inside or _HEADING.search(inside) else end
        if attributes.endswith("/"):
            self.end(tag)
        elif tag in _WRITTEN and self._left_out.isdisjoint(self._open):
            self._target(section).append(f"<{tag}>")
        return at

    def _start_section(self, tag: str, identifier: str, *, excluded: bool) -> None:
        depth = len(self._open)
        first = self._first and not self.found
        if tag != "h1" and first:
            self.found.append(Section("hx", depth))
        self._section = Section(tag, depth, None if first and tag == "h1" else identifier, excluded)
        self.found.append(self._section)

    def end(self, tag: str) -> None:
        """Leave an element, and the section whose heading stands in it."""
        if not self._open or self._open[-1] != tag:
            return
        section, depth = self.current(), len(self._open)
        if section.depth > depth:
            above = next((other for other in reversed(self.found) if other.depth <= depth), None)
            if above is not None:
                section.depth = inf
                self._section = above
        self._open.pop()
        if tag == "a":
            self._permalinks.pop()
        if tag in self._left_out:
            self._left_out -= {tag} - {"object", "script", "style"}
        elif tag in _WRITTEN and self._left_out.isdisjoint(self._open):
            target = self._target(self.current())
            start = target.index(f"<{tag}>")
            if all(text.isspace() for text in target[start + 1 :]):
                del target[start:]
            else:
                target.append(f"</{tag}>")

    def read(self, text: str) -> None:
        """Add text to the section, with its white space as short as it can be."""
        if not self._left_out.isdisjoint(self._open):
            return
        text = unescape(text)
        blank = text.isspace()
        if "pre" not in self._open:
            text = " " if blank else text.replace("\n", " ")
        section = self.current()
        if section.tag in self._open:
            if not any(self._permalinks):
                section.title.append(escape(text, quote=False))
        elif not blank:
            section.text.append(escape(text, quote=False))
        elif not section.text or not section.text[-1].isspace() or "pre" in self._open:
            section.text.append(text)

    def _target(self, section: Section) -> list[str]:
        """Return what is added to: the title inside a heading, else the text."""
        return section.title if section.tag in self._open else section.text


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The index of a search plugin: Material's, or that of MkDocs, whose sections only it knows."""

    index: Any
    entries: list[Any]

    @classmethod
    def of(cls, plugin: Any) -> SearchIndex:  # noqa: ANN401 - plugins of others have no type
        """Return the index of a search plugin."""
        index = plugin.search_index
        return cls(index, index.entries if hasattr(index, "entries") else index._entries)  # noqa: SLF001

    @property
    def length(self) -> int:
        """Return how many entries there are."""
        return len(self.entries)

    def with_entries(self, entries: Iterable[Any]) -> SearchIndex:
        """Return an index of its own that begins with some entries."""
        index, own = copy(self.index), list(entries)
        setattr(index, "entries" if hasattr(index, "entries") else "_entries", own)
        return SearchIndex(index, own)

    def shorten(self, length: int) -> None:
        """Drop the entries after the first `length`."""
        del self.entries[length:]

    def pause(self) -> None:
        """Have the plugin add nothing of the pages that it is given."""
        self.index.add_entry_from_context = _add_nothing

    def resume(self, entries: Iterable[dict[str, Any]]) -> None:
        """Add entries in the place of what the plugin would have added meanwhile."""
        del self.index.add_entry_from_context
        self.entries.extend(entries)

    @property
    def takes_texts(self) -> bool:
        """Return whether pages can be added that are no HTML: the plugins of Material and of MkDocs take them."""
        return self.has_sections or hasattr(self.index, "_add_entry")

    def text_entry(self, address: str, title: str, html: str) -> dict[str, Any]:
        """Return the entry of a page that is its title and what is found on it, without sections."""
        alone = self.with_entries(()).index
        if self.has_sections:
            section = Section("h1", title=[escape(title, quote=False)], text=[html])
            stand_in: Any = SimpleNamespace(meta={}, title=title)
            alone.create_entry_for_section(section, (), address, stand_in)
            [entry] = alone.entries
        else:
            text = _TAG.sub(" ", html) if alone.config.get("indexing", "full") == "full" else ""
            alone._add_entry(title, unescape(text), address)  # noqa: SLF001
            [entry] = alone._entries  # noqa: SLF001
        return dict(entry)

    def add_end(self, page: Page, end: str) -> None:
        """Add HTML at the end of a page that has been added without it."""
        self._add_sections(page, sections(end, first=False))

    def agrees(self, page: Page, before: int) -> bool:
        """Return whether the entries after the first `before` are those of a page; if not, they are afterwards."""
        ours = self.entries[before:]
        del self.entries[before:]
        self.index.add_entry_from_context(page)
        return ours == self.entries[before:]

    @property
    def has_sections(self) -> bool:
        """Return whether this is an index that takes sections, as Material's does."""
        return hasattr(self.index, "create_entry_for_section") and hasattr(self.index, "_segment_chinese")

    def _add_sections(self, page: Page, found: list[Section]) -> None:
        for section in found:
            if not section.excluded:
                self.index.create_entry_for_section(section, page.toc, page.url, page)


def _add_nothing(page: Page) -> None:
    """Stand in for what adds a page to an index."""


def search_index_of(config: MkDocsConfig) -> SearchIndex | None:
    """Return the search index of a site; None if nothing is searched."""
    for plugin in config.plugins.values():
        index = getattr(plugin, "search_index", None)
        if index is not None and getattr(plugin.config, "enabled", True):
            return SearchIndex.of(plugin)
    return None
