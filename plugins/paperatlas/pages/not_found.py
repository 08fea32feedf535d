"""What stands where a page is missing: a search, and pages whose address is near."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from paperatlas.atlas import Address
from paperatlas.atlas.addresses import CHANGES, COMPARE, HOME, MAP, PAPERS, READING, page_address, page_file
from paperatlas.pages.render import Site, block_language
from paperatlas.text.compact_json import compact_json
from paperatlas.texts.definition import Messages
from paperatlas.texts.languages import messages_for

_HEADING = re.compile(r"<h1\b[^>]*>\s*404\b.*?</h1>(?:\s*<p\b[^>]*><strong>[^<]*</strong></p>)?", re.DOTALL)
"""What a theme says of it: a heading, and in MkDocs' own themes the same in words."""
THEME_SEARCH = "#theme-search"
"""The search of a theme that has no address: the page opens it where it stands."""
ADDRESS_LIST = Address("addresses.json")
"""The addresses of a language's pages, with what is there."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A language of the site, and where its pages are from the root of the host; empty for those that it has not."""

    t: Messages
    folder: str
    home: str
    papers: str
    map: str
    addresses: str
    search: str


def not_found_html(site: Site, languages: Sequence[tuple[str, str]], root: str, search: str | None) -> str:
    """Return what is shown for a page that is not there.

    `languages` are those of the site, each with its folder; `root` is the path of the site on its host. `search` is the
    page that searches all languages for what is asked as `q`, from the root of the site; empty, each home page does so
    in its language; or `THEME_SEARCH`, or None if there is no search.
    """

    def place(language: str, folder: str) -> _Place:
        def at(address: Address) -> str:
            return quote(root + folder + (address if site.directory_urls else page_file(address)))

        where = root + search if search else at(HOME)
        found = {None: "", THEME_SEARCH: THEME_SEARCH}.get(search, where)
        papers, graph = (at(address) if address in site.pages else "" for address in (PAPERS, MAP))
        shared = at(HOME), papers, graph, root + folder + ADDRESS_LIST
        return _Place(messages_for(language), folder, *shared, found)

    places = [place(language, folder) for language, folder in languages]
    values = {"places": places, "root": root, "language_of": partial(block_language, around=site.language)}
    return site.render("not_found.html.jinja", HOME, **values)


def with_not_found(html: str, ours: str) -> str:
    """Return a theme's page for what is not there with ours in the place of its words; as it is if it has others."""
    return _HEADING.sub(lambda _: ours, html, count=1)


def addresses_json(site: Site) -> str:
    """Return the addresses of the pages of a language, with their titles."""
    known = dict(_pages(site))
    pages = [[address if site.directory_urls else page_file(address), title] for address, title in known.items()]
    return compact_json(pages) + "\n"


def _pages(site: Site) -> Iterator[tuple[Address, str]]:
    """Yield the address and the title of each page that somebody may look for."""
    t, atlas = site.messages, site.atlas
    for document in atlas.documents:
        yield page_address(document.source), document.title
    indexes = site.indexes
    named = {PAPERS: t.papers, MAP: t.map, COMPARE: t.comparison.page, READING: t.reading.page, CHANGES: t.changes.page}
    named |= {
        index.address: title
        for index, title in zip(
            (indexes.people, indexes.venues, indexes.years),
            (t.indexes.people, t.indexes.venues, t.indexes.years),
            strict=True,
        )
    }
    yield from ((address, title) for address, title in named.items() if address in site.pages)
    for index in (indexes.people, indexes.venues, indexes.years):
        if index.address in site.pages:
            yield from ((row.address, row.label) for row in index.rows if row.has_page)
    if PAPERS in site.pages:
        yield from ((direction.address, direction.title) for direction in atlas.directions.values())
        yield from ((paper.address, paper.name) for paper in atlas.papers.values())
