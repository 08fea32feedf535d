"""What files that name other places of the site need to know of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from paperatlas.atlas import Address
from paperatlas.atlas.addresses import page_file

ATLAS_SCHEMA = Address("atlas.schema.json")
FEED = Address("feed.xml")
LLMS = Address("llms.txt")
RESULTS = Address("results.csv")

_NOT_IN_AN_IRI = re.compile(r"[\x00-\x20\x7f<>\"{}|\\^`]")
"""What no address on the web may hold as it is (RFC 3987, 2.2)."""


@dataclass(frozen=True, slots=True)
class News:
    """What a day, `2026-11-27`, brought besides papers: of which `kind` it is, in words, and where it is shown.

    There is at most one of a kind and an address on a day. `place` is an id on the page, or empty.
    """

    day: str
    kind: str
    title: str
    address: Address
    place: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """A site in one language, as its configuration describes it.

    `url` is where the whole site is, empty if nobody knows; `folder` is where the pages of this language are below
    it, with a trailing slash, empty for the first language. Without `paper_files` the exports of a paper are in its
    page alone. `pages` are the collective pages that there are; None stands for all. Without `directory_urls` pages are
    files like `papers/ddpm.html`. `added` has the days on which papers were added, by key, and `news` what else came
    on which day; both are empty where nobody knows.
    """

    name: str
    language: str = "en"
    url: str = ""
    folder: str = ""
    description: str = ""
    paper_files: bool = True
    directory_urls: bool = True
    pages: frozenset[Address] | None = None
    added: Mapping[str, str] = field(default_factory=dict, hash=False)
    news: tuple[News, ...] = ()

    def has(self, page: Address) -> bool:
        """Return whether there is a collective page."""
        return self.pages is None or page in self.pages

    def link(self, address: Address) -> str:
        """Return the link to what is at `address` in this language, from a file at the top of this language."""
        path = address if self.directory_urls else page_file(address)
        return f"{self._root}{quote(self.folder + path)}" if self.url else quote(path) or "./"

    def shared_link(self, address: Address) -> str:
        """Return the same for a file that exists once for all languages."""
        return f"{self._root}{quote(address)}" if self.url else "../" * self.folder.count("/") + quote(address)

    @property
    def _root(self) -> str:
        return iri(self.url).rstrip("/") + "/"


def iri(address: str) -> str:
    """Return a web address with every character it may not hold percent-encoded; what is encoded already stays."""
    return _NOT_IN_AN_IRI.sub(lambda match: quote(match[0]), address)
