"""What a host needs to know of a generated page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

from paperatlas.atlas import Address
from paperatlas.diagnostics.problem import Span
from paperatlas.exports.files import ExportFile


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page for its table of contents; `level` is 2 for `<h2>`."""

    id: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Fragment:
    """HTML to be put into a page, with its headings in order."""

    html: str
    headings: tuple[Heading, ...] = ()


NO_FRAGMENT = Fragment("")
TITLE_ID = "page-title"
"""What the heading of a generated page is called in its address."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that stands in no Markdown file.

    `body` is the whole of it, `description` one plain sentence for its head, `source` the place in the library that
    an edit of the page would change: a page made of many entries has none. A `wide` page wants no table of contents
    beside it. `key` is the citation key of the paper that the page is about, if it is about one. `files` are those it
    loads besides the assets. What stands on a page that is not `searched` is found elsewhere.
    The home page alone has the `navigation` beside it, from where the reader goes on.
    """

    address: Address
    title: str
    description: str
    body: Fragment
    source: Span | None = None
    wide: bool = False
    key: str = ""
    files: tuple[ExportFile, ...] = ()
    searched: bool = True
    navigation: bool = False

    @property
    def metadata(self) -> dict[str, Any]:
        """Return what themes are told of the page in its front matter; they put it into pages as it is."""
        hidden = [*([] if self.navigation else ["navigation"]), *(["toc"] if self.wide else [])]
        told: dict[str, Any] = {
            "title": escape(self.title),
            "description": escape(self.description),
            "hide": hidden,
        }
        return told if self.searched else {**told, "search": {"exclude": True}}


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page that is made when it is asked for: a site of many thousands is never in memory at once.

    `source` and `key` are those of the page. `inputs` returns what it is made from besides what it reads of the site.
    """

    address: Address
    make: Callable[[], Page]
    inputs: Callable[[], tuple[object, ...]]
    source: Span | None = None
    key: str = ""


def made_from(*values: object) -> Callable[[], tuple[object, ...]]:
    """Return the inputs of a page, as it names them."""
    return lambda: values
