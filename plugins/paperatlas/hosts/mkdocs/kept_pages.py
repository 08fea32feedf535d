"""Generated pages of the last build that need not be made again.

A page is as it was if what it was made from, all that it read of the site, and the theme's frame around it are as they
were, and nobody has written to its file since. Pages of every build are made all the same, to be compared with what was
kept of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from paperatlas.atlas import Address
from paperatlas.hosts.mkdocs.direct_files import DirectFile
from paperatlas.hosts.mkdocs.theme_page import heading_of
from paperatlas.pages import Fragment, Heading, Page
from paperatlas.pages.digests import Digests
from paperatlas.pages.reads import Read, by_part
from paperatlas.storage.cache import Cache
from paperatlas.storage.former_site import FileState, move_back, state_of


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was written: what it follows from, and its file.

    The rest tells in what frame of the theme it is: its table of contents, whether it has a description, and its
    heading as themes look at it.
    """

    reads: dict[str, tuple[str | None, ...]]
    """By part of the site, what was read of it."""
    digest: bytes
    frame: bytes
    file: FileState
    headings: tuple[Heading, ...]
    wide: bool
    described: bool
    heading: str

    def stand_in(self) -> Page:
        """Return a page that a theme puts into the same frame."""
        description = "-" if self.described else ""
        return Page(Address(""), "", description, Fragment(self.heading, self.headings), wide=self.wide)


KEPT = Cache(dict[str, KeptPage])
"""The pages of one language of a site, by where they are in it."""


@dataclass(frozen=True, slots=True)
class KeptPages:
    """The pages that the last build kept, by where they are in the site, and those that this one has so far.

    `aside` is where the last site is, relative to which, as to the folder of the `site`, they have their paths.
    """

    aside: Path
    site: Path
    digests: Digests
    before: Mapping[str, KeptPage]
    now: dict[str, KeptPage] = field(default_factory=dict)

    def candidate(self, file: DirectFile) -> KeptPage | None:
        """Return a page as it was kept if what it follows from is as it was; the theme has not been asked yet."""
        page = self.before.get(file.dest_uri)
        return page if page is not None and self._digest(file, page.reads) == page.digest else None

    def take(self, file: DirectFile, page: KeptPage) -> bool:
        """Put a page that was kept into the site; return False if somebody has written to it since."""
        if not move_back(self.aside, self.site, file.dest_uri, page.file):
            return False
        self.now[file.dest_uri] = page
        return True

    def keep(self, file: DirectFile, page: Page, reads: Sequence[Read], frame: bytes) -> None:
        """Keep a page that was made and written, unless something that it follows from has no digest."""
        found = by_part(reads)
        digest = None if page.files or file.in_nav else self._digest(file, found)
        if digest is not None:
            self.now[file.dest_uri] = KeptPage(
                reads=found,
                digest=digest,
                frame=frame,
                file=state_of(file.abs_dest_path),
                headings=page.body.headings,
                wide=page.wide,
                described=bool(page.description),
                heading=heading_of(page.body.html),
            )

    def differs(self, file: DirectFile, page: KeptPage, made: bytes) -> bool:
        """Return whether a page that was made again is another than was kept, if nobody has written to that."""
        path = self.aside / file.dest_uri
        with suppress(OSError):
            if state_of(str(path)) == page.file:
                return path.read_bytes() != made
        return False

    def _digest(self, file: DirectFile, reads: Mapping[str, Sequence[str | None]]) -> bytes | None:
        """Return a digest of what a page follows from; None if one part has none."""
        return self.digests.of_page((file.page.edit_url or "", *file.planned.inputs()), reads)
