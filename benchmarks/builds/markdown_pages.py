"""Turns the pages of a built site back into the Markdown files that somebody would have written by hand.

What is visible is taken over: headings with their ids, text, links between the pages, lists, tables, folds, drawings as
files. What a reader does not see without a script (cards, buttons, hidden parts) is left out, and a link to a page or
file that does not come along becomes its text. So the other site has at most what ours has.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup, Comment, NavigableString, PageElement, Tag

_INVISIBLE = {"script", "style", "template", "button", "input", "select", "option", "noscript"}
_INLINE = {"a", "abbr", "b", "bdi", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s"}
_INLINE |= {"small", "span", "strong", "sub", "sup", "svg", "time", "u", "var"}
_INVISIBLE_CLASSES = {"headerlink", "pa-graph__tools", "pa-graph__swipe", "md-content__button", "Z3988"}
_AROUND = {"em": "*{}*", "i": "*{}*", "strong": "**{}**", "b": "**{}**", "q": "“{}”", "br": "  "}
_AROUND |= {"sub": "<sub>{}</sub>", "sup": "<sup>{}</sup>"}
_HEADING = re.compile(r"h[1-6]")
_HEADING_IDS = re.compile(r"<h[1-6][^>]*? id=\"([^\"]+)\"")
_MARKUP = re.compile(r"([\\`*_\[\]<>])")
_AT_START = re.compile(r"^(#+|[-+]|\d+\.)(?=\s)")
_ARTICLE = '<article class="md-content__inner'
EXCLUDED = "data-search-exclude"


@dataclass(frozen=True, slots=True)
class MarkdownPage:
    """A Markdown file, by its path below `docs/`, with the drawings that it shows, as SVG by path."""

    path: str
    title: str
    text: str
    drawings: Mapping[str, str] = field(default_factory=dict)


def markdown_pages(pages: Mapping[str, str], workers: int = 1) -> list[MarkdownPage]:
    """Convert built pages, HTML by address (`papers/paper1/`), to Markdown files that link to each other."""
    anchors = {address: frozenset(_HEADING_IDS.findall(html)) for address, html in pages.items()}
    listed = list(pages.items())
    parts = [listed[start::workers] for start in range(workers)]
    if workers == 1:
        return _convert(anchors, listed)
    with ProcessPoolExecutor(workers) as pool:
        return [page for part in pool.map(partial(_convert, anchors), parts) for page in part]


def _convert(anchors: Mapping[str, frozenset[str]], pages: Iterable[tuple[str, str]]) -> list[MarkdownPage]:
    return [_Conversion(address, anchors).page(html) for address, html in pages]


def markdown_path(address: str) -> str:
    """Return the path of the Markdown file for an address."""
    return f"{address.rstrip('/')}.md" if address.strip("/") else "index.md"


def escaped(text: str) -> str:
    """Escape what Markdown would take as markup."""
    return _MARKUP.sub(r"\\\1", text)


def visible(element: Tag) -> bool:
    """Return whether a reader sees an element without a script, and its text belongs to the page."""
    if element.name in _INVISIBLE or "hidden" in element.attrs:
        return False
    return _INVISIBLE_CLASSES.isdisjoint(element.get("class") or ())


def _not_searched(block: str) -> str:
    """Mark a heading that its section is not searched; any other block stays as it is."""
    if not block.startswith("#"):
        return block
    return f"{block.removesuffix(' }')} {EXCLUDED} }}" if block.endswith(" }") else f"{block} {{ {EXCLUDED} }}"


def article(html: str) -> Tag:
    """Return what the theme's frame holds on a page.

    The rest of the page is not even read: reading the navigation as well takes four times as long.
    """
    start, end = html.find(_ARTICLE), html.rfind("</article>")
    if start < 0:
        message = "the page has no article"
        raise ValueError(message)
    return BeautifulSoup(html[start:end], "lxml")


@dataclass(slots=True)
class _Conversion:
    """The conversion of one page; `anchors` has the ids of the headings of every page that comes along."""

    address: str
    anchors: Mapping[str, frozenset[str]]
    drawings: dict[str, str] = field(default_factory=dict)

    def page(self, html: str) -> MarkdownPage:
        content = article(html)
        heading = content.find("h1")
        title = heading.get_text(" ", strip=True) if heading else self.address
        text = "\n\n".join(self.blocks(content))
        return MarkdownPage(markdown_path(self.address), title, f"{text}\n", self.drawings)

    def blocks(self, parent: Tag) -> list[str]:
        """Return the blocks of Markdown for what an element holds; text between blocks makes paragraphs."""
        found: list[str] = []
        running: list[PageElement] = []

        def end_paragraph() -> None:
            if text := _AT_START.sub(r"\\\1", self.inline(running)):
                found.append(text)
            running.clear()

        for child in parent.children:
            if not isinstance(child, Tag) or child.name in _INLINE:
                running.append(child)
            elif visible(child):
                end_paragraph()
                found += self.excluded(child, found) if EXCLUDED in child.attrs else self.block(child)
        end_paragraph()
        return found

    def excluded(self, element: Tag, before: list[str]) -> list[str]:
        """Return the blocks of a part that is not searched.

        Material leaves those sections out of the search whose heading says so: the one around the part, and its own.
        """
        if before:
            before[-1] = _not_searched(before[-1])
        return [_not_searched(block) for block in self.blocks(element)]

    def block(self, element: Tag) -> list[str]:
        """Return the blocks for one element; an element that says nothing about its text holds blocks itself."""
        if _HEADING.fullmatch(element.name):
            identifier = f" {{ #{element['id']} }}" if "id" in element.attrs else ""
            return [f"{'#' * int(element.name[1])} {self.inline(element.children)}{identifier}"]
        if element.name == "p" and not element.find("svg"):
            text = _AT_START.sub(r"\\\1", self.inline(element.children))
            return [text] if text else []
        makers: dict[str, Callable[[Tag], str]] = {
            "ul": self.list,
            "ol": self.list,
            "dl": self.definitions,
            "table": self.table,
            "pre": lambda pre: f"```\n{pre.get_text().rstrip()}\n```",
            "summary": lambda summary: f"**{self.inline(summary.children)}**",
            "hr": lambda _: "---",
        }
        make = makers.get(element.name)
        return [make(element)] if make else self.blocks(element)

    def list(self, element: Tag) -> str:
        """Return a list; what follows the first block of an item is indented."""
        items = []
        for number, item in enumerate(element.find_all("li", recursive=False), 1):
            sign = "-" if element.name == "ul" else f"{number}."
            text = "\n\n".join(self.blocks(item)) if item.find(["p", "ul", "ol", "details", "div"]) else ""
            lines = (text or self.inline(item.children)).splitlines() or [""]
            items.append("\n".join([f"{sign} {lines[0]}", *(line and f"    {line}" for line in lines[1:])]))
        return "\n".join(items)

    def definitions(self, element: Tag) -> str:
        """Return a list of terms, each with what it is."""
        rows = [(row.find("dt"), row.find("dd")) for row in element.find_all("div")]
        texts = [[self.inline(part.children) for part in row if part] for row in rows]
        return "\n".join(f"- **{term}**: {value}" for term, value in texts)

    def table(self, table: Tag) -> str:
        """Return a table with its heading first."""
        lines = []
        for number, row in enumerate(table.find_all("tr")):
            cells = [self.inline(cell.children).replace("|", "\\|") for cell in row.find_all(["th", "td"])]
            lines.append(f"| {' | '.join(cells)} |")
            if number == 0:
                lines.append("|" + " --- |" * len(cells))
        return "\n".join(lines)

    def inline(self, elements: Iterable[PageElement]) -> str:
        """Return running text on one line."""
        return " ".join("".join(self.inline_parts(elements)).split())

    def inline_parts(self, elements: Iterable[PageElement]) -> Iterator[str]:
        """Yield the Markdown of text and of the elements inside it, its spaces as they are."""
        for element in elements:
            if isinstance(element, NavigableString):
                if not isinstance(element, Comment):
                    yield escaped(str(element))
            elif isinstance(element, Tag) and visible(element):
                yield self.element(element)

    def element(self, element: Tag) -> str:
        """Return the Markdown of one element in running text."""
        if element.name == "svg":
            return self.drawing(element)
        if element.name == "code":
            return f"`{element.get_text()}`"
        text = "".join(self.inline_parts(element.children))
        if element.name == "a":
            target = self.target(str(element.get("href", "")))
            return f"[{text.strip()}]({target})" if target and text.strip() else text
        return _AROUND.get(element.name, "{}").format(text)

    def target(self, link: str) -> str:
        """Return where a link of the page leads in the Markdown files; empty where it would lead to nothing.

        An export that a page holds itself is left out, as the files of exports are: it would make the other side's
        pages longer, and so ours look faster.
        """
        if link.startswith("data:"):
            return ""
        if re.match(r"[a-z]+:", link):
            return link
        path, fragment = urldefrag(urljoin(f"/{self.address}", link))
        address = path.removeprefix("/")
        if address not in self.anchors:
            return ""
        anchor = f"#{fragment}" if fragment in self.anchors[address] else ""
        if address == self.address:
            return anchor
        return posixpath.relpath(markdown_path(address), posixpath.dirname(markdown_path(self.address)) or ".") + anchor

    def drawing(self, svg: Tag) -> str:
        """Take a drawing over as a file beside the page; small signs inside text are left out."""
        if svg.get("aria-hidden") == "true":
            return ""
        name = posixpath.basename(markdown_path(self.address)).removesuffix(".md")
        file = f"{name}-{len(self.drawings) + 1}.svg"
        self.drawings[posixpath.join(posixpath.dirname(markdown_path(self.address)), file)] = str(svg)
        label = svg.get("aria-label") or (svg.title.get_text() if svg.title else "Drawing")
        return f"![{escaped(str(label))}]({file})"
