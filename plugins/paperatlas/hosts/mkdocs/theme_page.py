"""A generated page in MkDocs' terms: what a theme finds of it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from html import escape
from typing import TypeVar

from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from paperatlas.hosts.front_matter import text_as_html
from paperatlas.hosts.untrusted import text_of
from paperatlas.pages import Heading, Page, Site, hand_written_head, head_html, with_head
from paperatlas.pages.metadata.description import description_of
from paperatlas.pages.page import TITLE_ID

DERIVED = "_description_follows_from_its_text"
"""An attribute of pages whose description nobody has written: no theme shows one of another page."""

_ID = re.compile(r"""\sid=["']([^"']*)["']""")
_MkDocsPage = TypeVar("_MkDocsPage", bound=MkDocsPage)


def describe_page(page: MkDocsPage, generated: Page) -> None:
    """Give a page its title and what else themes show of it; they put these into the page as they are."""
    page.title = escape(generated.title)
    page.meta = generated.metadata


def fill(page: MkDocsPage, generated: Page) -> str:
    """Give a page its table of contents, and return its content."""
    html = generated.body.html
    title = Heading(TITLE_ID if f'id="{TITLE_ID}"' in html else "", generated.title, 1)
    page.toc = TableOfContents([])
    extend(page.toc, [title, *generated.body.headings])
    return html


def heading_of(html: str) -> str:
    """Return the first heading of a page as far as themes look at it: whether it is there, and can be led to."""
    if "<h1" not in html:
        return ""
    return f'<h1 id="{TITLE_ID}"></h1>' if f'id="{TITLE_ID}"' in html else "<h1></h1>"


def anchors(html: str) -> set[str]:
    """Return what a link to a page can end in."""
    return set(_ID.findall(html))


def complete_theme_page(page: _MkDocsPage, generated: Page) -> _MkDocsPage:
    """Return the page as a theme wants it."""
    page.markdown = ""
    describe_page(page, generated)
    page.content = fill(page, generated)
    return page


def extend(toc: TableOfContents, headings: Iterable[Heading]) -> None:
    """Append headings to a page's table of contents, each below the last one of a higher level."""
    for heading in headings:
        _append(toc, AnchorLink(escape(heading.title), heading.id, heading.level))


def _append(toc: TableOfContents, link: AnchorLink) -> None:
    siblings: list[AnchorLink] = toc.items
    while siblings and siblings[-1].level < link.level:
        siblings = siblings[-1].children
    siblings.append(link)


def insert(toc: TableOfContents, headings: Iterable[Heading], following: Container[str]) -> None:
    """Put headings into a page's table of contents before the first one whose id is in `following`, or at its end."""
    new = [AnchorLink(escape(heading.title), heading.id, heading.level) for heading in headings]
    if not new:
        return
    links = list(_flat(toc.items))
    at = next((number for number, link in enumerate(links) if link.id in following), len(links))
    toc.items = []
    for link in (*links[:at], *new, *links[at:]):
        link.children = []
        _append(toc, link)


def escape_name(page: MkDocsPage) -> None:
    """Escape the title of a page that has none but the name of its file, which themes show as it is."""
    title, name = page.title, page.file.name.replace("-", " ").replace("_", " ")
    if isinstance(title, str) and title.casefold() == name.casefold() and text_as_html(title) != title:
        # Material undoes the escaping of any other title in the head of a page.
        page.meta["title"] = text_as_html(title)


def title_as_text(toc: TableOfContents) -> None:
    """Take what could be markup from the titles in a page's table of contents, which themes show as they are."""
    for link in _flat(toc.items):
        link.title = text_of(link.title)


def _flat(links: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for link in links:
        yield link
        yield from _flat(link.children)


def describe_hand_written(site: Site, page: MkDocsPage, source: str) -> None:
    """Give a hand-written page a description, for which themes have a place, unless it has one."""
    if not page.meta.get("description") and (description := description_of(site, source)):
        page.meta["description"] = escape(description)
        vars(page)[DERIVED] = True


def with_metadata(site: Site, site_url: str, html: str, generated: Page) -> str:
    """Put the metadata of a paper into the head of its page."""
    if not generated.key:
        return html
    url = _url(site, site_url)
    return with_head(html, head_html(site, site.atlas.papers[generated.key], url, html.partition("</head>")[0]))


def with_hand_written_metadata(site: Site, site_url: str, html: str, source: str) -> str:
    """Put the description of a hand-written page into its head if the theme has not, and its preview."""
    head = hand_written_head(site, source, _url(site, site_url), html.partition("</head>")[0])
    return with_head(html, head) if head else html


def _url(site: Site, site_url: str) -> str:
    """Return where the site of a language is."""
    return f"{site_url.rstrip('/')}/{site.folder}" if site_url else ""
