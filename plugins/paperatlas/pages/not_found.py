"""What stands where a page is missing: a search, and pages whose address is near."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from paperatlas.atlas import Address
from paperatlas.atlas.addresses import HOME, MAP, PAPERS, page_address, page_file
from paperatlas.pages.render import Site
from paperatlas.texts.definition import Messages
from paperatlas.texts.languages import messages_for

ADDRESS_LIST = Address("addresses.json")
"""The addresses of a language's pages, with what is there."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A language of the site, and where its pages are from the root of the host; no `search` where there is none."""

    language: str
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
    page that searches for what is asked as `q`, from the folder of a language, empty for its home page.
    """

    def place(language: str, folder: str) -> _Place:
        def at(address: Address) -> str:
            return quote(root + folder + (address if site.directory_urls else page_file(address)))

        where = at(HOME) if not search else root + folder + search
        found = "" if search is None else where
        shared = at(HOME), at(PAPERS), at(MAP), root + folder + ADDRESS_LIST
        return _Place(language, messages_for(language), folder, *shared, found)

    places = [place(language, folder) for language, folder in languages]
    return site.render("not_found.html.jinja", HOME, places=places, root=root)


def addresses_json(site: Site) -> str:
    """Return the addresses of the pages of a language, with their titles."""
    known = dict(_pages(site))
    pages = [[address if site.directory_urls else page_file(address), title] for address, title in known.items()]
    return json.dumps(pages, ensure_ascii=False, separators=(",", ":")) + "\n"


def _pages(site: Site) -> Iterator[tuple[Address, str]]:
    """Yield the address and the title of each page that somebody may look for."""
    t, atlas = site.messages, site.atlas
    for document in atlas.documents:
        yield page_address(document.source), document.title
    yield from ((PAPERS, t.papers), (MAP, t.map))
    indexes = site.indexes
    titles = (t.indexes.people, t.indexes.venues, t.indexes.years)
    for index, title in zip((indexes.people, indexes.venues, indexes.years), titles, strict=True):
        yield index.address, title
        yield from ((row.address, row.label) for row in index.rows if row.has_page)
    yield from ((direction.address, direction.title) for direction in atlas.directions.values())
    yield from ((paper.address, paper.name) for paper in atlas.papers.values())
